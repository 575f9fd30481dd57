import { z } from 'zod'
import type { ScenarioWords } from '../../../language/language.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Metric, MetricDefinition, Scenario } from '../../../model/figure.ts'
import type { Unit } from '../../../model/unit.ts'
import { unknownUnit } from '../../diagnostics/data.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { checkYaml } from '../check-yaml.ts'
import { parseUnit, unitNames } from '../data/unit-text.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'
import { isoDateSpec } from './deck-config.ts'
import { tieSpec } from './declared-ties.ts'
import { checkDefinitions } from './definitions.ts'

const metricName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$/, { error: 'a name of letters and digits with dots and dashes' })
const pair = z.tuple([z.string(), z.string()], { error: 'a list of two metrics' })

const metricSpec = z.strictObject({
  label: z.string().min(1),
  short: z.string().min(1).optional(),
  unit: z.string().min(1),
  kind: z.enum(['flow', 'stock', 'ratio']),
  polarity: z.enum(['more', 'less', 'neutral']).default('neutral'),
  description: z.string().optional(),
  decimals: z.int().min(0).max(9).optional(),
  color: z.int().min(1).max(8).optional(),
  'non-gaap': z.strictObject({ counterpart: z.string() }).optional(),
  sum: z.array(z.string()).min(1).optional(),
  difference: pair.optional(),
  ratio: pair.optional(),
  share: pair.optional(),
  change: z
    .strictObject({ of: z.string(), vs: z.enum(['yoy', 'qoq']), as: z.enum(['percent', 'points', 'absolute']) })
    .optional(),
})

const scenarioSpec = z.strictObject({
  label: z.string().min(1),
  kind: z.enum(['actual', 'target', 'forecast']),
  issued: isoDateSpec.optional(),
})

/** data/metrics.yaml. */
export const metricsSpec = z.strictObject({
  scenarios: z.record(metricName, scenarioSpec).nullish(),
  metrics: z.record(metricName, metricSpec),
  ties: z.array(tieSpec).nullish(),
})

/** The same with entries unchecked: they are checked one by one, so that a mistake in one hides no other. */
const outerSpec = metricsSpec.extend({
  scenarios: z.record(metricName, z.unknown()).nullish(),
  metrics: z.record(metricName, z.unknown()),
  ties: z.unknown().optional(),
})

type MetricSpec = z.output<typeof metricSpec>

function definitionOf(spec: MetricSpec): MetricDefinition | undefined {
  if (spec.sum) return { kind: 'sum', of: spec.sum }
  if (spec.difference) return { kind: 'difference', of: spec.difference }
  if (spec.ratio) return { kind: 'ratio', of: spec.ratio }
  if (spec.share) return { kind: 'share', of: spec.share }
  return spec.change ? { kind: 'change', ...spec.change } : undefined
}

function metricOf(id: string, spec: MetricSpec, given: { unit: Unit; document: YamlDocument }): Metric {
  const definition = definitionOf(spec)
  return {
    id,
    label: spec.label,
    ...(spec.short === undefined ? {} : { short: spec.short }),
    unit: given.unit,
    kind: spec.kind,
    polarity: spec.polarity,
    ...(definition ? { definition } : {}),
    ...(spec.description === undefined ? {} : { description: spec.description }),
    ...(spec.decimals === undefined ? {} : { decimals: spec.decimals }),
    ...(spec.color === undefined ? {} : { color: spec.color }),
    ...(spec['non-gaap'] ? { nonGaap: spec['non-gaap'] } : {}),
    place: given.document.placeOfKey(['metrics', id]),
  }
}

/** What metrics.yaml is read with: the deck's own count nouns, and the names of the built-in scenarios. */
export interface MetricsGiven {
  readonly units: ReadonlyMap<string, Unit>
  readonly scenarios: ScenarioWords
}

const builtIn = ({ actual, target }: ScenarioWords): readonly Scenario[] => [
  { id: 'actual', label: actual, kind: 'actual' },
  { id: 'target', label: target, kind: 'target' },
]

/** The scenarios that are declared without a mistake, and those that every deck has. */
function readScenarios(
  ids: readonly string[],
  document: YamlDocument,
  words: ScenarioWords,
): { readonly scenarios: ReadonlyMap<string, Scenario>; readonly diagnostics: readonly Diagnostic[] } {
  const scenarios = new Map(builtIn(words).map((scenario) => [scenario.id, scenario]))
  const diagnostics = ids.flatMap((id) => {
    const checked = checkYaml(document, scenarioSpec, ['scenarios', id])
    if (!checked.ok) return breaking(checked.diagnostics, { kind: 'scenario', name: id }, { kind: 'figure' })
    const { label, kind, issued } = checked.value
    scenarios.set(id, { id, label, kind, ...(issued === undefined ? {} : { issued }) })
    return []
  })
  return { scenarios, diagnostics }
}

function readMetric(
  id: string,
  units: ReadonlyMap<string, Unit>,
  document: YamlDocument,
): { readonly metric?: Metric; readonly diagnostics: readonly Diagnostic[] } {
  const checked = checkYaml(document, metricSpec, ['metrics', id])
  if (!checked.ok) return { diagnostics: checked.diagnostics }
  const unit = parseUnit(checked.value.unit, units)
  if (unit) return { metric: metricOf(id, checked.value, { unit, document }), diagnostics: [] }
  const place = document.placeOf(['metrics', id, 'unit'])
  return { diagnostics: [unknownUnit(checked.value.unit, { place, known: unitNames(units) })] }
}

export interface MetricsReading {
  /** Those without a mistake of their own; one whose definition cannot be used is without it. */
  readonly metrics: ReadonlyMap<string, Metric>
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** The file, for its ties; undefined when it cannot be read at all. */
  readonly document: YamlDocument | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const unreadable = (diagnostics: readonly Diagnostic[]): MetricsReading => ({
  metrics: new Map(),
  scenarios: new Map(),
  document: undefined,
  diagnostics,
})

/** Reads data/metrics.yaml: line items with their definitions, and scenarios. */
export function parseMetrics(source: YamlText, { units, scenarios }: MetricsGiven): MetricsReading {
  const { document, diagnostics } = parseYaml(source)
  if (!document) return unreadable(diagnostics)
  const checked = checkYaml(document, outerSpec)
  if (!checked.ok) return unreadable([...diagnostics, ...checked.diagnostics])
  const readings = Object.keys(checked.value.metrics).map((id) => ({ id, ...readMetric(id, units, document) }))
  const sound = new Map(readings.flatMap(({ id, metric }) => (metric ? [[id, metric]] : [])))
  const ofMetrics = readings.flatMap(({ id, diagnostics: own }) =>
    breaking(own, { kind: 'metric', name: id }, { kind: 'figure' }),
  )
  const defined = checkDefinitions(sound, document)
  const ofScenarios = readScenarios(Object.keys(checked.value.scenarios ?? {}), document, scenarios)
  return {
    metrics: defined.metrics,
    scenarios: ofScenarios.scenarios,
    document,
    diagnostics: [
      ...diagnostics,
      ...ofScenarios.diagnostics,
      ...ofMetrics,
      ...breaking(defined.diagnostics, { kind: 'figure' }),
    ],
  }
}
