import type { SlideWords } from '../../language/language.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { FigureUse, Slide } from '../../model/deck.ts'
import { escapeHtml } from '../../model/html.ts'
import type { Layout } from '../parse/layout.ts'
import { plainText } from '../resolve/ink.ts'
import type { OutlineEntry } from '../resolve/outline.ts'
import type { ResolvedSlide, Visual } from '../resolve/resolved-slide.ts'
import type { RenderEnvironment } from './environment.ts'
import { type RenderedLayout, renderLayout } from './layout.ts'
import { checkNeeds } from './needs.ts'
import { type SlideParts, slideParts } from './parts.ts'
import type { RenderedSlide } from './rendered-slide.ts'
import { tableModel } from './table.ts'
import { renderTexts, type SlideTexts } from './texts.ts'
import { layoutValue } from './view.ts'

/** The whole <section> of a slide, and what stands on it. */
export function renderSlide(
  resolved: ResolvedSlide,
  layout: Layout,
  entry: OutlineEntry,
  environment: RenderEnvironment,
): RenderedSlide {
  const visuals = resolved.visuals.filter((visual) => visual !== undefined)
  const onSlide = usesOf(resolved, visuals, false)
  const isRounded = environment.needsRoundingNote?.(onSlide, environment.facts) ?? false
  const texts = renderTexts(resolved, { ...environment, isRounded })
  const parts = slideParts(resolved, layout, texts, environment)
  const words = environment.context.data.config.language.slides
  const made: Made = { resolved, layout, entry, visuals, texts, parts, words }
  const laidOut = layOut(made, environment)
  const slide = slideOf(made, laidOut, environment.edition === 'presenter')
  const count = (kind: Visual['kind']): number => visuals.filter((visual) => visual.kind === kind).length
  const counts = { charts: count('chart'), tables: count('table'), tiles: count('tiles') }
  const rows = visuals.reduce((sum, visual) => sum + (visual.kind === 'table' ? visual.table.rows.length : 0), 0)
  const { groups, text } = parts.view
  const needs = checkNeeds(resolved.source, layout, { ...counts, rows, groups: groups.length, text: text !== '' })
  return {
    slide,
    facts: [...slide.uses.map(({ fact }) => fact), ...slide.charts.flatMap(chartFacts)],
    diagnostics: [...texts.diagnostics, ...parts.diagnostics, ...laidOut.diagnostics, ...needs],
  }
}

/** A slide's parts before its layout places them. */
interface Made {
  readonly resolved: ResolvedSlide
  readonly layout: Layout
  readonly entry: OutlineEntry
  readonly visuals: readonly Visual[]
  readonly texts: SlideTexts
  readonly parts: SlideParts
  readonly words: SlideWords
}

function layOut({ resolved, layout, entry, texts, parts }: Made, environment: RenderEnvironment): RenderedLayout {
  const { section, agenda, qr, context, helpers, partials, total } = environment
  const { front, id } = resolved.source
  const { fields } = texts
  const slide = { id, number: entry.number, total, layout: layout.name, class: front.class ?? '', fields }
  const view = { ...parts.view, section, agenda, qr, deck: context.data.config, slide }
  return renderLayout(layout, layoutValue(view, layout.needs), { helpers, partials, slideId: id })
}

/** Everything told of a slide; its notes and what they show are for presenters only. */
function slideOf(
  { resolved, layout, entry, visuals, texts, parts, words }: Made,
  laidOut: RenderedLayout,
  showsNotes: boolean,
): Slide {
  const { source, ink, title, notes } = resolved
  const { front, id } = source
  return {
    id,
    number: entry.number,
    layout: layout.name,
    title: title ? plainText(title.text, ink.marks) : '',
    section: entry.section,
    hidden: front.hidden ?? false,
    historical: front.historical ?? false,
    html: sectionHtml(laidOut.html, entry, { notes: showsNotes ? texts.notes : '', words }),
    notes: showsNotes && notes ? plainText(notes.text, ink.marks).trim() : '',
    charts: visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.model] : [])),
    chartPlaces: visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.place] : [])),
    tables: visuals.flatMap((visual) => (visual.kind === 'table' ? [tableModel(visual.table, ink.marks)] : [])),
    uses: usesOf(resolved, visuals, showsNotes).concat(laidOut.uses),
    texts: [...textsOf(texts, visuals, showsNotes), ...laidOut.texts],
    sources: parts.documents,
    place: { path: source.path, line: 1, column: 1 },
  }
}

function sectionHtml(
  inner: string,
  { source, number, section }: OutlineEntry,
  { notes, words }: { readonly notes: string; readonly words: SlideWords },
): string {
  const { front, id } = source
  const names = [`layout-${front.layout}`, ...(front.class === undefined ? [] : [front.class])].join(' ')
  const attributes = [
    `id="${escapeHtml(id)}"`,
    `class="${escapeHtml(names)}"`,
    `data-layout="${escapeHtml(front.layout)}"`,
    `data-section="${escapeHtml(section)}"`,
    `data-number="${number}"`,
    ...(front.hidden === true ? [`data-hidden="${escapeHtml(words.hidden)}"`] : []),
  ]
  const aside = notes === '' ? '' : `<aside class="notes">${notes}</aside>\n`
  const anchor = `<span class="anchor" id="/${escapeHtml(id)}"></span>` // what "#/revenues" leads to without scripts
  return `<section ${attributes.join(' ')}>${anchor}\n${inner.trim()}\n${aside}</section>`
}

function usesOf(resolved: ResolvedSlide, visuals: readonly Visual[], withNotes: boolean): readonly FigureUse[] {
  const marks = withNotes ? resolved.ink.marks : resolved.ink.marks.slice(0, resolved.notesFrom)
  const written = marks.flatMap((mark) => (mark.kind === 'figure' ? [mark.use] : []))
  return [...written, ...visuals.flatMap((visual) => (visual.kind === 'chart' ? visual.uses : []))]
}

function textsOf(texts: SlideTexts, visuals: readonly Visual[], withNotes: boolean): Slide['texts'] {
  const inVisuals = visuals.flatMap((visual) => {
    if (visual.kind === 'chart') return visual.texts
    return visual.kind === 'table' ? visual.table.texts : visual.tiles.flatMap((tile) => tile.texts)
  })
  return [...texts.runs, ...inVisuals, ...(withNotes ? texts.noteRuns : [])]
}

function chartFacts(model: ChartModel): readonly string[] {
  const marks = [...model.series.flatMap((series) => series.marks), ...(model.totals ?? [])]
  const others = [...model.rows.flatMap(({ cells }) => cells), ...model.arrows, ...(model.whole ? [model.whole] : [])]
  const own = [...marks, ...others].flatMap((text) => (text?.fact ? [text.fact] : []))
  return [...own, ...(model.panels ?? []).flatMap(chartFacts)]
}
