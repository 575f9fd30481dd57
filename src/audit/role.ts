import type { Clause } from './clause.ts'
import type { Comparison } from './model.ts'
import { measures } from './vocabulary.ts'
import type { WordToken } from './words.ts'

/** What a number does in its sentence. */
export interface Role {
  readonly kind: 'value' | 'growth' | 'difference' | 'share' | 'none'
  readonly direction: WordToken | undefined
  /** The verb of the sentence, for a value ("increased to"). */
  readonly verb: WordToken | undefined
  readonly comparison: Comparison | undefined
  /** It is the older of two values: "from A to B", "compared to A". */
  readonly isBase: 'from' | 'versus' | undefined
  readonly whole: string | undefined
}

const filler = String.raw`(?:\s*(?:further|slightly|sharply|steadily|significantly|strongly|continuously|by|of|:|about|approx\.?|approximately|around|nearly|over|more than|some|an?|additional|\(|~))*\s*`
const immediate = new RegExp(`^${filler}$`, 'i')
const throughOf = new RegExp(String.raw`^\s+in\s+[^,.;()]{3,80}\s(?:of|by)${filler}$`, 'i')
const toward = /^(?:\s+\w+ly)*\s+to(?:\s+(?:about|approx\.?|approximately|around|nearly|over|a record))?\s*$/i
const directionAfter =
  /^\s*(?:YoY|QoQ|y\/y|q\/q|year[- ]over[- ]year|organic|annual|in)?\s*(?:(increases?|growth|rise|gain|higher|improvement)|(decreases?|decline|drop|lower|fall|reduction))\b/i
const nearTail = /^[\s)]*$/

const revenueWords = String.raw`(?:the |our |total |consolidated |group |net )*(revenues?|sales|turnover|total assets|net income|profit|equity)`
const shareAfter = new RegExp(String.raw`^[\s)]*of ${revenueWords}\b`, 'i')
const shareBefore = new RegExp(String.raw`%\s*of ${revenueWords}\b`, 'i')

function wholeOf(clause: Clause): string | undefined {
  const name = shareAfter.exec(clause.tail)?.[1] ?? shareBefore.exec(clause.sentence)?.[1]
  return name === undefined ? undefined : measures.find(({ pattern }) => pattern.test(name))?.id
}

function comparisonOf(clause: Clause): Comparison | undefined {
  const words = clause.tailWords.filter(({ kind }) => kind === 'comparison')
  const first = words[0]
  if (!first) return undefined
  const gap = clause.tail.slice(0, first.start)
  return /[,;.(]|\band\b/.test(gap) && gap.length > 14 ? undefined : (first.sense as Comparison) // senses of this kind are comparisons
}

const adjacentComparison = (clause: Clause): boolean => {
  const word = clause.tailWords[0]
  return word?.kind === 'comparison' && nearTail.test(clause.tail.slice(0, word.start))
}

function baseKind(clause: Clause, next: Clause | undefined): Role['isBase'] {
  const versus = clause.leadWords.findLast(
    ({ kind, text }) => kind === 'versus' || /^(?:vs|versus|compared|from|than)/i.test(text),
  )
  const gap = versus ? clause.lead.slice(versus.end) : ''
  if (versus && gap.length <= 30 && !/[;.:,(]/.test(gap)) return 'versus'
  const isFrom = /\bfrom(?:\s+(?:about|approx\.?|around))?\s*$/i.test(clause.lead) && next !== undefined
  return isFrom && /^\s*(?:\([^)]*\))?\s*(?:in [^,;]{2,30} )?to\b/i.test(clause.tail) ? 'from' : undefined
}

function directionOf(clause: Clause): {
  readonly direction: WordToken | undefined
  readonly verb: WordToken | undefined
} {
  const last = clause.leadWords.findLast(({ kind }) => kind === 'direction')
  if (!last) return { direction: undefined, verb: undefined }
  const gap = clause.lead.slice(last.end)
  if (toward.test(gap)) return { direction: undefined, verb: last }
  if (immediate.test(gap) || throughOf.test(gap)) return { direction: last, verb: undefined }
  return { direction: undefined, verb: /[.;]\s/.test(gap) ? undefined : last }
}

function wordAfter(clause: Clause): WordToken | undefined {
  const match = directionAfter.exec(clause.tail)
  if (!match) return undefined
  const text = match[1] ?? match[2] ?? ''
  const start = match.index + match[0].length - text.length
  return { kind: 'direction', sense: match[1] ? 'up' : 'down', text, start, end: start + text.length }
}

/** "between 13% and 14%": a range states no figure; the second number sees it in the lead of the first. */
const isBetween = (clause: Clause, next: Clause | undefined): boolean =>
  (/\b(?:between|ranges? (?:from|of))\s*$/i.test(clause.lead) && next !== undefined) ||
  (/^\s*and\s*$/i.test(clause.lead) && clause.afterBetween)

const none: Role = {
  kind: 'none',
  direction: undefined,
  verb: undefined,
  comparison: undefined,
  isBase: undefined,
  whole: undefined,
}

/** What the number of a clause does; `previous` is the role of the number before, `next` the clause after. */
export function roleOf(clause: Clause, previous: Role | undefined, next: Clause | undefined): Role {
  const { number } = clause
  if (number.unit?.base === 'duration') return none
  if (isBetween(clause, next)) return none
  const isRange =
    /^\s*(?:to|-|–|~)\s*$/.test(clause.tail) &&
    next !== undefined &&
    directionOf(clause).direction === undefined &&
    !/\bfrom\s*$/i.test(clause.lead)
  if (isRange || (/^\s*(?:to|-|–|~)\s*$/.test(clause.lead) && previous?.kind === 'none')) return none
  const { direction: before, verb } = directionOf(clause)
  const comparison = comparisonOf(clause)
  const isBase = baseKind(clause, next)
  const chained =
    adjacentComparison(clause) && (previous?.kind === 'difference' || previous?.kind === 'growth')
      ? previous.direction
      : undefined
  const direction = before ?? wordAfter(clause) ?? chained
  const signed = number.sign === 'plus' || number.sign === 'minus'
  const role = (kind: Role['kind'], whole?: string): Role => ({ kind, direction, verb, comparison, isBase, whole })
  // "compared to $37.1 million, or 11% of revenue": what is said of the older value is as old.
  if (previous?.isBase === 'versus' && /^[\s,(]*(?:or|and)?\s*$/i.test(clause.lead)) return none
  if (isBase) return { ...role('value'), direction: undefined }
  if (number.unit?.kind === 'points') return role(direction || signed ? 'difference' : 'value', wholeOf(clause))
  if (number.unit?.kind === 'percent') {
    const whole = wholeOf(clause)
    if (whole !== undefined && !before) return role('share', whole)
    if (
      direction ||
      adjacentComparison(clause) ||
      (signed && (comparison !== undefined || clause.inParentheses || number.text.startsWith('(')))
    )
      return role('growth')
    return verb !== undefined || !clause.inParentheses || number.sign === 'none' ? role('value') : none
  }
  const comparesTwo =
    /^[^.;]*\b(?:compared (?:to|with)|vs\.?|versus)\s+[^.;,(]{0,12}$/i.test(clause.tail) && next !== undefined
  if (before && !comparesTwo) return role('difference')
  if (chained || (signed && comparison !== undefined)) return role('difference')
  return { ...role('value'), direction: undefined, verb: verb ?? before }
}
