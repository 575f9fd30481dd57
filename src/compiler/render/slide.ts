import type { ChartModel } from '../../model/chart.ts'
import type { FigureUse, Slide } from '../../model/deck.ts'
import { escapeHtml } from '../../model/html.ts'
import type { Layout } from '../parse/layout.ts'
import { plainText } from '../resolve/ink.ts'
import type { OutlineEntry } from '../resolve/outline.ts'
import type { ResolvedSlide, Visual } from '../resolve/resolved-slide.ts'
import type { RenderEnvironment } from './environment.ts'
import { renderLayout } from './layout.ts'
import { checkNeeds } from './needs.ts'
import { slideParts } from './parts.ts'
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
  const { source, ink } = resolved
  const visuals = resolved.visuals.filter((visual) => visual !== undefined)
  const onSlide = usesOf(resolved, visuals, false)
  const isRounded = environment.needsRoundingNote?.(onSlide, environment.facts) ?? false
  const texts = renderTexts(resolved, { ...environment, isRounded })
  const parts = slideParts(resolved, layout, texts, environment)
  const { front, id } = source
  const slideView = {
    id,
    number: entry.number,
    total: environment.total,
    layout: layout.name,
    class: front.class ?? '',
    fields: texts.fields,
  }
  const { section, agenda, qr, context } = environment
  const view = { ...parts.view, section, agenda, qr, deck: context.data.config, slide: slideView }
  const rendered = renderLayout(layout, layoutValue(view, layout.needs), {
    helpers: environment.helpers,
    partials: environment.partials,
    slideId: id,
  })
  const showsNotes = environment.edition === 'presenter'
  const uses = usesOf(resolved, visuals, showsNotes).concat(rendered.uses)
  const slide: Slide = {
    id,
    number: entry.number,
    layout: layout.name,
    title: resolved.title ? plainText(resolved.title.text, ink.marks) : '',
    section: entry.section,
    hidden: front.hidden ?? false,
    historical: front.historical ?? false,
    html: sectionHtml(rendered.html, entry, showsNotes ? texts.notes : ''),
    notes: showsNotes && resolved.notes ? plainText(resolved.notes.text, ink.marks).trim() : '',
    charts: visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.model] : [])),
    tables: visuals.flatMap((visual) => (visual.kind === 'table' ? [tableModel(visual.table, ink.marks)] : [])),
    uses,
    texts: [...textsOf(texts, visuals, showsNotes), ...rendered.texts],
    sources: parts.documents,
    place: { path: source.path, line: 1, column: 1 },
  }
  const count = (kind: Visual['kind']): number => visuals.filter((visual) => visual.kind === kind).length
  const counts = { charts: count('chart'), tables: count('table'), tiles: count('tiles') }
  const needs = checkNeeds(source, layout, { ...counts, groups: view.groups.length, text: view.text !== '' })
  const charted = slide.charts.flatMap(chartFacts)
  return {
    slide,
    facts: [...uses.map(({ fact }) => fact), ...charted],
    diagnostics: [...texts.diagnostics, ...parts.diagnostics, ...rendered.diagnostics, ...needs],
  }
}

function sectionHtml(inner: string, { source, number, section }: OutlineEntry, notes: string): string {
  const { front, id } = source
  const names = [`layout-${front.layout}`, ...(front.class === undefined ? [] : [front.class])].join(' ')
  const attributes = [
    `id="${escapeHtml(id)}"`,
    `class="${escapeHtml(names)}"`,
    `data-layout="${escapeHtml(front.layout)}"`,
    `data-section="${escapeHtml(section)}"`,
    `data-number="${number}"`,
    ...(front.hidden === true ? ['data-hidden'] : []),
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
