import { createHash } from 'node:crypto'
import type { ChartTheme } from '../charts/theme.ts'
import type { ChartModel } from '../model/chart.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** A chart to draw. */
export interface Picture {
  readonly address: string
  readonly model: ChartModel
  readonly size: Size
}

type DrawSvg = (model: ChartModel, theme: ChartTheme, size: Size) => string

/** What a compilation refers to by address: chart pictures and JSON. Pictures are drawn when first read. */
export interface AssetStore {
  /** For the compiler: stands for the picture until `assetUrl` gives it an address. */
  readonly drawChart: (model: ChartModel, size: Size) => string
  readonly assetUrl: (name: string, content: string) => string
  /** Addresses handed out so far, in order. */
  readonly addresses: () => readonly string[]
  /** Puts another text in the place of one; its address changes with it. */
  readonly replace: (address: string, content: string) => { readonly from: string; readonly to: string }
  readonly theme: ChartTheme
  /** Charts that are not drawn yet. */
  readonly pictures: () => readonly Picture[]
  readonly fill: (address: string, picture: string) => void
  readonly read: (address: string, drawSvg: DrawSvg) => string | undefined
}

const pictureOf = '\0chart:' // marks a picture that is still to be drawn; no asset's text starts with NUL

export function contentHash(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10)
}

function nameWithHash(name: string, hash: string): string {
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
}

/** Picks out of an address what the store called it: "revenues-chart-1-Ab3_x9Q0zz.svg". */
const fileName = (address: string): string => address.slice(address.lastIndexOf('/') + 1)

const parsePicture = (content: string): { readonly model: ChartModel; readonly size: Size } =>
  JSON.parse(content.slice(pictureOf.length))

/** Keeps assets between compilations, so that the same chart is drawn once. */
export function assetStore(base: string, theme: ChartTheme): AssetStore {
  const contents = new Map<string, string>()
  const colors = JSON.stringify(theme)
  const add = (name: string, content: string): string => {
    const file = nameWithHash(fileName(name), contentHash(content.startsWith(pictureOf) ? content + colors : content))
    if (!contents.has(file)) contents.set(file, content)
    return base + file
  }
  return {
    theme,
    assetUrl: add,
    replace(address, content) {
      contents.delete(fileName(address))
      return { from: address, to: add(address.replace(/-[\w-]{10}(\.\w+)$/, '$1'), content) }
    },
    drawChart: (model, size) => `${pictureOf}${JSON.stringify({ model, size })}`,
    addresses: () => [...contents.keys()].map((file) => base + file),
    pictures: () =>
      [...contents].flatMap(([file, content]) =>
        content.startsWith(pictureOf) ? [{ address: base + file, ...parsePicture(content) }] : [],
      ),
    fill: (address, picture) => void contents.set(fileName(address), picture),
    read(address, drawSvg) {
      const file = fileName(address)
      const content = contents.get(file)
      if (content === undefined || !content.startsWith(pictureOf)) return content
      const { model, size } = parsePicture(content)
      const picture = drawSvg(model, theme, size)
      contents.set(file, picture)
      return picture
    },
  }
}
