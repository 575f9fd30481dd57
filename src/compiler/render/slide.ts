import { counted } from '../../language/fill.ts'
import type { Language, SlideWords } from '../../language/language.ts'
import type { ChartModel } from '../../model/chart.ts'
import { type Block, hasText } from '../../model/content.ts'
import type { Box, DeckHead, Section, Slide, Visual } from '../../model/deck.ts'
import { escapeHtml } from '../../model/html.ts'
import type { Layout } from '../parse/layout.ts'
import { fieldValues, sectionView } from '../resolve/finish.ts'
import type { LayoutEnvironment } from '../resolve/layout.ts'
import { type GroupView, layoutValue, type SlideView, type VisualView } from '../resolve/view.ts'
import { type BlockContext, blocksHtml, groupHtml } from './blocks.ts'
import { renderChart } from './chart.ts'
import { inlineHtml, type Uses } from './inline.ts'
import { renderLayout } from './layout.ts'
import { noteHtml, renderTable } from './table.ts'
import { renderTiles } from './tiles.ts'

/** What a slide is rendered with besides itself and its layout. */
export interface RenderEnvironment {
  readonly head: DeckHead
  readonly total: number
  readonly sections: readonly Section[]
  readonly qr: string
  readonly language: Language
  readonly partials: LayoutEnvironment['partials']
  /** Address of a chart's still picture; undefined where there is none. */
  readonly pictureUrl: (model: ChartModel, box: Box) => string | undefined
}

/** The whole <section> of a slide. */
export function renderSlide(slide: Slide, layout: Layout, environment: RenderEnvironment): string {
  const uses: Uses = new Map(slide.uses.map((use) => [use.key, use]))
  const view = viewOf(slide, uses, environment)
  const html = renderLayout(layout, layoutValue(view, layout.needs), {
    partials: environment.partials,
    values: slide.layoutValues,
    uses,
  })
  const { notes } = slide
  return sectionHtml(html, slide, {
    notes: notes.length === 0 ? '' : notesHtml(notes, uses),
    words: environment.language.slides,
  })
}

const nowhere = (): string => ''

/** Notes have headings of the same rank as a slide's groups. */
const notesHtml = (notes: readonly Block[], uses: Uses): string => blocksHtml(notes, { uses, visual: nowhere })

function viewOf(slide: Slide, uses: Uses, environment: RenderEnvironment): SlideView {
  const { id, number, title, subtitle, lead, groups, visuals, footnotes, sourceLine } = slide
  const views = new Map(
    visuals.map((visual): [string, VisualView] => [visual.id, visualView(visual, slide, uses, environment)]),
  )
  const inText: BlockContext = { uses, visual: nowhere }
  const inBody: BlockContext = { uses, visual: (visual) => views.get(visual)?.html ?? '' }
  const visualsIn = (blocks: readonly Block[]): readonly VisualView[] =>
    blocks.flatMap((block) => (block.kind === 'visual' ? (views.get(block.id) ?? []) : []))
  const groupViews = groups.map(
    ({ heading, blocks }, index): GroupView => ({
      id: `${id}-group-${index + 1}`,
      heading: inlineHtml(heading.runs, uses),
      html: blocksHtml(blocks, inText),
      visuals: visualsIn(blocks),
    }),
  )
  const all = (context: BlockContext): string =>
    [
      hasText(lead) || context === inBody ? blocksHtml(lead, context) : '',
      ...groups.map((group) => groupHtml(group, context)),
    ].join('')
  const { head, total, sections, qr, language } = environment
  return {
    title: title ? inlineHtml(title.runs, uses) : '',
    subtitle: subtitle ? inlineHtml(subtitle.runs, uses) : '',
    lead: blocksHtml(lead, inText),
    groups: groupViews,
    text: all(inText),
    body: all(inBody),
    visuals: [...views.values()],
    sources: sourcesHtml(sourceLine, language),
    footnotes: footnotes.map((note) => noteHtml(note, uses)),
    ...sectionView(slide, sections),
    qr,
    deck: head,
    slide: {
      id,
      number,
      total,
      layout: slide.layout,
      class: slide.class,
      fields: fieldValues(slide.fields, ({ runs }) => inlineHtml(runs, uses)),
    },
  }
}

function visualView(visual: Visual, slide: Slide, uses: Uses, { pictureUrl, language }: RenderEnvironment): VisualView {
  const { kind, id } = visual
  if (kind === 'tiles') return { kind, id, title: '', html: renderTiles(visual.tiles, uses) }
  if (kind === 'table') {
    const { caption } = visual.table
    return { kind, id, title: caption ? inlineHtml(caption.runs, uses) : '', html: renderTable(visual.table, uses) }
  }
  const { chart, box } = visual
  const own = slide.uses.filter(({ key }) => key.startsWith(`${id}.`))
  const url = pictureUrl(chart, box)
  const html = renderChart(chart, own, { size: box, words: language.charts, ...(url !== undefined && { url }) })
  return { kind, id, title: chart.title, html }
}

/** Short names of the documents; a line holds a few, the cards of the figures name all. */
function sourcesHtml({ names, more }: Slide['sourceLine'], { tag, slides }: Language): string {
  const shown = names.map((name) => `<span class="source">${escapeHtml(name)}</span>`)
  const rest =
    more > 0 ? [`<span class="source-more">${escapeHtml(counted(tag, slides.moreSources, more))}</span>`] : []
  return [...shown, ...rest].join('; ')
}

function sectionHtml(
  inner: string,
  slide: Slide,
  { notes, words }: { readonly notes: string; readonly words: SlideWords },
): string {
  const { id, layout, number, section, hidden } = slide
  const names = [`layout-${layout}`, ...(slide.class === '' ? [] : [slide.class])].join(' ')
  const attributes = [
    `id="${escapeHtml(id)}"`,
    `class="${escapeHtml(names)}"`,
    `data-layout="${escapeHtml(layout)}"`,
    `data-section="${escapeHtml(section)}"`,
    `data-number="${number}"`,
    ...(hidden ? [`data-hidden="${escapeHtml(words.hidden)}"`] : []),
  ]
  const aside = notes === '' ? '' : `<aside class="notes">${notes}</aside>\n`
  const anchor = `<span class="anchor" id="/${escapeHtml(id)}"></span>` // what "#/revenues" leads to without scripts
  return `<section ${attributes.join(' ')}>${anchor}\n${inner.trim()}\n${aside}</section>`
}
