import { difference, point, sum } from '../model/interval.ts'
import type { Span } from '../model/period.ts'
import { rational } from '../model/rational.ts'
import type { Level, Levels, Question } from './level.ts'
import { once } from './once.ts'

/** Spans that add up to another: `less` is taken away from the rest. */
interface Way {
  readonly add: readonly Span[]
  readonly less: readonly Span[]
}

/** The ways in which other spans give one: 9M = H1 + 3Q, 4Q = FY - 9M. They are looked up by their months, not by a label. */
function waysOf({ start, months }: Span): readonly Way[] {
  const span = (from: number, length: number): Span => ({ kind: 'span', start: from, months: length, label: '' })
  const splits = [3, 6, 9].filter((first) => first < months)
  const sums = splits.map(
    (first): Way => ({ add: [span(start, first), span(start + first, months - first)], less: [] }),
  )
  const quarters = Array.from({ length: months / 3 }, (_, index) => span(start + 3 * index, 3))
  const before = [3, 6, 9].map(
    (earlier): Way => ({ add: [span(start - earlier, months + earlier)], less: [span(start - earlier, earlier)] }),
  )
  const after = [3, 6, 9].map(
    (later): Way => ({ add: [span(start, months + later)], less: [span(start + months, later)] }),
  )
  return [...sums, ...(months > 6 ? [{ add: quarters, less: [] }] : []), ...before, ...after]
}

function levelByTime(question: Question, levels: Levels): Level | undefined {
  const { metric, period } = question
  if (levels.metrics.get(metric)?.kind !== 'flow' || period.kind !== 'span' || period.months % 3 !== 0) return undefined
  const known = (spans: readonly Span[]): readonly Level[] =>
    spans.flatMap((span) => {
      const [statement] = levels.stated({ ...question, period: span })
      return statement ? (levels.level({ ...question, period: span }) ?? []) : []
    })
  for (const { add, less } of waysOf(period)) {
    const [plus, minus] = [known(add), known(less)]
    if (plus.length < add.length || minus.length < less.length) continue
    const zero = point(rational(0n))
    const added = plus.reduce((all, level) => sum(all, level.interval), zero)
    const interval = minus.reduce((all, level) => difference(all, level.interval), added)
    const middle = minus.reduce(
      (all, level) => difference(all, point(level.value)),
      plus.reduce((all, level) => sum(all, point(level.value)), zero),
    )
    const parts = [...plus, ...minus]
    return {
      fact: levels.missing(question),
      value: middle.low,
      ulp: null,
      exponent: levels.metrics.get(metric)?.unit.exponent ?? 0,
      interval,
      facts: parts.flatMap((part) => part.facts),
      qualified: parts.some((part) => part.qualified),
    }
  }
  return undefined
}

/**
 * A flow that is not stated for a span, from what is stated for others: enough to check a growth rate by. Sums over time
 * themselves are checked by rule F4, which asks only for stated levels.
 */
export const timeLevels = once((levels: Levels): ((question: Question) => Level | undefined) => {
  const known = new Map<string, Level | undefined>()
  return (question) => {
    const key = levels.missing(question)
    if (!known.has(key)) known.set(key, levelByTime(question, levels))
    return known.get(key)
  }
})
