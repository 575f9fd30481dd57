import type { ChartWords, FactWords } from '../../../language/language.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Block, FieldContent, Group, Inline, Text } from '../../../model/content.ts'
import type { FigureUse, Note, TableModel, Tile } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import type { ParsedBlock } from '../../parse/slides/parsed-block.ts'
import type { FieldSource, ParsedSlide } from '../../parse/slides/parsed-slide.ts'
import type { TextSource } from '../../parse/slides/slide-text.ts'
import { resolveChart } from '../charts/chart.ts'
import { shareBounds } from '../charts/chart-scales.ts'
import type { DeckContext } from '../context.ts'
import type { Helper } from '../placeholders/helper.ts'
import { type PrintedFigure, printedFigures } from '../placeholders/printed.ts'
import { type FilledText, resolveMarkdown, type TextEnvironment } from '../placeholders/text-source.ts'
import { resolveFigureTable } from '../tables/table-figures.ts'
import { resolvePlainTable } from '../tables/table-plain.ts'
import { resolveTiles } from '../tables/tiles.ts'
import type { BlockEnvironment } from './block.ts'
import {
  documentsOf,
  type FindFact,
  footnotesOf,
  letterMark,
  markBlocks,
  markField,
  markGroup,
  markTable,
  markText,
  markTile,
  signMark,
} from './footnotes.ts'

/** A visual with its numbers, before its layout gives it a box. */
export type ResolvedVisual =
  | {
      readonly kind: 'chart'
      readonly id: string
      readonly model: ChartModel
      readonly uses: readonly FigureUse[]
      readonly ownScale: boolean
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
  readonly diagnostics: readonly Diagnostic[]
}

/** Fills the placeholders of a slide and resolves its blocks. Values are numbered in the order in which they are read. */
export function resolveSlide(
  parsed: ParsedSlide,
  context: DeckContext,
  helpers: ReadonlyMap<string, Helper>,
): ResolvedSlide {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const { source } = parsed
  const { language } = context.data.config
  const printed = printedFigures(source.id)
  const environment = { helpers, report, printed }
  const flows: FilledText[] = []
  const fill = (text: TextSource): FilledText => {
    const filled = resolveMarkdown(text, environment, (index) => parsed.blocks[index]?.id ?? '')
    flows.push(filled)
    return filled
  }
  const title = lineOf(parsed.title, fill)
  const subtitle = lineOf(parsed.subtitle, fill)
  const fields = Object.fromEntries(
    Object.entries(parsed.fields).map(([key, field]) => [key, resolveField(field, fill)]),
  )
  const { lead, groups } = grouped(fill(parsed.body).blocks)
  const blocks = parsed.blocks.map((block) => resolveBlock(block, { ...environment, context }))
  const figures = printed.figures.slice()
  const notes = parsed.notes ? fill(parsed.notes).blocks : []
  const content = {
    title,
    subtitle,
    fields,
    lead,
    groups,
    visuals: onSharedScales(
      blocks.filter((one) => one !== undefined),
      language.charts,
    ),
  }
  const place: Place = { path: source.path, line: 1, column: 1 }
  const { find } = context.facts
  return {
    parsed,
    ...withFootnotes(content, { figures, find, place, words: language.facts }),
    documents: figures.flatMap(({ fact }) => documentsOf(fact, find)),
    notes,
    printed: figures,
    inNotes: printed.figures.slice(figures.length),
    flows,
    diagnostics,
  }
}

/** A text of one line: Markdown gives it as one paragraph. */
function lineOf(source: TextSource | undefined, fill: (source: TextSource) => FilledText): Text | null {
  if (!source) return null
  const { blocks, marked } = fill(source)
  const runs = blocks.flatMap((block): readonly Inline[] => (block.kind === 'paragraph' ? block.runs : []))
  return { runs, place: marked.place }
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
      groups.push({ heading: { runs: block.runs, place: block.place }, blocks: [] })
    else (groups.at(-1)?.blocks ?? lead).push(block)
  }
  return { lead, groups }
}

function onSharedScales(visuals: readonly ResolvedVisual[], words: ChartWords): readonly ResolvedVisual[] {
  const charts = visuals.filter((visual) => visual.kind === 'chart')
  const models = new Map(shareBounds(charts, words).map((model) => [model.id, model]))
  return visuals.map((visual) =>
    visual.kind === 'chart' ? { ...visual, model: models.get(visual.model.id) ?? visual.model } : visual,
  )
}

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

function resolveTable(
  spec: Extract<ParsedBlock['spec'], { readonly kind: 'figure-table' | 'plain-table' }>,
  environment: BlockEnvironment,
): ResolvedVisual | undefined {
  const before = environment.printed.figures.length
  const table =
    spec.kind === 'plain-table' ? resolvePlainTable(spec.spec, environment) : resolveFigureTable(spec.spec, environment)
  return table && { kind: 'table', id: environment.id, table, figures: environment.printed.figures.slice(before) }
}

type Content = Pick<ResolvedSlide, 'title' | 'subtitle' | 'fields' | 'lead' | 'groups' | 'visuals'>

/** Notes on figures that no source gives as such: signs in text and tiles, letters in each table. Charts have their own. */
function withFootnotes(
  { title, subtitle, fields, lead, groups, visuals }: Content,
  given: {
    readonly figures: readonly PrintedFigure[]
    readonly find: FindFact
    readonly words: FactWords
    readonly place: Place
  },
): Content & Pick<ResolvedSlide, 'footnotes'> {
  const { figures, find, words, place } = given
  const inTables = new Set(visuals.flatMap((visual) => (visual.kind === 'table' ? visual.figures : [])))
  const inText = figures.filter((figure) => !inTables.has(figure))
  const { marks, notes } = footnotesOf(inText, { find, words, markOf: signMark, place })
  return {
    title: title && markText(title, marks),
    subtitle: subtitle && markText(subtitle, marks),
    fields: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, markField(field, marks)])),
    lead: markBlocks(lead, marks),
    groups: groups.map((group) => markGroup(group, marks)),
    visuals: visuals.map((visual) => {
      if (visual.kind === 'tiles') return { ...visual, tiles: visual.tiles.map((tile) => markTile(tile, marks)) }
      if (visual.kind === 'chart') return visual
      const own = footnotesOf(visual.figures, { find, words, markOf: letterMark, place: visual.table.place })
      return { ...visual, table: markTable(visual.table, own) }
    }),
    footnotes: notes,
  }
}
