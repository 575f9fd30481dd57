import { fill } from '../../language/fill.ts'
import { toExactText, toFixed } from '../../model/rational.ts'
import { csvText } from '../csv.ts'
import { type DefinedName, sheetName, type Workbook, type WorkbookSheet } from '../workbook/sheet.ts'
import { workbookFile } from '../workbook/workbook-file.ts'
import type { BookInput, Entry } from './book.ts'
import { chartSheets } from './chart-sheets.ts'
import { computedSheet } from './computed-sheet.ts'
import { figureSheets } from './figure-sheets.ts'
import { contentsSheet, coverSheet, errataSheet, sourcesSheet } from './list-sheets.ts'
import { stampSheet, type TickTable, tickSheet } from './tick-workbook.ts'

/** A data book: its workbook, and every number on it. */
export interface DataBook {
  readonly workbook: Workbook
  readonly entries: readonly Entry[]
}

/**
 * Makes the data book of a deck from what its slides print (public) or from all of its figures (presenter). Nothing is computed
 * anew: a formula stands where it comes out at the deck's own number. The tie-out list belongs to the presenter edition only.
 */
export function dataBook(input: BookInput, ticks?: TickTable): DataBook {
  const { deck, data } = input
  const { sheets: words, book } = data.config.language.handouts
  const [taken, names] = [new Set<string>(), new Set<string>()]
  const named = (wanted: string): string => {
    const name = sheetName(wanted, taken)
    taken.add(name)
    return name
  }
  const [cover, contents, computed, sources, errata] = [
    words.cover,
    words.contents,
    words.computed,
    words.sources,
    words.errata,
  ].map(named)
  const listed =
    deck.edition === 'presenter' && ticks ? { ticks, name: named(words.ticks), made: named(words.made) } : undefined
  const figures = figureSheets(input, { names, taken })
  const changes = computedSheet(input, { sheet: computed ?? '', entries: figures.entries, names })
  const entries = [...figures.entries, ...changes.entries]
  const cells = new Map(
    [...entries].reverse().flatMap((entry) => (entry.name === '' ? [] : [[entry.fact, entry] as const])),
  )
  const rest: readonly WorkbookSheet[] = [
    ...figures.sheets,
    ...changes.sheets,
    ...chartSheets(input, { cells, taken }),
    sourcesSheet(input, { name: sources ?? '', entries }),
    ...errataSheet(input, errata ?? ''),
    ...(listed ? [tickSheet(listed.ticks, listed.name), stampSheet(listed.ticks, listed.made)] : []),
  ]
  const sheets = [coverSheet(input, cover ?? ''), contentsSheet(rest, contents ?? ''), ...rest]
  const { title, date } = data.config
  const defined = entries.flatMap(({ name, sheet, row, column }): readonly DefinedName[] =>
    name === '' ? [] : [{ name, sheet, row, column }],
  )
  return { workbook: { title: fill(book, { title }), date, sheets, names: defined }, entries }
}

export const databookFile = ({ workbook }: DataBook): Buffer => workbookFile(workbook)

const keys = [
  'sheet',
  'name',
  'fact',
  'metric',
  'label',
  'period',
  'scenario',
  'measure',
  'value',
  'text',
  'unit',
  'status',
  'source',
  'formula',
] as const

const valueText = ({ value }: Entry): string => {
  const exact = value ? toExactText(value) : ''
  return value && exact.includes('/') ? toFixed(value, 15) : exact
}

/** A line of CSV or an object of JSON for each number; percentages are fractions in `value`, as in the workbook's cells. */
const recordOf = (entry: Entry): Readonly<Record<(typeof keys)[number], string>> => ({
  ...entry,
  value: valueText(entry),
  formula: entry.formula ?? '',
})

/** Every number of the book as CSV, with a head. */
export function databookCsv({ entries }: DataBook): string {
  const rows = entries.map((entry) => {
    const record = recordOf(entry)
    return keys.map((key) => record[key])
  })
  return csvText([keys, ...rows])
}

/** Every number of the book as JSON. */
export function databookJson({ entries }: DataBook, { deck }: BookInput): string {
  const { company, title, date, reportingPeriod } = deck.head
  const numbers = entries.map((entry) => {
    const { ...record } = recordOf(entry)
    return Object.fromEntries(keys.flatMap((key) => (record[key] === '' ? [] : [[key, record[key]]])))
  })
  return `${JSON.stringify({ version: 1, edition: deck.edition, company, title, date, reportingPeriod, numbers }, null, 1)}\n`
}
