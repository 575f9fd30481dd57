import { comparatorWord, formatDates, formatPeriod } from '../../../format/calendar.ts'
import { missingEnd } from '../../../format/fiscal.ts'
import { fill } from '../../../language/fill.ts'
import type { Inline } from '../../../model/content.ts'
import type { TableColumn } from '../../../model/deck.ts'
import type { Metric } from '../../../model/figure.ts'
import { type Period, periodKey, type Span } from '../../../model/period.ts'
import { missingPeriodEnd } from '../../diagnostics/data.ts'
import type { FigureTableSpec } from '../../parse/slides/table-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { scenarioInSentence } from '../deck-context.ts'
import { type BlockEnvironment, periodIn, placeIn, scenarioIn, textIn } from '../slides/block-environment.ts'

/** A column of the block, looked up. */
export interface PeriodColumn {
  readonly period: Period
  readonly scenario: string | undefined
  readonly label: readonly Inline[]
  readonly sub: readonly Inline[] | undefined
  readonly emphasis: boolean
}

/** A column of words: what each row says under its name. */
interface TextColumn {
  readonly kind: 'text'
  readonly name: string
  readonly label: readonly Inline[]
}

/** What a cell shows: a figure of its column, a share beside it, a change between the first two columns, or words. */
export type CellColumn =
  | { readonly kind: 'figure' | 'share'; readonly column: PeriodColumn }
  | ChangeColumn
  | TextColumn

export interface ChangeColumn {
  readonly kind: 'growth' | 'difference'
  readonly from: PeriodColumn | undefined
  readonly to: PeriodColumn
}

interface Options {
  readonly spec: FigureTableSpec
  readonly environment: BlockEnvironment
}

/** The column as written, looked up; undefined once a mistake in it is reported. */
export function resolveColumn(
  column: FigureTableSpec['columns'][number],
  index: number,
  { spec, environment }: Options,
): PeriodColumn | TextColumn | undefined {
  const { config, scenarios } = environment.context.data
  const path = (key: string) => (typeof column === 'string' ? ['columns', index] : ['columns', index, key])
  if (typeof column === 'object' && 'text' in column) {
    const label = column.label === undefined ? words(column.text) : textIn(environment, column.label, path('label'))
    return { kind: 'text', name: column.text, label }
  }
  const written = typeof column === 'string' ? { period: column } : column
  const period = periodIn(environment, written.period, path('period'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  if (!period || (written.scenario !== undefined && scenario === undefined)) return undefined
  const dated = (text: string): Inline => ({ kind: 'period', period: period.label, text })
  const isActual = scenario === undefined || scenario === 'actual'
  const name = dated(formatPeriod(period, config))
  const label = isActual ? [name] : [name, ...words(` ${scenarios.get(scenario)?.label ?? scenario}`)]
  return {
    period,
    scenario,
    label: written.label === undefined ? label : textIn(environment, written.label, path('label')),
    sub: spec.dates && period.kind === 'span' ? [dated(datesOf(period, environment, path('period')))] : undefined,
    emphasis: isActual && periodKey(period) === periodKey(config.reportingPeriod),
  }
}

/** Under a heading: months in short, but weeks in words, which say how many there are. */
function datesOf(period: Span, environment: BlockEnvironment, path: KeyPath): string {
  const { calendar, language } = environment.context.data.config
  const unlisted = missingEnd(period, calendar)
  if (unlisted !== undefined) environment.report(missingPeriodEnd(unlisted, placeIn(environment, path)))
  return formatDates(period, language, period.days?.weeks === undefined ? 'short' : 'long')
}

/** The columns as printed: a share beside each figure, the changes beside the pair that they compare. */
export function cellColumns(
  columns: readonly (PeriodColumn | TextColumn)[],
  spec: FigureTableSpec,
  whole: Metric | undefined,
): readonly CellColumn[] {
  const changes = new Map(
    spec.change === undefined || spec.change === 'none' ? [] : pairsOf(columns.filter((column) => 'period' in column)),
  )
  return columns.flatMap((column): readonly CellColumn[] => {
    if ('name' in column) return [column]
    const share: readonly CellColumn[] = whole ? [{ kind: 'share', column }] : []
    return [{ kind: 'figure', column }, ...share, ...changeColumns(changes.get(column), spec.change)]
  })
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

function changeColumns(pair: Pair | undefined, change: FigureTableSpec['change']): readonly ChangeColumn[] {
  if (!pair) return []
  const [difference, growth]: readonly [ChangeColumn, ChangeColumn] = [
    { kind: 'difference', ...pair },
    { kind: 'growth', ...pair },
  ]
  if (change === 'both') return [difference, growth]
  return [change === 'yoy' ? growth : difference]
}

/** What stands over a column. */
export function headingOf(column: CellColumn, whole: Metric | undefined, environment: BlockEnvironment): TableColumn {
  const { language } = environment.context.data.config
  if (column.kind === 'text') return { label: column.label, kind: 'text', emphasis: false }
  if ('column' in column && column.kind === 'figure') {
    const { label, sub, emphasis } = column.column
    return { label, kind: 'figure', emphasis, ...(sub !== undefined && { sub }) }
  }
  if ('column' in column)
    return {
      label: words(fill(language.tables.shareOf, { whole: wholeName(whole, environment) })),
      kind: 'share',
      emphasis: column.column.emphasis,
    }
  return { label: words(changeHeading(column, environment)), kind: 'change', emphasis: false }
}

/** "Change", "YoY"; against another scenario than usual "Change vs target", "vs target". */
function changeHeading({ kind, from, to }: ChangeColumn, { context }: BlockEnvironment): string {
  const { language } = context.data.config
  const [now = 'actual', before = 'actual'] = [to.scenario, from?.scenario]
  const isOther = from !== undefined && before !== now
  if (isOther && (before !== 'actual' || periodKey(from.period) === periodKey(to.period))) {
    const base = scenarioInSentence(context.data, before)
    return fill(kind === 'difference' ? language.tables.changeAgainst : language.tables.against, { base })
  }
  if (kind === 'difference') return language.tables.change
  const word = from ? comparatorWord(to.period, from.period, context.data.config) : language.changes.comparators.year
  return from && /\d/.test(word) ? language.tables.change : word
}

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }]

/** The whole's name inside "% of …": a plain word loses its capital where the language gives it none. */
function wholeName(whole: Metric | undefined, { context }: BlockEnvironment): string {
  const name = whole?.short ?? whole?.label ?? ''
  const isPlain = !context.data.config.language.capitalNouns && /^[A-Z][a-z]+(?: [a-z]+)*$/.test(name)
  return isPlain ? name.toLowerCase() : name
}
