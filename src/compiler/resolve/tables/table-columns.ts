import { formatDates, formatPeriod } from '../../../format/calendar.ts'
import { missingEnd } from '../../../format/fiscal.ts'
import type { Inline } from '../../../model/content.ts'
import type { Metric } from '../../../model/figure.ts'
import { type Period, periodKey, type Span } from '../../../model/period.ts'
import { missingPeriodEnd } from '../../diagnostics/data.ts'
import type { ChangeSpec, ColumnSpec, ColumnsSpec } from '../../parse/slides/table-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { type BlockEnvironment, periodIn, placeIn, scenarioIn, textIn } from '../slides/block-environment.ts'
import { type DatedColumn, withDatedHeads } from './table-heads.ts'

/** A column of the block, looked up. */
export interface PeriodColumn extends DatedColumn {
  readonly scenario: string | undefined
  readonly sub: readonly Inline[] | undefined
  readonly emphasis: boolean
}

/** A column of words: what each row says under its name. */
interface TextColumn {
  readonly kind: 'text'
  readonly name: string
  readonly label: readonly Inline[]
  readonly head?: readonly Inline[] | undefined
}

/** What a cell shows: a figure of its column, a share beside it, a change between two columns, progress, a unit, or words. */
export type CellColumn =
  | { readonly kind: 'figure' | 'share'; readonly column: PeriodColumn }
  | ChangeColumn
  | ProgressColumn
  | TextColumn
  | { readonly kind: 'unit' }

export interface ChangeColumn {
  readonly kind: 'growth' | 'difference' | 'points'
  /** Percentages have a column of points of their own. */
  readonly besidePoints: boolean
  /** A change of times (2.1x) is their difference, and stands in a column of such once. */
  readonly besideDifferences: boolean
  /** Whether the pair has no other column of changes. */
  readonly isAlone: boolean
  readonly from: PeriodColumn | undefined
  readonly to: PeriodColumn
}

/** What is reached so far of the figure of another column. */
export interface ProgressColumn {
  readonly kind: 'progress'
  readonly actual: PeriodColumn
  readonly of: PeriodColumn
  /** Of the whole column: those that its widest range of guidance leaves meaningful. */
  readonly decimals?: number | undefined
}

type Column = PeriodColumn | TextColumn

/** The columns as written, looked up; undefined for each with a mistake. */
export function resolveColumns(spec: ColumnsSpec, environment: BlockEnvironment): readonly (Column | undefined)[] {
  const highlight = spec.highlight === undefined ? undefined : periodIn(environment, spec.highlight, ['highlight'])
  const options = { dates: spec.dates ?? false, highlight, environment }
  const columns = spec.columns.flatMap((column, index) => {
    const path = ['columns', index]
    if (typeof column === 'string' || !('head' in column)) return [resolveColumn(column, path, options)]
    const head = textIn(environment, column.head, [...path, 'head'])
    return column.columns.map((each, at) => {
      const found = resolveColumn(each, [...path, 'columns', at], options)
      return found && { ...found, head }
    })
  })
  return spec.heads ? withDatedHeads<PeriodColumn, TextColumn>(columns, environment.context.data.config) : columns
}

interface Options {
  readonly dates: boolean
  readonly highlight: Period | undefined
  readonly environment: BlockEnvironment
}

function resolveColumn(
  column: ColumnSpec,
  at: KeyPath,
  { dates, highlight, environment }: Options,
): Column | undefined {
  const { config, scenarios } = environment.context.data
  const path = (key: string): KeyPath => (typeof column === 'string' ? at : [...at, key])
  if (typeof column === 'object' && 'text' in column) {
    const label = column.label === undefined ? words(column.text) : textIn(environment, column.label, path('label'))
    return { kind: 'text', name: column.text, label }
  }
  const written = typeof column === 'string' ? { period: column } : column
  const period = periodIn(environment, written.period, path('period'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  if (!period || (written.scenario !== undefined && scenario === undefined)) return undefined
  const isActual = scenario === undefined || scenario === 'actual'
  const name = dated(period, formatPeriod(period, config))
  const label = isActual ? [name] : [name, ...words(` ${scenarios.get(scenario)?.label ?? scenario}`)]
  return {
    period,
    scenario,
    label: written.label === undefined ? label : textIn(environment, written.label, path('label')),
    sub: dates && period.kind === 'span' ? [dated(period, datesOf(period, environment, path('period')))] : undefined,
    isNamed: written.label !== undefined,
    emphasis: highlight
      ? periodKey(period) === periodKey(highlight)
      : isActual && periodKey(period) === periodKey(config.reportingPeriod),
  }
}

const dated = (period: Period, text: string): Inline => ({ kind: 'period', period: period.label, text })

/** Under a heading: months in short, but weeks in words, which say how many there are. */
function datesOf(period: Span, environment: BlockEnvironment, path: KeyPath): string {
  const { calendar, language } = environment.context.data.config
  const unlisted = missingEnd(period, calendar)
  if (unlisted !== undefined) environment.report(missingPeriodEnd(unlisted, placeIn(environment, path)))
  if (period.days?.weeks === undefined) return formatDates(period, language, 'short')
  return halved(formatDates(period, language, 'long'))
}

/** Text that may break once, at the blank nearest to its middle. */
function halved(text: string): string {
  const blanks = [...text.matchAll(/ /g)].map(({ index }) => index)
  const fromMiddle = (index: number): number => Math.abs(index - text.length / 2)
  const [middle] = blanks.sort((a, b) => fromMiddle(a) - fromMiddle(b))
  return text.replace(/ /g, (blank, index: number) => (index === middle ? blank : '\u00a0'))
}

/** The columns as printed: a share beside each figure, the changes beside the pair that they compare. Undefined after a mistake. */
export function cellColumns(
  columns: readonly (Column | undefined)[],
  { change }: Pick<ColumnsSpec, 'change'>,
  whole: Metric | undefined,
): readonly CellColumn[] | undefined {
  const found = columns.filter((column) => column !== undefined)
  if (found.length < columns.length) return undefined
  const kinds = changeKinds(change)
  const changes = new Map(kinds.length === 0 ? [] : pairsOf(found.filter((column) => 'period' in column)))
  return found.flatMap((column): readonly CellColumn[] => {
    if ('name' in column) return [column]
    const share: readonly CellColumn[] = whole ? [{ kind: 'share', column }] : []
    const pair = changes.get(column)
    const among = {
      besidePoints: kinds.includes('points'),
      besideDifferences: kinds.includes('difference'),
      isAlone: kinds.length === 1,
    }
    const beside = pair ? kinds.map((kind) => ({ kind, ...among, ...pair })) : []
    return [{ kind: 'figure', column }, ...share, ...beside]
  })
}

const kindOf = {
  absolute: 'difference',
  difference: 'difference',
  percent: 'growth',
  yoy: 'growth',
  points: 'points',
} as const

/** The columns of changes in the order in which they stand. */
function changeKinds(change: ChangeSpec = 'none'): readonly ChangeColumn['kind'][] {
  if (change === 'none') return []
  if (change === 'both') return ['difference', 'growth']
  return typeof change === 'string' ? [kindOf[change]] : change.map((kind) => kindOf[kind])
}

interface Pair {
  readonly from: PeriodColumn | undefined
  readonly to: PeriodColumn
}

/** Pairs of neighbours, by the column that ends them. Columns of which no two compare are taken as they stand. */
function pairsOf(columns: readonly PeriodColumn[]): readonly (readonly [PeriodColumn, Pair])[] {
  const pairs: (readonly [PeriodColumn, Pair])[] = []
  for (let at = 0; at < columns.length; at++) {
    const [one, other] = [columns[at], columns[at + 1]]
    if (!one || !other || !areComparable(one, other)) continue
    pairs.push([other, endOf(one) < endOf(other) ? { to: other, from: one } : { to: one, from: other }])
    at++
  }
  const [first, second] = columns
  const last = second ?? first
  return pairs.length > 0 || !first || !last ? pairs : [[last, { to: first, from: second }]]
}

/** Two spans of one length or two days, or one period in two scenarios. */
function areComparable({ period, scenario }: PeriodColumn, other: PeriodColumn): boolean {
  if (periodKey(period) === periodKey(other.period)) return scenario !== other.scenario
  return period.kind === 'span' && other.period.kind === 'span'
    ? period.months === other.period.months
    : period.kind === other.period.kind
}

const endOf = ({ period }: PeriodColumn): number => (period.kind === 'span' ? period.start + period.months : period.day)

export const words = (text: string): readonly Inline[] => [{ kind: 'text', text }]
