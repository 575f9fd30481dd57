import { z } from 'zod'
import { lastMonthOf } from '../../../format/fiscal.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { parseUnit, unitNames } from '../../../format/units.ts'
import type { ScenarioWords } from '../../../language/language.ts'
import { lossSlot } from '../../../model/chart.ts'
import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Metric, MetricDefinition, Scenario, Validity } from '../../../model/figure.ts'
import type { Calendar } from '../../../model/period.ts'
import { sign } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { unknownPeriodLabel, unknownUnit } from '../../diagnostics/data.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { checkYaml, isoDateSpec } from '../check-yaml.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'
import { periodExamples } from './deck-config.ts'
import { signedTerm, tieSpec } from './declared-ties.ts'
import { checkDefinitions } from './definitions.ts'

const metricName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$/, { error: 'a name of letters and digits with dots and dashes' })
const pair = z.tuple([z.string(), z.string()], { error: 'a list of two metrics' })

const metricSpec = z.strictObject({
  label: z.string().min(1),
  short: z.string().min(1).optional(),
  also: z.array(z.string().min(1)).min(1).optional(),
  unit: z.string().min(1),
  kind: z.enum(['flow', 'stock', 'ratio', 'average']),
  polarity: z.enum(['more', 'less', 'neutral']).default('neutral'),
  description: z.string().optional(),
  concept: z
    .string()
    .regex(/^[A-Za-z][\w.-]*:[A-Za-z_][\w.-]*$/, { error: 'a tag of a taxonomy, as us-gaap:Revenues' })
    .optional(),
  decimals: z.int().min(0).max(9).optional(),
  color: z.int().min(0).max(lossSlot).optional(),
  valid: z.string().regex(/\.\./, { error: 'periods from–to: FY05..FY07, FY08.. or ..FY07' }).optional(),
  formerly: z.union([metricName, z.array(metricName).min(1)]).optional(),
  public: z
    .boolean()
    .optional()
    .describe(
      'Whether cards of the public edition may show its figures where no slide prints them; otherwise they do not',
    ),
  'non-gaap': z.strictObject({ counterpart: z.string() }).optional(),
  sum: z.array(z.string()).min(1).optional(),
  difference: pair.optional(),
  ratio: pair.optional(),
  over: z.enum(['LTM']).optional(),
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

function sumOf(written: readonly string[]): MetricDefinition {
  const terms = written.map(signedTerm)
  return {
    kind: 'sum',
    of: terms.map(({ metric }) => metric),
    signs: terms.map(({ weight }) => (sign(weight) < 0 ? -1 : 1)),
  }
}

function definitionOf(spec: MetricSpec): MetricDefinition | undefined {
  if (spec.sum) return sumOf(spec.sum)
  if (spec.difference) return { kind: 'difference', of: spec.difference }
  if (spec.ratio) return { kind: 'ratio', of: spec.ratio, ...(spec.over && { over: spec.over }) }
  if (spec.share) return { kind: 'share', of: spec.share }
  return spec.change ? { kind: 'change', ...spec.change } : undefined
}

function metricOf(
  id: string,
  spec: MetricSpec,
  context: { unit: Unit; valid: Validity | undefined; document: YamlDocument },
): Metric {
  const definition = definitionOf(spec)
  return {
    id,
    label: spec.label,
    ...(spec.short === undefined ? {} : { short: spec.short }),
    ...(spec.also === undefined ? {} : { also: spec.also }),
    unit: context.unit,
    kind: spec.kind,
    polarity: spec.polarity,
    ...(definition ? { definition } : {}),
    ...(spec.description === undefined ? {} : { description: spec.description }),
    ...(spec.concept === undefined ? {} : { concept: spec.concept }),
    ...(spec.decimals === undefined ? {} : { decimals: spec.decimals }),
    ...(spec.color === undefined ? {} : { color: spec.color }),
    ...(context.valid && { valid: context.valid }),
    ...(spec.formerly === undefined ? {} : { formerly: [spec.formerly].flat() }),
    ...(spec.public === true && { isPublic: true }),
    ...(spec['non-gaap'] ? { nonGaap: spec['non-gaap'] } : {}),
    place: context.document.placeOfKey(['metrics', id]),
  }
}

/** What metrics.yaml is read with. */
interface MetricsInput {
  /** The deck's own count nouns. */
  readonly units: ReadonlyMap<string, Unit>
  readonly calendar: Calendar
  /** Labels of the built-in scenarios. */
  readonly scenarioWords: ScenarioWords
}

const builtInScenarios = ({ actual, target }: ScenarioWords): readonly Scenario[] => [
  { id: 'actual', label: actual, kind: 'actual' },
  { id: 'target', label: target, kind: 'target' },
]

function readScenario(id: string, document: YamlDocument): Reading<Scenario | undefined> {
  const { value: spec, diagnostics } = checkYaml(document, scenarioSpec, ['scenarios', id])
  if (!spec)
    return { value: undefined, diagnostics: breaking(diagnostics, { kind: 'scenario', name: id }, { kind: 'figure' }) }
  const { label, kind, issued } = spec
  return { value: { id, label, kind, ...(issued === undefined ? {} : { issued }) }, diagnostics }
}

/** "FY05..FY07", open at either side: the months from the first period's first to the last one's last. */
function readValidity(
  id: string,
  text: string | undefined,
  { calendar, document }: MetricContext,
): Reading<Validity | undefined> {
  if (text === undefined) return { value: undefined, diagnostics: [] }
  const labels = text.split('..').map((label) => label.trim())
  const [first, last] = labels.map((label) => (label === '' ? undefined : parsePeriod(label, calendar)))
  const place = document.placeOf(['metrics', id, 'valid'])
  const unknown = labels.find((label) => label !== '' && !parsePeriod(label, calendar))
  if (labels.length !== 2 || unknown !== undefined)
    return {
      value: undefined,
      diagnostics: [unknownPeriodLabel(unknown ?? text, { place, examples: periodExamples(calendar) })],
    }
  const start = first && (first.kind === 'span' ? first.start : lastMonthOf(first))
  const valid = { first: start, last: last && lastMonthOf(last), text }
  return { value: valid, diagnostics: [] }
}

interface MetricContext extends Pick<MetricsInput, 'units' | 'calendar'> {
  readonly document: YamlDocument
}

function readMetric(id: string, context: MetricContext): Reading<Metric | undefined> {
  const { units, document } = context
  const { value: spec, diagnostics } = checkYaml(document, metricSpec, ['metrics', id])
  const unit = spec && parseUnit(spec.unit, units)
  const valid = readValidity(id, spec?.valid, context)
  if (unit)
    return {
      value: metricOf(id, spec, { unit, valid: valid.value, document }),
      diagnostics: [...diagnostics, ...valid.diagnostics],
    }
  const place = document.placeOf(['metrics', id, 'unit'])
  const found = spec ? [unknownUnit(spec.unit, { place, known: unitNames(units) })] : diagnostics
  return { value: undefined, diagnostics: breaking(found, { kind: 'metric', name: id }, { kind: 'figure' }) }
}

/** data/metrics.yaml, read. */
export interface MetricsFile {
  /** Those without a mistake of their own; one whose definition cannot be used is without it. */
  readonly metrics: ReadonlyMap<string, Metric>
  /** Those declared without a mistake, and those that every deck has. */
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** Of which the ties are still to be read. */
  readonly document: YamlDocument
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

/** Reads data/metrics.yaml: line items with their definitions, and scenarios; undefined where the file has neither. */
export function parseMetrics(
  source: YamlText,
  { units, calendar, scenarioWords }: MetricsInput,
): Reading<MetricsFile | undefined> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document) return { value: undefined, diagnostics }
  const checked = checkYaml(document, outerSpec)
  if (!checked.value) return { value: undefined, diagnostics: [...diagnostics, ...checked.diagnostics] }
  const metrics = joinReadings(
    Object.keys(checked.value.metrics).map((id) => readMetric(id, { units, calendar, document })),
  )
  const defined = checkDefinitions(byId(metrics.value), document)
  const declared = joinReadings(Object.keys(checked.value.scenarios ?? {}).map((id) => readScenario(id, document)))
  return {
    value: {
      metrics: defined.value,
      scenarios: byId([...builtInScenarios(scenarioWords), ...declared.value]),
      document,
    },
    diagnostics: [
      ...diagnostics,
      ...declared.diagnostics,
      ...metrics.diagnostics,
      ...breaking(defined.diagnostics, { kind: 'figure' }),
    ],
  }
}
