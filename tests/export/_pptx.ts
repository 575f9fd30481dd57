import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { chartTypeOf } from '../../src/charts/chart-types.ts'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { compile } from '../../src/compiler/compile.ts'
import { renderPage } from '../../src/compiler/render/page-html.ts'
import { disclosedDeck } from '../../src/compiler/resolve/disclosure/disclosed-deck.ts'
import type { PresentationInput } from '../../src/export/pptx/input.ts'
import { deckLook } from '../../src/export/pptx/look.ts'
import { presentation } from '../../src/export/pptx/pptx.ts'
import type { ChartModel } from '../../src/model/chart.ts'
import type { Edition } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { anyLetter, readDeck } from '../golden/_decks.ts'

/** Every file of an archive. */
export function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const length = (offset: number): number => zip.readUInt16LE(at + offset)
    const name = zip.toString('utf8', at + 46, at + 46 + length(28))
    const header = zip.readUInt32LE(at + 42)
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    files.set(name, inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))))
    at += 46 + length(28) + length(30) + length(32)
  }
  return files
}

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const layoutFile = /^templates\/layouts\/(.*)\.hbs$/

/** Layouts of a deck that are not the shipped ones. */
function ownLayouts(files: readonly SourceFile[]): ReadonlySet<string> {
  const texts = (some: readonly SourceFile[]): ReadonlyMap<string, string> =>
    new Map(
      some.flatMap((file) => (file.kind === 'text' && layoutFile.test(file.path) ? [[file.path, file.text]] : [])),
    )
  const shipped = texts(readDeck(join(import.meta.dirname, '../..')))
  const own = [...texts(files)].filter(([path, text]) => shipped.get(path) !== text)
  return new Set(own.map(([path]) => layoutFile.exec(path)?.[1] ?? ''))
}

/** A deck as its edition gives it away, what its presentation is made from, and the HTML of its slides. */
export function presented(files: readonly SourceFile[], edition: Edition, own: readonly string[] = []) {
  const { deck, evidence, templates, diagnostics } = compile(files, {
    edition,
    fonts: anyLetter,
    pictures: new Set([...picturesOf(join(import.meta.dirname, '../..')), ...own]),
  })
  if (!deck || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const { config } = evidence
  const { deck: disclosed } = disclosedDeck(deck, evidence)
  const input: PresentationInput = {
    deck: disclosed,
    language: config.language,
    layouts: templates.layouts,
    ownLayouts: ownLayouts(files),
    look: deckLook(() => '', defaultTheme, config.brand?.officeFont),
    date: disclosed.head.date,
    numbers: config.numbers,
    picture: () => ({ size: { width: 96, height: 96 }, image: { ending: 'png', content: dot } }),
    pixels: () => dot,
  }
  const page = renderPage(disclosed, templates, { language: config.language })
  return { input, page, parts: () => unzipped(presentation(input)) }
}

/** Text of XML or HTML between tags. */
export const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[String(name)] ?? "'")

export const numeralsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([all]) => all).sort()

/** The charts that PowerPoint has a type for, panels one by one. */
export const nativeCharts = (chart: ChartModel): readonly ChartModel[] => {
  const { family } = chartTypeOf(chart.type)
  return family === 'field' ? [] : family === 'panels' ? (chart.panels ?? []) : [chart]
}
