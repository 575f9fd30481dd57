import type { Fact } from '../../../model/fact.ts'
import type { Figure, SourceRef } from '../../../model/figure.ts'
import type { Unit } from '../../../model/unit.ts'
import type { FactContext } from './facts-context.ts'
import type { Operand } from './facts-operands.ts'

export type Identity = Pick<Fact, 'id' | 'kind' | 'metric' | 'period' | 'scenario'> & Partial<Pick<Fact, 'comparator'>>

type Absence = NonNullable<Fact['absence']>

/** A fact for which there is no number at all. */
export function absentFact(
  identity: Identity,
  absence: Absence,
  given: { unit: Unit; inputs?: readonly Fact[] },
): Fact {
  const { id, kind, metric, period, scenario, comparator } = identity
  const fact: Fact = {
    id,
    kind,
    metric,
    period,
    scenario,
    value: null,
    low: null,
    high: null,
    ulp: null,
    unit: given.unit,
    status: 'computed',
    absence,
    inputs: given.inputs ? inputIds(given.inputs) : nothing,
    sources: noSources,
  }
  return comparator ? { ...fact, comparator } : fact
}

const nothing: readonly string[] = []
const noSources: readonly SourceRef[] = []

/** A figure as it was published. */
export function publishedFact(identity: Identity, figure: Figure): Fact {
  return {
    ...identity,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    ulp: figure.ulp,
    unit: figure.unit,
    status: figure.status,
    ...(figure.value === null ? { absence: 'range' as const } : {}),
    ...(figure.formula === undefined ? {} : { formula: figure.formula }),
    inputs: [],
    ...(figure.qualifier === undefined ? {} : { qualifier: figure.qualifier }),
    sources: figure.sources,
    ...(figure.note === undefined ? {} : { note: figure.note }),
    ...(figure.earlier === undefined ? {} : { earlier: figure.earlier }),
  }
}

function inputIds(inputs: readonly Fact[]): readonly string[] {
  const ids = inputs.map(({ id }) => id)
  return ids.filter((id, index) => ids.indexOf(id) === index)
}

function sourcesOf(inputs: readonly Fact[]): readonly SourceRef[] {
  const seen = new Map(
    inputs.flatMap(({ sources }) => sources).map((source) => [`${source.document}\n${source.at}`, source]),
  )
  return [...seen.values()]
}

/** Computed from a range it is a range, from a derived figure derived. */
function statusOf(inputs: readonly Fact[]): Fact['status'] {
  if (inputs.some(({ value }) => value === null)) return 'range'
  return inputs.some(({ status }) => status === 'derived') ? 'derived' : 'computed'
}

/** Why nothing can be computed from these facts, undefined when something can. */
export function absenceOf(inputs: readonly Fact[]): Absence | undefined {
  if (inputs.some(({ absence }) => absence === 'missing')) return 'missing'
  return inputs.some(({ absence }) => absence === 'not-meaningful') ? 'not-meaningful' : undefined
}

interface Computation {
  readonly unit: Unit
  readonly inputs: readonly Fact[]
  readonly formula: string
  readonly outcome: Operand
}

/** A fact computed from others. */
export function computedFact(
  { data }: FactContext,
  identity: Identity,
  { unit, inputs, formula, outcome }: Computation,
): Fact {
  const approximate = inputs.some(({ qualifier }) => qualifier !== undefined)
  return {
    ...identity,
    value: outcome.value,
    low: outcome.low,
    high: outcome.high,
    ulp: outcome.ulp,
    unit,
    status: statusOf(inputs),
    ...(outcome.value === null ? { absence: 'range' as const } : {}),
    formula,
    inputs: inputIds(inputs),
    ...(approximate ? { qualifier: data.config.language.facts.around } : {}),
    sources: sourcesOf(inputs),
  }
}
