import { endOf, formatDates, formatDayOfYear, spanHead } from '../../../format/calendar.ts'
import { civilDate } from '../../../format/civil.ts'
import type { Inline } from '../../../model/content.ts'
import type { DeckConfig } from '../../../model/deck.ts'
import type { Instant, Period } from '../../../model/period.ts'

/** A column of figures of one period, and what stands over it. */
export interface DatedColumn {
  readonly period: Period
  readonly label: readonly Inline[]
  /** Over it and its neighbours of the same head. */
  readonly head?: readonly Inline[] | undefined
  /** Whether the author gave its label. */
  readonly isNamed: boolean
}

type Names = Pick<DeckConfig, 'language' | 'calendar'>

const lastDay = ({ period }: DatedColumn): Instant => (period.kind === 'span' ? endOf(period) : period)

const dayKey = (column: DatedColumn): string => {
  const { month, day } = civilDate(lastDay(column).day)
  return `${month}-${day}`
}

/**
 * "Three months ended September 30," over "2025" and "2024"; where the days differ, "12 weeks ended" over
 * "October 3, 2020" and "October 5, 2019". Columns that the author named keep their labels.
 */
export function withDatedHeads<P extends DatedColumn, C extends object>(
  columns: readonly (P | C | undefined)[],
  config: Names,
): readonly (P | C | undefined)[] {
  const groups = groupsOf(columns, config)
  return columns.map((column, index) => {
    const group = groups[index]
    if (!isPeriod(column) || !group) return column
    const isOneDay = group.every((each) => dayKey(each) === dayKey(column))
    const last = lastDay(column)
    const head = spanHead(column.period, config, isOneDay ? formatDayOfYear(last.day, config.language) : '')
    const text = isOneDay ? String(civilDate(last.day).year) : formatDates(last, config.language)
    const label: readonly Inline[] = [{ kind: 'period', period: column.period.label, text }, ...column.label.slice(1)]
    const own = column.head ?? [{ kind: 'data', text: head } as const]
    return { ...column, head: own, ...(!column.isNamed && { label }) }
  })
}

const isPeriod = <P extends DatedColumn>(column: P | object | undefined): column is P =>
  column !== undefined && 'period' in column

/** For each column its neighbours of the same length and itself. */
function groupsOf(
  columns: readonly (object | undefined)[],
  config: Names,
): readonly (readonly DatedColumn[] | undefined)[] {
  const lengthOf = ({ period }: DatedColumn): string => spanHead(period, config)
  let open: DatedColumn[] = []
  return columns.map((column) => {
    const [first] = open
    if (!isPeriod(column)) {
      open = []
      return undefined
    }
    if (!first || lengthOf(first) !== lengthOf(column)) open = []
    open.push(column)
    return open
  })
}
