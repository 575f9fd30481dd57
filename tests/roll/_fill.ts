import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileData, csvSeparator } from '../../src/compiler/compile.ts'
import { isShifted, shiftYears } from '../../src/format/calendar.ts'
import { statedKey } from '../../src/format/figure-key.ts'
import { lastMonthOf } from '../../src/format/fiscal.ts'
import { parsePeriod } from '../../src/format/period-text.ts'
import type { DeckData } from '../../src/model/deck.ts'
import type { Metric } from '../../src/model/figure.ts'
import type { Calendar, Period } from '../../src/model/period.ts'
import { parseDecimal, toFixed, zero } from '../../src/model/rational.ts'
import { type CsvText, csvText } from '../../src/project/roll/csv-text.ts'
import { readDeck } from '../golden/_decks.ts'
import { changeAt, invented, type Known, valueAt } from './_invented.ts'

/** Figures that a test says itself, by "metric@period". */
export type Said = Readonly<Record<string, string>>

const decimalsOf = (cell: string): number => /[.,](\d{1,3})$/.exec(cell.replace(/,(?=\d{3}\b)/g, ''))?.[1]?.length ?? 0

/** Figures that a roll lists as missing. */
export type Open = readonly { readonly metric: string; readonly scenario: string; readonly period: Period }[]

interface Filling {
  readonly said: Said
  readonly scale: string
  readonly newest: boolean
  readonly open: Open
}

/**
 * Fills the empty rows that a roll made for a document, only with values that end with the reporting period if `newest`, and what
 * is `open`, by what stood there last time; gives how many cells it filled.
 */
export function fillFigures(
  root: string,
  document: string,
  said: Said = {},
  { scale = '1', newest = false, open = [] }: Partial<Omit<Filling, 'said'>> = {},
): number {
  const filling = { said, scale, newest, open }
  return passes.reduce((count, kind) => count + fillPass(root, document, kind, filling), 0)
}

interface Cells {
  readonly names: readonly string[]
  readonly at: (cells: CsvText['header']['cells'], column: string) => string
}

const cellsOf = ({ header }: CsvText): Cells => {
  const names = header.cells.map(({ value }) => value)
  return { names, at: (cells, column) => cells[names.indexOf(column)]?.value ?? '' }
}

const rowKeys = ['metric', 'scenario', 'measure', 'unit'] as const

/** What stands in the rows of the same line a year before, or last time for as long a time: changes, ranges and targets go on. */
function lastTime(csv: CsvText, row: CsvText['rows'][number], period: Period, calendar: Calendar): string {
  const { names, at } = cellsOf(csv)
  const rows = csv.rows.filter((one) => rowKeys.every((key) => at(one.cells, key) === at(row.cells, key)))
  const known = names
    .flatMap((column) => {
      const before = parsePeriod(column, calendar)
      const texts = rows.map(({ cells }) => at(cells, column)).filter((text) => text !== '' && !text.includes('['))
      const isLike = before?.kind === period.kind && (before.kind === 'instant' || isAsLong(before, period))
      return before && isLike && texts[0] !== undefined ? [{ before, text: texts[0] }] : []
    })
    .sort((a, b) => lastMonthOf(b.before) - lastMonthOf(a.before))
  return (known.find(({ before }) => isShifted(before, 12, period)) ?? known[0])?.text ?? ''
}

const isAsLong = (a: Period, b: Period): boolean => a.kind === 'span' && b.kind === 'span' && a.months === b.months

/** What names a figure whose day, quarter or year is written in any of its ways. */
const nameOf = (metric: Metric, scenario: string, period: Period): string =>
  `${metric.id}#${scenario === '' ? 'actual' : scenario}@${statedKey(period, metric)}`

/** What is filled after the other, since it is made of it. */
const passes = ['amounts', 'sums', 'ratios', 'changes'] as const

/** One pass over the files: what it knows, and what it is for. */
interface Pass extends Omit<Filling, 'open' | 'scale'> {
  readonly known: Known
  readonly document: string
  readonly kind: (typeof passes)[number]
  readonly due: ReadonlySet<string>
  /** A balance may have columns of its day and of the quarter that ends on it. */
  readonly done: Set<string>
}

interface Place {
  readonly csv: CsvText
  readonly row: CsvText['rows'][number]
  readonly own: Metric
  readonly column: string
  readonly period: Period
}

/** What goes into an empty cell; "" where nothing does. */
function textFor({ csv, row, own, column, period }: Place, pass: Pass): string {
  const { known, due, said, newest } = pass
  const { at } = cellsOf(csv)
  const [scenario, measure] = [at(row.cells, 'scenario'), at(row.cells, 'measure')]
  const [isActual, isAmount] = [scenario === '', ['', 'value'].includes(measure)]
  const name = [column, ...(isActual ? [] : [`#${scenario}`]), ...(isAmount ? [] : [`:${measure}`])].join('')
  const { calendar } = known.data.config
  // a change is published where the amount that it is measured against was not
  const stated = isAmount ? period : shiftYears(period, -1, calendar)
  if (isActual && valueAt(known, own.id, stated)) return ''
  const told = said[`${own.id}@${name}`]
  if (told !== undefined) return told
  const isDue = due.has(nameOf(own, scenario, period))
  const last = isDue ? lastTime(csv, row, period, calendar) : ''
  if (!isActual || (!isAmount && last === '')) return last
  const isNow = isDue || (isAmount && isWanted(period, known.data, newest))
  const value = !isNow
    ? undefined
    : isAmount
      ? invented(known, own.id, period)
      : changeAt(known, own.id, { measure, period })
  if (value) return toFixed(value, decimalsOfMetric(csv, own, calendar, at(row.cells, 'source')))
  return isAmount && own.definition ? '' : last
}

/** How many decimals a metric has in the rows of other documents. */
function decimalsOfMetric(csv: CsvText, { id }: Metric, calendar: Calendar, document: string): number {
  const { names, at } = cellsOf(csv)
  const like = csv.rows.find(({ cells }) => at(cells, 'metric') === id && at(cells, 'source') !== document)
  const texts = names.map((column) => (like && parsePeriod(column, calendar) ? at(like.cells, column) : ''))
  return Math.max(0, ...texts.map(decimalsOf))
}

const metricOf = ({ metrics }: DeckData, name: string): Metric | undefined =>
  metrics.get(name) ?? [...metrics.values()].find(({ formerly }) => formerly?.includes(name))

/** A file's text with its empty cells filled, and how many they were. */
function filledText(text: string, pass: Pass): readonly [text: string, count: number] {
  const csv = csvText(text, csvSeparator(text))
  if (!csv) return [text, 0]
  const { calendar, files } = pass.known.data.config
  const { names, at } = cellsOf(csv)
  let [made, from, count] = ['', 0, 0]
  for (const row of csv.rows) {
    const own = metricOf(pass.known.data, at(row.cells, 'metric'))
    const [scenario, measure] = [at(row.cells, 'scenario'), at(row.cells, 'measure')]
    const isChange = scenario === '' && !['', 'value'].includes(measure)
    if (at(row.cells, 'source') !== pass.document || !own || pass.kind !== kindOf(own, isChange)) continue
    for (const [index, column] of names.entries()) {
      const [period, cell] = [parsePeriod(column, calendar), row.cells[index]]
      if (!period || !cell || cell.value !== '') continue
      const key = `${own.id}#${scenario}#${measure}@${statedKey(period, own)}`
      const digits = pass.done.has(key) ? '' : textFor({ csv, row, own, column, period }, pass)
      if (digits === '') continue
      pass.done.add(key)
      made += text.slice(from, cell.start) + (files.decimal === ',' ? digits.replace('.', ',') : digits)
      from = cell.end
      count++
    }
  }
  return [made + text.slice(from), count]
}

function fillPass(root: string, document: string, kind: Pass['kind'], { said, scale, newest, open }: Filling): number {
  const compiled = compileData(readDeck(root))
  if (!compiled) throw new Error('the data have mistakes')
  const due = open.flatMap(({ metric, scenario, period }) => {
    const own = compiled.data.metrics.get(metric)
    return own ? [nameOf(own, scenario, period)] : []
  })
  const known = { ...compiled, scale: parseDecimal(scale)?.value ?? zero, moves: newest }
  const pass: Pass = { known, document, kind, said, newest, due: new Set(due), done: new Set() }
  const folder = join(root, 'data/figures')
  return readdirSync(folder).reduce((count, name) => {
    const [text, filled] = filledText(readFileSync(join(folder, name), 'utf8'), pass)
    if (filled > 0) writeFileSync(join(folder, name), text)
    return count + filled
  }, 0)
}

function kindOf({ kind, definition }: Metric, isChange: boolean): Pass['kind'] {
  if (isChange) return 'changes'
  if (definition?.kind === 'ratio' || definition?.kind === 'share') return 'ratios'
  return kind === 'stock' && definition?.kind === 'sum' ? 'sums' : 'amounts'
}

/** A year before the reporting period or later: what a release prints; only what ends with it where comparatives are known. */
const isWanted = (period: Period, { config }: DeckData, newest: boolean): boolean => {
  const last = lastMonthOf(config.reportingPeriod)
  return newest ? lastMonthOf(period) === last : lastMonthOf(period) >= last - 12
}
