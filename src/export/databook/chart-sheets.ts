import { parseUnit } from '../../format/units.ts'
import { fill } from '../../language/fill.ts'
import type { ChartModel, ChartText } from '../../model/chart.ts'
import { chartsOf, type FigureUse, type Slide } from '../../model/deck.ts'
import { compare, multiply, parseDecimal, powerOfTen, type Rational, round, toExactText } from '../../model/rational.ts'
import { type Cell, sheetName, type WorkbookSheet } from '../workbook/sheet.ts'
import { type BookInput, cellValue, type Entry, numberFormat } from './book.ts'

interface Charted {
  readonly input: BookInput
  readonly uses: ReadonlyMap<string, FigureUse>
  readonly cells: ReadonlyMap<string, Entry>
}

const bold = (text: string): Cell => ({ text, bold: true, filled: true })

/** How a chart's cell refers to the book's own: rounded as printed, and only where that is what the chart prints. */
function reference({ name, value }: Entry, wanted: Rational, places: number): string | undefined {
  if (!value) return undefined
  for (const exponent of [0, -3, -6, -9, 3, 6]) {
    const moved = round(multiply(value, powerOfTen(exponent)), places)
    if (compare(moved, wanted) !== 0) continue
    const scale = exponent === 0 ? '' : `${exponent > 0 ? '*' : '/'}${10n ** BigInt(Math.abs(exponent))}`
    return `ROUND(${name}${scale},${places})`
  }
  return undefined
}

/** What a chart prints at a mark: a number with the digits that it shows, else its text. */
function markCell(mark: ChartText | null | undefined, { input: { data }, uses, cells }: Charted): Cell {
  if (!mark || mark.text === '') return undefined
  const use = uses.get(`${mark.fact}\n${mark.text}`)
  const digits = use && parseDecimal(use.displayed)
  const unit = use && parseUnit(use.displayUnit, data.config.units)
  if (!use || !digits || !unit || mark.fact === null) return { text: mark.text }
  const value = cellValue(digits.value, unit)
  const format = numberFormat({ decimals: use.decimals, unit }, data.config.numbers)
  const entry = cells.get(mark.fact)
  const places = unit.kind === 'percent' ? use.decimals + 2 : use.decimals
  const formula = entry && entry.name !== '' ? reference(entry, value, places) : undefined
  return formula === undefined
    ? { number: toExactText(value), format }
    : { formula, result: toExactText(value), format }
}

const unitOf = (marks: readonly (ChartText | null)[], uses: Charted['uses']): string =>
  marks.flatMap((mark) => (mark ? (uses.get(`${mark.fact}\n${mark.text}`)?.displayUnit ?? []) : []))[0] ?? ''

function chartRows(chart: ChartModel, charted: Charted): readonly (readonly Cell[])[] {
  const { input, uses } = charted
  const { charts, handouts } = input.data.config.language
  const row = (label: string, marks: readonly (ChartText | null)[]): readonly Cell[] => [
    { text: label },
    { text: unitOf(marks, uses) },
    ...marks.map((mark) => markCell(mark, charted)),
  ]
  if (chart.panels && chart.panels.length > 0)
    return chart.panels.flatMap((panel) => [[{ text: panel.title, bold: true }], ...chartRows(panel, charted), []])
  return [
    [handouts.columns.series, handouts.columns.unit, ...chart.categories.map(({ label }) => label)].map(bold),
    ...chart.series.map(({ label, marks }) => row(label, marks)),
    ...(chart.totals ? [row(charts.total, chart.totals)] : []),
    ...chart.rows.map(({ label, cells }) => row(label, cells)),
    ...chart.arrows.map((arrow) => row(arrow.label, [arrow])),
    ...(chart.whole ? [row(charts.total, [chart.whole])] : []),
  ]
}

/** Uses of a chart's own marks, by what they print. */
const usesOf = ({ uses }: Slide, { id }: ChartModel): Charted['uses'] =>
  new Map(uses.filter(({ key }) => key.startsWith(`${id}.`)).map((use) => [`${use.fact}\n${use.text}`, use]))

/** A sheet a chart, in the order of the slides: what its table shows, its notes and its sources. */
export function chartSheets(
  input: BookInput,
  { cells, taken }: { readonly cells: ReadonlyMap<string, Entry>; readonly taken: Set<string> },
): readonly WorkbookSheet[] {
  const { handouts, slides: words } = input.data.config.language
  const documents = new Map(input.deck.documents.map(({ id, title }) => [id, title]))
  return input.deck.slides.flatMap((slide) =>
    chartsOf(slide).map(({ chart }): WorkbookSheet => {
      const number = slide.hidden ? fill(words.backup, { number: String(slide.number) }) : String(slide.number)
      const name = sheetName(fill(handouts.chartOf, { number, title: chart.title }), taken)
      taken.add(name)
      const sources = chart.sources.map((id) => documents.get(id) ?? id)
      const charted = { input, cells, uses: usesOf(slide, chart) }
      const rows = [
        [{ text: chart.title, bold: true } as const],
        [{ text: slide.id }],
        ...chartRows(chart, charted),
        [],
        ...chart.notes.map((text) => [{ text }]),
        ...sources.map((text, index) => [{ text: index === 0 ? handouts.columns.source : '' }, { text }]),
      ]
      const widths = [34, 12, ...chart.categories.map(() => 11)]
      return { name, rows, widths, frozen: { rows: chart.panels?.length ? 2 : 3, columns: 2 }, landscape: true }
    }),
  )
}
