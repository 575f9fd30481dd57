import { fiscalYear, lastMonthOf, spanOf } from '../../format/fiscal.ts'
import { numberWord } from '../../language/claims/number-phrases.ts'
import { figureId } from '../../model/fact.ts'
import type { Period } from '../../model/period.ts'
import {
  add,
  compare,
  divide,
  magnitude,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  sign,
  subtract,
} from '../../model/rational.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'
import { saidPeriod } from '../words/claim-segment.ts'
import { type ClaimSubject, isOfOther, subjectOf } from '../words/claim-subject.ts'
import { periodAt } from '../words/comparisons/comparison-answer.ts'
import { type Claim, countedBehind, sizeClaims } from '../words/comparisons/size-claims.ts'
import { directionWords } from '../words/direction.ts'
import type { WordMatch } from '../words/matches/text-pool.ts'
import { beginsLabel, type NameMatch, namesIn } from '../words/names/metric-names.ts'
import { clauseAt, matchesIn, type Passage } from '../words/passage.ts'
import { placeOf } from '../words/word-place.ts'

type Side = 'around' | 'above' | 'below' | undefined

const zero = rational(0n)
const hundred = rational(100n)
const half = rational(1n, 2n)
const tenth = rational(1n, 10n)
const quarter = rational(1n, 4n)

/** "More than" asks for more, but not much more; "nearly" for less; without a hedge the number is rounded. */
function holds({ said, tolerance }: Claim, found: Rational, side: Side): boolean {
  const off = subtract(found, said)
  const rough = multiply(said, side === 'above' || side === 'below' ? quarter : tenth)
  const unit = add(tolerance ?? zero, tolerance ?? zero)
  const wide = compare(rough, unit) < 0 ? unit : rough // "just over one per cent" is less than two
  if (side === 'above') return sign(off) >= 0 && compare(off, wide) <= 0
  if (side === 'below') return sign(off) <= 0 && compare(magnitude(off), wide) <= 0
  const narrow = side === 'around' || tolerance === undefined ? wide : tolerance
  return compare(magnitude(off), narrow) <= 0
}

const whole = ({ claims }: RuleContext['words'], text = ''): Rational | undefined => {
  const value = numberWord(claims, text)
  return value === undefined ? undefined : rational(BigInt(value))
}

/** "Services rose twenty per cent": the growth of what the clause is about; a per cent without a direction is not judged. */
function percentClaim(match: WordMatch, passage: Passage, context: RuleContext): Claim | undefined {
  const said = whole(context.words, match.groups[1])
  return said && changeClaim({ said, tolerance: half }, match, passage, context)
}

/** What is said of how far the subject of a clause moved, in per cent. */
function changeClaim(
  { said, tolerance }: Pick<Claim, 'said' | 'tolerance'>,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): Claim | undefined {
  const { ledger, words } = context
  const clause = clauseAt(passage, match.start, words)
  const directions = directionWords(passage, words).filter(
    ({ start, end }) => start >= clause.start && end <= clause.end,
  )
  const subject = subjectOf(passage, match, context)
  if (directions.length === 0 || !subject) return undefined
  if (isOfOther(match, subject, { passage, context }))
    return { said, found: undefined, missing: 'what it is said of, by its whole label', tolerance }
  const { metric, period, scenario } = subject
  const base = ledger.base({ metric, period, scenario })
  const [now, before] = [ledger.known({ metric, period, scenario })?.value, ledger.known(base)?.value]
  const grown =
    now && before && sign(before) > 0 ? multiply(subtract(divide(now, before), rational(1n)), hundred) : undefined
  return {
    said,
    found: grown && magnitude(grown),
    missing: `${figureId(subject)} and ${figureId(base)}`,
    tolerance,
  }
}

/** "three billion": the value of what the clause is about. */
function scaledClaim(match: WordMatch, passage: Passage, context: RuleContext): Claim | undefined {
  const { ledger, words } = context
  const subject: ClaimSubject | undefined = subjectOf(passage, match, context) ?? countedBehind(match, passage, context)
  const number = whole(words, match.groups[1])
  const exponent = words.scales.find(({ pattern }) => pattern.test(match.groups[2] ?? ''))?.exponent
  const unit = subject && ledger.metrics.get(subject.metric)?.unit
  if (!subject || !number || exponent === undefined || unit?.kind === 'percent') return undefined
  const level = ledger.known(subject)
  const found = level && multiply(magnitude(level.value), powerOfTen(level.exponent))
  const one = multiply(half, powerOfTen(exponent))
  return { said: multiply(number, powerOfTen(exponent)), found, missing: figureId(subject), tolerance: one }
}

/** What makes a total, by its sum or by a tie. */
const partsOf = (total: string, { ledger, ties }: RuleContext): readonly string[] => {
  const definition = ledger.metrics.get(total)?.definition
  const tied = ties.ties.flatMap((tie) =>
    tie.kind === 'sum' && tie.total === total ? tie.parts.map(({ metric }) => metric) : [],
  )
  return [...(definition?.kind === 'sum' ? definition.of : []), ...tied]
}

/** "Two thirds of the increase in income came from retail": the part's own change over the total's, where retail is a part of it. */
function shareOfChange(said: Rational, match: WordMatch, passage: Passage, context: RuleContext): Claim {
  const { ledger, words } = context
  const clause = clauseAt(passage, match.start, words)
  const names = namesIn(passage.text.slice(clause.start, clause.end), ledger.metrics)
  const total = names.find(({ start, metrics }) => start >= match.end - clause.start && metrics.length === 1)
  const [whole] = total?.metrics ?? []
  const parts = whole === undefined ? [] : partsOf(whole, context)
  const isPart = ({ text, metrics }: NameMatch, part: string): boolean => {
    const metric = ledger.metrics.get(part)
    return metrics.includes(part) || (metric !== undefined && beginsLabel(text, metric))
  }
  const part = parts.filter((each) => names.some((name) => name !== total && isPart(name, each)))
  const claim = { said, found: undefined, missing: 'total and part by their whole labels', tolerance: undefined }
  const [only] = part
  const isJoined = names.some(
    (name) => only !== undefined && isPart(name, only) && joinsMore(clause.start + name.end, passage, context),
  )
  if (whole === undefined || only === undefined || part.length > 1 || isJoined) return claim
  const isStock = ledger.metrics.get(whole)?.kind === 'stock' // compared with the year before, or with the end of the last one
  const shares = isStock
    ? []
    : periodsOfClaim(match, passage, context).map((period) => changeShare(only, whole, period, context))
  const [first, ...others] = shares.filter((share) => share !== undefined)
  return {
    ...claim,
    found: first,
    alternatives: others,
    missing: `changes of ${only} and ${whole} in one period`,
  }
}

/** Whether another thing is joined to a name: "from retail and wholesale". */
const joinsMore = (end: number, passage: Passage, { words }: RuleContext): boolean =>
  matchesIn(passage, words.numberPhrases.joinsClaims).some(({ start }) => start >= end && start - end <= 1)

/** A part's change from the year before over that of its total. */
function changeShare(part: string, whole: string, period: Period, { ledger }: RuleContext): Rational | undefined {
  const [own, all] = [part, whole].map((metric) => {
    const now = { metric, period, scenario: 'actual' }
    const [after, before] = [ledger.known(now)?.value, ledger.known(ledger.base(now))?.value]
    return after && before && subtract(after, before)
  })
  return own && all && sign(all) !== 0 ? divide(own, all) : undefined
}

/** The period that a claim names; where it names none, the one that is reported and the year up to then. */
function periodsOfClaim(match: WordMatch, passage: Passage, context: RuleContext): readonly Period[] {
  const { calendar, reportingPeriod } = context.deck.config
  const named = periodAt(match, passage, context)
  const said = saidPeriod(match, passage, context, 'clause')
  if (named !== reportingPeriod) return [named]
  if (said !== undefined) return said === 'unknown' ? [] : [said]
  const last = lastMonthOf(reportingPeriod)
  const { start } = fiscalYear(last, calendar)
  return [reportingPeriod, spanOf(start, last - start + 1, calendar)]
}

/** "Services are two thirds of revenue": a part and its whole, both by name, or the part by a figure. */
function shareClaim(
  said: Rational | undefined,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): Claim | undefined {
  const { ledger, words } = context
  if (said !== undefined && words.numberPhrases.ofChange.test(passage.text.slice(match.end)))
    return shareOfChange(said, match, passage, context)
  const clause = clauseAt(passage, match.start, words)
  const names = namesIn(passage.text.slice(clause.start, clause.end), ledger.metrics).filter(
    ({ metrics }) => metrics.length === 1,
  )
  const at = match.end - clause.start
  const after = names.find(({ start }) => start >= at)
  const other =
    names.findLast(({ end }) => end <= match.start - clause.start) ??
    names.find(({ start }) => after && start > after.end)
  const [total, part] = [after?.metrics[0], other?.metrics[0]]
  if (said === undefined) return undefined
  if (total === undefined || part === undefined)
    return { said, found: undefined, missing: 'part and whole by their whole labels', tolerance: undefined }
  const subject = subjectOf(passage, match, context)
  const period = subject?.period ?? context.deck.config.reportingPeriod
  const [value, of] = [part, total].map((metric) => ledger.known({ metric, period })?.value)
  const found = value && of && sign(of) > 0 ? divide(magnitude(value), of) : undefined
  return {
    said,
    found,
    missing: [part, total].map((metric) => figureId({ metric, period })).join(' and '),
    tolerance: undefined,
  }
}

function ratio(count: Rational | undefined, parts: Rational | undefined): Rational | undefined {
  return count && parts && divide(count, parts)
}

function claimsIn(passage: Passage, context: RuleContext): readonly (readonly [WordMatch, Claim | undefined])[] {
  const { numberPhrases, claims } = context.words
  const fractionOf = ({ groups: [, count = 'one', part = ''] }: WordMatch): Rational | undefined => {
    const fraction = claims.fractions[part.toLowerCase()]
    const counted = /^an?$/i.test(count) ? rational(1n) : whole(context.words, count)
    return fraction && counted && multiply(counted, rational(BigInt(fraction[0]), BigInt(fraction[1])))
  }
  const shares = matchesIn(passage, numberPhrases.partOf).map(
    (match) => [match, shareClaim(fractionOf(match), match, passage, context)] as const,
  )
  const changes = matchesIn(passage, numberPhrases.changeBy).map((match) => {
    const part = fractionOf(match)
    const said = part && { said: multiply(part, hundred), tolerance: undefined }
    return [match, said && changeClaim(said, match, passage, context)] as const
  })
  const oneIn = matchesIn(passage, numberPhrases.oneIn).map((match) => {
    const said = ratio(whole(context.words, match.groups[1]), whole(context.words, match.groups[2]))
    return [match, shareClaim(said, match, passage, context)] as const
  })
  return [
    ...matchesIn(passage, numberPhrases.percent).map(
      (match) => [match, percentClaim(match, passage, context)] as const,
    ),
    ...matchesIn(passage, numberPhrases.scaled).map((match) => [match, scaledClaim(match, passage, context)] as const),
    ...shares,
    ...changes,
    ...oneIn,
    ...sizeClaims(passage, context),
  ]
}

function checkPassage(passage: Passage, context: RuleContext): readonly Finding[] {
  const { files, words } = context
  return claimsIn(passage, context).flatMap(([match, claim]): readonly Finding[] => {
    if (!claim) return []
    const about = { slide: passage.slide.id, place: placeOf(passage, match, files), facts: [] }
    if (!claim.found)
      return [
        finding('S10', 'not-checkable', {
          ...about,
          message: `not checkable: "${match.text}", missing ${claim.missing}`,
        }),
      ]
    const hedge = match.groups[0]?.toLowerCase()
    const isExceeded = words.numberPhrases.exceeds.test(passage.text.slice(0, match.start))
    const side = isExceeded ? 'above' : words.claims.hedges.find(({ word }) => word === hedge)?.side
    const right = [claim.found, ...(claim.alternatives ?? [])].some((found) => holds(claim, found, side))
    const arithmetic = `${claim.missing}: ${asText(claim.found)}, said ${asText(claim.said)}`
    if (right)
      return [finding('S10', 'ticked', { ...about, arithmetic, message: `"${match.text}" is what the data say` })]
    const hint = 'Bind the figure with a placeholder, or reword it.'
    return [finding('S10', 'error', { ...about, arithmetic, hint, message: `invalid number in words "${match.text}"` })]
  })
}

const asText = (value: Rational): string => String(Number((Number(value.n) / Number(value.d)).toPrecision(4)))

export const s10: Rule = {
  id: 'S10',
  title: 'numbers and ratios in words agree with the data',
  check: (context) =>
    context.slides.flatMap(({ passages }) => passages.flatMap((passage) => checkPassage(passage, context))),
}
