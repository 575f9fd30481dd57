import { previousPeriod } from '../../format/calendar.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { countWord } from '../../language/claims/number-phrases.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import { figureId } from '../../model/fact.ts'
import type { FigureQuestion } from '../../model/fact-book.ts'
import { once } from '../../model/memory.ts'
import type { Period } from '../../model/period.ts'
import { compare, divide, type Rational, sign, subtract } from '../../model/rational.ts'
import type { DataLedger } from '../arithmetic/data-ledger.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'
import { saidMonths } from '../words/claim-segment.ts'
import { isOfLittle, isSaidOf, lastPart, subjectBehindRecord, subjectOf } from '../words/claim-subject.ts'
import type { Answer } from '../words/comparisons/comparison-answer.ts'
import { checkFactor, type SubjectClaim } from '../words/comparisons/factor-claims.ts'
import { agreesWith, directionWords, isBare } from '../words/direction.ts'
import { hasMatchOf, type WordMatch } from '../words/matches/text-pool.ts'
import { clauseAt, figuresOf, matchesIn, ownText, type Passage } from '../words/passage.ts'
import { placeOf } from '../words/word-place.ts'

/** One value of a series, in the order of time. */
interface SeriesPoint {
  readonly period: Period
  readonly value: Rational
  readonly fact: string
}

const lengthOf = (period: Period): number => (period.kind === 'span' ? period.months : 0)

/** The values of a metric up to a period, stored or computed, of periods as long (years that end in one month), oldest first: which claims of records are checked against. */
function seriesUpTo(
  ledger: DataLedger,
  { metric, period, scenario }: { metric: string; period: Period; scenario: string },
): readonly SeriesPoint[] {
  const isStock = ledger.metrics.get(metric)?.kind === 'stock' // known at days, however these are written
  const months = lengthOf(period)
  const byEnd = new Map<number, SeriesPoint>()
  const definition = ledger.metrics.get(metric)?.definition
  const parts = definition ? [definition.of].flat() : []
  const periods = [metric, ...parts].flatMap((id) => ledger.values(id)).filter((each) => each.scenario === scenario)
  for (const at of [period, ...periods.map((each) => each.period)]) {
    const end = lastMonthOf(at)
    const isLength = isStock || lengthOf(at) === months
    const isOther = !isLength || (!isStock && months === 12 && (end - lastMonthOf(period)) % 12 !== 0)
    if (isOther || end > lastMonthOf(period) || byEnd.has(end)) continue
    const level = ledger.level({ metric, period: at, scenario })
    if (level) byEnd.set(end, { period: at, value: level.value, fact: level.fact })
  }
  return [...byEnd.entries()].sort(([a], [b]) => a - b).map(([, entry]) => entry)
}

/** The end of a series without a gap: each value `step` months after the one before. */
function unbroken(series: readonly SeriesPoint[], step: number): readonly SeriesPoint[] {
  let first = series.length - 1
  while (first > 0) {
    const [now, before] = [series[first], series[first - 1]]
    if (!now || !before || lastMonthOf(now.period) - lastMonthOf(before.period) !== step) break
    first--
  }
  return series.slice(Math.max(first, 0))
}

/** How many steps in a row the series has moved in one direction (1 up, -1 down), counted from its end. */
function runLength(series: readonly SeriesPoint[], direction: 1 | -1, lag = 1): number {
  let count = 0
  for (let at = series.length - 1; at >= lag; at--) {
    const [now, before] = [series[at], series[at - lag]]
    if (!now || !before || sign(subtract(now.value, before.value)) !== direction) break
    count++
  }
  return count
}

/** Fewer earlier values than this do not make a record. */
const fewest = 3

/** "Record third-quarter sales" are compared with other third quarters. */
function isOfSamePart({ match, passage }: SubjectClaim, { words }: RuleContext): boolean {
  return matchesIn(passage, words.subjects.partOfYear).some(
    ({ start, end, text }) =>
      (start >= match.end && start - match.end <= 2 && text.includes('-')) ||
      (start >= match.start && end <= match.end), // "the strongest third quarter in our history"
  )
}

function seriesOf(claim: SubjectClaim, context: RuleContext): readonly SeriesPoint[] {
  const series = seriesUpTo(context.ledger, claim.subject)
  if (!isOfSamePart(claim, context)) return series
  const last = lastMonthOf(claim.subject.period)
  return series.filter(({ period }) => (lastMonthOf(period) - last) % 12 === 0)
}

function checkExtreme(claim: SubjectClaim, context: RuleContext, direction: 1 | -1): Answer {
  const series = seriesOf(claim, context)
  const last = series.at(-1)
  const earlier = series.slice(0, -1)
  if (!last || earlier.length < fewest)
    return { verdict: 'error', reason: `only ${earlier.length} earlier values are known` }
  const beaten = earlier.find(({ value }) => sign(subtract(last.value, value)) !== direction)
  if (beaten) return { verdict: 'error', reason: `${beaten.fact} was ${direction > 0 ? 'no lower' : 'no higher'}` }
  return { verdict: 'ticked', reason: `against ${earlier.length} earlier values since ${earlier[0]?.period.label}` }
}

/** Whether a run is of falls: a word of its clause says so, or the change that the claim is about. */
function isFallingRun({ match, passage, subject: { shown } }: SubjectClaim, { words }: RuleContext): boolean {
  const clause = clauseAt(passage, match.start, words)
  const inClause = directionWords(passage, words).filter(({ start, end }) => start >= clause.start && end <= clause.end)
  if (inClause.some(({ direction, certain }) => certain && direction === 'down')) return true
  if (words.loss.test(ownText(passage, clause.start, clause.end))) return true
  const isChange = shown?.fact.kind === 'growth' || shown?.fact.kind === 'difference'
  return isChange && shown.fact.value !== null && sign(shown.fact.value) < 0
}

function checkRun(claim: SubjectClaim, context: RuleContext): Answer {
  const [word = '', unit = '', otherWord, otherUnit] = claim.match.groups
  const count = countWord(context.words.claims, otherWord ?? word)
  const step = context.words.claims.periodMonths[(otherUnit ?? unit).toLowerCase()] ?? 12
  if (count === undefined) return { verdict: 'not-checkable', reason: 'no number is given' }
  const direction = isFallingRun(claim, context) ? -1 : 1
  const period = lastPart(claim.subject.period, step, context)
  const series = unbroken(seriesUpTo(context.ledger, { ...claim.subject, period }), step)
  const said = saidMonths(claim.match, claim.passage, context)
  const lags = step < 12 ? [1, 12 / step] : [1]
  const own = lags.filter((lag) => lag * step === said)
  const runs = (own.length > 0 ? own : lags).map((lag) => runLength(series, direction, lag))
  if (Math.max(...runs) >= count) return { verdict: 'ticked', reason: `${Math.max(...runs)} in a row` }
  const isShort = series.length <= count
  return {
    verdict: 'error',
    reason: isShort ? `only ${series.length} values in a row are known` : `${Math.max(...runs)} in a row`,
  }
}

function checkEvery(claim: SubjectClaim, context: RuleContext): Answer {
  const period = lastPart(claim.subject.period, 3, context)
  const series = unbroken(seriesUpTo(context.ledger, { ...claim.subject, period }), 3)
  if (series.length < 4) return { verdict: 'error', reason: `only ${series.length} quarters in a row are known` }
  const clause = clauseAt(claim.passage, claim.match.start, context.words)
  const metric = context.ledger.metrics.get(claim.subject.metric)
  const word = directionWords(claim.passage, context.words).findLast(
    ({ start, end }) => start >= clause.start && end <= claim.match.start,
  )
  const signs = ([1, -1] as const).filter(
    (each) => !word || word.direction === 'flat' || agreesWith(word.direction, each, metric) !== false,
  )
  const run = Math.max(0, ...signs.map((each) => runLength(series, each)))
  return { verdict: run >= 3 ? 'ticked' : 'error', reason: `${run} quarters in a row in one direction` }
}

/** Growth in the period against growth in the year before it, or in the quarter before. */
function checkPace(claim: SubjectClaim, context: RuleContext, direction: 1 | -1): Answer {
  const { ledger } = context
  const { calendar } = ledger.config
  const { metric, scenario, period } = claim.subject
  const question = { metric, scenario, period }
  const rate = (at: FigureQuestion): Rational | undefined => {
    const [now, base] = [ledger.level(at)?.value, ledger.level(ledger.base(at))?.value]
    return now && base && sign(base) > 0 ? divide(now, base) : undefined
  }
  const earlier = [ledger.base(question), ledger.base({ ...question, vs: previousPeriod(period, calendar) })]
  const rates = [question, ...earlier].map(rate)
  const [now, ...before] = rates
  const known = before.filter((each) => each !== undefined)
  if (!now || known.length === 0) return { verdict: 'error', reason: 'the growth before is not known' }
  const right = known.some((each) => compare(now, each) === direction)
  return {
    verdict: right ? 'ticked' : 'error',
    reason: `growth ${right ? 'has' : 'has not'} become ${direction > 0 ? 'faster' : 'slower'}`,
  }
}

type ClaimCheck = (claim: SubjectClaim, context: RuleContext) => Answer
const kindsOf = once((words: WordPatterns): readonly { readonly expression: RegExp; readonly check: ClaimCheck }[] => [
  { expression: words.lowest, check: (claim, context) => checkExtreme(claim, context, -1) },
  {
    expression: words.highest,
    check: (claim, context) => checkExtreme(claim, context, isOfLittle(claim, context) ? -1 : 1),
  },
  { expression: words.consecutive, check: checkRun },
  { expression: words.everyStep, check: checkEvery },
  { expression: words.accelerated, check: (claim, context) => checkPace(claim, context, 1) },
  { expression: words.slowed, check: (claim, context) => checkPace(claim, context, -1) },
  { expression: words.factor, check: checkFactor },
])

const expressionsOf = once((words: WordPatterns): readonly RegExp[] =>
  kindsOf(words).map(({ expression }) => expression),
)

/** Runs and factors are claims even where nothing says of what; "record" and the like may be other words. */
const countsSteps = (expression: RegExp, { words }: RuleContext): boolean =>
  [words.consecutive, words.factor].includes(expression)

const notCheckable = (match: WordMatch, passage: Passage, { files }: RuleContext): Finding =>
  finding('S2', 'not-checkable', {
    ...{ slide: passage.slide.id, place: placeOf(passage, match, files), facts: [] },
    message: `not checkable: "${match.text}", missing what it is said of: a figure, or a metric by its whole label`,
  })

/** "Sales slowed 3%": the number says itself how far they went, and S1 which way; "growth slowed by 3 points" is of the pace. */
function isOfNumber(match: WordMatch, expression: RegExp, passage: Passage, { words }: RuleContext): boolean {
  if (expression !== words.slowed && expression !== words.accelerated) return false
  const next = figuresOf(passage).find(({ start }) => start >= match.end)
  if (!next || !isBare(next.shown) || !words.onlyFillers.test(ownText(passage, match.end, next.start))) return false
  const { start } = clauseAt(passage, match.start, words)
  return !words.rate.test(ownText(passage, start, match.start))
}

function checkPassage(passage: Passage, context: RuleContext): readonly Finding[] {
  if (!hasMatchOf(expressionsOf(context.words), passage.text, passage.pool)) return []
  return kindsOf(context.words).flatMap(({ expression, check }) =>
    matchesIn(passage, expression).flatMap((match) => {
      if (isOfNumber(match, expression, passage, context)) return []
      const subject = subjectOf(passage, match, context) ?? subjectBehindRecord(passage, match, expression, context)
      if (!subject) return countsSteps(expression, context) ? [notCheckable(match, passage, context)] : []
      if (expression === context.words.factor && !isSaidOf(match, subject, { passage, context }))
        return [notCheckable(match, passage, context)]
      const { verdict, reason } = check({ match, passage, subject }, context)
      const id = figureId(subject)
      const said = `"${match.text}" of ${id}`
      const failed = verdict === 'error'
      return [
        finding('S2', verdict, {
          slide: passage.slide.id,
          place: placeOf(passage, match, context.files),
          facts: [subject.shown?.use.fact ?? id],
          ...(subject.shown ? { use: subject.shown.use.key } : {}),
          message: failed ? `invalid claim ${said}: ${reason}` : `${said}: ${reason}`,
          hint: failed ? 'Reword it, or add the figures that support it.' : undefined,
        }),
      ]
    }),
  )
}

/** Findings of rule S2, made once: S1 leaves to it what both would report. */
export const superlativeFindings = once((context: RuleContext): readonly Finding[] =>
  context.slides.flatMap(({ passages }) => passages.flatMap((passage) => checkPassage(passage, context))),
)

export const s2: Rule = {
  id: 'S2',
  title: 'records, runs and accelerations are supported by the stored series',
  check: superlativeFindings,
}
