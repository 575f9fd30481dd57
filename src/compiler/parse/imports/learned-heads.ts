import { statedKey } from '../../../format/figure-key.ts'
import { instantOf } from '../../../format/fiscal.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import type { Calendar, Span } from '../../../model/period.ts'
import type { ImportCell, ImportGrid } from './import-grid.ts'
import { dateAtEnd, type HeadContext, spanUpTo } from './import-heads.ts'
import { type DateLength, plainLabel } from './import-settings.ts'

export type Length = DateLength

/** A column whose head names a time, or a date with words before it. */
export interface LearnedColumn {
  readonly index: number
  readonly period: Span | undefined
  readonly date: { readonly day: number; readonly before: string } | undefined
}

/** Rows of heads, from 1, the columns below them, and the column of labels, from 0. */
export interface LearnedHeads {
  readonly lines: readonly number[]
  readonly columns: readonly LearnedColumn[]
  readonly labels: number
}

function columnOf(
  index: number,
  texts: readonly string[],
  { calendar, months }: HeadContext,
): LearnedColumn | undefined {
  const text = texts.filter((each) => each !== '').join(' ')
  const date = dateAtEnd(text, months)
  if (date) return { index, period: undefined, date }
  const turned = texts
    .toReversed()
    .filter((each) => each !== '')
    .join(' ')
  const period = [text, turned].map((each) => parsePeriod(each, calendar)).find((each) => each?.kind === 'span')
  return period?.kind === 'span' ? { index, period, date: undefined } : undefined
}

/** Columns of a row that name times, by itself or with the merged row over it. */
function columnsAt(
  row: readonly ImportCell[],
  above: readonly ImportCell[] | undefined,
  context: HeadContext,
): readonly LearnedColumn[] {
  return row.flatMap(({ text, number }, index) => {
    if (text === '' || index === 0 || (number && !/^\d{4}$/.test(text))) return []
    const over = above?.slice(1, index + 1).findLast((cell) => cell.text !== '')?.text ?? ''
    return columnOf(index, above ? [over, text] : [text], context) ?? []
  })
}

/** The column left of the numbers that has most words below the heads. */
function labelColumn({ rows }: ImportGrid, line: number, first: number): number {
  const counts = Array.from(
    { length: first },
    (_, index) =>
      [...rows].filter(([at, cells]) => at > line && /\p{L}/u.test(cells[index]?.text ?? '') && !cells[index]?.number)
        .length,
  )
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}

/** The rows of a sheet that are heads of columns of numbers, in order. */
export function learnedHeads(grid: ImportGrid, context: HeadContext): readonly LearnedHeads[] {
  const heads: LearnedHeads[] = []
  for (const [line, row] of grid.rows) {
    const single = columnsAt(row, undefined, context)
    const above = grid.rows.get(line - 1)
    const merged = above ? columnsAt(row, above, context) : []
    const isMerged =
      merged.length > single.length || (merged.length > 0 && merged.some(({ date }) => date && date.before !== ''))
    const columns = isMerged ? merged : single
    const [first] = columns
    if (!first || heads.at(-1)?.lines.includes(line)) continue
    heads.push({ lines: isMerged ? [line - 1, line] : [line], columns, labels: labelColumn(grid, line, first.index) })
  }
  return heads
}

/** The key that figures of a column's time are kept under: its own, or the time of a length that ends on its date. */
export function periodIn(
  { period, date }: LearnedColumn,
  {
    lengths,
    isStock,
    calendar,
  }: { readonly lengths: ReadonlyMap<string, Length>; readonly isStock: boolean; readonly calendar: Calendar },
): string | undefined {
  const kind = isStock ? 'stock' : 'flow'
  if (period) return statedKey(period, { kind })
  if (!date) return undefined
  const day = instantOf(date.day, calendar)
  if (isStock) return statedKey(day, { kind })
  const length = lengths.get(plainLabel(date.before))
  const span = length === undefined || length === 'day' ? undefined : spanUpTo(day, length, calendar)
  return span && statedKey(span, { kind })
}
