import { csvSeparator, placesByPeriod } from '../../compiler/compile.ts'
import { statedKey } from '../../format/figure-key.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import { digitsOf, scaledTo } from '../../format/numbers/figure-digits.ts'
import { parseUnit } from '../../format/units.ts'
import type { DeckData } from '../../model/deck.ts'
import { type Period, periodKey } from '../../model/period.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { csvText, withAdded, withCells } from '../roll/csv-text.ts'
import type { PlannedFigure } from './import-plan.ts'
import {
  importedPath,
  newRowPlace,
  openTargets,
  type TargetFile,
  type Targets,
  targetFile,
  targetRow,
} from './target-rows.ts'

/** A row with cells to be written: one that stands in a file, by its line, or a new one. */
interface RowEdit {
  readonly line: number | undefined
  readonly unit: string
  readonly at: string // what it says so far
  readonly cells: Record<string, string> // of a new one
  readonly figures: PlannedFigure[]
  /** Figures that move to a row which says where they stand: their cells here become empty. */
  readonly moved?: readonly PlannedFigure[]
}

const emptyFile = (separator: string): string =>
  `${['metric', 'unit', 'scenario', 'status', 'source', 'at', 'note'].join(separator)}\n`

/** The column of a figure's period in a file: of a balance also the time that ends on its day. */
function columnOf(file: TargetFile, { figure }: PlannedFigure, data: DeckData): string | undefined {
  const metric = data.metrics.get(figure.metric)
  const own = periodKey(figure.period)
  const stated = statedKey(figure.period, metric)
  const found =
    file.periods.find(({ period }) => periodKey(period) === own) ??
    file.periods.find(({ period }) => statedKey(period, metric) === stated)
  return found && file.names[found.index]
}

/** Where new columns go: behind the last period of a file that goes on in time, before the first of one that goes back. */
function placeOfColumns({ periods, names }: TargetFile): { readonly before: number; readonly order: 1 | -1 } {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return { before: Math.max(0, names.indexOf('source')), order: 1 }
  const isAscending = periods.length === 1 || lastMonthOf(first.period) < lastMonthOf(last.period)
  return isAscending ? { before: last.index + 1, order: 1 } : { before: first.index, order: -1 }
}

const lengthOf = (period: Period): number => (period.kind === 'span' ? period.months : 0)

function withColumns(file: TargetFile, figures: readonly PlannedFigure[], data: DeckData): string {
  const missing = new Map(
    figures
      .filter((one) => columnOf(file, one, data) === undefined)
      .map(({ figure: { period } }) => [periodKey(period), period]),
  )
  const { before, order } = placeOfColumns(file)
  const labels = [...missing.values()]
    .sort((a, b) => order * (lastMonthOf(a) - lastMonthOf(b)) || lengthOf(a) - lengthOf(b))
    .map(({ label }) => label)
  return withAdded(file.csv, { before, labels, rows: [] })
}

/** The cells of a row with its figures, and where each stands. */
function cellsOf(row: RowEdit, file: TargetFile, data: DeckData): Readonly<Record<string, string>> {
  const { calendar, units, files } = data.config
  const unit = parseUnit(row.unit, units)
  const places = new Map(
    [...(placesByPeriod(row.at, calendar) ?? [])].flatMap(([key, place]) => {
      const known = file.periods.find(({ period }) => periodKey(period) === key)
      return known ? [[file.names[known.index] ?? '', place] as const] : []
    }),
  )
  const cells: Record<string, string> = {}
  for (const planned of row.figures) {
    const column = columnOf(file, planned, data)
    if (column === undefined) continue
    cells[column] = digitsOf(unit ? scaledTo(planned.figure, unit) : planned.figure, files.decimal ?? '.')
    places.set(column, planned.at)
  }
  if (row.moved) {
    const columns = row.moved.flatMap((planned) => columnOf(file, planned, data) ?? [])
    return Object.fromEntries(columns.map((column) => [column, '']))
  }
  const order = new Map(file.names.map((name, index) => [name, index]))
  const stated = [...places].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return { ...cells, at: stated.map(([label, place]) => `${label}: ${place}`).join('; ') }
}

function editedText(text: string, rows: readonly RowEdit[], path: string, data: DeckData): string {
  const before = targetFile(path, text, data.config)
  if (!before) return text
  const widened = withColumns(
    before,
    rows.flatMap(({ figures }) => figures),
    data,
  )
  const file = targetFile(path, widened, data.config)
  if (!file) return text
  const edits = rows.flatMap((row) =>
    row.line === undefined ? [] : [{ line: row.line, cells: cellsOf(row, file, data) }],
  )
  const filled = csvText(withCells(file.csv, edits), csvSeparator(widened))
  if (!filled) return text
  const added = rows.flatMap((row) => (row.line === undefined ? [{ ...row.cells, ...cellsOf(row, file, data) }] : []))
  return withAdded(filled, { before: 0, labels: [], rows: added })
}

/** Rows to write by file, each once. */
function rowEdits(
  planned: readonly PlannedFigure[],
  { files, data, note }: { readonly files: readonly SourceFile[]; readonly data: DeckData; readonly note: string },
): ReadonlyMap<string, readonly RowEdit[]> {
  const targets = openTargets(files, data)
  const edits = new Map<string, Map<string, RowEdit>>()
  for (const one of planned) {
    const row = targetRow(one, targets, data)
    const place = row ? { path: row.path, unit: '' } : newRowPlace(one, targets)
    const { figure, document, kind } = one
    const isRestated = kind === 'restated'
    const key = row ? String(row.line) : [figure.metric, figure.scenario, place.unit, document.id, isRestated].join('|')
    const inFile = edits.get(place.path) ?? new Map<string, RowEdit>()
    edits.set(place.path, inFile)
    const known = inFile.get(key)
    if (known) {
      known.figures.push(one)
      continue
    }
    const scenario = figure.scenario === 'actual' ? '' : figure.scenario
    const cells = { metric: figure.metric, unit: place.unit, scenario, source: document.id }
    inFile.set(key, {
      line: row?.line,
      unit: row ? unitText(row.path, row.line, targets.files) : place.unit,
      at: row && !row.isEmpty ? row.at : '',
      cells: isRestated ? { ...cells, status: 'restated', note } : cells,
      figures: [one],
    })
  }
  const all = new Map([...edits].map(([path, rows]) => [path, [...rows.values()]]))
  for (const [path, rows] of movedCells(planned, targets, data)) all.set(path, [...(all.get(path) ?? []), ...rows])
  return all
}

/** Cells of rows that somebody wrote by hand, whose figures the same document now states in a row of their own. */
function movedCells(
  planned: readonly PlannedFigure[],
  targets: Targets,
  data: DeckData,
): ReadonlyMap<string, readonly RowEdit[]> {
  const moved = planned.filter(
    (one) => one.kind === 'changed' && targetRow(one, targets, data)?.line !== one.before?.place.line,
  )
  return new Map(
    [...groupBy(moved, ({ before }) => before?.place.path ?? '')].map(([path, inFile]) => [
      path,
      [...groupBy(inFile, ({ before }) => String(before?.place.line))].map(
        ([line, figures]): RowEdit => ({
          line: Number(line),
          unit: '',
          at: '',
          cells: {},
          figures: [],
          moved: figures,
        }),
      ),
    ]),
  )
}

function unitText(path: string, line: number, files: ReadonlyMap<string, TargetFile>): string {
  const file = files.get(path)
  const record = file?.csv.rows.find((one) => one.line === line)
  return record?.cells[file?.names.indexOf('unit') ?? -1]?.value ?? ''
}

/**
 * The texts of the files of figures with what is to be written, by path; every other byte stands as it was. `note` says why
 * figures of older documents are restated.
 */
export function importEdits(
  planned: readonly PlannedFigure[],
  input: { readonly files: readonly SourceFile[]; readonly data: DeckData; readonly note: string },
): ReadonlyMap<string, string> {
  const written = planned.filter(({ kind }) => kind !== 'same')
  const edits = new Map<string, string>()
  for (const [path, rows] of rowEdits(written, input)) {
    const file = input.files.find((one) => one.path === path)
    const separator = input.data.config.files.decimal === ',' ? ';' : ','
    const text = file?.kind === 'text' ? file.text : path === importedPath ? emptyFile(separator) : undefined
    if (text !== undefined) edits.set(path, editedText(text, rows, path, input.data))
  }
  return edits
}
