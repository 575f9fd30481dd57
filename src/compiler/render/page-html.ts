import { encode } from 'uqr'
import { escapeHtml } from '../../format/html.ts'
import type { PhraseBreaks } from '../../format/letters/phrases.ts'
import { counted, fill } from '../../language/fill.ts'
import type { Language, SlideWords } from '../../language/language.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { Box, Deck, Section, Slide } from '../../model/deck.ts'
import type { Memo } from '../../model/memory.ts'
import { createMemo, startMemos } from '../../model/memory.ts'
import type { FactsData, PageData } from '../../model/page-data.ts'
import { cardFacts } from '../../model/page-data.ts'
import type { Layout, Templates } from '../parse/templates/layouts.ts'
import { withPhrases } from './phrase-html.ts'
import type { RenderEnvironment } from './slide-html.ts'
import { renderSlide } from './slide-html.ts'

/** The address as a QR code: one path in the current text colour, no style of its own. */
function renderQr(address: string, words: Pick<SlideWords, 'qrCode'>): string {
  const { data, size } = encode(address, { ecc: 'M', border: 2 })
  const rows = data.map((row, y) =>
    runs(row)
      .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
      .join(''),
  )
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(fill(words.qrCode, { address }))}" shape-rendering="crispEdges"><path fill="currentColor" d="${rows.join('')}"/></svg>`
}

/** Where dark modules begin in a row, and how many follow. */
function runs(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1)
    if (!dark) continue
    if (last && last[0] + last[1] === x) last[1]++
    else found.push([x, 1])
  }
  return found
}

/** What has not changed, kept between pages: the HTML of slides, the agenda, the JSON of charts, the QR code. */
export interface RenderMemory {
  readonly slides: Memo<string>
  readonly agenda: Memo<readonly Section[]>
  readonly charts: Memo<string>
  readonly qr: Memo<string>
}

export const createRenderMemory = (): RenderMemory => ({
  slides: createMemo(),
  agenda: createMemo(),
  charts: createMemo(),
  qr: createMemo(),
})

export interface RenderOptions {
  /** The words that the page adds. */
  readonly language: Language
  /** Draws a chart's still picture, or stands for one; without it there are none. */
  readonly drawChart?: (model: ChartModel, box: Box) => string
  /** Takes an asset's text and gives its address. */
  readonly assetUrl?: (name: string, content: string) => string
  /** What ticked each figure, once that is known. */
  readonly ticks?: ReadonlyMap<string, readonly string[]>
  readonly memory?: RenderMemory
  /** How many figures a draft lacks; absent where the deck is none. */
  readonly draft?: number
  /** Whether the deck stands in a site where each slide has a page of its own. */
  readonly isHosted?: boolean
  /** Where lines of text without blanks may end; without it a browser decides. */
  readonly phrases?: PhraseBreaks
  /** A chart as the browser draws it; as it is when absent. */
  readonly chartForBrowser?: (model: ChartModel) => ChartModel
}

export interface RenderedSlide {
  readonly id: string
  readonly html: string // the whole <section>
  readonly charts: readonly ChartModel[]
}

/** What stands in <body>, and its parts. */
export interface Page {
  readonly html: string
  readonly data: PageData
  readonly slides: readonly RenderedSlide[]
  /** Text of the facts' JSON. */
  readonly facts: string
}

/** JSON that may stand in a script element: no "</script" can end it early. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The page of a deck, from its data and the templates alone. All that a reader needs is in it, with or without scripts. */
export function renderPage(deck: Deck, templates: Templates, options: RenderOptions): Page {
  const { assetUrl = (name: string): string => `assets/${name}`, memory = createRenderMemory() } = options
  startMemos({ ...memory })
  const slides = renderSlides(deck, templates, { ...options, assetUrl, memory })
  const facts = factsJson(deck, options.ticks)
  const data = pageData(deck, options, {
    charts: assetUrl('charts.json', chartsJson(slides, memory.charts, options.chartForBrowser)),
    facts: assetUrl('facts.json', facts),
  })
  return {
    html: bodyHtml(deck, { slides, data, language: options.language, draft: options.draft }),
    data,
    slides,
    facts,
  }
}

interface Body {
  readonly slides: readonly RenderedSlide[]
  readonly data: PageData
  readonly language: Language
  readonly draft: number | undefined
}

/** What stands over all slides of a draft. */
function draftMark(count: number, { tag, slides: { draft } }: Language): string {
  const mark = count === 0 ? draft.word : counted(tag, draft.mark, count)
  return `<p class="draft-mark" data-word="${escapeHtml(draft.word)}">${escapeHtml(mark)}</p>`
}

function bodyHtml({ head }: Deck, { slides, data, language, draft }: Body): string {
  const first = slides[0]?.id ?? ''
  return [
    `<a class="skip-link" href="#${escapeHtml(first)}">${escapeHtml(language.slides.skip)}</a>`,
    `<header class="visually-hidden"><h1>${escapeHtml(head.company)}: ${escapeHtml(head.title)}</h1></header>`,
    '<div class="reveal"><div class="slides">',
    ...slides.map(({ html }) => html),
    '</div></div>',
    ...(draft === undefined ? [] : [draftMark(draft, language)]),
    `<script type="application/json" id="deck-data">${scriptJson(data)}</script>`,
  ].join('\n')
}

function pageData(
  { head, edition }: Deck,
  { language: { page: words }, isHosted = false }: RenderOptions,
  addresses: Pick<PageData, 'charts' | 'facts'>,
): PageData {
  const { title, company, shortName, language, date, address, duration } = head
  const planned = duration === undefined ? {} : { duration }
  const deck = { title, company, shortName, language, date, address: address ?? '' }
  return { edition, ...deck, ...planned, ...(isHosted && { isHosted }), ...addresses, words }
}

type Rendering = RenderOptions & Required<Pick<RenderOptions, 'assetUrl' | 'memory'>>

function renderSlides(deck: Deck, templates: Templates, options: Rendering): readonly RenderedSlide[] {
  const { head, sections, slides } = deck
  const { drawChart, assetUrl, language, memory, phrases } = options
  const environment: RenderEnvironment = {
    head,
    sections: memory.agenda.recall('agenda', [JSON.stringify(sections)], () => sections),
    total: slides.filter(({ hidden }) => !hidden).length,
    qr: qrOf(head, options),
    language,
    partials: templates.partials,
    drawChart,
    assetUrl,
  }
  return slides.map((slide) => {
    const layout = layoutOf(slide, templates)
    const inputs = [slide, layout, phrases, ...Object.values(environment)]
    const html = memory.slides.recall(slide.id, inputs, () => {
      const rendered = renderSlide(slide, layout, environment)
      return phrases ? withPhrases(rendered, phrases) : rendered
    })
    return { id: slide.id, html, charts: chartsOf(slide) }
  })
}

/** Throws RangeError for a deck that was made with other templates. */
function layoutOf({ layout: name, id }: Slide, { layouts }: Templates): Layout {
  const layout = layouts.get(name)
  if (!layout) throw new RangeError(`no layout "${name}" for slide ${id}`)
  return layout
}

const chartsOf = ({ visuals }: Slide): readonly ChartModel[] =>
  visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.chart] : []))

function qrOf({ address }: Deck['head'], { language, memory }: Rendering): string {
  if (address === null) return ''
  return memory.qr.recall('qr', [address, language], () => renderQr(address, language.slides))
}

/** The charts of the slides, by id, as JSON: `ChartsData`. */
function chartsJson(
  slides: readonly RenderedSlide[],
  memory: Memo<string>,
  prepared: (model: ChartModel) => ChartModel = (model) => model,
): string {
  const charts = slides.flatMap((slide) => slide.charts)
  const texts = charts.map((chart) => memory.recall(chart.id, [prepared(chart)], () => JSON.stringify(prepared(chart))))
  return `{${charts.map(({ id }, at) => `${JSON.stringify(id)}:${texts[at]}`).join(',')}}`
}

/** Details of every fact by id, with what ticked it, as JSON. */
function factsJson({ facts, documents }: Deck, ticks: RenderOptions['ticks']): string {
  const data: FactsData = {
    // The page prints neither id nor short name: they would only make it larger.
    documents: documents.map(({ title, date, url, file, laterEvidence }) => ({
      title,
      ...(date === undefined ? {} : { date }),
      ...(url === undefined ? {} : { url }),
      ...(file === undefined ? {} : { file }),
      ...(laterEvidence === undefined ? {} : { laterEvidence }),
    })),
    ...cardFacts(facts, ticks),
  }
  return JSON.stringify(data)
}
