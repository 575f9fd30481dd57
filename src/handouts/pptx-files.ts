import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'uqr'
import { themeFrom } from '../charts/colors/theme.ts'
import { chartCanvas } from '../charts/svg/preview.ts'
import { rasterOf } from '../charts/svg/raster.ts'
import type { PresentationInput } from '../export/pptx/input.ts'
import { deckLook } from '../export/pptx/look.ts'
import { drawnCharts, presentation } from '../export/pptx/pptx.ts'
import { titleOf } from '../model/deck.ts'
import { fileOf } from '../model/source-file.ts'
import { picturesOf, publicFolder } from '../project/pictures.ts'
import type { Project } from '../project/project.ts'
import type { SoundDeck } from '../project/session.ts'
import { themeProperties } from '../project/theme.ts'
import { isWithin } from '../project/walk.ts'
import type { HandoutFile } from './manifest.ts'

type Picture = NonNullable<ReturnType<PresentationInput['picture']>>

const native: Readonly<Record<string, Picture['image']['ending']>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
}

/** Pixels of the longer side of a picture that is drawn for programs without vectors: a whole slide at 96 dpi. */
const fallbackSize = { picture: 480, chart: 1920 } as const

/** A picture as PowerPoint takes it: as it is, or in pixels, and of vectors with these. */
async function loaded(content: Buffer, ending: string): Promise<Picture> {
  const { width, height, png } = await rasterOf(content, ending === 'svg' ? fallbackSize.picture : 0)
  const known = native[ending]
  if (known !== undefined) return { size: { width, height }, image: { ending: known, content } }
  const image = { ending: 'png', content: png, ...(ending === 'svg' && { svg: content }) } as const
  return { size: { width, height }, image }
}

/** The pictures that a deck's slides show, by address, as far as they can be read. */
async function picturesIn({ deck }: SoundDeck['disclosed'], { root }: Project): Promise<ReadonlyMap<string, Picture>> {
  const text = JSON.stringify([deck.slides, deck.head])
  const found = new Map<string, Picture>()
  for (const name of picturesOf(root)) {
    const path = join(root, publicFolder, name)
    if (!text.includes(JSON.stringify(name).slice(1, -1)) || !isWithin(path, root)) continue
    const ending = /[^.]*$/.exec(name)?.[0]?.toLowerCase() ?? ''
    try {
      found.set(name, await loaded(readFileSync(path), ending))
    } catch {
      // no picture that can be shown: its place stays empty, as on the page
    }
  }
  return found
}

/** Layouts that are not the engine's, or no longer. */
function ownLayouts({ root, engine }: Project): ReadonlySet<string> {
  const folder = (base: string): string => join(base, 'templates', 'layouts')
  if (!existsSync(folder(root))) return new Set()
  const names = readdirSync(folder(root)).filter((name) => name.endsWith('.hbs'))
  const isShipped = (name: string): boolean =>
    existsSync(join(folder(engine), name)) &&
    readFileSync(join(folder(engine), name), 'utf8') === readFileSync(join(folder(root), name), 'utf8')
  return new Set(names.filter((name) => !isShipped(name)).map((name) => name.slice(0, -'.hbs'.length)))
}

interface PptxOptions {
  readonly id: string
  readonly date: string
  readonly project: Project
  /** Told what stands in the presentation as a picture. */
  readonly progress: (text: string) => void
}

/** The deck as a PowerPoint file. */
export async function pptxFiles(
  built: Pick<SoundDeck, 'disclosed' | 'evidence' | 'templates'>,
  { id, date, project, progress }: PptxOptions,
): Promise<readonly HandoutFile[]> {
  const { deck } = built.disclosed
  const { config } = built.evidence
  const read = themeProperties(project)
  const look = deckLook(read, themeFrom(read), config.brand?.officeFont)
  const pictures = await picturesIn(built.disclosed, project)
  const drawn = drawnCharts({ deck, look })
  const pixels = new Map<string, Buffer>()
  for (const { chart, box } of drawn)
    pixels.set(
      chart.id,
      chartCanvas(chart, box, { theme: look.chart, ratio: fallbackSize.chart / box.width }).toBuffer('image/png'),
    )
  for (const { slide, chart } of drawn) {
    const number = deck.slides.find((each) => each.id === slide)
    progress(
      `pptx: a picture, as PowerPoint has no such chart: ${chart.type} "${chart.title}" of ${slide}${number ? `, “${titleOf(number)}”` : ''}`,
    )
  }
  const content = presentation({
    deck,
    language: config.language,
    layouts: built.templates.layouts,
    ownLayouts: ownLayouts(project),
    look,
    date,
    numbers: config.numbers,
    picture: (address) => pictures.get(fileOf(address).replace(/^\.?\//, '')),
    qr: (address) => encode(address, { ecc: 'M', border: 2 }).data,
    pixels: (chart) => pixels.get(chart),
  })
  return [{ name: `${id}.pptx`, content }]
}
