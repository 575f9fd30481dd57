import { csvSeparator, placesByPeriod } from '../../compiler/compile.ts'
import { metricNamed } from '../../format/fact-names.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { fitsScale } from '../../format/numbers/figure-digits.ts'
import { parsePeriod } from '../../format/period-text.ts'
import { formatUnit, parseUnit } from '../../format/units.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'
import type { Period } from '../../model/period.ts'
import type { SourceFile } from '../../model/source-file.ts'
import type { Unit } from '../../model/unit.ts'
import { type CsvText, csvText } from '../roll/csv-text.ts'
import type { PlannedFigure } from './import-plan.ts'

/** Where figures go whose metrics have no row in a CSV file with sources. */
export const importedPath = 'data/figures/imported.csv'

/** A row of a file of figures that states a metric's values. */
export interface TargetRow {
  readonly path: string
  readonly line: number
  readonly unit: Unit
  readonly isRestated: boolean
  readonly at: string
  readonly isEmpty: boolean
}

/** A file of figures as it stands. */
export interface TargetFile {
  readonly path: string
  readonly csv: CsvText
  readonly names: readonly string[]
  readonly periods: readonly { readonly index: number; readonly period: Period }[]
}

export interface Targets {
  readonly files: ReadonlyMap<string, TargetFile>
  /** Rows by metric, scenario and document. */
  readonly rows: ReadonlyMap<string, readonly TargetRow[]>
  /** The newest figure of each metric and scenario by the length of its time, "" for any. */
  readonly origins: ReadonlyMap<string, Figure>
}

export const rowKey = (metric: string, scenario: string, document: string): string =>
  `${metric}|${scenario}|${document}`

const lengthOf = (period: Period): string => (period.kind === 'span' ? String(period.months) : 'day')

export function targetFile(path: string, text: string, { calendar }: DeckData['config']): TargetFile | undefined {
  const csv = csvText(text, csvSeparator(text))
  if (!csv) return undefined
  const names = csv.header.cells.map(({ value }) => value)
  const periods = names.flatMap((name, index) => {
    const period = parsePeriod(name, calendar)
    return period ? [{ index, period }] : []
  })
  return { path, csv, names, periods }
}

/** The cell of a row in a column that is named; "" where there is none. */
const cellIn = ({ names }: TargetFile, cells: CsvText['header']['cells'], name: string): string =>
  cells[names.indexOf(name)]?.value ?? ''

function rowsOf(file: TargetFile, data: DeckData): readonly (readonly [string, TargetRow])[] {
  return file.csv.rows.flatMap(({ line, cells }): readonly (readonly [string, TargetRow])[] => {
    const text = (name: string): string => cellIn(file, cells, name)
    const metric = metricNamed(data.metrics, text('metric'))
    const unit = parseUnit(text('unit'), data.config.units)
    const isValue = ['', 'value'].includes(text('measure')) && ['', 'published', 'restated'].includes(text('status'))
    if (!metric || !unit || !isValue) return []
    const row: TargetRow = {
      ...{ path: file.path, line, unit, at: text('at'), isRestated: text('status') === 'restated' },
      isEmpty: file.periods.every(({ index }) => (cells[index]?.value ?? '') === ''),
    }
    return [[rowKey(metric.id, text('scenario') || 'actual', text('source')), row]]
  })
}

/** The files of figures and their rows, by what they state. Workbooks of data/figures are not written to. */
export function openTargets(files: readonly SourceFile[], data: DeckData): Targets {
  const opened = new Map<string, TargetFile>()
  const rows = new Map<string, TargetRow[]>()
  for (const file of files) {
    if (file.kind !== 'text' || !/^data\/figures\/.*\.csv$/i.test(file.path)) continue
    const target = targetFile(file.path, file.text, data.config)
    if (!target) continue
    opened.set(file.path, target)
    for (const [key, row] of rowsOf(target, data)) {
      const known = rows.get(key)
      if (known) known.push(row)
      else rows.set(key, [row])
    }
  }
  const origins = new Map<string, Figure>()
  for (const figure of data.figures)
    for (const length of ['', lengthOf(figure.period)]) {
      const key = `${figure.metric}|${figure.scenario}|${length}`
      const known = origins.get(key)
      if (figure.measure === 'value' && (!known || lastMonthOf(known.period) < lastMonthOf(figure.period)))
        origins.set(key, figure)
    }
  return { files: opened, rows, origins }
}

/** Whether a row takes an imported figure: it has its scale and status, and says of each period where it stands, or nothing yet. */
function takes(row: TargetRow, { figure, kind }: PlannedFigure, { calendar }: DeckData['config']): boolean {
  if (!fitsScale(figure, row.unit) || row.isRestated !== (kind === 'restated')) return false
  return row.isEmpty || row.at === '' || placesByPeriod(row.at, calendar) !== undefined
}

/** The row that a figure is written to; undefined where it needs a new one. */
export function targetRow(planned: PlannedFigure, targets: Targets, data: DeckData): TargetRow | undefined {
  const { figure, document } = planned
  const rows = targets.rows.get(rowKey(figure.metric, figure.scenario, document.id)) ?? []
  const taking = rows.filter((row) => takes(row, planned, data.config))
  const hasColumn = ({ path }: TargetRow): boolean =>
    targets.files.get(path)?.periods.some(({ period }) => period.label === figure.period.label) === true
  return (
    taking.find((row) => row.path === planned.before?.place.path && row.line === planned.before.place.line) ??
    taking.find(hasColumn) ??
    taking[0]
  )
}

/** Where a new row for a figure goes, and in which unit: the file of its metric, if that names sources and places. */
export function newRowPlace(
  { figure, kind }: PlannedFigure,
  { files, origins }: Targets,
): { readonly path: string; readonly unit: string } {
  const name = `${figure.metric}|${figure.scenario}|`
  const origin = origins.get(`${name}${lengthOf(figure.period)}`) ?? origins.get(name)
  const file = origin && files.get(origin.place.path)
  const needed = ['source', 'at', ...(kind === 'restated' ? ['status', 'note'] : [])]
  const isFit =
    file &&
    needed.every((column) => file.names.includes(column)) &&
    (figure.scenario === 'actual' || file.names.includes('scenario'))
  const unit = origin && fitsScale(figure, origin.unit) ? origin.unit : figure.unit
  return { path: isFit ? file.path : importedPath, unit: formatUnit(unit) }
}
