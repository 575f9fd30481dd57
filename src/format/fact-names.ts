import { fill } from '../language/fill.ts'
import type { DeckData } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { Metric } from '../model/figure.ts'
import { once } from '../model/memory.ts'
import { formatPeriod } from './calendar.ts'

/** A fact in a reader's words. */
interface FactName {
  readonly metric: string
  readonly period: string
}

type FactsById = ReadonlyMap<string, Fact>

/** What a fact measures, and when: "Recurring revenues, change", "FY08 against FY07". */
export function factName(fact: Fact, facts: FactsById, data: DeckData): FactName {
  const words = data.config.language.facts
  const label = fact.label ?? labelOf(fact.metric, data)
  const timeOf = ({ period, scenario }: Pick<Fact, 'period' | 'scenario'>): string => {
    const name = formatPeriod(period, data.config)
    if (scenario === 'actual') return name
    return fill(words.ofScenario, { period: name, scenario: data.scenarios.get(scenario)?.label ?? scenario })
  }
  const period = timeOf(fact)
  const [first, second] = fact.inputs.map((id) => facts.get(id))
  switch (fact.kind) {
    case 'growth':
    case 'difference': {
      const base = fact.comparator && timeOf(fact.comparator)
      const metric = fill(words.change, { metric: label })
      return { metric, period: base === undefined ? period : fill(words.against, { period, base }) }
    }
    case 'share':
    case 'ratio':
      if (second?.metric === fact.metric && fact.metric !== '')
        return { metric: label, period: fill(words.against, { period, base: timeOf(second) }) }
      return { metric: second ? `${label} / ${labelOf(second.metric, data)}` : label, period }
    case 'cagr':
      return {
        metric: fill(words.compoundGrowth, { metric: label }),
        period: second
          ? fill(words.range, { from: formatPeriod(earlier(first, second).period, data.config), to: period })
          : period,
      }
    default:
      return { metric: label, period }
  }
}

const labelOf = (metric: string, data: DeckData): string => data.metrics.get(metric)?.label ?? metric

const startOf = ({ period }: Fact): number => (period.kind === 'span' ? period.start : period.day)

const earlier = (first: Fact | undefined, second: Fact): Fact =>
  first && startOf(first) < startOf(second) ? first : second

/** A function that replaces ids by names: in formulas, and in what the rules report. */
export function factNamer(
  facts: FactsById,
  data: DeckData,
  ids: Iterable<string> = facts.keys(),
): (text: string) => string {
  const known = [...ids].filter((id) => facts.has(id)).sort((a, b) => b.length - a.length) // "a@FY08#x" before "a@FY08"
  if (known.length === 0) return (text) => text
  const pattern = new RegExp(known.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  const nameOf = (id: string): string => {
    const fact = facts.get(id)
    if (!fact) return id
    const { metric, period } = factName(fact, facts, data)
    return `${metric} ${period}`
  }
  return (text) => (text.includes('@') ? text.replace(pattern, nameOf) : text)
}

const byFormerName = once(
  (metrics: ReadonlyMap<string, Metric>): ReadonlyMap<string, Metric> =>
    new Map([...metrics.values()].flatMap((metric) => (metric.formerly ?? []).map((name) => [name, metric]))),
)

/** The metric of an id, also of one that older documents know it by. */
export const metricNamed = (metrics: ReadonlyMap<string, Metric>, id: string): Metric | undefined =>
  metrics.get(id) ?? byFormerName(metrics).get(id)
