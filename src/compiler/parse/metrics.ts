import { z } from 'zod'
import type { ScenarioWords } from '../../language/language.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Metric, MetricDefinition, Scenario } from '../../model/figure.ts'
import type { Unit } from '../../model/unit.ts'
import { unknownUnit } from '../diagnostics/data.ts'
import { checkYaml } from './check-yaml.ts'
import { isoDateSpec } from './deck-config.ts'
import { definitionDiagnostics } from './definitions.ts'
import { parseUnit, unitNames } from './unit.ts'
import { parseYaml, type YamlDocument, type YamlText } from './yaml.ts'

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

export const metricsSpec = z.strictObject({
  scenarios: z
    .record(
      metricName,
      z.strictObject({
        label: z.string().min(1),
        kind: z.enum(['actual', 'target', 'forecast']),
        issued: isoDateSpec.optional(),
      }),
    )
    .nullish(),
  metrics: z.record(metricName, metricSpec),
  ties: z.unknown().optional(),
})

/** The same with metrics unchecked: they are checked one by one, so that a mistake in one hides no other. */
const outerSpec = metricsSpec.extend({ metrics: z.record(metricName, z.unknown()) })

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

function scenariosOf(
  spec: z.output<typeof metricsSpec>['scenarios'],
  words: ScenarioWords,
): ReadonlyMap<string, Scenario> {
  const declared = Object.entries(spec ?? {}).map(
    ([id, { label, kind, issued }]): Scenario => ({ id, label, kind, ...(issued === undefined ? {} : { issued }) }),
  )
  return new Map([...builtIn(words), ...declared].map((scenario) => [scenario.id, scenario]))
}

export interface MetricsReading {
  readonly metrics: ReadonlyMap<string, Metric>
  /** Ids as declared, also of metrics whose own mistakes left them out. */
  readonly declared: ReadonlySet<string>
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** `ties:` as written; src/tieout checks it. */
  readonly ties: unknown
  readonly diagnostics: readonly Diagnostic[]
}

const nothing = (words: ScenarioWords): Omit<MetricsReading, 'diagnostics'> => ({
  metrics: new Map(),
  declared: new Set(),
  scenarios: scenariosOf(null, words),
  ties: undefined,
})

/** Reads data/metrics.yaml: line items with their definitions, and scenarios. */
export function parseMetrics(source: YamlText, { units, scenarios }: MetricsGiven): MetricsReading {
  const { document, diagnostics } = parseYaml(source)
  if (!document) return { ...nothing(scenarios), diagnostics }
  const checked = checkYaml(document, outerSpec)
  if (!checked.ok) return { ...nothing(scenarios), diagnostics: [...diagnostics, ...checked.diagnostics] }
  const metrics = new Map<string, Metric>()
  const found: Diagnostic[] = []
  for (const id of Object.keys(checked.value.metrics)) {
    const metric = checkYaml(document, metricSpec, ['metrics', id])
    if (!metric.ok) {
      found.push(...metric.diagnostics)
      continue
    }
    const spec = metric.value
    const unit = parseUnit(spec.unit, units)
    if (unit) metrics.set(id, metricOf(id, spec, { unit, document }))
    else
      found.push(unknownUnit(spec.unit, { place: document.placeOf(['metrics', id, 'unit']), known: unitNames(units) }))
  }
  const names = new Set(Object.keys(checked.value.metrics))
  return {
    metrics,
    declared: names,
    scenarios: scenariosOf(checked.value.scenarios, scenarios),
    ties: checked.value.ties,
    diagnostics: [...diagnostics, ...found, ...definitionDiagnostics(metrics, { names, document })],
  }
}
