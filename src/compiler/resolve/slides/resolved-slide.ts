import type { Language } from '../../../language/language.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Block, FieldContent, Group, Inline, Text, Tile } from '../../../model/content.ts'
import type { FigureUse, Note, TableModel } from '../../../model/deck.ts'
import type { Diagnostic, Report } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { softened } from '../../diagnostics/gaps.ts'
import type { ParsedBlock } from '../../parse/slides/parsed-block.ts'
import type { FieldSource, ParsedSlide } from '../../parse/slides/parsed-slide.ts'
import type { TextSource } from '../../parse/slides/slide-text.ts'
import { resolveChart } from '../charts/chart-block.ts'
import { shareBounds } from '../charts/chart-scales.ts'
import { distinctTitles } from '../charts/chart-titles.ts'
import { softMarkNotes } from '../charts/chart-words.ts'
import type { DeckContext } from '../deck-context.ts'
import { fallsIn, type PrintedFigure, printedFigures } from '../placeholders/figure-uses.ts'
import { type FilledText, resolveMarkdown, type TextEnvironment } from '../placeholders/filled-text.ts'
import { head } from '../placeholders/heads.ts'
import type { Helper } from '../placeholders/helper-call.ts'
import { resolveFigureTable } from '../tables/table-figures.ts'
import { resolveGuidanceTable } from '../tables/table-guidance.ts'
import { resolvePlainTable } from '../tables/table-plain.ts'
import { resolveReconciliationTable } from '../tables/table-reconciliation.ts'
import { shareGrid } from '../tables/table-size.ts'
import { resolveTiles } from '../tables/tiles.ts'
import type { BlockEnvironment } from './block-environment.ts'
import {
  derivedFootnotes,
  joinedNotes,
  markBlocks,
  markChart,
  markField,
  markGroup,
  markTable,
  markText,
  markTile,
  statusMarks,
} from './footnotes.ts'
import { documentsOf, type NoteSources } from './status-notes.ts'

/** A visual with its numbers, before its layout gives it a box. */
export type ResolvedVisual =
  | {
      readonly kind: 'chart'
      readonly id: string
      readonly model: ChartModel
      readonly uses: readonly FigureUse[]
      readonly bases: Readonly<Record<string, string>>
      readonly ownScale: boolean
      readonly hasOwnTitle: boolean
      readonly texts: readonly Text[]
      readonly place: Place
    }
  | {
      readonly kind: 'table'
      readonly id: string
      readonly table: TableModel
      readonly figures: readonly PrintedFigure[]
    }
  | { readonly kind: 'tiles'; readonly id: string; readonly tiles: readonly Tile[] }

/** A slide with every placeholder filled and every block looked up; what depends on other slides or its layout comes later. */
export interface ResolvedSlide {
  readonly parsed: ParsedSlide
  readonly title: Text | null
  readonly subtitle: Text | null
  readonly takeaway: Text | null
  readonly fields: Readonly<Record<string, FieldContent>>
  readonly lead: readonly Block[]
  readonly groups: readonly Group[]
  readonly visuals: readonly ResolvedVisual[]
  readonly footnotes: readonly Note[]
  /** Documents of its figures, one entry a figure. */
  readonly documents: readonly string[]
  readonly notes: readonly Block[]
  /** Numbers on the slide itself, and those in its notes. */
  readonly printed: readonly PrintedFigure[]
  readonly inNotes: readonly PrintedFigure[]
  /** Markdown texts, for findings about their links and syntax. */
  readonly flows: readonly FilledText[]
  /** Whether nothing of it is left out because of a mistake. */
  readonly isWhole: boolean
}

interface SlideEnvironment {
  readonly context: DeckContext
  readonly helpers: ReadonlyMap<string, Helper>
  readonly report: Report
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

/** Fills the placeholders of a slide and resolves its blocks. Values are numbered in the order in which they are read. */
export function resolveSlide(
  parsed: ParsedSlide,
  { context, helpers, report: reportTo }: SlideEnvironment,
): ResolvedSlide {
  const { report, isWhole } = errorWatch(reportTo, parsed.diagnostics, context.draft)
  const { source } = parsed
  const { language } = context.data.config
  const printed = printedFigures(source.id, fallsIn(context))
  const environment = { helpers, report, printed }
  const flows: FilledText[] = []
  const fill = (text: TextSource): FilledText => {
    const filled = resolveMarkdown(text, environment, (index) => parsed.blocks[index]?.id ?? '')
    flows.push(filled)
    return filled
  }
  const texts = resolveTexts(parsed, fill)
  const blocks = parsed.blocks.map((block) => resolveBlock(block, { ...environment, context }))
  const figures = printed.figures.slice()
  const notes = parsed.notes ? fill(parsed.notes).blocks : []
  const visuals = besideEachOther(
    blocks.filter((one) => one !== undefined),
    language,
    report,
  )
  const place: Place = { path: source.path, line: 1, column: 1 }
  const sources = noteSources(context, source.id)
  return {
    parsed,
    ...withFootnotes({ ...texts, visuals }, { figures, sources, place, language }),
    documents: figures.flatMap(({ fact }) => documentsOf(fact, sources.find)),
    notes,
    printed: figures,
    inNotes: printed.figures.slice(figures.length),
    flows,
    isWhole: isWhole(),
  }
}

/** A sink that also notices whether an error was among the findings. */
function errorWatch(reportTo: Report, before: readonly Diagnostic[], isDraft: boolean) {
  let isWhole = !before.some(isError)
  const report: Report = (found) => {
    const diagnostic = softened(found, isDraft)
    if (isError(diagnostic)) isWhole = false
    reportTo(diagnostic)
  }
  return { report, isWhole: () => isWhole }
}

/** A text of one line: Markdown gives it as one paragraph. */
function lineOf(source: TextSource | undefined, fill: (source: TextSource) => FilledText): Text | null {
  if (!source) return null
  const { blocks, marked } = fill(source)
  const runs = blocks.flatMap((block): readonly Inline[] => (block.kind === 'paragraph' ? block.runs : []))
  return { runs, place: marked.place }
}

/** The texts before those of the blocks, in the order in which their values are numbered. */
function resolveTexts(parsed: ParsedSlide, fill: (source: TextSource) => FilledText): Omit<Content, 'visuals'> {
  const title = lineOf(parsed.title, fill)
  const subtitle = lineOf(parsed.subtitle, fill)
  const takeaway = lineOf(parsed.takeaway, fill)
  const fields = Object.fromEntries(
    Object.entries(parsed.fields).map(([key, field]) => [key, resolveField(field, fill)]),
  )
  return { title: title && head(title), subtitle, takeaway, fields, ...grouped(fill(parsed.body).blocks) }
}

function resolveField(field: FieldSource, fill: (source: TextSource) => FilledText): FieldContent {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', text: lineOf(field.text, fill) ?? { runs: [], place: field.text.origin } }
    case 'list':
      return { kind: 'list', items: field.items.map((item) => resolveField(item, fill)) }
    case 'map':
      return {
        kind: 'map',
        entries: Object.fromEntries(
          Object.entries(field.entries).map(([key, item]) => [key, resolveField(item, fill)]),
        ),
      }
    case 'value':
      return field
  }
}

/** What stands before the first heading of the second level, and under each. */
function grouped(blocks: readonly Block[]): { readonly lead: readonly Block[]; readonly groups: readonly Group[] } {
  const lead: Block[] = []
  const groups: { heading: Text; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2)
      groups.push({ heading: head({ runs: block.runs, place: block.place }), blocks: [] })
    else (groups.at(-1)?.blocks ?? lead).push(block)
  }
  return { lead, groups }
}

/** Charts of one slide share scales, and no two have the same title; tables of the same columns stand on one grid. */
function besideEachOther(
  visuals: readonly ResolvedVisual[],
  language: Language,
  report: Report,
): readonly ResolvedVisual[] {
  const charts = visuals.filter((visual) => visual.kind === 'chart')
  const scaled = shareBounds(charts, language.charts)
  const titled = charts.map((chart, index) => ({ ...chart, model: scaled[index] ?? chart.model }))
  const models = new Map(distinctTitles(titled, language, report).map((model) => [model.id, model]))
  const tables = visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))
  const onGrid = new Map(shareGrid(tables).map((table) => [table.id, table]))
  return visuals.map((visual) => {
    if (visual.kind === 'chart') return { ...visual, model: models.get(visual.model.id) ?? visual.model }
    return visual.kind === 'table' ? { ...visual, table: onGrid.get(visual.table.id) ?? visual.table } : visual
  })
}

type Chart = Extract<ResolvedVisual, { readonly kind: 'chart' }>
type Common = TextEnvironment & Pick<BlockEnvironment, 'context'>

function resolveBlock(block: ParsedBlock | undefined, common: Common): ResolvedVisual | undefined {
  if (!block) return undefined
  const { id, place, document, texts } = block
  const environment: BlockEnvironment = { ...common, id, place, document, texts }
  const { spec } = block
  if (spec.kind === 'chart') {
    const chart = resolveChart(spec.spec, environment)
    return chart && { kind: 'chart', id, place, ...chart }
  }
  if (spec.kind === 'tiles') return { kind: 'tiles', id, tiles: resolveTiles(spec.spec, environment) }
  return resolveTable(spec, environment)
}

type TableBlock = Exclude<ParsedBlock['spec'], { readonly kind: 'chart' | 'tiles' }>

function tableOf(block: TableBlock, environment: BlockEnvironment): TableModel | undefined {
  switch (block.kind) {
    case 'plain-table':
      return resolvePlainTable(block.spec, environment)
    case 'guidance-table':
      return resolveGuidanceTable(block.spec, environment)
    case 'reconciliation-table':
      return resolveReconciliationTable(block.spec, environment)
    case 'figure-table':
      return resolveFigureTable(block.spec, environment)
  }
}

function resolveTable(spec: TableBlock, environment: BlockEnvironment): ResolvedVisual | undefined {
  const before = environment.printed.figures.length
  const table = tableOf(spec, environment)
  return table && { kind: 'table', id: environment.id, table, figures: environment.printed.figures.slice(before) }
}

type Content = Pick<ResolvedSlide, 'title' | 'subtitle' | 'takeaway' | 'fields' | 'lead' | 'groups' | 'visuals'>

/**
 * Notes on what is corrected or restated, and on figures that no source gives as such: all at the foot of the slide, with few
 * signs; marks of charts are distinguished by their periods.
 */
function withFootnotes(
  { title, subtitle, takeaway, fields, lead, groups, visuals }: Content,
  { figures, sources, place, language }: NotedSlide,
): Content & Pick<ResolvedSlide, 'footnotes'> {
  const inTables = new Set(visuals.flatMap((visual) => (visual.kind === 'table' ? visual.figures : [])))
  const inText = figures.filter((figure) => !inTables.has(figure))
  const inCharts = visuals.flatMap((visual) => (visual.kind === 'chart' ? chartFigures(visual, sources) : []))
  const ofStatus = statusMarks({ inText, inTables: [...inTables], inCharts }, sources, place)
  const derived = derivedFootnotes([...inText, ...inTables], sources, { taken: ofStatus.marks, place })
  const marks = new Map([...derived.marks, ...ofStatus.marks])
  const models = visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.model] : []))
  const ofCharts = softMarkNotes(models, language)
  return {
    title: title && markText(title, marks),
    subtitle: subtitle && markText(subtitle, marks),
    takeaway: takeaway && markText(takeaway, marks),
    fields: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, markField(field, marks)])),
    lead: markBlocks(lead, marks),
    groups: groups.map((group) => markGroup(group, marks)),
    visuals: visuals.map((visual) => {
      if (visual.kind === 'tiles') return { ...visual, tiles: visual.tiles.map((tile) => markTile(tile, marks)) }
      if (visual.kind === 'chart') return { ...visual, model: markChart(visual.model, ofStatus.byFact) }
      return { ...visual, table: markTable(visual.table, { marks, notes: ofStatus.notes }) }
    }),
    footnotes: [...ofStatus.notes, ...joinedNotes(derived.notes, ofCharts, { words: sources.words, place })],
  }
}

interface NotedSlide {
  readonly figures: readonly PrintedFigure[]
  readonly sources: NoteSources
  readonly place: Place
  readonly language: Language
}

const chartFigures = ({ uses }: Pick<Chart, 'uses'>, { find }: NoteSources): readonly PrintedFigure[] =>
  uses.flatMap((use) => {
    const fact = find(use.fact)
    return fact ? [{ use, fact }] : []
  })

/** What the notes of a slide are made from. */
function noteSources({ data, facts }: DeckContext, slide: string): NoteSources {
  const { language, date } = data.config
  const errata = data.errata.filter((erratum) => erratum.slide === slide)
  const { separator } = language.lists
  return { find: facts.find, words: language.facts, errata, year: date.slice(0, 4), separator }
}
