import type { Inline } from '../../../model/content.ts'
import type { TableRow } from '../../../model/deck.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { unknownTextColumn } from '../../diagnostics/visuals.ts'
import type { GroupSpec, RowSpec } from '../../parse/slides/table-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { type BlockEnvironment, metricIn, placeIn, scenarioIn, textIn, unitIn } from '../slides/block-environment.ts'

/** A row of figures as written, looked up. */
export interface MetricRow {
  readonly metric: Metric
  readonly label: readonly Inline[]
  readonly total: boolean
  readonly emphasis?: boolean
  readonly indent: number
  readonly scenario: string | undefined
  readonly unit: Unit | undefined
  readonly decimals: number | undefined
  /** Words of the row, by the name of their column. */
  readonly texts: ReadonlyMap<string, readonly Inline[]>
  /** Its part in a reconciliation. */
  readonly role?: TableRow['role'] | undefined
  /** Printed with the other sign: an amount that a reconciliation takes away. */
  readonly isTakenAway?: boolean
  readonly place: Place
}

export interface HeadingRow {
  readonly heading: readonly Inline[]
  readonly indent: number
  readonly place: Place
}

interface Options {
  /** Names of the columns of words. */
  readonly named: readonly string[]
  readonly environment: BlockEnvironment
}

/** The rows as written, looked up; those of a group follow its heading, indented. Undefined for each with a mistake. */
export function resolveRows(
  rows: readonly (RowSpec | GroupSpec)[],
  options: Options,
  at: { readonly path: KeyPath; readonly indent: number } = { path: ['rows'], indent: 0 },
): readonly (MetricRow | HeadingRow | undefined)[] {
  const { environment } = options
  return rows.flatMap((row, index) => {
    const path = [...at.path, index]
    if (typeof row === 'string' || !('group' in row)) return [resolveRow(row, path, { ...options, indent: at.indent })]
    const heading = textIn(environment, row.group, [...path, 'group'])
    const within = { path: [...path, 'rows'], indent: at.indent + 1 }
    return [
      { heading, indent: at.indent, place: placeIn(environment, path) },
      ...resolveRows(row.rows, options, within),
    ]
  })
}

/** One row as written, looked up; undefined after a mistake. */
export function resolveRow(
  row: RowSpec,
  at: KeyPath,
  { named, environment, indent }: Options & { readonly indent: number },
): MetricRow | HeadingRow | undefined {
  const place = placeIn(environment, at)
  if (typeof row !== 'string' && 'heading' in row)
    return { heading: textIn(environment, row.heading, [...at, 'heading']), indent, place }
  const written = typeof row === 'string' ? { metric: row } : row
  const path = (key: string): KeyPath => (typeof row === 'string' ? at : [...at, key])
  const metric = metricIn(environment, written.metric, path('metric'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  const unit = unitIn(environment, written.unit, path('unit'))
  if (!metric || (written.scenario !== undefined && !scenario) || (written.unit !== undefined && !unit))
    return undefined
  return {
    metric,
    label:
      written.label === undefined
        ? [{ kind: 'text', text: metric.label }]
        : textIn(environment, written.label, path('label')),
    total: written.total ?? false,
    emphasis: written.highlight ?? false,
    indent: written.indent ?? indent,
    scenario,
    unit,
    decimals: written.decimals,
    texts: rowTexts(written.text ?? {}, path('text'), { named, environment }),
    place,
  }
}

function rowTexts(
  texts: Readonly<Record<string, string>>,
  path: KeyPath,
  { named, environment }: Options,
): ReadonlyMap<string, readonly Inline[]> {
  for (const name of Object.keys(texts))
    if (!named.includes(name)) environment.report(unknownTextColumn(name, named, placeIn(environment, [...path, name])))
  return new Map(Object.entries(texts).map(([name, text]) => [name, textIn(environment, text, [...path, name])]))
}
