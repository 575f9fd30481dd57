import { comparatorWord, formatDates, formatPeriod } from '../../format/calendar.ts'
import { fill } from '../../language/fill.ts'
import type { Metric } from '../../model/figure.ts'
import { type Period, periodKey } from '../../model/period.ts'
import { type BlockEnvironment, periodIn, scenarioIn, textIn } from './block.ts'
import type { ResolvedColumn } from './resolved-table.ts'
import type { FigureTableSpec } from './table-spec.ts'

/** A column of the block, looked up. */
export interface PeriodColumn {
  readonly period: Period
  readonly scenario: string | undefined
  readonly label: string
  readonly sub: string | undefined
  readonly emphasis: boolean
}

/** A column of words: what each row says under its name. */
export interface TextColumn {
  readonly kind: 'text'
  readonly name: string
  readonly label: string
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
    const label = column.label === undefined ? column.text : textIn(environment, column.label, path('label'))
    return { kind: 'text', name: column.text, label }
  }
  const written = typeof column === 'string' ? { period: column } : column
  const period = periodIn(environment, written.period, path('period'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  if (!period || (written.scenario !== undefined && scenario === undefined)) return undefined
  const mark = (text: string): string =>
    environment.ink.write({ kind: 'period', period: period.label, text }, environment.document.placeOf(path('period')))
  const isActual = scenario === undefined || scenario === 'actual'
  const name = mark(formatPeriod(period, config))
  const label = isActual ? name : `${name} ${scenarios.get(scenario)?.label ?? scenario}`
  return {
    period,
    scenario,
    label: written.label === undefined ? label : textIn(environment, written.label, path('label')),
    sub: spec.dates && period.kind === 'span' ? mark(formatDates(period, config.language, 'short')) : undefined,
    emphasis: isActual && periodKey(period) === periodKey(config.reportingPeriod),
  }
}

/** The columns as printed: a share beside each figure, the changes after the last of the figures. */
export function cellColumns(
  columns: readonly (PeriodColumn | TextColumn)[],
  spec: FigureTableSpec,
  whole: Metric | undefined,
): readonly CellColumn[] {
  const periods = columns.filter((column) => 'period' in column)
  const changes = changeColumns(periods, spec)
  const last = periods.at(-1)
  return columns.flatMap((column): readonly CellColumn[] => {
    if ('name' in column) return [column]
    const share: readonly CellColumn[] = whole ? [{ kind: 'share', column }] : []
    return [{ kind: 'figure', column }, ...share, ...(column === last ? changes : [])]
  })
}

function changeColumns(periods: readonly PeriodColumn[], spec: FigureTableSpec): readonly ChangeColumn[] {
  const [to, from] = periods
  const change = spec.change ?? 'none'
  if (!to || change === 'none') return []
  const difference: ChangeColumn = { kind: 'difference', from, to }
  const growth: ChangeColumn = { kind: 'growth', from, to }
  if (change === 'both') return [difference, growth]
  return [change === 'yoy' ? growth : difference]
}

/** What stands over a column. */
export function headingOf(
  column: CellColumn,
  whole: Metric | undefined,
  environment: BlockEnvironment,
): ResolvedColumn {
  const { config } = environment.context.data
  const { language } = config
  if (column.kind === 'text') return { label: column.label, kind: 'text', emphasis: false }
  if ('column' in column && column.kind === 'figure') {
    const { label, sub, emphasis } = column.column
    return { label, kind: 'figure', emphasis, ...(sub !== undefined && { sub }) }
  }
  if ('column' in column)
    return {
      label: fill(language.tables.shareOf, { whole: wholeName(whole, environment) }),
      kind: 'share',
      emphasis: column.column.emphasis,
    }
  if (column.kind === 'difference') return { label: language.tables.change, kind: 'change', emphasis: false }
  const word = column.from
    ? comparatorWord(column.to.period, column.from.period, config)
    : language.changes.comparators.year
  return { label: column.from && /\d/.test(word) ? language.tables.change : word, kind: 'change', emphasis: false }
}

/** The whole's name inside "% of …": a plain word loses its capital where the language gives it none. */
function wholeName(whole: Metric | undefined, { context }: BlockEnvironment): string {
  const name = whole?.short ?? whole?.label ?? ''
  const isPlain = !context.data.config.language.capitalNouns && /^[A-Z][a-z]+(?: [a-z]+)*$/.test(name)
  return isPlain ? name.toLowerCase() : name
}
