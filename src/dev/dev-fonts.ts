import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ChartTheme } from '../charts/colors/theme.ts'
import { once } from '../model/memory.ts'
import { fontSheet } from '../project/fonts/font-sheet.ts'
import { devFonts } from './messages.ts'

interface WholeFonts {
  readonly address: string // of the style sheet; another where the fonts are others
  /** The style sheet or a font by its address, decoded; undefined for any other. */
  read(path: string): string | Buffer | undefined
}

/** The fonts of a deck that is being written, not cut down: a letter that is typed is there. Undefined where there are none. */
export const wholeFonts = once(({ faces = [], font }: ChartTheme): WholeFonts | undefined => {
  const files = faces.flatMap((face) => face.files.map((file) => ({ face, file })))
  if (files.length === 0) return undefined
  const sheetFaces = files.map(({ face, file }, index) => ({
    face,
    file,
    letters: face.letters,
    address: `${devFonts}${index}-${encodeURIComponent(basename(file.path))}`,
  }))
  const css = fontSheet(sheetFaces, font)
  const hash = createHash('sha256')
    .update(css + files.map(({ file }) => file.name).join('\n'))
    .digest('base64url')
  const address = `${devFonts}${hash.slice(0, 10)}.css`
  return {
    address,
    read(path) {
      if (path === address) return css
      const found = sheetFaces.find((one) => decodeURIComponent(one.address) === path)
      return found && readFileSync(found.file.path)
    },
  }
})
