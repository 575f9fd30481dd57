import type { WordPatterns } from '../../language/word-patterns.ts'
import type { ComparisonWord } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import type { WordToken } from '../words/word-token.ts'
import { withoutResult } from './base-words.ts'
import type { Clause } from './clause.ts'

/** What a number does in its sentence. */
export interface NumberRole {
  readonly kind: 'value' | 'growth' | 'difference' | 'share' | 'none'
  readonly direction: WordToken | undefined
  /** The verb of the sentence, for a value ("increased to"). */
  readonly verb: WordToken | undefined
  readonly comparison: ComparisonWord | undefined
  /** It is the older of two values: "from A to B", "compared to A". */
  readonly isBase: 'from' | 'versus' | undefined
  readonly whole: string | undefined
}

const nearTail = /^[\s)]*$/

function wholeOf(clause: Clause, { text, wholeBehind, wholeBefore }: Lexicon): string | undefined {
  const name = wholeBehind.exec(clause.tail)?.[1] ?? wholeBefore.exec(clause.sentence)?.[1]
  return name === undefined ? undefined : text.measures.find(({ pattern }) => pattern.test(name))?.id
}

function comparisonOf(clause: Clause, { words: { phrase } }: Lexicon): ComparisonWord | undefined {
  const words = clause.tailWords.filter(({ kind }) => kind === 'comparison')
  const first = words[0]
  if (!first) return undefined
  const gap = clause.tail.slice(0, first.start)
  return (/[,;.(]/.test(gap) || phrase('joined').test(gap)) && gap.length > 14
    ? undefined
    : (first.sense as ComparisonWord) // senses of this kind are comparisons
}

const adjacentComparison = (clause: Clause): boolean => {
  const word = clause.tailWords[0]
  return word?.kind === 'comparison' && nearTail.test(clause.tail.slice(0, word.start))
}

const olderUnits = /^[\s(:,]*$/

/** "A (2012: B)", "A (prior year: B)": in brackets right behind a value stand a year, or words of the year before, and the older one. */
function isOlderInBrackets({ lead, leadPeriods, leadWords, inParentheses, tail }: Clause, lexicon: Lexicon): boolean {
  if (!inParentheses || !/^\s*\(/.test(lead) || !/^[^(]*\)/.test(tail)) return false
  const years = leadPeriods.filter(({ period }) => period.kind === 'fiscal' && period.part === 'FY')
  const compared = leadWords.filter(({ kind, sense }) => kind === 'comparison' && sense === 'YoY')
  const [token, ...more] = [...years, ...compared]
  if (!token || more.length > 0 || leadPeriods.length > years.length) return false
  return olderUnits.test(withoutResult(`${lead.slice(0, token.start)}${lead.slice(token.end)}`, lexicon))
}

/** "to A from B", "A against B": words that lead to the older value, behind one of the same kind. */
function isOlderBehind({ lead, number }: Clause, before: readonly Clause[], lexicon: Lexicon): boolean {
  const word = [...lead.matchAll(new RegExp(lexicon.words.leadsToBase.source, 'giu'))].at(-1)
  const gap = word && withoutResult(lead.slice(word.index + word[0].length), lexicon)
  if (gap === undefined || gap.length > 30 || /[;.:,()]/.test(gap)) return false
  return before.some((other) => other.number.unit?.base === number.unit?.base)
}

function baseKind(clause: Clause, next: Clause | undefined, lexicon: Lexicon): NumberRole['isBase'] {
  const { phrase } = lexicon.words
  const versus = clause.leadWords.findLast(
    ({ kind, text }) => kind === 'versus' || phrase('opensComparison').test(text),
  )
  const gap = versus ? withoutResult(clause.lead.slice(versus.end), lexicon) : ''
  if (versus && gap.length <= 30 && !/[;.:,(]/.test(gap)) return 'versus'
  const isFrom = lexicon.fromAtEnd.test(withoutResult(clause.lead, lexicon)) && next !== undefined
  return isFrom && phrase('fromTo').test(clause.tail) ? 'from' : undefined
}

/** "increased steadily to about": the word leads to a value. */
const toward = (gap: string, words: WordPatterns): boolean =>
  words.phrase('toward').test(gap) &&
  words.onlyFillers.test(gap.replace(words.leadsToValue, '').replace(words.phrase('aRecord'), ''))

/** "an increase in revenue of": what changed is between the word and its number. */
function isThroughOf(gap: string, words: WordPatterns): boolean {
  const after = words.phrase('throughOf').exec(gap)
  return after !== null && words.onlyFillers.test(gap.slice(after[0].length))
}

function directionOf(
  clause: Clause,
  { words }: Lexicon,
): {
  readonly direction: WordToken | undefined
  readonly verb: WordToken | undefined
} {
  const last = clause.leadWords.findLast(({ kind }) => kind === 'direction')
  if (!last) return { direction: undefined, verb: undefined }
  const gap = clause.lead.slice(last.end)
  if (toward(gap, words)) return { direction: undefined, verb: last }
  if (words.onlyFillers.test(gap) || isThroughOf(gap, words)) return { direction: last, verb: undefined }
  return { direction: undefined, verb: /[.;]\s/.test(gap) || !last.certain ? undefined : last }
}

/** "12% growth", "3% YoY decline": a word behind the number. */
function wordAfter({ tail, tailWords }: Clause, { words }: Lexicon): WordToken | undefined {
  const word = tailWords.find(({ kind }) => kind === 'direction')
  if (!word || !words.behindNumber.has(word.text.toLowerCase())) return undefined
  const between = tail.slice(0, word.start)
  return words.phrase('beforeDirection').test(between) ? word : undefined
}

/** "between 13% and 14%": a range states no figure; the second number sees it in the lead of the first. */
const isBetween = (clause: Clause, next: Clause | undefined, { words }: Lexicon): boolean =>
  (words.phrase('rangeLead').test(clause.lead) && next !== undefined) ||
  (words.phrase('rangeAnd').test(clause.lead) && clause.afterBetween)

/** "13% to 14%": either end of a range. */
function isRangeEnd(
  clause: Clause,
  previous: NumberRole | undefined,
  next: Clause | undefined,
  lexicon: Lexicon,
): boolean {
  const rangeMark = lexicon.words.phrase('rangeMark')
  const isFirst =
    rangeMark.test(clause.tail) &&
    next !== undefined &&
    directionOf(clause, lexicon).direction === undefined &&
    !lexicon.fromAtEnd.test(clause.lead)
  return isFirst || (rangeMark.test(clause.lead) && previous?.kind === 'none')
}

const none: NumberRole = {
  kind: 'none',
  direction: undefined,
  verb: undefined,
  comparison: undefined,
  isBase: undefined,
  whole: undefined,
}

const isSigned = ({ number }: Clause): boolean => number.sign === 'plus' || number.sign === 'minus'

/** Whether a percentage is a growth rate, or a value such as a margin. */
function percentKind(
  clause: Clause,
  { direction, verb, comparison }: Pick<NumberRole, 'direction' | 'verb' | 'comparison'>,
): 'growth' | 'value' | 'none' {
  const { number, inParentheses } = clause
  const isChange = isSigned(clause) && (comparison !== undefined || inParentheses || number.text.startsWith('('))
  if (direction || adjacentComparison(clause) || isChange) return 'growth'
  return verb !== undefined || !inParentheses || number.sign === 'none' ? 'value' : 'none'
}

/** What the number of a clause does; `previous` is the role of the number before, `next` the clause after, `before` those of its sentence. */
export function roleOf(
  clause: Clause,
  previous: NumberRole | undefined,
  next: Clause | undefined,
  { lexicon, before: clausesBefore }: { readonly lexicon: Lexicon; readonly before: readonly Clause[] },
): NumberRole {
  const { number } = clause
  const isRange = isBetween(clause, next, lexicon) || isRangeEnd(clause, previous, next, lexicon)
  if (number.unit?.base === 'duration' || isRange) return none
  const { direction: before, verb } = directionOf(clause, lexicon)
  const comparison = comparisonOf(clause, lexicon)
  const isOlder = isOlderInBrackets(clause, lexicon) || isOlderBehind(clause, clausesBefore, lexicon)
  const isBase = baseKind(clause, next, lexicon) ?? (previous && isOlder ? 'versus' : undefined)
  const chained =
    adjacentComparison(clause) && (previous?.kind === 'difference' || previous?.kind === 'growth')
      ? previous.direction
      : undefined
  const direction = before ?? wordAfter(clause, lexicon) ?? chained
  const signed = isSigned(clause)
  const found = { direction, verb, comparison, isBase }
  const role = (kind: NumberRole['kind'], whole?: string): NumberRole => ({ kind, ...found, whole })
  // "compared to $37.1 million, or 11% of revenue": the share is of the older value too.
  if (previous?.isBase === 'versus' && lexicon.words.phrase('alsoShare').test(clause.lead)) return none
  if (isBase) return { ...role('value'), direction: undefined }
  if (number.unit?.kind === 'points')
    return role(direction || signed ? 'difference' : 'value', wholeOf(clause, lexicon))
  if (number.unit?.kind === 'percent') {
    const whole = wholeOf(clause, lexicon)
    if (whole !== undefined && !before) return role('share', whole)
    const kind = percentKind(clause, found)
    return kind === 'none' ? none : role(kind)
  }
  const comparesTwo = lexicon.words.phrase('comparesTwo').test(clause.tail) && next !== undefined
  if (before && !comparesTwo) return role('difference')
  if (chained || (signed && comparison !== undefined)) return role('difference')
  return { ...role('value'), direction: undefined, verb: verb ?? before }
}
