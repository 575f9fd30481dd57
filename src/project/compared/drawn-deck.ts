import { join } from 'node:path'
import type { Outlined } from '../../charts/svg/outlined.ts'
import { prefixIds } from '../../charts/svg-ids.ts'
import { alignedLines } from '../../compare/aligned-lines.ts'
import type { DrawnDeck, DrawnDecks } from '../../compare/drawn-decks.ts'
import { type MarkedSlide, markedHtml, markedSlide, markKey } from '../../compare/slide-marks.ts'
import { renderPage } from '../../compiler/render/page-html.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { Box, Slide } from '../../model/deck.ts'
import { fileOf } from '../../model/source-file.ts'
import { subsetFonts } from '../fonts/font-subsets.ts'
import { chartWithPhrases } from '../phrases.ts'
import { publicFolder } from '../pictures.ts'
import type { SoundDeck } from '../session.ts'
import { themeSheet } from '../theme.ts'
import { dataOf, flatSheet } from './flat-sheet.ts'

/** A deck that was compared, with what its slides are drawn from. */
export interface Drawable {
  readonly root: string
  readonly sound: SoundDeck
}

/** Colours of what only the old, and only the new slide has. */
const colors = { gone: '#c2255c', new: '#0a7f5f' } as const
type Own = keyof typeof colors

interface Side extends Drawable {
  readonly own: Own
  readonly engine: string
  readonly slides: ReadonlyMap<string, MarkedSlide>
  readonly kinds: ReadonlyMap<string, Parameters<typeof markedHtml>[2]>
}

interface Drawing {
  readonly chart: ChartModel
  readonly box: Box
}

/** The sections of a deck's slides, marked ones marked, and the charts that they name by their addresses. */
function sectionsOf({ sound, slides }: Side) {
  const { deck: own, templates, evidence, phrases } = sound
  const drawings = new Map<string, Drawing>()
  const deck = { ...own, slides: own.slides.map((each) => slides.get(each.id)?.slide ?? each) }
  const page = renderPage(deck, templates, {
    language: evidence.config.language,
    ...(phrases && { phrases }),
    drawChart(chart, box) {
      drawings.set(chart.id, { chart, box })
      return chart.id
    },
    assetUrl: (_, content) => (drawings.has(content) ? `chart:${content}` : 'none:'),
  })
  return { sections: new Map(page.slides.map(({ id, html }) => [id, html])), drawings }
}

/** A chart as a drawing in its slide, those of its marks outlined that changed. */
async function chartHtml(
  { chart, box }: Drawing,
  { sound, own }: Side,
  { marks }: Pick<MarkedSlide, 'marks'>,
): Promise<string> {
  const { drawSvg } = await import('../../charts/svg/svg.ts')
  const outlined: Outlined = {
    color: colors[own],
    isOutlined: ({ dataset, category }) =>
      marks.has(`${chart.id}\n${markKey(dataset.panel, dataset.series.label, category.label)}`),
  }
  const model = sound.phrases ? chartWithPhrases(chart, sound.phrases) : chart
  return prefixIds(drawSvg(model, sound.assets.theme, box, outlined), chart.id)
    .replace('<svg', '<svg class="chart-drawing"')
    .replace('<g class="outlines">', '<g data-kind="charts">')
}

/** What a slide holds for readers of it alone: notes and tables behind charts are listed beside it. */
const bare = (html: string): string =>
  html
    .replace(/<aside class="notes"[\s\S]*?<\/aside>/g, '')
    .replace(/<details class="chart-data">[\s\S]*?<\/details>/g, '')

/** Collects pictures, each once; gives their numbers. */
function pictureBook() {
  const known = new Map<string, number>()
  return {
    numberOf(data: string): number {
      const number = known.get(data) ?? known.size
      known.set(data, number)
      return number
    },
    pictures: (): readonly string[] => [...known.keys()],
  }
}

type PictureBook = ReturnType<typeof pictureBook>

function withPictures(html: string, root: string, book: PictureBook): string {
  return html.replace(/(<img\b[^>]*?\s)src="([^"]*)"/g, (whole, head: string, address: string) => {
    const data = dataOf(join(root, publicFolder, fileOf(address.replaceAll('&amp;', '&'))))
    return data === undefined ? whole : `${head}data-picture="${book.numberOf(data)}"`
  })
}

/** The deck's whole style, its letters beyond Latin among it. */
async function sheetOf({ sound, root, engine }: Side, html: string): Promise<string> {
  const sheet = flatSheet(themeSheet({ root, engine }), root, { root, engine })
  const fonts = await subsetFonts(() => html, sound.assets.theme, '')
  const files = new Map(fonts.files.map(({ name, content }) => [name, Buffer.from(content)]))
  const own = fonts.sheet === undefined ? undefined : files.get(fileOf(fonts.sheet))?.toString('utf8')
  return own === undefined ? sheet : `${sheet}\n${flatSheet(own, root, { root, engine }, files)}`
}

async function drawnDeck(side: Side, book: PictureBook): Promise<DrawnDeck> {
  const { sections, drawings } = sectionsOf(side)
  const slides = new Map<string, string>()
  for (const [id, marked] of side.slides) {
    let html = markedHtml(bare(sections.get(id) ?? ''), marked, side.kinds.get(id) ?? [])
    for (const [, whole = '', name = ''] of html.matchAll(
      /(<img class="chart-still"[^>]*? src="chart:([^"]*)"[^>]*>)/g,
    )) {
      const drawing = drawings.get(name)
      const drawn = drawing ? await chartHtml(drawing, side, marked) : ''
      html = html.replace(whole, () => drawn)
    }
    slides.set(id, withPictures(html, side.root, book))
  }
  const { textLanguage, language } = side.sound.deck.head
  const sheet = await sheetOf(side, [...slides.values()].join(''))
  return { sheet, language: textLanguage ?? language, slides }
}

const byId = (slides: readonly Slide[]): ReadonlyMap<string, Slide> => new Map(slides.map((slide) => [slide.id, slide]))

/** Draws those slides of two decks that changed, by their ids, with what changed marked in both. */
export async function drawDecks(
  { old, next, engine }: { readonly old: Drawable; readonly next: Drawable; readonly engine: string },
  changed: readonly string[],
): Promise<DrawnDecks> {
  const [before, after] = [byId(old.sound.deck.slides), byId(next.sound.deck.slides)]
  const slides = { gone: new Map<string, MarkedSlide>(), new: new Map<string, MarkedSlide>() }
  const kinds = new Map<string, Parameters<typeof markedHtml>[2]>()
  for (const id of changed) {
    const [was, is] = [before.get(id), after.get(id)]
    const lines = alignedLines(was, is)
    kinds.set(
      id,
      lines.map(({ kind }) => kind),
    )
    if (was) slides.gone.set(id, markedSlide(was, is, { lines, own: 'gone' }))
    if (is) slides.new.set(id, markedSlide(is, was, { lines, own: 'new' }))
  }
  const book = pictureBook()
  const drawn = {
    old: await drawnDeck({ ...old, own: 'gone', engine, slides: slides.gone, kinds }, book),
    next: await drawnDeck({ ...next, own: 'new', engine, slides: slides.new, kinds }, book),
  }
  return { ...drawn, pictures: book.pictures() }
}
