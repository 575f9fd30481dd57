import { formatUnit, isConvertible, isOwnScale, isPer, isUnscalable } from '../../../format/units.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Metric, MetricDefinition } from '../../../model/figure.ts'
import { circularMetric, duplicateName, invalidDefinition, unknownMetric } from '../../diagnostics/data.ts'
import type { KeyPath, YamlDocument } from '../yaml.ts'

interface MetricsContext {
  readonly metrics: ReadonlyMap<string, Metric>
  readonly document: YamlDocument
}

/** The metrics that a definition computes from. */
function inputsOf(definition: MetricDefinition): readonly string[] {
  return definition.kind === 'change' ? [definition.of] : definition.of
}

const referencePath = (metric: string, definition: MetricDefinition, index: number): KeyPath =>
  definition.kind === 'change' ? ['metrics', metric, 'change', 'of'] : ['metrics', metric, definition.kind, index]

function referenceDiagnostics(metric: Metric, { metrics, document }: MetricsContext): readonly Diagnostic[] {
  const { id, definition, nonGaap } = metric
  const unknown = (name: string, path: KeyPath): readonly Diagnostic[] =>
    metrics.has(name) ? [] : [unknownMetric(name, { place: document.placeOf(path), known: metrics.keys() })]
  const counterpart = nonGaap ? unknown(nonGaap.counterpart, ['metrics', id, 'non-gaap', 'counterpart']) : []
  if (!definition) return counterpart
  return [
    ...inputsOf(definition).flatMap((name, index) => unknown(name, referencePath(id, definition, index))),
    ...counterpart,
  ]
}

const definitionKeys = ['sum', 'difference', 'ratio', 'share', 'change'] as const

/** A metric has one definition: any second one is a mistake. */
function extraDiagnostics(metric: Metric, { document }: MetricsContext): readonly Diagnostic[] {
  if (!metric.definition) return [] // of thousands of line items most are none
  const written = definitionKeys.filter((key) => document.has(['metrics', metric.id, key]))
  return written.slice(1).map((key) =>
    invalidDefinition(metric.id, {
      place: document.placeOfKey(['metrics', metric.id, key]),
      hint: `it has "${written[0]}" already; keep one definition.`,
    }),
  )
}

/** Why the units or kinds of a definition's metrics do not fit, undefined when they do. */
function mismatch(metric: Metric, definition: MetricDefinition, inputs: readonly Metric[]): string | undefined {
  const [first, second] = inputs
  if (!first) return undefined
  const { unit } = metric
  switch (definition.kind) {
    case 'sum':
    case 'difference': {
      const odd = inputs.find((input) => !isConvertible(input.unit, unit))
      const toPoints = unit.kind === 'points' && inputs.every((input) => input.unit.kind === 'percent')
      if (odd && !toPoints) return `${odd.id} counts ${odd.unit.base}, and ${metric.id} ${unit.base}.`
      const other = inputs.find(({ kind }) => kind !== first.kind)
      return other ? `${first.id} is a ${first.kind} and ${other.id} a ${other.kind}: they do not add up.` : undefined
    }
    case 'share': {
      const per = inputs.find(isUnscalable)
      if (per) return `${per.id} is counted in ${formatUnit(per.unit)}: it is no part of a whole, nor a whole.`
      if (second && !isConvertible(first.unit, second.unit))
        return `${first.id} is not a part of ${second.id}: other units.`
      return unit.kind === 'percent' ? undefined : 'a share is a percentage: its unit is "%".'
    }
    case 'ratio': {
      const hasSameUnit = second !== undefined && isConvertible(first.unit, second.unit)
      if (hasSameUnit) return unit.kind === 'percent' || unit.base === 'x' ? undefined : 'its unit is "%" or "x".'
      return isPerUnit(metric, first)
        ? undefined
        : `its unit is a scale of ${first.unit.base}, the unit of ${first.id}.`
    }
    case 'change': {
      if (definition.as === 'percent') {
        if (first.unit.kind === 'percent')
          return `a change of ${first.id}, a percentage, is in points: write "as: points".`
        return unit.kind === 'percent' ? undefined : 'its unit is "%".'
      }
      if (definition.as === 'points') {
        if (first.unit.kind !== 'percent') return `${first.id} is not a percentage: its change is in per cent.`
        return unit.kind === 'points' ? undefined : 'its unit is "points" or "bps".'
      }
      return isConvertible(first.unit, unit) ? undefined : `its unit is a scale of ${first.unit.base}.`
    }
  }
}

/** "JPY" or "JPY/share" of JPY over a count. */
const isPerUnit = (metric: Metric, numerator: Metric): boolean =>
  metric.unit.kind === numerator.unit.kind && metric.unit.base.split('/')[0] === numerator.unit.base

/** "over" without a ratio of a flow means nothing. */
function overDiagnostics({ id, definition }: Metric, { metrics, document }: MetricsContext): readonly Diagnostic[] {
  const path = ['metrics', id, 'over']
  const flows = definition?.kind === 'ratio' ? definition.of.filter((part) => metrics.get(part)?.kind === 'flow') : []
  if (!document.has(path) || flows.length > 0) return []
  const hint = 'only a "ratio" of a flow is taken over the last twelve months: remove "over".'
  return [invalidDefinition(id, { place: document.placeOfKey(path), hint })]
}

/** A former id leads to one metric only. */
function formerDiagnostics(metrics: MetricsContext['metrics'], document: YamlDocument): readonly Diagnostic[] {
  const seen = new Set(metrics.keys())
  return [...metrics.values()].flatMap(({ id, formerly = [] }) =>
    formerly.flatMap((name) => {
      if (seen.has(name)) return [duplicateName('metric', name, document.placeOf(['metrics', id, 'formerly']))]
      seen.add(name)
      return []
    }),
  )
}

function unitDiagnostics(metric: Metric, { metrics, document }: MetricsContext): readonly Diagnostic[] {
  const { definition } = metric
  if (!definition) return []
  const inputs = inputsOf(definition).flatMap((id) => metrics.get(id) ?? [])
  if (inputs.length < inputsOf(definition).length) return [] // reported already
  const hint = mismatch(metric, definition, inputs)
  const place = document.placeOfKey(['metrics', metric.id, definition.kind])
  return hint === undefined ? [] : [invalidDefinition(metric.id, { place, hint })]
}

/** So many definitions one may lead through: no statement has a tenth of it, and each is a step of the computation. */
const mostLevels = 100

interface Chains {
  /** Each circle of definitions once, beginning with its first metric in the order of the file. */
  readonly circles: readonly (readonly string[])[]
  /** Metrics whose definitions lead too far. */
  readonly tooDeep: ReadonlySet<string>
}

function chainsOf(metrics: ReadonlyMap<string, Metric>): Chains {
  const circles: (readonly string[])[] = []
  const tooDeep = new Set<string>()
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      circles.push([...path.slice(path.indexOf(id)), id])
      return
    }
    const [first] = path
    if (path.length > mostLevels && first !== undefined) {
      tooDeep.add(first)
      return
    }
    if (done.has(id)) return
    const definition = metrics.get(id)?.definition
    if (definition) for (const input of inputsOf(definition)) visit(input, [...path, id])
    done.add(id)
  }
  for (const id of metrics.keys()) visit(id, [])
  return { circles, tooDeep }
}

function depthDiagnostic(id: string, { metrics, document }: MetricsContext): readonly Diagnostic[] {
  const { definition } = metrics.get(id) ?? {}
  const hint = `it leads through more than ${mostLevels} definitions; define it by metrics nearer to the figures.`
  return definition
    ? [invalidDefinition(id, { place: document.placeOfKey(['metrics', id, definition.kind]), hint })]
    : []
}

function circleDiagnostic(circle: readonly string[], { metrics, document }: MetricsContext): readonly Diagnostic[] {
  const [first = ''] = circle
  const definition = metrics.get(first)?.definition
  return definition ? [circularMetric(circle, document.placeOfKey(['metrics', first, definition.kind]))] : []
}

const withoutDefinition = ({ definition: _, ...metric }: Metric): Metric => metric

/** What two balances make is of a day as they are, however it is declared: their equity ratio at the end of June is that of the second quarter. */
function ofDay(metric: Metric, metrics: ReadonlyMap<string, Metric>): Metric {
  const { kind, definition, unit } = metric
  if (kind !== 'ratio' || (definition?.kind !== 'ratio' && definition?.kind !== 'share')) return metric
  const isOwnUnit = !isOwnScale(metric) || isPer(unit) || unit.base === 'x' // a plain currency is unscalable by its kind alone
  const areBalances = definition.of.every((part) => metrics.get(part)?.kind === 'stock')
  return isOwnUnit && areBalances ? { ...metric, kind: 'stock' } : metric
}

/**
 * Checks the definitions of metrics: unknown inputs, units that do not fit, circles. A metric whose definition cannot be
 * used comes back without it, so that nothing is computed from it.
 */
export function checkDefinitions(
  metrics: ReadonlyMap<string, Metric>,
  document: YamlDocument,
): Reading<ReadonlyMap<string, Metric>> {
  const context = { metrics, document }
  const { circles, tooDeep } = chainsOf(metrics)
  const unusable = new Set([...circles.flat(), ...tooDeep])
  const found = [...metrics.values()].flatMap((metric) => {
    const own = [
      ...referenceDiagnostics(metric, context),
      ...extraDiagnostics(metric, context),
      ...unitDiagnostics(metric, context),
      ...overDiagnostics(metric, context),
    ]
    if (own.length > 0) unusable.add(metric.id)
    return own
  })
  return {
    value: new Map(
      [...metrics].map(([id, metric]) => [id, unusable.has(id) ? withoutDefinition(metric) : ofDay(metric, metrics)]),
    ),
    diagnostics: [
      ...found,
      ...formerDiagnostics(metrics, document),
      ...circles.flatMap((circle) => circleDiagnostic(circle, context)),
      ...[...tooDeep].flatMap((id) => depthDiagnostic(id, context)),
    ],
  }
}
