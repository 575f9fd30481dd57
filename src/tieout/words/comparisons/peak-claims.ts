import { lastMonthOf } from '../../../format/fiscal.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Period } from '../../../model/period.ts'
import { type Rational, sign, subtract } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import type { Passage } from '../passage.ts'
import { bareParts, isPart, wordedPeriods } from '../worded-periods.ts'
import { type Answer, answer, clauseNames, missing } from './comparison-answer.ts'

interface Point {
  readonly period: Period
  readonly value: Rational
  readonly fact: string
}

/** How far behind "peaked" its time may stand: "in the". */
const reach = 12

/** Whether a period can be the one that stands right behind a match; undefined where none that is known does. */
function timeBehind(
  match: WordMatch,
  passage: Passage,
  { words, deck }: RuleContext,
): ((at: Period) => boolean) | undefined {
  const { calendar } = deck.config
  const isBehind = ({ start }: { readonly start: number }): boolean => start >= match.end && start - match.end <= reach
  const bound = passage.pieces.find((piece) => piece.kind === 'period' && isBehind(piece))
  if (bound?.kind === 'period') return (at) => at.label === bound.period?.label
  const worded = [...wordedPeriods(passage, words, calendar), ...bareParts(passage)].find((each) =>
    isBehind(each.match),
  )
  return worded && ((at) => at.kind === 'span' && isPart(at, worded.part, calendar))
}

/** The actual figures of the chart that a passage is a text of. */
function chartFacts({ slide, place }: Passage, { deck }: RuleContext): readonly Fact[] {
  const own = slide.visuals.flatMap((visual) =>
    visual.kind === 'chart' && visual.texts.some((text) => text.place === place)
      ? [visual.chart, ...(visual.chart.panels ?? [])]
      : [],
  )
  const marks = own.flatMap(({ series }) => series.flatMap((each) => each.marks))
  const facts = marks.flatMap((mark) => (mark?.fact ? (deck.facts.get(mark.fact) ?? []) : []))
  return facts.filter(({ kind, scenario }) => kind === 'figure' && scenario === 'actual')
}

/** The values of a metric in the order of time, of some periods. */
function pointsOf(metric: string, periods: readonly Period[], { ledger }: RuleContext): readonly Point[] {
  const byEnd = new Map(periods.map((period) => [lastMonthOf(period), period]))
  return [...byEnd.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, period]) => {
      const level = ledger.level({ metric, period })
      return level ? [{ period, value: level.value, fact: level.fact }] : []
    })
}

/** "Sales peaked in the third quarter": of all that a chart shows where it is a note of one, else of the values right before and after. */
export function peaked(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const isThen = timeBehind(match, passage, context)
  const shown = chartFacts(passage, context)
  const names = clauseNames(match, passage, context).filter(({ end }) => end <= match.start)
  const only = new Set(shown.map(({ metric }) => metric))
  const metric = names.at(-1)?.metrics[0] ?? passage.of?.fact.metric ?? (only.size === 1 ? [...only][0] : undefined)
  if (!isThen || metric === undefined) return undefined
  const inChart = shown.filter((fact) => fact.metric === metric).map(({ period }) => period)
  const stored = context.ledger.values(metric).filter(({ scenario }) => scenario === 'actual')
  const own = inChart.length > 1 ? inChart : stored.map(({ period }) => period)
  const said = own.filter(isThen)
  const last = said.toSorted((a, b) => lastMonthOf(a) - lastMonthOf(b)).at(-1)
  const length = last?.kind === 'span' ? last.months : undefined
  const points = pointsOf(
    metric,
    own.filter((at) => at.kind !== 'span' || at.months === length),
    context,
  )
  if (!last || points.length < 2) return missing(`${metric} in the time that is named`)
  const beats = (a: Point, b: Point): boolean => a === b || sign(subtract(a.value, b.value)) === side
  const tops = points.filter(({ period }) => (inChart.length > 1 ? isThen(period) : period.label === last.label))
  const isTop = tops.some((top) => {
    const at = points.indexOf(top)
    const others = inChart.length > 1 ? points : points.slice(Math.max(0, at - 1), at + 2)
    return others.every((each) => beats(top, each))
  })
  return answer(isTop, tops.map(({ fact }) => fact).join(', '))
}
