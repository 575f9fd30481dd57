import { parsePeriod } from '../../format/calendar.ts'
import type { Calendar } from '../../model/calendar.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Period, periodKey } from '../../model/period.ts'
import { duplicateColumn, missingColumn, unknownColumn, unknownPeriod } from '../diagnostics/data.ts'
import type { Cell } from './csv.ts'
import { periodExamples } from './deck-config.ts'

const figureColumns = ['metric', 'unit', 'scenario', 'measure', 'status', 'source', 'at', 'note'] as const
export type FigureColumn = (typeof figureColumns)[number]

/** Which column holds what. */
export interface FigureColumns {
  readonly named: ReadonlyMap<FigureColumn, number>
  readonly periods: readonly { readonly index: number; readonly period: Period }[]
  /** Columns of the header; cells beyond them are mistakes. */
  readonly count: number
}

export interface HeaderReading {
  /** Undefined when rows cannot be read without what is missing. */
  readonly columns: FigureColumns | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const isFigureColumn = (text: string): text is FigureColumn => figureColumns.some((column) => column === text)

/** A header with a digit is meant as a period; other words are misspelt columns. */
const looksLikePeriod = (text: string): boolean => /\d/.test(text)

/** Reads the header of a figure table. A column that is wrong is left out, the others are read. */
export function parseHeader(header: readonly Cell[], calendar: Calendar): HeaderReading {
  const diagnostics: Diagnostic[] = []
  const named = new Map<FigureColumn, number>()
  const periods: { index: number; period: Period }[] = []
  const seen = new Set<string>()
  const count = header.findLastIndex(({ text }) => text !== '') + 1
  header.slice(0, count).forEach(({ text, place }, index) => {
    const period = isFigureColumn(text) ? undefined : parsePeriod(text, calendar)
    const key = period ? periodKey(period) : text
    if (seen.has(key)) diagnostics.push(duplicateColumn(text, place))
    else if (isFigureColumn(text)) named.set(text, index)
    else if (period) periods.push({ index, period })
    else if (looksLikePeriod(text)) diagnostics.push(unknownPeriod(text, { place, examples: periodExamples(calendar) }))
    else diagnostics.push(unknownColumn(text, { place, known: figureColumns }))
    seen.add(key)
  })
  const first = header[0]
  const missing = (['metric', 'unit'] as const).filter((column) => !named.has(column))
  if (first && diagnostics.length === 0)
    diagnostics.push(...missing.map((column) => missingColumn(column, first.place)))
  const periodless = periods.length === 0 && diagnostics.length === 0
  if (periodless && first) diagnostics.push(missingColumn(`a period such as ${periodExamples(calendar)}`, first.place))
  return { columns: missing.length > 0 ? undefined : { named, periods, count }, diagnostics }
}
