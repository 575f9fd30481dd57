import { counted } from '../../language/fill.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { escapeHtml } from '../../model/html.ts'
import { unknownDocument } from '../diagnostics/data.ts'
import { chartBox, type Layout } from '../parse/layout.ts'
import { documentsOf, footnoteOf } from '../resolve/footnotes.ts'
import { type Mark, plainText } from '../resolve/ink.ts'
import type { ResolvedSlide, Visual } from '../resolve/resolved-slide.ts'
import type { ResolvedTable } from '../resolve/resolved-table.ts'
import { renderChart } from './chart.ts'
import type { RenderEnvironment } from './environment.ts'
import type { FootnoteMarks } from './expand.ts'
import type { FlowItem } from './markdown.ts'
import { inlineHtml, renderTable } from './table.ts'
import { noteHtml, type SlideTexts } from './texts.ts'
import { renderTiles } from './tiles.ts'
import type { GroupView, SlideView, VisualView } from './view.ts'

export interface SlideParts {
  readonly view: Omit<SlideView, 'section' | 'agenda' | 'qr' | 'deck' | 'slide'>
  readonly documents: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Everything that a layout places: texts, visuals, source line, footnotes. */
export function slideParts(
  resolved: ResolvedSlide,
  layout: Layout,
  texts: SlideTexts,
  environment: RenderEnvironment,
): SlideParts {
  const views = resolved.visuals.map((visual, index) =>
    visual ? visualView(visual, index, { resolved, layout, texts, environment }) : undefined,
  )
  const [lead, ...groups] = texts.groups
  const visualsIn = (items: readonly FlowItem[]): readonly VisualView[] =>
    items.flatMap((item) => (item.kind === 'visual' ? (views[item.index] ?? []) : []))
  const textIn = (items: readonly FlowItem[]): string =>
    items.map((item) => (item.kind === 'html' ? item.html : '')).join('')
  const allIn = (items: readonly FlowItem[]): string =>
    items.map((item) => (item.kind === 'html' ? item.html : (views[item.index]?.html ?? ''))).join('')
  const groupViews = groups.map(({ heading = '', items }, index): GroupView => {
    return { id: `${resolved.source.id}-group-${index + 1}`, heading, html: textIn(items), visuals: visualsIn(items) }
  })
  const leadItems = lead?.items ?? []
  const withHeading = (heading: string, html: string): string => `<h3>${heading}</h3>\n${html}`
  const { documents, diagnostics } = sourcesOf(resolved, environment)
  return {
    view: {
      title: texts.title,
      subtitle: texts.subtitle,
      lead: textIn(leadItems),
      groups: groupViews,
      text: [textIn(leadItems), ...groupViews.map(({ heading, html }) => withHeading(heading, html))].join(''),
      body: [allIn(leadItems), ...groups.map(({ heading = '', items }) => withHeading(heading, allIn(items)))].join(''),
      visuals: views.filter((view) => view !== undefined),
      sources: sourceLine(documents, environment),
      footnotes: texts.footnotes,
    },
    documents,
    diagnostics,
  }
}

interface VisualOptions {
  readonly resolved: ResolvedSlide
  readonly layout: Layout
  readonly texts: SlideTexts
  readonly environment: RenderEnvironment
}

function visualView(
  visual: Visual,
  index: number,
  { resolved, layout, texts, environment }: VisualOptions,
): VisualView {
  const { marks } = resolved.ink
  if (visual.kind === 'chart') {
    const { model, uses } = visual
    const size = chartBox(layout, resolved.source.front.class)
    const drawing = environment.drawChart?.(model, size)
    const url = drawing === undefined ? undefined : environment.assetUrl(`${model.id}.svg`, drawing)
    const html = renderChart(model, uses, {
      size,
      words: environment.context.data.config.language.charts,
      ...(url !== undefined && { url }),
    })
    return { kind: 'chart', id: model.id, title: model.title, html }
  }
  if (visual.kind === 'table') {
    const { table } = visual
    const { footnotes, notes } = tableNotes(table, marks, environment)
    const html = renderTable(table, notes, { marks, footnotes })
    return { kind: 'table', id: table.id, title: plainText(table.caption, marks), html }
  }
  const html = renderTiles(visual.tiles, { marks, footnotes: texts.footnoteMarks })
  return { kind: 'tiles', id: `${resolved.source.id}-tiles-${index + 1}`, title: '', html }
}

/** Notes on derived and range figures of a table by letters, before the author's own. */
function tableNotes(
  table: ResolvedTable,
  marks: readonly Mark[],
  { facts, context }: RenderEnvironment,
): { footnotes: FootnoteMarks; notes: readonly string[] } {
  const own = new Set(table.figures)
  const footnotes = new Map<string, string>()
  const letters = new Map<string, string>()
  for (const mark of marks) {
    if (mark.kind !== 'figure' || !own.has(mark.use.key)) continue
    const note = footnoteOf(mark.fact, facts, context.data.config.language.facts)
    if (note === undefined) continue
    const letter = letters.get(note) ?? String.fromCharCode(97 + (letters.size % 26))
    letters.set(note, letter)
    footnotes.set(mark.use.fact, letter)
  }
  const automatic = [...letters].map(([note, letter]) => noteHtml(letter, note))
  return { footnotes, notes: [...automatic, ...table.notes.map((note) => inlineHtml(note, { marks, footnotes }))] }
}

/** Documents that the figures of the slide come from, and those that the author adds. */
function sourcesOf(
  { ink, notesFrom, visuals, source }: ResolvedSlide,
  { facts, context }: RenderEnvironment,
): { documents: readonly string[]; diagnostics: readonly Diagnostic[] } {
  const { documents } = context.data
  const written = ink.marks
    .slice(0, notesFrom)
    .flatMap((mark) => (mark.kind === 'figure' ? documentsOf(mark.fact, facts) : []))
  const charted = visuals.flatMap((visual) => (visual?.kind === 'chart' ? visual.model.sources : []))
  const { front, document } = source
  const added = front.source === undefined ? [] : [front.source].flat()
  const diagnostics = added.flatMap((id, index) => {
    const path = Array.isArray(front.source) ? ['source', index] : ['source']
    return documents.has(id) ? [] : [unknownDocument(id, { place: document.placeOf(path), known: documents.keys() })]
  })
  return { documents: byUse([...added, ...written, ...charted], added), diagnostics }
}

/** Each document once: those that the author names first, then by how many figures come from them. */
function byUse(ids: readonly string[], first: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const id of first) counts.set(id, Number.POSITIVE_INFINITY)
  return [...counts].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([id]) => id)
}

const shownSources = 4

/** Short names of the documents; a line holds a few, the cards of the figures name all. */
function sourceLine(ids: readonly string[], { context }: RenderEnvironment): string {
  const { language } = context.data.config
  const names = new Set(
    ids.flatMap((id) => {
      const document = context.data.documents.get(id)
      return document ? [document.short ?? document.title] : []
    }),
  )
  const shown = [...names].slice(0, shownSources).map((name) => `<span class="source">${escapeHtml(name)}</span>`)
  const more = names.size - shown.length
  const rest =
    more > 0
      ? [`<span class="source-more">${escapeHtml(counted(language.tag, language.slides.moreSources, more))}</span>`]
      : []
  return [...shown, ...rest].join('; ')
}
