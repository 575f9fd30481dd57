import { type Interval, opposite, scale } from '../../../model/interval.ts'
import type { Period } from '../../../model/period.ts'
import { compare, rational, sign } from '../../../model/rational.ts'
import { rescaled } from '../../arithmetic/metric-level.ts'
import type { RuleContext } from '../../rule.ts'
import { saidPeriod } from '../claim-segment.ts'
import { lastPart } from '../claim-subject.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { type NameMatch, otherWords } from '../names/metric-names.ts'
import { clauseAt, figuresOf, ownText, type Passage } from '../passage.ts'
import { type Answer, answer, clauseNames, missing } from './comparison-answer.ts'
import { pace } from './pace-claims.ts'
import { timesIn } from './size-claims.ts'

/** "A exceeded B": what is compared, each by the one metric that its name means. */
interface Sides {
  readonly first: NameMatch
  readonly second: NameMatch
}

const metricOf = ({ metrics: [metric = ''] }: NameMatch): string => metric

/** "Retail's sales": of two names side by side the first says which sales. */
function owner(name: NameMatch, names: readonly NameMatch[], text: string): NameMatch {
  const before = names[names.indexOf(name) - 1]
  const isOwner = before !== undefined && /^(?:['’]s?)?\s+$/.test(text.slice(before.end, name.start))
  return isOwner ? before : name
}

/** The names on both sides of the words, with nothing but words between that link them; undefined where one is missing, or is one of several. */
function sidesOf(match: WordMatch, passage: Passage, context: RuleContext): Sides | undefined {
  const { words } = context
  const { joinsNames, leadsToName, neutralQualifier, otherMeasureAfter } = words.subjects
  const growth = words.phrase('growth')
  const clause = clauseAt(passage, match.start, words)
  const names = clauseNames(match, passage, context)
  const [last, second] = [
    names.findLast(({ end }) => end <= match.start),
    names.find(({ start }) => start >= match.end),
  ]
  if (!last || !second) return undefined
  const between = (from: number, to: number): string => ownText(passage, from, to)
  const { rates } = words.claims
  const more = otherWords(between(last.end, match.start), words).filter((word) => !rates.includes(word.toLowerCase()))
  if (more.length > 0 || !words.phrase('beforeOtherName').test(between(match.end, second.start))) return undefined
  const first = owner(last, names, passage.text)
  const [head, next] = [names[names.indexOf(first) - 1], names[names.indexOf(second) + 1]]
  const isOfHead = head !== undefined && leadsToName.test(between(head.end, first.start))
  if (head && !isOfHead && joinsNames.test(between(head.end, first.start))) return undefined
  if (next && joinsNames.test(between(second.end, next.start))) return undefined
  const before = between(clause.start, isOfHead ? head.start : first.start)
  const behind = passage.text.slice(second.end)
  if (!neutralQualifier.test(before) || (otherMeasureAfter.test(behind) && !growth.test(behind))) return undefined
  return { first, second }
}

/** What is compared with something that no metric's label names, and that is no number and no target; with its words. */
function halfNamed(
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): { readonly metric: string; readonly object: string } | undefined {
  const { words } = context
  const clause = clauseAt(passage, match.start, words)
  const first = clauseNames(match, passage, context).findLast(({ end }) => end <= match.start)
  if (!first || otherWords(ownText(passage, first.end, match.start), words).length > 0) return undefined
  if (!words.subjects.neutralQualifier.test(ownText(passage, clause.start, first.start))) return undefined
  const next = figuresOf(passage).find(({ start }) => start >= match.end)?.start ?? clause.end
  const object = ownText(passage, match.end, Math.min(next, clause.end))
  const isNamed = otherWords(object, words).length > 0 || object.search(words.subjects.lastYear) >= 0
  return isNamed && !words.targets.test(object) ? { metric: metricOf(first), object } : undefined
}

/** "Net sales, {{…}}, are below the {{…}} of a year earlier": two printed values of one metric. */
function ofPrinted(match: WordMatch, passage: Passage, { words }: RuleContext, side: 1 | -1 | 0): Answer | undefined {
  const { start, end } = clauseAt(passage, match.start, words)
  const figures = figuresOf(passage).filter(
    (each) => each.start >= start && each.end <= end && each.shown.fact.kind === 'figure',
  )
  const [own, other] = [
    figures.findLast((each) => each.end <= match.start),
    figures.find((each) => each.start >= match.end),
  ]
  const [a, b] = [own?.shown.fact, other?.shown.fact]
  if (!own || !other || !a?.value || !b?.value || a.metric !== b.metric || a.unit.exponent !== b.unit.exponent)
    return undefined
  if (!words.phrase('beforeOtherName').test(ownText(passage, match.end, other.start))) return undefined
  if (otherWords(ownText(passage, own.end, match.start), words).length > 0) return undefined
  return answer(compare(a.value, b.value) === side, `${a.id} and ${b.id}`)
}

/** "Net earnings were above those of a year earlier": the same metric a year before; what else has no label is not known. */
function againstOther(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1 | 0): Answer | undefined {
  const { words } = context
  const printed = ofPrinted(match, passage, context, side)
  if (printed) return printed
  const half = halfNamed(match, passage, context)
  if (!half) return undefined
  const rest = half.object.replace(words.subjects.lastYear, ' ').replace(/['’]s(?!\p{L})/gu, ' ')
  if (rest === half.object || otherWords(rest, words).length > 0) return missing('two metrics by their whole labels')
  return against(half.metric, match, passage, context, side)
}

/** A metric against its value a year before. */
function against(metric: string, match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1 | 0): Answer {
  const { ledger } = context
  const known = saidPeriods(match, passage, context).flatMap((period) => {
    const question = { metric, period, scenario: 'actual' }
    const [now, base] = [ledger.known(question), ledger.known(ledger.base(question))]
    return now && base ? [{ now, base }] : []
  })
  if (known.length === 0) return missing(`${metric} a year before`)
  return answer(
    known.some(({ now, base }) => compare(now.value, base.value) === side),
    known.map(({ now, base }) => `${now.fact} and ${base.fact}`).join(', '),
  )
}

/** The one period that a clause names by a placeholder or in words; without any the reporting period and its last part. */
function saidPeriods(match: WordMatch, passage: Passage, context: RuleContext): readonly Period[] {
  const { words, deck } = context
  const { reportingPeriod, calendar } = deck.config
  const clause = clauseAt(passage, match.start, words)
  const bound = passage.pieces.filter(
    ({ kind, start, end }) => kind === 'period' && start >= clause.start && end <= clause.end,
  )
  const [named] = bound.map((piece) => (piece.kind === 'period' ? piece.period : undefined))
  if (bound.length > 1 || (bound.length === 1 && !named)) return []
  const said = named ?? saidPeriod(match, passage, context, 'clause')
  if (said === 'unknown') return []
  if (said) return [said]
  const part = lastPart(reportingPeriod, calendar.subPeriods === 'quarters' ? 3 : 6, context)
  return part.label === reportingPeriod.label ? [part] : [reportingPeriod, part]
}

/** The periods that a comparison of two levels can be of, for either side: those printed, named in words, or reported. */
function periodsOf(
  { first, second }: Sides,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): readonly (readonly [Period, Period])[] {
  const { words } = context
  const clause = clauseAt(passage, match.start, words)
  const figures = figuresOf(passage).filter(({ start, end }) => start >= clause.start && end <= clause.end)
  const printed = ({ metrics }: NameMatch): Period | undefined =>
    figures.find(({ shown: { fact } }) => fact.kind === 'figure' && metrics.includes(fact.metric))?.shown.fact.period
  const [own, other] = [printed(first), printed(second)]
  if (own && other) return [[own, other]]
  const isOfLastYear = ownText(passage, clause.start, clause.end).search(words.subjects.lastYear) >= 0
  if (isOfLastYear) return []
  const one = own ?? other
  return (one ? [one] : saidPeriods(match, passage, context)).map((period) => [period, period])
}

/** "Fewer stores than a year ago": one metric at both times; group 1 says which way it went. */
export function moreNamed(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const { words } = context
  const clause = clauseAt(passage, match.start, words)
  const name = clauseNames(match, passage, context).find(({ start }) => start >= match.end)
  const behind = name && ownText(passage, name.end, clause.end)
  if (!name || behind === undefined || name.start - match.end > 1) return undefined
  const than = words.phrase('thanAtOther').exec(behind)?.[0]
  const at = than === undefined ? -1 : behind.slice(than.length).search(words.subjects.lastYear)
  return at === 0 || at === 1 ? against(metricOf(name), match, passage, context, side) : undefined
}

/** A level as its name says it: costs and payments that are stored negative by their size; in the plain unit. */
function sizeOf(metric: string, period: Period, { ledger }: RuleContext): Interval | undefined {
  const level = ledger.known({ metric, period })
  if (!level || level.qualified) return undefined
  const { interval, value } = rescaled(level, 0)
  return sign(value) < 0 && ledger.metrics.get(metric)?.polarity !== 'more' ? opposite(interval) : interval
}

/** What "matched" leaves open: a fiftieth. */
const nearly = rational(51n, 50n)

function holds(a: Interval, b: Interval, side: 1 | -1 | 0): boolean {
  const [high, low] = [compare(a.high, b.low), compare(a.low, b.high)]
  if (side !== 0 && compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0) return false // equal as printed
  if (side > 0) return high > 0
  if (side < 0) return low < 0
  const [wide, whole] = [scale(a, nearly), scale(b, nearly)]
  return compare(wide.high, b.low) >= 0 && compare(whole.high, a.low) >= 0 && sign(a.low) === sign(b.low)
}

/** "Operating income exceeded interest expense": levels of two metrics at one time. Rates so compared are of their growth. */
export function levels(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1 | 0): Answer | undefined {
  const { words, ledger } = context
  const isOfTimes = timesIn(passage, words).some(({ start, end }) => start <= match.end + 1 && end > match.end)
  if (isOfTimes) return undefined // "more than twice …": a ratio, and S10's
  const sides = sidesOf(match, passage, context)
  if (!sides) return againstOther(match, passage, context, side)
  const [first, second] = [metricOf(sides.first), metricOf(sides.second)]
  if (first === second) return ofPrinted(match, passage, context, side) // at two times
  const lead = ownText(passage, sides.first.end, match.start)
  if (words.phrase('growth').test(lead)) return side === 0 ? undefined : pace(match, passage, context, side)
  const { start } = clauseAt(passage, match.start, words)
  if (words.subjects.losses.test(ownText(passage, start, match.start))) return undefined
  const units = [first, second].map((metric) => ledger.metrics.get(metric)?.unit)
  if (units[0]?.kind !== units[1]?.kind || units[0]?.base !== units[1]?.base) return missing('amounts of one unit')
  const periods = periodsOf(sides, match, passage, context)
  const known = periods.flatMap(([own, other]) => {
    const [a, b] = [sizeOf(first, own, context), sizeOf(second, other, context)]
    return a && b ? [{ fits: holds(a, b, side), said: `${first} and ${second} in ${own.label}` }] : []
  })
  if (known.length === 0)
    return missing(periods.length === 0 ? 'one time of both' : `levels of ${first} and ${second} at that time`)
  return answer(
    known.some(({ fits }) => fits),
    known.map(({ said }) => said).join(', '),
  )
}
