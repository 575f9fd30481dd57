import type { NumberToken, PeriodToken, WrittenPeriod } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findNumbers } from '../words/number-token.ts'
import { findPeriods } from '../words/period-token.ts'
import { findWords, type WordToken } from '../words/word-token.ts'
import type { TextItem } from './text-document.ts'

/** A number of an item with the text around it, up to the numbers before and after. */
export interface Clause {
  readonly number: NumberToken
  /** Text from the previous number (or the item's beginning) to this one, and from this one to the next (or the end). */
  readonly lead: string
  readonly tail: string
  /** Text between the last sentence end and the number. */
  readonly sentence: string
  readonly leadPeriods: readonly PeriodToken[]
  readonly tailPeriods: readonly PeriodToken[]
  readonly leadWords: readonly WordToken[]
  readonly tailWords: readonly WordToken[]
  /** Whether it is in parentheses that opened after the previous number. */
  readonly inParentheses: boolean
  readonly newSentence: boolean
  /** The number before it follows "between". */
  readonly afterBetween: boolean
}

/** Bare years are periods only after a preposition, a bracket or a comparison. */
function isPeriodHere(token: PeriodToken, text: string, { words }: Lexicon): boolean {
  const period: WrittenPeriod = token.period
  if (period.kind !== 'fiscal' || !period.bare) return true
  return words.phrase('bareYearLead').test(text.slice(0, token.start)) && !/^\s*[-–]\s*\d/.test(text.slice(token.end))
}

/** The periods of an item's text; bare years where they can only be periods. */
export const periodsOf = (text: string, lexicon: Lexicon): readonly PeriodToken[] =>
  findPeriods(text, lexicon).filter((token) => isPeriodHere(token, text, lexicon))

function blankOut(text: string, tokens: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = text
  for (const { start, end } of tokens) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  return rest
}

function within<T extends { readonly start: number; readonly end: number }>(
  tokens: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  return tokens
    .filter((token) => token.start >= from && token.end <= to)
    .map((token) => ({ ...token, start: token.start - from, end: token.end - from }))
}

/** "from 4 new subsidiaries", "over 1 Gbps", "1) PC": small numbers that belong to a phrase and are no figures. */
function isNamePart(number: NumberToken, text: string, { words }: Lexicon): boolean {
  if (number.unit !== undefined && number.unit.kind !== 'count') return false
  const before = text.slice(0, number.start)
  if (/bps$/.test(number.unit?.base ?? '') && words.phrase('speedLead').test(before)) return true
  if (number.unit === undefined && number.text.length === 1 && /^\)/.test(text.slice(number.end))) return true
  if (number.unit === undefined && words.numberNames.before.test(before)) return true
  if (number.text.replace(/[()]/g, '').length > 2 || number.exponent > 0) return false
  if (number.sign === 'parentheses' && number.unit === undefined) return true
  return (
    number.unit !== undefined && words.phrase('countedLead').test(before) && !words.phrase('countedOf').test(before)
  )
}

/** Cuts an item into clauses, one for each number. */
export function clausesOf(item: Pick<TextItem, 'text'>, lexicon: Lexicon): readonly Clause[] {
  const { text } = item
  const periods = periodsOf(text, lexicon)
  const numbers = findNumbers(blankOut(text, findPeriods(text, lexicon)), lexicon).filter(
    (number) => !isNamePart(number, text, lexicon),
  )
  const words = findWords(blankOut(text, periods), lexicon)
  return numbers.map((number, index) => {
    const from = numbers[index - 1]?.nounEnd ?? 0
    const to = numbers[index + 1]?.start ?? text.length
    const lead = text.slice(from, number.start)
    const cut = [...blankOut(lead, within(periods, from, number.start)).matchAll(lexicon.sentenceEnd)].at(-1)
    const opened = lead.lastIndexOf('(')
    return {
      number,
      lead,
      tail: text.slice(number.nounEnd, to),
      sentence: cut ? lead.slice(cut.index + cut[0].length) : lead,
      leadPeriods: within(periods, from, number.start),
      tailPeriods: within(periods, number.nounEnd, to),
      leadWords: within(words, from, number.start),
      tailWords: within(words, number.nounEnd, to),
      inParentheses: opened >= 0 && opened > lead.lastIndexOf(')'),
      newSentence: cut !== undefined,
      afterBetween: lexicon.words.phrase('rangeLead').test(text.slice(0, numbers[index - 1]?.start ?? 0)),
    }
  })
}
