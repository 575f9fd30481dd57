import { endOf } from '../../../format/calendar.ts'
import { dayNumber, lastDayOf, monthNumber } from '../../../format/civil.ts'
import { containing, fiscalYear, instantOf, lastMonthOf, spanOf } from '../../../format/fiscal.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { type Calendar, type Instant, type Period, periodKey, type Span } from '../../../model/period.ts'
import type { Place } from '../../../model/source-file.ts'
import { duplicateHead, unknownHead } from '../../diagnostics/imports.ts'
import type { ImportCell, ImportGrid } from './import-grid.ts'
import { type DateLength, type ImportBlock, plainLabel } from './import-settings.ts'

/** A column whose numbers are read. A date at its head is a day, and the end of a time where data/import.yaml says of which. */
export interface ImportColumn {
  readonly index: number // from 0
  readonly head: string
  readonly place: Place
  readonly period: Span | undefined
  readonly day: Instant | undefined
}

export interface ImportHeads {
  readonly columns: readonly ImportColumn[]
  /** Heads of columns that are not read, with their cells. */
  readonly leftOut: readonly { readonly head: string; readonly place: Place }[]
  /** Columns of other blocks or editions, which nobody reads here. */
  readonly others: ReadonlySet<number>
  readonly diagnostics: readonly Diagnostic[]
}

/** Names of months in the deck's language, in full and short. */
export type MonthNames = readonly (readonly string[])[]

export interface HeadContext {
  readonly calendar: Calendar
  readonly months: MonthNames
}

const yearOf = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 80 ? 2000 : 1900)

function dayIn(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined
  const number = dayNumber({ year, month, day })
  return number <= lastDayOf(monthNumber(year, month)) ? number : undefined
}

const monthOf = (word: string, months: MonthNames): number =>
  months.findIndex((names) => names.some((name) => name.toLowerCase() === word.replace(/\.$/, '').toLowerCase())) + 1

/** The date that a head ends with, and the words before it. Days and months between slashes alike in both orders are none. */
export function dateAtEnd(
  text: string,
  months: MonthNames,
): { readonly day: number; readonly before: string } | undefined {
  const forms: readonly (readonly [RegExp, (parts: readonly string[]) => number | undefined])[] = [
    [/(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/, ([y = '', m, d]) => dayIn(Number(y), Number(m), Number(d))],
    [/(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([y = '', m, d]) => dayIn(Number(y), Number(m), Number(d))],
    [/(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/, ([d, m, y = '']) => dayIn(yearOf(y), Number(m), Number(d))],
    [
      /(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u,
      ([m = '', d, y = '']) => dayIn(Number(y), monthOf(m, months), Number(d)),
    ],
    [
      /(\d{1,2})\.?[ -](\p{L}+\.?)[ -](\d{4}|\d{2})$/u,
      ([d, m = '', y = '']) => dayIn(yearOf(y), monthOf(m, months), Number(d)),
    ],
    [
      /(\p{L}+\.?)[ -]['’]?(\d{4}|\d{2})$/u,
      ([m = '', y = '']) => {
        const month = monthOf(m, months)
        return month === 0 ? undefined : lastDayOf(monthNumber(yearOf(y), month))
      },
    ],
  ]
  for (const [form, read] of forms) {
    const match = form.exec(text)
    const day = match ? read(match.slice(1)) : undefined
    if (match && day !== undefined) return { day, before: text.slice(0, match.index).trim() }
  }
  return undefined
}

/** The time of a length that ends on a day; undefined where none does in this calendar. */
export function spanUpTo(day: Instant, length: Exclude<DateLength, 'day'>, calendar: Calendar): Span | undefined {
  const lengths = { quarter: 3, half: 6, year: 12 } as const
  const year = fiscalYear(lastMonthOf(day), calendar)
  const span =
    length === 'year-to-date'
      ? spanOf(year.start, lastMonthOf(day) - year.start + 1, calendar)
      : containing(day, lengths[length], calendar)
  return endOf(span).day === day.day ? span : undefined
}

/** A bare year is one of the calendar only where fiscal years are. */
const isCertain = (text: string, { startMonth, style }: Calendar): boolean =>
  !/^(?:CY ?)?\d{4}$/.test(text) || startMonth === 1 || style === 'calendar'

interface Head {
  readonly text: string // of all its rows
  readonly lower: string
  readonly uppers: readonly string[]
  readonly place: Place
}

type ReadHead = Pick<ImportColumn, 'period' | 'day'> | { readonly why: string } | undefined

function labelled(head: Head, { under }: ImportBlock, calendar: Calendar): Period | undefined {
  const uppers = head.uppers.filter((upper) => upper !== '' && plainLabel(upper) !== under)
  const together = uppers.flatMap((upper) => [`${head.lower} ${upper}`, `${upper} ${head.lower}`])
  const isAlone = uppers.length === 0 || !/^\d{4}$/.test(head.lower)
  return [...together, ...(isAlone ? [head.lower] : [])]
    .filter((text) => isCertain(text, calendar))
    .map((text) => parsePeriod(text, calendar))
    .find((period) => period?.kind === 'span')
}

/** The time of a head: as data/import.yaml says, as the calendar labels it, or by its date. Undefined where it names none. */
function readHead(head: Head, block: ImportBlock, { calendar, months }: HeadContext): ReadHead {
  const said = block.periods.get(plainLabel(head.text)) ?? block.periods.get(plainLabel(head.lower))
  if (said) return said.kind === 'span' ? { period: said, day: undefined } : { period: undefined, day: said }
  const uppers = head.uppers.filter((upper) => plainLabel(upper) !== block.under)
  const dated = dateAtEnd([...uppers, head.lower].join(' ').trim(), months)
  if (!dated) {
    const period = labelled(head, block, calendar)
    return period?.kind === 'span' ? { period, day: undefined } : undefined
  }
  const day = instantOf(dated.day, calendar)
  const { dates } = block
  const isMapped = typeof dates === 'object'
  if (!isMapped && dated.before !== '') return { why: `: what "${dated.before}" means is not said under "dates"` }
  const length = isMapped ? dates.get(plainLabel(dated.before)) : dates
  if (length === undefined && isMapped) return { why: `: "${dated.before}" is not under "dates"` }
  if (length === undefined || length === 'day') return { period: undefined, day }
  const period = spanUpTo(day, length, calendar)
  return period ? { period, day } : { why: `: no ${length} ends on ${day.label}` }
}

/** The cell that a column of a merged head shows: its own, or the last one before that has text. */
function shownAt(row: readonly ImportCell[], index: number, first: number): ImportCell | undefined {
  return row.slice(first, index + 1).findLast(({ text }) => text !== '')
}

/** Reads the heads of a block: which column is of which period. `labels` are the numbers of its label columns, from 0. */
export function readHeads(
  { rows }: ImportGrid,
  { block, labels, context }: { block: ImportBlock; labels: readonly number[]; context: HeadContext },
): ImportHeads {
  const [lowest, ...above] = block.heads.toReversed().map((line) => rows.get(line) ?? [])
  const first = Math.max(...labels) + 1
  const columns: ImportColumn[] = []
  const leftOut: { head: string; place: Place }[] = []
  const others = new Set<number>()
  const diagnostics: Diagnostic[] = []
  const seen = new Map<string, Place>()
  const width = Math.max(0, ...[lowest ?? [], ...above].map(({ length }) => length))
  for (let index = first; index < width; index++) {
    const cell = lowest?.[index]
    const over = above.toReversed().map((row) => shownAt(row, index, first))
    const uppers = over.map((one) => one?.text ?? '')
    if (block.under !== undefined && !uppers.some((upper) => plainLabel(upper) === block.under)) {
      others.add(index)
      continue
    }
    if (!cell || cell.text === '') continue
    const head: Head = { text: [...uppers, cell.text].join(' ').trim(), lower: cell.text, uppers, place: cell.place }
    if ([head.text, head.lower].some((text) => block.skip.includes(plainLabel(text)))) {
      others.add(index)
      leftOut.push({ head: head.text, place: head.place })
      continue
    }
    const read = readHead(head, block, context)
    if (!read || 'why' in read) {
      others.add(index)
      if (read || /\d/.test(head.text)) diagnostics.push(unknownHead(head.text, head.place, read?.why))
      else leftOut.push({ head: head.text, place: head.place })
      continue
    }
    const key = [read.period, read.day].map((one) => (one ? periodKey(one) : '')).join('|')
    const before = seen.get(key)
    if (before) diagnostics.push(duplicateHead(head.text, head.place, before))
    seen.set(key, head.place)
    columns.push({ index, head: head.text, place: head.place, ...read })
  }
  return { columns, leftOut, others, diagnostics }
}
