import { formatDates, formatPeriod } from '../../../format/calendar.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { percent } from '../../../format/units.ts'
import { fill } from '../../../language/fill.ts'
import type { Inline } from '../../../model/content.ts'
import type { TableModel } from '../../../model/deck.ts'
import type { Period } from '../../../model/period.ts'
import type { GuidanceTableSpec } from '../../parse/slides/table-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { type BlockEnvironment, periodIn, scenarioIn, textIn } from '../slides/block-environment.ts'
import { progressDecimals } from './table-cells.ts'
import { type CellColumn, type PeriodColumn, resolveColumns, words } from './table-columns.ts'
import { assembleTable, commonUnit } from './table-figures.ts'
import { type HeadingRow, type MetricRow, resolveRows } from './table-rows.ts'

const isMetricRow = (row: MetricRow | HeadingRow | undefined): row is MetricRow => row !== undefined && 'metric' in row

/** Rows in per cent, points or times name their unit themselves; a "%" over the table would be read of all of it. */
const isAmount = (row: MetricRow | HeadingRow | undefined): boolean =>
  isMetricRow(row) && (row.unit ?? row.metric.unit).kind !== 'percent' && (row.unit ?? row.metric.unit).base !== 'x'

type Guidance = GuidanceTableSpec['guidance']

/** What was guided for a period, what is guided now, the figures so far, and how much of the guidance they are. */
export function resolveGuidanceTable(spec: GuidanceTableSpec, environment: BlockEnvironment): TableModel | undefined {
  const { guidance } = spec
  const period = periodIn(environment, guidance.period, ['guidance', 'period'])
  const actual = guidance.actual === undefined ? undefined : actualColumn(guidance.actual, environment)
  const guided = period && guidedColumns(guidance, period, environment)
  const texts = resolveColumns({ columns: spec.columns ?? [] }, environment).flatMap((column) =>
    column && 'name' in column ? [column] : [],
  )
  const rows = resolveRows(spec.rows, { named: texts.map(({ name }) => name), environment })
  const latest = guided?.at(-1)
  const isWhole = guidance.actual === undefined || actual !== undefined
  const progress = actual && latest ? ({ kind: 'progress', actual, of: latest } as const) : undefined
  const reached: readonly CellColumn[] =
    actual && progress
      ? [
          { kind: 'figure', column: actual },
          ...(guidance.progress === false
            ? []
            : [{ ...progress, decimals: progressDecimals(rows.filter(isMetricRow), progress, environment) }]),
        ]
      : []
  const columns = guided?.map((column): CellColumn => ({ kind: 'figure', column }))
  const { unit: asked, ...rest } = spec
  const written = asked?.trim() === percent.base ? undefined : asked // each row names it: over progress in per cent it says nothing
  const unit = written === undefined && spec.units === undefined ? commonUnit(rows.filter(isAmount)) : undefined
  return assembleTable(
    { ...rest, ...(written !== undefined && { unit: written }), units: spec.units ?? 'labels' },
    { rows, columns: isWhole && columns ? [...columns, ...reached, ...texts] : undefined, unit, environment },
  )
}

/** Old and new, under the name of the period; the only one is named by it itself. */
function guidedColumns(
  guidance: Guidance,
  period: Period,
  environment: BlockEnvironment,
): readonly PeriodColumn[] | undefined {
  const { config } = environment.context.data
  const { tables } = config.language
  const name: Inline = {
    kind: 'period',
    period: period.label,
    text: fill(tables.guidance, { period: formatPeriod(period, config) }),
  }
  const isPair = guidance.old !== undefined
  const columns = (['old', 'new'] as const).flatMap((key) => {
    const written = guidance[key]
    if (written === undefined) return []
    const at: KeyPath = typeof written === 'string' ? ['guidance', key] : ['guidance', key, 'scenario']
    const scenario = scenarioIn(environment, typeof written === 'string' ? written : written.scenario, at)
    if (scenario === undefined) return [undefined]
    const given = typeof written === 'string' ? undefined : written.label
    const own = isPair ? words(key === 'old' ? tables.oldGuidance : tables.newGuidance) : [name]
    const label = given === undefined ? own : textIn(environment, given, ['guidance', key, 'label'])
    const head = isPair ? [name] : undefined
    return [
      { period, scenario, label, sub: issueOf(scenario, environment), head, isNamed: true, emphasis: key === 'new' },
    ]
  })
  const found = columns.filter((column) => column !== undefined)
  return found.length === columns.length ? found : undefined
}

/** "Issued February 6, 2025" */
function issueOf(scenario: string, { context }: BlockEnvironment): readonly Inline[] | undefined {
  const { config, scenarios } = context.data
  const issued = scenarios.get(scenario)?.issued
  const day = issued === undefined ? undefined : parsePeriod(issued, config.calendar)
  if (!day) return undefined
  const date = formatDates(day, config.language).replaceAll(' ', '\u00a0') // below its word, never apart
  return [{ kind: 'data', text: fill(config.language.tables.issued, { date }) }]
}

function actualColumn(written: string, environment: BlockEnvironment): PeriodColumn | undefined {
  const { config } = environment.context.data
  const period = periodIn(environment, written, ['guidance', 'actual'])
  if (!period) return undefined
  const text = fill(config.language.tables.actual, { period: formatPeriod(period, config) })
  const label: readonly Inline[] = [{ kind: 'period', period: period.label, text }]
  return { period, scenario: undefined, label, sub: undefined, isNamed: true, emphasis: false }
}
