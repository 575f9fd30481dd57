import { dayNumber, monthNumber } from '../../format/civil.ts'
import type { ClaimWords } from '../../language/claim-words.ts'
import { countWord } from '../../language/claims/number-phrases.ts'
import { anyOf, formsOf } from '../../language/claims/pattern-parts.ts'
import { compileWords, monthOf, type WordPatterns } from '../../language/word-patterns.ts'
import type { WrittenPeriod, YearPart } from '../text-model.ts'
import { type NumberPatterns, numberPatterns } from './number-patterns.ts'

/** One kind of word that says something of a number near it, with the expression that finds it. */
export interface WordKind {
  readonly kind: 'direction' | 'comparison' | 'versus'
  readonly sense: string // up, down; YoY, QoQ, HoH; versus
  /** It always means the direction; other words do so only beside a number. */
  readonly certain: boolean
  readonly pattern: RegExp
}

const sides = { up: ['up', 'better'], down: ['down', 'worse'] } as const

/** The words that the audit looks for, by kind, from the words of the language. Pure. */
function wordKinds({ senses, claims, comparisons }: WordPatterns): readonly WordKind[] {
  const about = claims.hedges.map(({ word }) => word)
  const directions = (['up', 'down'] as const).flatMap((sense) =>
    [true, false].map((certain): WordKind => {
      const own = [...senses].filter(
        ([, found]) => found.certain === certain && sides[sense].some((direction) => direction === found.direction),
      )
      const limit = String.raw`(?<!up(?=\s+to\s+(?:${anyOf(about)}|\d)))` // "up to 500": at most
      const pattern = String.raw`(?<![-\w])(?:${anyOf(own.map(([word]) => word))})(?![-\w])${limit}`
      return { kind: 'direction', sense, certain, pattern: new RegExp(pattern, 'gi') }
    }),
  )
  return [
    ...directions,
    ...comparisons.map(
      ({ name, pattern }): WordKind => ({
        kind: 'comparison',
        sense: name,
        certain: true,
        pattern: new RegExp(pattern.source, 'gi'),
      }),
    ),
    { kind: 'versus', sense: 'versus', certain: true, pattern: new RegExp(claims.versus, 'gi') },
  ]
}

type Groups = readonly (string | undefined)[]

/** One way to write a period, and how it is read. The expression is sticky: set its lastIndex before each use. */
interface PeriodPattern {
  readonly pattern: RegExp
  readonly read: (groups: Groups) => WrittenPeriod | undefined
}

const year = String.raw`'?((?:19|20)\d{2}|\d{2})(?!\d|,\d|\.\d|%|\/\d)`
const mark = String.raw`([EFA](?![a-zA-Z])|\([EFA]\))?`

const fullYear = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return value >= 100 ? value : value >= 70 ? 1900 + value : 2000 + value
}

function fiscal(part: string, yearText: string | undefined): WrittenPeriod {
  return { kind: 'fiscal', part: part as YearPart, year: fullYear(yearText), bare: false } // part: built from digits the pattern allows
}

function monthSpan(
  startYear: number | undefined,
  start: number,
  endYear: number | undefined,
  end: number,
): WrittenPeriod | undefined {
  if (startYear === undefined || endYear === undefined || start < 1 || start > 12 || end < 1 || end > 12)
    return undefined
  const first = monthNumber(startYear, start)
  const months = monthNumber(endYear, end) - first + 1
  return months >= 1 && months <= 24 ? { kind: 'months', start: first, months } : undefined
}

function civilDay(
  yearText: string | undefined,
  monthValue: number,
  dayText: string | undefined,
): WrittenPeriod | undefined {
  const [y, d] = [fullYear(yearText), Number(dayText)]
  if (y === undefined || monthValue < 1 || monthValue > 12 || d < 1 || d > 31) return undefined
  return { kind: 'day', day: dayNumber({ year: y, month: monthValue, day: d }) }
}

/** So many months up to a month. */
function endedSpan(months: number | undefined, month: number, yearText: string | undefined): WrittenPeriod | undefined {
  const y = fullYear(yearText)
  if (y === undefined || months === undefined) return undefined
  return { kind: 'months', start: monthNumber(y, month) - months + 1, months }
}

/** Dates and runs of months: "March 31, 2009", "April 2008 – March 2009". */
function datePatterns({ claims, month: source }: WordPatterns): readonly PeriodPattern[] {
  const { monthsEnded, yearEnded, ordinalMarks } = claims.phrases
  const { rangeTo } = claims.subjects
  const scales = anyOf(claims.scales.flatMap(({ words }) => words))
  const month = source.replace('(?:', '(')
  const monthIndex = (name: string | undefined): number => monthOf(claims, name ?? '')
  const count = (word: string | undefined): number | undefined => countWord(claims, word ?? '')
  const lengths = anyOf([3, 6, 9, 12].flatMap((months) => claims.cardinals[months - 1] ?? []))
  return [
    {
      pattern: /((?:19|20)?\d{2})\/(\d{1,2})\s*[~–—〜-]\s*((?:19|20)?\d{2})\/(\d{1,2})(?![\d/])/,
      read: (g) => monthSpan(fullYear(g[1]), Number(g[2]), fullYear(g[3]), Number(g[4])),
    },
    {
      pattern: new RegExp(String.raw`${month}\s+(\d{4})${rangeTo}${month}\s+(\d{4})`, 'i'),
      read: (g) => monthSpan(Number(g[2]), monthIndex(g[1]), Number(g[4]), monthIndex(g[3])),
    },
    {
      pattern: new RegExp(String.raw`${month}${rangeTo}${month}\s+(\d{4})`, 'i'),
      read: (g) => monthSpan(Number(g[3]), monthIndex(g[1]), Number(g[3]), monthIndex(g[2])),
    },
    {
      pattern: new RegExp(String.raw`(${lengths}|3|6|9|12)${monthsEnded}\s+${month}\s+\d{1,2},?\s+(\d{4})`, 'i'),
      read: (g) => endedSpan(count(g[1]), monthIndex(g[2]), g[3]),
    },
    {
      pattern: new RegExp(String.raw`${yearEnded}\s+${month}\s+\d{1,2},?\s+(\d{4})`, 'i'),
      read: (g) => endedSpan(12, monthIndex(g[1]), g[2]),
    },
    {
      pattern: new RegExp(String.raw`${month}\s+\d{1,2}\s*[-–]\s*(\d{1,2}),?\s+(\d{4})`, 'i'),
      read: (g) => civilDay(g[3], monthIndex(g[1]), g[2]),
    },
    {
      pattern: new RegExp(String.raw`${month}\s+(\d{1,2})(?:${ordinalMarks})?,?\s+(\d{4})`, 'i'),
      read: (g) => civilDay(g[3], monthIndex(g[1]), g[2]),
    },
    {
      pattern: new RegExp(String.raw`(\d{1,2})(?:${ordinalMarks})?\s+${month},?\s+(\d{4})`, 'i'),
      read: (g) => civilDay(g[3], monthIndex(g[2]), g[1]),
    },
    { pattern: /(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/, read: (g) => civilDay(g[3], Number(g[2]), g[1]) },
    { pattern: /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, read: (g) => civilDay(g[1], Number(g[2]), g[3]) },
    {
      pattern: new RegExp(String.raw`${month},?\s*'?((?:19|20)\d{2}|\d{2})(?!\d|[,.]\d|%)(?! (?:${scales}))`, 'i'),
      read: (g) => monthSpan(fullYear(g[2]), monthIndex(g[1]), fullYear(g[2]), monthIndex(g[1])),
    },
  ]
}

/** Labels of a fiscal year: "4Q08", "the fourth quarter of fiscal 2024", "FY08". */
function labelPatterns({ claims }: WordPatterns): readonly PeriodPattern[] {
  const { fiscalMark: fy, fullYear: whole, quarterName, halfName, ofYear } = claims.phrases
  const [quarters, halves] = [anyOf(claims.ordinals.slice(0, 4)), anyOf(claims.ordinals.slice(0, 2))]
  const ordinal = (word: string | undefined): string => String(countWord(claims, word ?? '') ?? '')
  return [
    { pattern: new RegExp(String.raw`([1-4])Q\s*-?(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}Q`, g[2]) },
    { pattern: new RegExp(String.raw`Q([1-4])[\s/-]*(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}Q`, g[2]) },
    { pattern: new RegExp(String.raw`(?:${fy})${year}[\s/-]*Q([1-4])${mark}`), read: (g) => fiscal(`${g[2]}Q`, g[1]) },
    { pattern: new RegExp(String.raw`([12])H\s*-?(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}H`, g[2]) },
    { pattern: new RegExp(String.raw`H([12])[\s/-]*(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}H`, g[2]) },
    { pattern: new RegExp(String.raw`HY([12])?\s*${year}`), read: (g) => fiscal(`${g[1] ?? '1'}H`, g[2]) },
    { pattern: new RegExp(String.raw`9M[\s/-]*(?:${fy})?${year}${mark}`), read: (g) => fiscal('9M', g[1]) },
    {
      pattern: new RegExp(`(${quarters}|1st|2nd|3rd|4th)[- ]${quarterName}${ofYear}(?:${fy})?${year}`, 'i'),
      read: (g) => fiscal(`${ordinal(g[1])}Q`, g[2]),
    },
    {
      pattern: new RegExp(`(${halves}|1st|2nd)[- ]${halfName}${ofYear}(?:${fy})?${year}`, 'i'),
      read: (g) => fiscal(`${ordinal(g[1])}H`, g[2]),
    },
    {
      pattern: new RegExp(String.raw`(?:${whole}|${fy})\s*((?:19|20)\d{2})[/-]\d{2,4}(?!\d)`, 'i'),
      read: (g) => fiscal('FY', g[1]),
    },
    { pattern: new RegExp(`${fy}${year}${mark}`, 'i'), read: (g) => fiscal('FY', g[1]) },
    { pattern: new RegExp(String.raw`${whole}\s+((?:19|20)\d{2})(?!\d)`, 'i'), read: (g) => fiscal('FY', g[1]) },
  ]
}

/** Labels without a year, and years alone. */
function bareLabels({ claims }: WordPatterns): readonly PeriodPattern[] {
  const { fullYear: whole, quarterName, halfName } = claims.phrases
  const scales = anyOf(claims.scales.flatMap(({ words }) => words))
  const [quarters, halves] = [anyOf(claims.ordinals.slice(0, 4)), anyOf(claims.ordinals.slice(0, 2))]
  const ordinal = (word: string | undefined): string => String(countWord(claims, word ?? '') ?? '')
  return [
    { pattern: /([1-4])Q(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}Q`, undefined) },
    { pattern: /Q([1-4])(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}Q`, undefined) },
    { pattern: /([12])H(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}H`, undefined) },
    { pattern: /H([12])(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}H`, undefined) },
    {
      pattern: new RegExp(`(${quarters})[- ]${quarterName}`, 'i'),
      read: (g) => fiscal(`${ordinal(g[1])}Q`, undefined),
    },
    { pattern: new RegExp(`(${halves})[- ]${halfName}`, 'i'), read: (g) => fiscal(`${ordinal(g[1])}H`, undefined) },
    { pattern: new RegExp(whole, 'i'), read: () => fiscal('FY', undefined) },
    {
      pattern: new RegExp(String.raw`((?:19|20)\d{2})(?:[EFA])?(?!\d|[,.]\d|[%/])(?!\s*(?:${scales}|%))`),
      read: (g) => ({ kind: 'fiscal', part: 'FY', year: Number(g[1]), bare: true }),
    },
  ]
}

/** Every way to write a period, in order: the first that matches at a place wins. Pure. */
const periodPatterns = (words: WordPatterns): readonly PeriodPattern[] =>
  [...datePatterns(words), ...labelPatterns(words), ...bareLabels(words)].map(({ pattern, read }) => ({
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    read,
  }))

/** The words of a language as the audit reads them, made once for a text. */
export interface Lexicon {
  readonly words: WordPatterns
  readonly numbers: NumberPatterns
  readonly periods: readonly PeriodPattern[]
  readonly kinds: readonly WordKind[]
  /** Ends of sentences (g), as texts from elsewhere mark them. */
  readonly sentenceEnd: RegExp
  /** The end of a text that leads to the older of two values: "from about". */
  readonly fromAtEnd: RegExp
  /** Shares of a whole (g), and the whole's name in group 1 right behind a number and before one. */
  readonly shares: RegExp
  readonly wholeBehind: RegExp
  readonly wholeBefore: RegExp
  /** Says that figures are what happened: "actual", "results". */
  readonly actual: RegExp
  /** Names of measures, and words that narrow none. */
  readonly text: TextPatterns
  /** Words that make another measure of a name, "organic", "at constant currency": anywhere, and right behind a number. */
  readonly qualifiers: { readonly anywhere: RegExp; readonly behind: RegExp }
}

export interface MeasurePattern {
  readonly id: string
  readonly pattern: RegExp
  readonly sign?: -1
}

interface TextPatterns {
  readonly measures: readonly MeasurePattern[]
  readonly stopWords: ReadonlySet<string>
  readonly titleWords: ReadonlySet<string>
}

const textPatterns = ({ text }: ClaimWords): TextPatterns => ({
  measures: text.measures.map(({ pattern, ...measure }) => ({
    ...measure,
    pattern: new RegExp(String.raw`(?<![\w-])(?:${pattern})(?![\w-])`, 'i'),
  })),
  stopWords: new Set(formsOf(text.stopWords)),
  titleWords: new Set(formsOf(text.titleWords)),
})

/** A hyphen of the list may be a blank in a text: "constant-currency". */
function qualifiersOf({ subjects }: ClaimWords): Lexicon['qualifiers'] {
  const words = anyOf(formsOf(subjects.otherMeasures)).replaceAll('-', '[- ]')
  return {
    anywhere: new RegExp(String.raw`(?<![\w-])(?:${words})(?![\w-])`, 'i'),
    behind: new RegExp(String.raw`^[\s(]*(?:(?:in|at|on an?)\s)?\s*((?:${words})(?![\w-])[^,;.:()]*)`, 'i'),
  }
}

/** "11% of revenue": what names the whole of a share. */
function wholesOf({
  phrases: { shareOf, whole },
}: ClaimWords): Pick<Lexicon, 'shares' | 'wholeBehind' | 'wholeBefore'> {
  return {
    shares: new RegExp(String.raw`%\s*${shareOf}${whole}`, 'gi'),
    wholeBehind: new RegExp(String.raw`^[\s)]*${shareOf}${whole}\b`, 'i'),
    wholeBefore: new RegExp(String.raw`%\s*${shareOf}${whole}\b`, 'i'),
  }
}

/** Abbreviations, those of months too, end no sentence; bullets and arrows in a line do. */
function sentenceEndOf({ abbreviations, months }: ClaimWords): RegExp {
  const shortened = anyOf([...abbreviations, ...months.flatMap(([, ...short]) => short)])
  return new RegExp(String.raw`(?<!\b(?:${shortened}))[.;!?•](?:\s+|$)|\s->\s|;`, 'g')
}

/** Makes the audit's expressions of a language's words. Pure. */
export function openLexicon(claims: ClaimWords): Lexicon {
  const words = compileWords(claims)
  return {
    words,
    numbers: numberPatterns(claims),
    periods: periodPatterns(words),
    kinds: wordKinds(words),
    sentenceEnd: sentenceEndOf(claims),
    fromAtEnd: new RegExp(
      String.raw`${claims.phrases.leadsFrom}(?:\s+(?:${anyOf(claims.hedges.map(({ word }) => word))}))?\s*$`,
      'i',
    ),
    ...wholesOf(claims),
    actual: new RegExp(String.raw`\b(?:${claims.subjects.actualLabel})\b`, 'i'),
    text: textPatterns(claims),
    qualifiers: qualifiersOf(claims),
  }
}
