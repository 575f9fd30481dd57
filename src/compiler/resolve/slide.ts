import type { ChartWords } from '../../language/language.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { missingBlock } from '../diagnostics/blocks.ts'
import type { Block, SlideSource } from '../parse/slide.ts'
import { parseSpec } from '../parse/spec.ts'
import type { KeyPath } from '../parse/yaml.ts'
import type { BlockEnvironment } from './block.ts'
import { resolveChartBlock } from './chart-block.ts'
import { shareBounds } from './chart-scales.ts'
import type { DeckContext } from './context.ts'
import type { Helper } from './helper.ts'
import { createInk } from './ink.ts'
import type { FieldValue, ResolvedSlide, Visual } from './resolved-slide.ts'
import { resolveTable } from './table.ts'
import { type MarkedText, type Readers, resolveText } from './text.ts'
import { resolveTiles } from './tiles.ts'

export interface SlideEnvironment {
  readonly helpers: ReadonlyMap<string, Helper>
  readonly readers?: Readers
}

/** Fills the placeholders of a slide and resolves its blocks. Values are numbered in the order in which they are read. */
export function resolveSlide(
  source: SlideSource,
  context: DeckContext,
  { helpers, readers }: SlideEnvironment,
): ResolvedSlide {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const ink = createInk(source.id)
  const environment = { helpers, report, ink, ...(readers && { readers }) }
  const { front, document } = source
  const text = (words: string, path: KeyPath): MarkedText => resolveText(words, document.originOf(path), environment)
  const field = (value: unknown, path: KeyPath): FieldValue => {
    if (typeof value === 'string') return { kind: 'marked', text: text(value, path) }
    if (Array.isArray(value)) return { kind: 'list', items: value.map((item, index) => field(item, [...path, index])) }
    if (typeof value === 'object' && value !== null)
      return {
        kind: 'map',
        entries: new Map(Object.entries(value).map(([key, item]) => [key, field(item, [...path, key])])),
      }
    return { kind: 'plain', value: typeof value === 'number' || typeof value === 'boolean' ? value : null }
  }
  const title = front.title === undefined ? undefined : text(front.title, ['title'])
  const subtitle = front.subtitle === undefined ? undefined : text(front.subtitle, ['subtitle'])
  const fields = Object.entries(front.fields ?? {}).map(([key, value]): [string, FieldValue] => [
    key,
    field(value, ['fields', key]),
  ])
  const body = resolveText(source.body.text, source.body.origin, environment)
  const counts = new Map<string, number>()
  const blocks = source.blocks.map((block) => {
    const count = (counts.get(block.kind) ?? 0) + 1
    counts.set(block.kind, count)
    return resolveBlock(block, `${source.id}-${block.kind}-${count}`, { ...environment, context })
  })
  const visuals = onSharedScales(blocks, context.data.config.language.charts)
  const notesFrom = ink.marks.length
  const notes = source.notes && resolveText(source.notes.text, source.notes.origin, environment)
  return { source, ink, title, subtitle, fields: new Map(fields), body, visuals, notes, notesFrom, diagnostics }
}

function onSharedScales(visuals: readonly (Visual | undefined)[], words: ChartWords): readonly (Visual | undefined)[] {
  const charts = visuals.filter((visual) => visual?.kind === 'chart')
  const models = new Map(shareBounds(charts, words).map((model) => [model.id, model]))
  return visuals.map((visual) =>
    visual?.kind === 'chart' ? { ...visual, model: models.get(visual.model.id) ?? visual.model } : visual,
  )
}

function resolveBlock(
  block: Block,
  id: string,
  common: Pick<BlockEnvironment, 'context' | 'helpers' | 'ink' | 'report' | 'readers'>,
): Visual | undefined {
  if (block.yaml.text.trim() === '') return void common.report(missingBlock(block.kind, block.place))
  if (block.kind === 'chart') return resolveChartBlock(block, id, common)
  const { document, diagnostics } = (common.readers?.spec ?? parseSpec)(block.yaml)
  for (const diagnostic of diagnostics) common.report(diagnostic)
  if (!document) return undefined
  if (document.value === null) return void common.report(missingBlock(block.kind, block.place))
  const environment: BlockEnvironment = { ...common, id, document, place: block.place }
  if (block.kind === 'table') {
    const table = resolveTable(environment)
    return table && { kind: 'table', table }
  }
  const tiles = resolveTiles(environment)
  return tiles && { kind: 'tiles', tiles }
}
