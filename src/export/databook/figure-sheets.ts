import { groupBy } from '../../format/group-by.ts'
import { decimalsOf } from '../../format/numbers/decimals.ts'
import { formatUnit, roundingOf } from '../../format/units.ts'
import type { DeckConfig, DeckData, FileSettings } from '../../model/deck.ts'
import { type Fact, figureId } from '../../model/fact.ts'
import type { Figure, Metric } from '../../model/figure.ts'
import { intervalOf } from '../../model/interval.ts'
import { type Period, periodKey } from '../../model/period.ts'
import { compare, type Rational, toExactText, toFixed } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { type Cell, sheetName } from '../workbook/sheet.ts'
import {
  type BookInput,
  type BookPart,
  cellName,
  cellValue,
  type Entry,
  freeName,
  holds,
  numberFormat,
  type PrintedNumber,
  printedNumbers,
} from './book.ts'

/** A figure as a row of a sheet has it. */
interface SheetFigure {
  readonly group: string // the sheet
  readonly metric: Metric
  readonly unit: Unit
  readonly scenario: string
  readonly measure: string
  readonly status: string
  readonly source: string
  readonly at: string
  readonly note: string
  readonly period: Period
  readonly fact: string // "" of a change, which has a fact by another name
  /** Null where the cell is text. */
  readonly value: Rational | null
  readonly decimals: number
  readonly text: string // as the cell shows it
  readonly bounds: string // " [low..high]" of a derived figure
}

/** Whether a fact is a figure as its source states it, not a change and not computed. */
export const isFigure = ({ kind, inputs }: Fact): boolean => kind === 'figure' && inputs.length === 0

const isSame = (a: Rational, b: Rational | null): boolean => b !== null && compare(a, b) === 0

/** A range's ends with at least as many decimals as its figure is known to. */
const boundText = (value: Rational, decimals: number): string => {
  const exact = toExactText(value)
  return (exact.split('.')[1]?.length ?? 0) >= decimals ? exact : toFixed(value, decimals)
}

/** The file that a figure stands in, without folder and ending. */
const fileName = ({ place }: Figure): string => place.path.replace(/^.*\//, '').replace(/\.\w+$/, '')

/** A figure of the data as its rows: one for each place in a document that states it, and those that stated it before. */
function figureRows(figure: Figure, data: DeckData): readonly SheetFigure[] {
  const metric = data.metrics.get(figure.metric)
  if (!metric) return []
  const decimals = Math.max(0, decimalsOf(figure.ulp))
  const { value, low, high, unit, qualifier, sources } = figure
  const digits = value ? toFixed(value, decimals) : `${boundText(low, decimals)}..${boundText(high, decimals)}`
  const natural =
    value &&
    intervalOf({ value, ulp: figure.ulp }, roundingOf({ kind: metric.kind, unit }, data.config.numbers.rounding))
  const isPlain = natural !== null && isSame(natural.low, low) && isSame(natural.high, high)
  const bounds = value && !isPlain && qualifier === undefined ? ` [${toExactText(low)}..${toExactText(high)}]` : ''
  const row = {
    group: fileName(figure),
    metric,
    unit,
    scenario: figure.scenario,
    measure: figure.measure,
    status: figure.status,
    note: figure.note ?? '',
    period: figure.period,
    fact: figure.measure === 'value' ? figureId(figure) : '',
    value: qualifier === undefined ? value : null,
    decimals,
    text: qualifier === undefined ? `${digits}${bounds}` : `${qualifier} ${digits}`,
    bounds,
  }
  const places = groupBy(sources, ({ at }) => at)
  const stated = places.size === 0 ? [['', []] as const] : [...places]
  return [
    ...(figure.earlier ?? []).flatMap((older) => figureRows(older, data)),
    ...stated.map(([at, refs]) => ({
      ...row,
      at: figure.formula ?? at,
      source: refs.map(({ document }) => document).join('; '),
    })),
  ]
}

/** What a public slide prints of a figure, as it prints it: no finer digits, no bounds, no notes. */
function printedRow(
  [id, printed]: readonly [string, PrintedNumber],
  { groupOf, input: { data, facts } }: { readonly groupOf: (fact: string) => string; readonly input: BookInput },
): readonly SheetFigure[] {
  const fact = facts.get(id)
  const metric = fact && data.metrics.get(fact.metric)
  if (!fact || !metric || !isFigure(fact)) return []
  const { value, decimals, unit } = printed
  const displayed = value ? toFixed(value, Math.max(0, decimals)) : printed.displayed // 63.0, as its cell, not 63
  const isPlain = value !== null && fact.qualifier === undefined
  return [
    {
      group: groupOf(id),
      metric,
      unit,
      scenario: fact.scenario,
      measure: 'value',
      status: fact.status,
      source: [...new Set(fact.sources.map(({ document }) => document))].join('; '),
      at: '',
      note: '',
      period: fact.period,
      fact: id,
      value: isPlain ? value : null,
      decimals,
      text: fact.qualifier === undefined ? displayed : `${fact.qualifier} ${displayed}`,
      bounds: '',
    },
  ]
}

/** The section whose slide prints a fact first. */
function sectionOf({ deck, data }: BookInput): (fact: string) => string {
  const titles = new Map(deck.sections.map(({ id, title }) => [id, title]))
  const first = new Map<string, string>()
  for (const { section, uses } of deck.slides)
    for (const { fact } of uses) if (!first.has(fact)) first.set(fact, titles.get(section) ?? '')
  return (fact) => first.get(fact) || data.config.language.handouts.sheets.figures
}

/** Columns by time: days before the spans that end with them, short spans before long ones. */
const byTime = (a: SheetFigure, b: SheetFigure): number =>
  endMonth(a.period) - endMonth(b.period) ||
  lengthOf(a.period) - lengthOf(b.period) ||
  (a.period.label < b.period.label ? -1 : 1)

/** Months from year 0 up to the end of a period. */
const endMonth = (period: Period): number =>
  period.kind === 'span' ? period.start + period.months : Math.floor((period.day + 719_528) / 30.436_875)

const lengthOf = (period: Period): number => (period.kind === 'span' ? period.months : 0)

const rowKey = ({ metric, unit, scenario, measure, status, source, at, note }: SheetFigure): string =>
  JSON.stringify([metric.id, formatUnit(unit), scenario, measure, status, source, at, note])

const leading = ['metric', 'label', 'unit', 'scenario', 'measure', 'status'] as const
const trailing = ['source', 'at', 'note'] as const

/** In text the deck's own files may have decimal commas; numbers of a workbook have none. */
const textCell = (text: string, { decimal }: FileSettings): Cell => ({
  text: decimal === ',' ? text.replace(/(?<=\d)\.(?=\d)/g, ',') : text,
})

function cellOf(figure: SheetFigure, { numbers: { negative }, files }: BookStyle): Cell {
  if (!figure.value) return textCell(figure.text, files)
  const format = numberFormat(figure, { negative }, figure.bounds === '' ? '' : `"${figure.bounds}"`)
  return { number: toExactText(cellValue(figure.value, figure.unit)), format }
}

type BookStyle = Pick<DeckConfig, 'numbers' | 'files'>

interface Grid {
  readonly sheet: string
  readonly figures: readonly SheetFigure[]
  readonly style: BookStyle
}

const rowTexts = ([first]: readonly SheetFigure[]): readonly string[] => {
  if (!first) return []
  const { metric, unit, scenario, measure, status } = first
  return [metric.id, metric.label, formatUnit(unit), scenario, measure, status]
}

const rowEnd = ([first]: readonly SheetFigure[]): readonly string[] =>
  first ? [first.source, first.at, first.note] : []

const entryOf = (figure: SheetFigure, at: Pick<Entry, 'sheet' | 'row' | 'column'>): Entry => ({
  ...at,
  name: '', // given when all rows are known
  fact: figure.fact,
  metric: figure.metric.id,
  label: figure.metric.label,
  period: figure.period.label,
  scenario: figure.scenario,
  measure: figure.measure,
  value: figure.value && cellValue(figure.value, figure.unit),
  text: figure.text,
  unit: formatUnit(figure.unit),
  status: figure.status,
  source: figure.source,
})

/** A sheet as the reader of data/figures takes it: one row a line item, one column a period. */
function gridOf({ sheet, figures, style }: Grid): BookPart {
  const periods = [...new Map([...figures].sort(byTime).map(({ period }) => [periodKey(period), period])).values()]
  const columnOf = new Map(periods.map((period, index) => [periodKey(period), leading.length + index]))
  const rows = [...groupBy(figures, rowKey).values()]
  const head = (text: string): Cell => ({ text, bold: true, filled: true })
  const header = [...leading, ...periods.map(({ label }) => label), ...trailing].map(head)
  const entries: Entry[] = []
  const body = rows.map((row, index) => {
    const cells: Cell[] = []
    for (const [column, text] of rowTexts(row).entries()) cells[column] = { text }
    for (const [offset, text] of rowEnd(row).entries()) cells[leading.length + periods.length + offset] = { text }
    for (const figure of row) {
      const column = columnOf.get(periodKey(figure.period)) ?? 0
      cells[column] = cellOf(figure, style)
      entries.push(entryOf(figure, { sheet, row: index + 2, column: column + 1 }))
    }
    return cells
  })
  const widths = [26, 30, 10, 10, 10, 11, ...periods.map(() => 12), 10, 24, 30]
  const frozen = { rows: 1, columns: 3 }
  return { sheets: [{ name: sheet, rows: [header, ...body], widths, frozen, filters: true, landscape: true }], entries }
}

/**
 * The figures, a sheet for each file of data/figures; of the public edition only what its slides print, a sheet for each
 * section. `names` are those of cells that are taken, `taken` those of sheets.
 */
export function figureSheets(
  input: BookInput,
  { names, taken }: { readonly names: Set<string>; readonly taken: Set<string> },
): BookPart {
  const { deck, data } = input
  const metrics = [...data.metrics.keys()]
  const order = new Map(metrics.map((id, index) => [id, index]))
  const groupOf = sectionOf(input)
  const found =
    deck.edition === 'public'
      ? [...printedNumbers(input)].flatMap((one) => printedRow(one, { groupOf, input }))
      : data.figures.flatMap((figure) => figureRows(figure, data))
  const sorted = [...found].sort((a, b) => (order.get(a.metric.id) ?? 0) - (order.get(b.metric.id) ?? 0))
  const parts = [...groupBy(sorted, ({ group }) => group)].map(([group, figures]) => {
    const sheet = sheetName(group, taken)
    taken.add(sheet)
    return gridOf({ sheet, figures, style: data.config })
  })
  const entries = parts.flatMap((part) => part.entries)
  return { sheets: parts.flatMap(({ sheets }) => sheets), entries: named(entries, input, names) }
}

/** Gives the name of a fact to the cell that holds its own number, where several rows state it. */
function named(entries: readonly Entry[], { facts }: BookInput, names: Set<string>): readonly Entry[] {
  const chosen = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.fact === '' || !entry.value) continue
    const [known, fact] = [chosen.get(entry.fact), facts.get(entry.fact)]
    const isOwn = ({ value }: Entry): boolean => value !== null && fact !== undefined && holds(value, fact)
    if (!known || (isOwn(entry) && !isOwn(known))) chosen.set(entry.fact, entry)
  }
  return entries.map((entry) =>
    chosen.get(entry.fact) === entry ? { ...entry, name: freeName(cellName(entry.fact), names) } : entry,
  )
}
