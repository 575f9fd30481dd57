import type { TableModel, TableRow } from '../../../model/deck.ts'
import type { ReconciliationTableSpec, StepSpec } from '../../parse/slides/table-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { type BlockEnvironment, placeIn, textIn } from '../slides/block-environment.ts'
import { cellColumns, resolveColumns } from './table-columns.ts'
import { assembleTable, commonUnit } from './table-figures.ts'
import { type HeadingRow, type MetricRow, resolveRow } from './table-rows.ts'

/** From one measure to another by its adjustments, for each column; rule F7 foots what is printed. */
export function resolveReconciliationTable(
  spec: ReconciliationTableSpec,
  environment: BlockEnvironment,
): TableModel | undefined {
  const columns = resolveColumns(spec, environment)
  const named = columns.flatMap((column) => (column && 'name' in column ? [column.name] : []))
  const { reconciliation } = spec
  const parts = 'from' in reconciliation ? [{ part: reconciliation, path: ['reconciliation'] }] : listed(reconciliation)
  const rows = parts.flatMap(({ part, path }) => partRows(part, path, { named, environment }))
  const unit = spec.unit === undefined && spec.units === undefined ? commonUnit(rows) : undefined
  return assembleTable(
    { ...spec, units: spec.units ?? 'labels' },
    { rows, columns: cellColumns(columns, spec, undefined), unit, environment },
  )
}

type Part = Extract<ReconciliationTableSpec['reconciliation'], { readonly from: unknown }>

const listed = (parts: readonly Part[]): readonly { readonly part: Part; readonly path: KeyPath }[] =>
  parts.map((part, index) => ({ part, path: ['reconciliation', index] }))

interface Options {
  readonly named: readonly string[]
  readonly environment: BlockEnvironment
}

function partRows(
  { heading, from, adjustments, to }: Part,
  path: KeyPath,
  options: Options,
): readonly (MetricRow | HeadingRow | undefined)[] {
  const { environment } = options
  const at = (role: TableRow['role']) => ({ ...options, role })
  const head: readonly HeadingRow[] =
    heading === undefined
      ? []
      : [{ heading: textIn(environment, heading, [...path, 'heading']), indent: 0, place: placeIn(environment, path) }]
  return [
    ...head,
    stepRow(from, [...path, 'from'], at('start')),
    ...adjustments.map((step, index) => stepRow(step, [...path, 'adjustments', index], at('step'))),
    stepRow(to, [...path, 'to'], at('end')),
  ]
}

/** "-id" is an adjustment that is taken away, and printed so. */
function stepRow(
  step: StepSpec,
  path: KeyPath,
  { role, ...options }: Options & { readonly role: TableRow['role'] },
): MetricRow | undefined {
  const id = typeof step === 'string' ? step : step.metric
  const isTakenAway = role === 'step' && id.startsWith('-')
  const metric = isTakenAway ? id.slice(1).trim() : id
  const row = resolveRow(typeof step === 'string' ? metric : { ...step, metric }, path, {
    ...options,
    indent: role === 'step' ? 1 : 0,
  })
  return row && 'metric' in row ? { ...row, role, isTakenAway, total: role === 'end' } : undefined
}
