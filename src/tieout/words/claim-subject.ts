import { containing, lastMonthOf } from '../../format/fiscal.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { Period } from '../../model/period.ts'
import type { DataLedger } from '../arithmetic/data-ledger.ts'
import type { RuleContext } from '../rule.ts'
import { hasOwnNoun, saidPeriod, segmentAt } from './claim-segment.ts'
import { clauseNames, periodAt } from './comparisons/comparison-answer.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { type NameMatch, namesIn, otherWords } from './names/metric-names.ts'
import { isNamed } from './names/metric-relations.ts'
import { clauseAt, figuresOf, ownText, type Passage, type ShownFigure } from './passage.ts'

/** What a claim is about: a metric at a time, by a figure near it or by its name alone. */
export interface ClaimSubject {
  readonly metric: string
  readonly period: Period
  readonly scenario: string
  readonly shown: ShownFigure | undefined
}

/** Whether a name cannot be another word: it is long, its text ends with it, "revenue (sharply) fell", or it has the verb: "orders rose". */
const isClear = (name: NameMatch, whole: string, words: WordPatterns): boolean =>
  name.text.includes(' ') ||
  name.text.length > 8 ||
  words.phrase('betweenNameAndVerb').test(whole.slice(name.end)) ||
  isSubject(name, whole, words)

/** Whether a name has nothing but neutral words before it, and a verb right behind it. */
function isSubject({ start, end }: NameMatch, whole: string, { phrase, subjects, senses }: WordPatterns): boolean {
  const rest = whole.slice(end)
  const [, next = ''] = phrase('verbBehindName').exec(rest) ?? []
  const hasVerb =
    senses.get(next.toLowerCase())?.certain === true ||
    phrase('subjectVerb').test(rest) ||
    phrase('hasObject').test(rest)
  return hasVerb && subjects.neutralQualifier.test(whole.slice(0, start))
}

/** The metric that a text names by a label, a short label or another name that only one has; the longest name wins. */
export function namedMetric(text: string, { ledger: { metrics }, words }: RuleContext): string | undefined {
  const own = namesIn(text, metrics).filter((name) => name.metrics.length === 1 && isClear(name, text, words))
  return own.sort((a, b) => b.text.length - a.text.length)[0]?.metrics[0]
}

/** The metric that a text begins with: "recurring revenues and one-time …". */
export function leadingMetric(text: string, { metrics }: DataLedger): string | undefined {
  const [first] = namesIn(text, metrics)
  return first?.start === 0 && first.metrics.length === 1 && (first.text.includes(' ') || first.text.length > 8)
    ? first.metrics[0]
    : undefined
}

/** Of several figures of one metric in a clause, the latest: "rose every quarter, from … to …". */
function latestOf(first: ShownFigure, inside: readonly ShownFigure[]): ShownFigure {
  return inside
    .filter(({ fact }) => fact.metric === first.fact.metric && fact.scenario === first.fact.scenario)
    .reduce(
      (latest, shown) => (lastMonthOf(shown.fact.period) > lastMonthOf(latest.fact.period) ? shown : latest),
      first,
    )
}

/** "Lifted sales to a new high": what a text ends with that leads to a record. */
function brought(text: string, { ledger: { metrics }, words }: RuleContext): string | undefined {
  const last = namesIn(text, metrics).at(-1)
  if (last?.metrics.length !== 1 || !words.phrase('leadsToRecord').test(text.slice(last.end))) return undefined
  const verb = text.slice(0, last.start).toLowerCase().trim().split(/\s+/).slice(-2) // "lifted our"
  return verb.some((word) => words.senses.has(word)) ? last.metrics[0] : undefined
}

/** The next figure of the claim's clause, else the metric that it names, else the figure before. */
export function subjectOf(passage: Passage, match: WordMatch, context: RuleContext): ClaimSubject | undefined {
  const { deck, words } = context
  const clause = clauseAt(passage, match.start, words)
  const inside = figuresOf(passage).filter(({ start, end }) => start >= clause.start && end <= clause.end)
  const next = inside.find(({ start }) => start >= match.end)
  const before = inside.findLast(({ end }) => end <= match.start)
  const lead = passage.text.slice(clause.start, match.start)
  const named = next ? undefined : (brought(lead, context) ?? namedMetric(lead, context))
  const shown = next ?? (named === undefined || named === before?.shown.fact.metric ? before : undefined)
  if (!shown && named === undefined && passage.of) {
    const { metric, period, scenario } = passage.of.fact
    return { metric, period, scenario, shown: passage.of }
  }
  if (shown) {
    const latest = latestOf(
      shown.shown,
      inside.map((figure) => figure.shown),
    )
    return inSaidPeriod(latest, match, passage, context)
  }
  if (named === undefined) return undefined
  const periods = passage.pieces.filter(
    (piece) => piece.kind === 'period' && piece.start >= clause.start && piece.end <= clause.end,
  )
  const segment = segmentAt(passage, match, context)
  const own = periods.find(({ start, end }) => start >= segment.start && end <= segment.end) ?? periods.at(-1)
  const bound = own?.kind === 'period' ? own.period : undefined
  const period = bound ?? saidFor(named, match, passage, context, 'clause') ?? deck.config.reportingPeriod
  return period === 'unknown' ? undefined : { metric: named, period, scenario: 'actual', shown: undefined }
}

/** "Never before were net sales so high", "record net sales": of highest and lowest also a name behind the words, where no number is. */
export function subjectBehindRecord(
  passage: Passage,
  match: WordMatch,
  expression: RegExp,
  context: RuleContext,
): ClaimSubject | undefined {
  const { words } = context
  if (expression !== words.highest && expression !== words.lowest) return undefined
  const [name, ...more] = clauseNames(match, passage, context).filter(({ start }) => start >= match.end)
  const [metric] = name?.metrics ?? []
  const { end } = clauseAt(passage, match.start, words)
  if (!name || metric === undefined || more.length > 0 || isChangeOf(passage.text.slice(name.end, end), context))
    return undefined
  const lead = ownText(passage, match.end, name.start)
  const isNear = !/[,;:]/.test(lead) && otherWords(lead, words).length === 0
  const isOfNoTime = words.phrase('noTimeBefore').test(match.text)
  const isSize = ['asMuch' as const, 'asLittle' as const].some((size) =>
    words.phrase(size).test(passage.text.slice(match.start, end)),
  )
  if (isOfNoTime ? !isSize : !isNear) return undefined
  const said = saidPeriod(match, passage, context, 'clause') ?? periodAt(match, passage, context)
  const step = stepIn(lead, context)
  if (said !== 'unknown' && step !== undefined && said.kind === 'span' && said.months !== step) return undefined
  return said === 'unknown' ? undefined : { metric, period: said, scenario: 'actual', shown: undefined }
}

/** "Never before were sales so low": a record of what there is least of. */
export function isOfLittle(
  { match, passage }: { readonly match: WordMatch; readonly passage: Passage },
  { words }: RuleContext,
): boolean {
  if (!words.phrase('noTimeBefore').test(match.text)) return false
  const behind = passage.text.slice(match.start, clauseAt(passage, match.start, words).end)
  return words.phrase('asLittle').test(behind) && !words.phrase('asMuch').test(behind)
}

/** How long the periods are that a record is said to be of: "a record year for sales". */
function stepIn(text: string, { words }: RuleContext): number | undefined {
  const steps = Object.entries(words.claims.periodMonths)
  return steps.find(([word]) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(word),
  )?.[1]
}

/** "Record net sales growth" is of a rate. */
const isChangeOf = (behind: string, { words }: RuleContext): boolean =>
  words.subjects.otherMeasureAfter.test(behind) || words.phrase('growth').test(behind)

/** The period in words that a claim about a metric is of. Stocks are compared between days, which no such words name. */
function saidFor(
  metric: string,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
  where: 'segment' | 'clause',
): Period | 'unknown' | undefined {
  const said = saidPeriod(match, passage, context, where)
  return said !== undefined && context.ledger.metrics.get(metric)?.kind === 'stock' ? 'unknown' : said
}

/** A figure's subject; where the claim names a metric and another period than the figure's, the metric in that period. */
function inSaidPeriod(
  shown: ShownFigure,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): ClaimSubject | undefined {
  const { metric, period, scenario } = shown.fact
  const subject = { metric, period, scenario, shown }
  const { start } = segmentAt(passage, match, context)
  const said = saidPeriod(match, passage, context, 'segment')
  const names = namesIn(passage.text.slice(start, match.start), context.ledger.metrics)
  if (said === undefined || !names.some(({ metrics }) => isNamed(shown.fact, metrics, context.ledger))) return subject
  if (said === 'unknown') return undefined
  const isSame = period.kind !== 'span' || lastMonthOf(said) === lastMonthOf(period)
  return isSame ? subject : { metric, period: said, scenario: 'actual', shown: undefined }
}

/**
 * Whether a claim is said of its figure, and of nothing that the deck does not know: it leads to the number, its clause names the
 * metric, or begins with the claim. "Downloads more than doubled, and sales were {{…}}" says nothing of sales.
 */
export function isSaidOf(match: WordMatch, subject: ClaimSubject, asked: ClaimText): boolean {
  if (isOfOther(match, subject, asked)) return false
  const { shown } = subject
  if (!shown) return true // named by a whole label
  const { passage, context } = asked
  const clause = clauseAt(passage, match.start, context.words)
  const figures = figuresOf(passage).filter(({ start, end }) => start >= clause.start && end <= match.start)
  const figure = figuresOf(passage).find((each) => each.shown === shown)
  if (!figure || figures.some((each) => each !== figure && each.shown.fact.metric === shown.fact.metric)) return true
  const isMetric = (name: NameMatch): boolean => isNamed(shown.fact, name.metrics, context.ledger)
  const [from, to] = figure.start >= match.end ? [match.end, figure.start] : [figure.end, match.start]
  const between = ownText(passage, from, to)
  if (otherWords(between.replace(context.words.leadsToValue, ' '), context.words).length === 0) return true
  const before = ownText(passage, clause.start, match.start)
  if (namesIn(before, context.ledger.metrics).some(isMetric)) return true
  const object = namesIn(between, context.ledger.metrics)[0]
  const lead = object && between.slice(0, object.start)
  if (object && isMetric(object) && otherWords(lead ?? '', context.words).length === 0) return true
  return otherWords(before, context.words).length === 0
}

/** Whether the subject is taken from before, and the claim's own part of the clause names something else. */
export function isOfOther(match: WordMatch, { metric, shown }: ClaimSubject, { passage, context }: ClaimText): boolean {
  if (!shown) return hasOwnNoun(match, passage, context, { isMetric: (metrics) => metrics.includes(metric) })
  const figure = figuresOf(passage).find((each) => each.shown === shown)
  if (!figure || figure.start >= match.end) return false
  const isMetric = (metrics: readonly string[]): boolean => isNamed(shown.fact, metrics, context.ledger)
  return hasOwnNoun(match, passage, context, { isMetric, from: figure.end })
}

interface ClaimText {
  readonly passage: Passage
  readonly context: RuleContext
}

/** The last part of a period that is not longer than so many months: the quarter that a year ends with. */
export function lastPart(period: Period, months: number, { deck }: RuleContext): Period {
  if (period.kind !== 'span' || period.months <= months) return period
  return containing(period, months, deck.config.calendar)
}
