import { multiply, negate, parseDecimal, powerOfTen, type Rational } from '../../model/rational.ts'
import type { NumberToken, TextUnit } from '../text-model.ts'
import type { Lexicon } from './lexicon.ts'
import type { NumberPatterns } from './number-patterns.ts'

function unitOf(
  currency: string | undefined,
  word: string | undefined,
  times: string | undefined,
  numbers: NumberPatterns,
): TextUnit | undefined {
  if (times) return { kind: 'count', base: 'x' }
  if (word !== undefined && numbers.percent.test(word)) return { kind: 'percent', base: '%' }
  if (word !== undefined && numbers.points.test(word)) return { kind: 'points', base: 'points' }
  const code = currency ?? word
  if (code === undefined) return undefined
  return { kind: 'currency', base: numbers.currencies.get(code) ?? numbers.currencies.get(code.toLowerCase()) ?? code }
}

/** The noun that a plain number counts: "24 contracts", "77 new graduates"; undefined when none follows. */
function nounAfter(
  text: string,
  at: number,
  { numbers: { notCounted, countedNoun }, words }: Lexicon,
): { unit: TextUnit; end: number } | undefined {
  const match = countedNoun.exec(text.slice(at, at + 60))
  const duration = words.phrase('duration').exec(text.slice(at, at + 10))
  if (duration) return { unit: { kind: 'count', base: 'duration' }, end: at + duration[0].length }
  const before = match?.[1]?.trim().toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const noun = match?.[2]
  if (
    noun === undefined ||
    notCounted.has(noun.toLowerCase()) ||
    before.some((word) => notCounted.has(word) && !words.phrase('adjectives').test(word))
  )
    return undefined
  return { unit: { kind: 'count', base: noun.toLowerCase() }, end: at + (match?.[0].length ?? 0) }
}

interface WrittenSign {
  readonly sign: NumberToken['sign']
  readonly start: number
  readonly end: number
}

/** Parentheses mean a negative only when they hold nothing but the number. */
function signOf(match: RegExpExecArray, text: string): WrittenSign {
  const [whole, open, before, , inner, , , , , , close] = match
  const lead = open ? whole.indexOf('(') + 1 : 0
  const mark = (before ?? inner ?? '').trim()
  const from = open && !close ? lead : 0
  const start = match.index + from + (/^\s*/.exec(whole.slice(from))?.[0].length ?? 0)
  const end = match.index + whole.length - (close && !open ? close.length : 0)
  const isApart = /^\s[–-]\S/.test(whole) // "was -$1.2 million", not "10 - 12"
  const previous = isApart ? ' ' : text.charAt(match.index - 1)
  if (open && close && mark === '') return { sign: 'parentheses', start, end }
  if (mark === '+') return { sign: 'plus', start, end }
  const isDash = mark === '–' || mark === '-'
  // A dash after a digit or a word is a range or a hyphen, never a sign.
  if (mark !== '' && !(isDash && /[\w)]/.test(previous))) return { sign: 'minus', start, end }
  return { sign: 'none', start, end }
}

/** Digits that belong to a name, a page, a version or a telephone number. */
function isPartOfName(text: string, at: number, end: number, { words, numbers }: Lexicon): boolean {
  const { phrase } = words
  const before = text.slice(0, at)
  const after = text.slice(end)
  if (/[A-Za-z_#:]$/.test(before) && !before.endsWith(':') && !phrase('gluedLead').test(before)) return true
  if (/[A-Za-z]{2,}\d*[:/-]$/.test(before) && /\d{4}/.test(text.slice(at, end))) return true
  if (/\d[.,:/-]$/.test(before) || /[A-Za-z]-$/.test(before) || phrase('partNumber').test(before)) return true
  return /^[A-Za-z]/.test(after) && !phrase('gluedComparison').test(after) && !numbers.gluedUnit.test(after)
    ? true
    : /^(?:[-/:]\d|\.\d)/.test(after) || (/^-[A-Za-z]/.test(after) && !phrase('hyphenated').test(after))
}

function scaled(digitsText: string, exponent: number): { value: Rational; ulp: Rational } | undefined {
  const plain = digitsText.replaceAll(',', '')
  const parsed = parseDecimal(plain.startsWith('.') ? `0${plain}` : plain)
  if (!parsed) return undefined
  const factor = powerOfTen(exponent)
  return { value: multiply(parsed.value, factor), ulp: multiply(powerOfTen(-parsed.decimals), factor) }
}

function readToken(match: RegExpExecArray, text: string, lexicon: Lexicon): NumberToken | undefined {
  const { numbers } = lexicon
  const digitsText = match[5] ?? ''
  const digitsAt = match.index + match[0].indexOf(digitsText)
  const { sign, start, end } = signOf(match, text)
  const scaleText = (match[6] ?? match[7])?.toLowerCase()
  const isCurrency = match[3] !== undefined
  // A lone m, b or k is a scale only of money or of a big figure's digits; "5 m" may be metres.
  if (match[7] !== undefined && !isCurrency && !/\d(?:m|b|k)/i.test(match[0])) return undefined
  if (isPartOfName(text, isCurrency ? start : digitsAt - (sign === 'minus' ? 1 : 0), end, lexicon)) return undefined
  const word = match[8]
  const exponent =
    (scaleText ? (numbers.scales.get(scaleText) ?? 0) : 0) + (word && numbers.basisPoints.test(word) ? -2 : 0)
  const size = scaled(digitsText, exponent)
  if (!size) return undefined
  const printed = unitOf(match[3], word, match[9], numbers)
  const noun = printed ? undefined : nounAfter(text, end, lexicon)
  const unit = printed ?? noun?.unit
  const hedged =
    numbers.hedge.exec(text.slice(Math.max(0, start - 24), start))?.[1] ??
    (/^\s?\+(?![\d])/.test(text.slice(end)) ? '+' : undefined)
  const value = sign === 'minus' ? negate(size.value) : size.value
  return {
    start,
    end,
    nounEnd: noun?.end ?? end,
    text: text.slice(start, end).trim(),
    value,
    ulp: size.ulp,
    unit,
    exponent: scaleText ? exponent : 0,
    sign,
    hedge: hedged,
  }
}

/** Every number that the text states, in order; digits inside names, dates (blanked by the caller) and addresses are not numbers. */
export function findNumbers(text: string, lexicon: Lexicon): readonly NumberToken[] {
  return [...text.matchAll(lexicon.numbers.token)].flatMap((match) => readToken(match, text, lexicon) ?? [])
}
