import { dayNumber, monthNumber } from '../format/civil.ts'
import { en } from '../language/en.ts'
import type { PeriodToken, ScenarioKind, WrittenPeriod, YearPart } from './model.ts'

const month = String.raw`(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
const year = String.raw`'?((?:19|20)\d{2}|\d{2})(?!\d|,\d|\.\d|%|\/\d)`
const fy = String.raw`(?:FYE?|CY|(?:the )?fiscal(?: year)?(?: of)?)\s*-?\s*`
const mark = String.raw`([EFA](?![a-zA-Z])|\([EFA]\))?`
const ordinals: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4' }

type Reader = (groups: readonly (string | undefined)[]) => WrittenPeriod | undefined

interface Pattern {
  readonly pattern: RegExp
  readonly read: Reader
}

const fullYear = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return value >= 100 ? value : value >= 70 ? 1900 + value : 2000 + value
}

const monthIndex = (name: string | undefined): number =>
  en.periods.months.findIndex((full) => full.toLowerCase().startsWith((name ?? '?').slice(0, 3).toLowerCase())) + 1

const ordinal = (text: string | undefined): string => ordinals[text?.toLowerCase() ?? ''] ?? text?.charAt(0) ?? ''

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

const ending: Readonly<Record<string, number>> = {
  three: 3,
  '3': 3,
  six: 6,
  '6': 6,
  nine: 9,
  '9': 9,
  twelve: 12,
  '12': 12,
}

function endedSpan(
  monthsText: string | undefined,
  name: string | undefined,
  yearText: string | undefined,
): WrittenPeriod | undefined {
  const [y, months] = [fullYear(yearText), ending[monthsText?.toLowerCase() ?? '12'] ?? 12]
  return y === undefined ? undefined : { kind: 'months', start: monthNumber(y, monthIndex(name)) - months + 1, months }
}

/** In order: the first that matches at a place wins. */
const patterns: readonly Pattern[] = [
  {
    pattern: new RegExp(String.raw`((?:19|20)?\d{2})\/(\d{1,2})\s*[~–—〜-]\s*((?:19|20)?\d{2})\/(\d{1,2})(?![\d/])`),
    read: (g) => monthSpan(fullYear(g[1]), Number(g[2]), fullYear(g[3]), Number(g[4])),
  },
  {
    pattern: new RegExp(String.raw`${month}\s+(\d{4})\s*(?:[~–—〜-]|to|through)\s*${month}\s+(\d{4})`, 'i'),
    read: (g) => monthSpan(Number(g[2]), monthIndex(g[1]), Number(g[4]), monthIndex(g[3])),
  },
  {
    pattern: new RegExp(String.raw`${month}\s*(?:[~–—〜-]|to|through)\s*${month}\s+(\d{4})`, 'i'),
    read: (g) => monthSpan(Number(g[3]), monthIndex(g[1]), Number(g[3]), monthIndex(g[2])),
  },
  {
    pattern: new RegExp(
      String.raw`(three|six|nine|twelve|3|6|9|12)[- ]months?(?: period)? (?:ended|to|ending)\s+${month}\s+\d{1,2},?\s+(\d{4})`,
      'i',
    ),
    read: (g) => endedSpan(g[1], g[2], g[3]),
  },
  {
    pattern: new RegExp(String.raw`(?:fiscal )?year (?:ended|ending|to)\s+${month}\s+\d{1,2},?\s+(\d{4})`, 'i'),
    read: (g) => endedSpan('12', g[1], g[2]),
  },
  {
    pattern: new RegExp(String.raw`${month}\s+\d{1,2}\s*[-–]\s*(\d{1,2}),?\s+(\d{4})`, 'i'),
    read: (g) => civilDay(g[3], monthIndex(g[1]), g[2]),
  },
  {
    pattern: new RegExp(String.raw`${month}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`, 'i'),
    read: (g) => civilDay(g[3], monthIndex(g[1]), g[2]),
  },
  {
    pattern: new RegExp(String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+${month},?\s+(\d{4})`, 'i'),
    read: (g) => civilDay(g[3], monthIndex(g[2]), g[1]),
  },
  { pattern: /(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?!\d)/, read: (g) => civilDay(g[3], Number(g[2]), g[1]) },
  { pattern: /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, read: (g) => civilDay(g[1], Number(g[2]), g[3]) },
  {
    pattern: new RegExp(String.raw`${month},?\s*'?((?:19|20)\d{2}|\d{2})(?!\d|[,.]\d|%)(?! million| billion)`, 'i'),
    read: (g) => monthSpan(fullYear(g[2]), monthIndex(g[1]), fullYear(g[2]), monthIndex(g[1])),
  },
  { pattern: new RegExp(String.raw`([1-4])Q\s*-?(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}Q`, g[2]) },
  { pattern: new RegExp(String.raw`Q([1-4])[\s/-]*(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}Q`, g[2]) },
  { pattern: new RegExp(String.raw`(?:${fy})${year}[\s/-]*Q([1-4])${mark}`), read: (g) => fiscal(`${g[2]}Q`, g[1]) },
  { pattern: new RegExp(String.raw`([12])H\s*-?(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}H`, g[2]) },
  { pattern: new RegExp(String.raw`H([12])[\s/-]*(?:${fy})?${year}${mark}`), read: (g) => fiscal(`${g[1]}H`, g[2]) },
  { pattern: new RegExp(String.raw`HY([12])?\s*${year}`), read: (g) => fiscal(`${g[1] ?? '1'}H`, g[2]) },
  { pattern: new RegExp(String.raw`9M[\s/-]*(?:${fy})?${year}${mark}`), read: (g) => fiscal('9M', g[1]) },
  {
    pattern: new RegExp(
      String.raw`(first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:fiscal )?quarter(?: of)?(?: the)?[\s,]*(?:${fy})?${year}`,
      'i',
    ),
    read: (g) => fiscal(`${ordinal(g[1])}Q`, g[2]),
  },
  {
    pattern: new RegExp(String.raw`(first|second|1st|2nd)[- ]half(?: of)?(?: the)?[\s,]*(?:${fy})?${year}`, 'i'),
    read: (g) => fiscal(`${ordinal(g[1])}H`, g[2]),
  },
  {
    pattern: new RegExp(String.raw`(?:full[- ]year|${fy})\s*((?:19|20)\d{2})[/-]\d{2,4}(?!\d)`, 'i'),
    read: (g) => fiscal('FY', g[1]),
  },
  { pattern: new RegExp(String.raw`${fy}${year}${mark}`, 'i'), read: (g) => fiscal('FY', g[1]) },
  { pattern: /full[- ]year\s+((?:19|20)\d{2})(?!\d)/i, read: (g) => fiscal('FY', g[1]) },
  { pattern: /([1-4])Q(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}Q`, undefined) },
  { pattern: /Q([1-4])(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}Q`, undefined) },
  { pattern: /([12])H(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}H`, undefined) },
  { pattern: /H([12])(?![a-zA-Z0-9])/, read: (g) => fiscal(`${g[1]}H`, undefined) },
  {
    pattern: /(first|second|third|fourth)[- ](?:fiscal )?quarter/i,
    read: (g) => fiscal(`${ordinal(g[1])}Q`, undefined),
  },
  { pattern: /(first|second)[- ]half/i, read: (g) => fiscal(`${ordinal(g[1])}H`, undefined) },
  { pattern: /full[- ]year/i, read: () => fiscal('FY', undefined) },
  {
    pattern: /((?:19|20)\d{2})(?:[EFA])?(?!\d|[,.]\d|[%/])(?!\s*(?:million|billion|thousand|%))/,
    read: (g) => ({ kind: 'fiscal', part: 'FY', year: Number(g[1]), bare: true }),
  },
]

const combined = patterns.map(({ pattern, read }) => ({
  pattern: new RegExp(pattern.source, `${pattern.flags}y`),
  read,
}))

function scenarioOf(text: string): ScenarioKind | undefined {
  const suffix = /\d\(?([EFA])\)?$/.exec(text)?.[1]
  return suffix === undefined ? undefined : suffix === 'A' ? 'actual' : 'target'
}

function tokenAt(text: string, start: number): PeriodToken | undefined {
  for (const { pattern, read } of combined) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    const period = match ? read([...match]) : undefined
    if (!match || !period) continue
    const scenario = scenarioOf(match[0])
    return { start, end: start + match[0].length, text: match[0], period, ...(scenario ? { scenario } : {}) }
  }
  return undefined
}

/** Every period that the text names, in order. A bare year counts only where a caller wants it (`bare`). */
export function findPeriods(text: string): readonly PeriodToken[] {
  const tokens: PeriodToken[] = []
  for (let at = 0; at < text.length; at++) {
    const before = at === 0 ? ' ' : text.charAt(at - 1)
    if (/[A-Za-z0-9.,$¥€£/#]/.test(before) && !(/[a-z,/.]/.test(before) && /[1-4]Q|FY/.test(text.slice(at, at + 2))))
      continue
    if (!/[0-9A-Za-z']/.test(text.charAt(at))) continue
    const token = tokenAt(text, at)
    if (!token) continue
    tokens.push(token)
    at = token.end - 1
  }
  return tokens
}
