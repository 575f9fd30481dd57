import type { Inline } from '../../model/content.ts'
import type { Metric } from '../../model/figure.ts'
import type { Place } from '../../model/source-file.ts'
import type { Unit } from '../../model/unit.ts'
import { unknownTextColumn } from '../diagnostics/blocks.ts'
import type { FigureTableSpec } from '../parse/table-spec.ts'
import type { KeyPath } from '../parse/yaml.ts'
import { type BlockEnvironment, metricIn, placeIn, scenarioIn, textIn, unitIn } from './block.ts'

export interface MetricRow {
  readonly metric: Metric
  readonly label: readonly Inline[]
  readonly total: boolean
  readonly indent: number
  readonly scenario: string | undefined
  readonly unit: Unit | undefined
  readonly decimals: number | undefined
  /** Words of the row, by the name of their column. */
  readonly texts: ReadonlyMap<string, readonly Inline[]>
  readonly place: Place
}

export interface HeadingRow {
  readonly heading: readonly Inline[]
  readonly place: Place
}

export function resolveRow(
  row: FigureTableSpec['rows'][number],
  index: number,
  { named, environment }: { readonly named: readonly string[]; readonly environment: BlockEnvironment },
): MetricRow | HeadingRow | undefined {
  if (typeof row !== 'string' && 'heading' in row)
    return {
      heading: textIn(environment, row.heading, ['rows', index, 'heading']),
      place: placeIn(environment, ['rows', index]),
    }
  const written = typeof row === 'string' ? { metric: row } : row
  const path = (key: string) => (typeof row === 'string' ? ['rows', index] : ['rows', index, key])
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
    indent: written.indent ?? 0,
    scenario,
    unit,
    decimals: written.decimals,
    texts: rowTexts(written.text ?? {}, path('text'), { named, environment }),
    place: placeIn(environment, ['rows', index]),
  }
}

function rowTexts(
  texts: Readonly<Record<string, string>>,
  path: KeyPath,
  { named, environment }: { readonly named: readonly string[]; readonly environment: BlockEnvironment },
): ReadonlyMap<string, readonly Inline[]> {
  for (const name of Object.keys(texts))
    if (!named.includes(name)) environment.report(unknownTextColumn(name, named, placeIn(environment, [...path, name])))
  return new Map(Object.entries(texts).map(([name, text]) => [name, textIn(environment, text, [...path, name])]))
}
