import type { FileSettings } from '../../../model/deck.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import { columnName, type Place, type Sheet, type SheetCell, type SourceFile } from '../../../model/source-file.ts'
import { unsupportedPlaceholder } from '../../diagnostics/placeholders.ts'
import { invalidCell, missingResult, unsupportedHiding, unsupportedRange } from '../../diagnostics/workbooks.ts'
import { hasText, parseCsv, type SourceCell, type SourceGrid } from './csv.ts'

/** Files are read as data/deck.yaml says; without it, as they are. */
export type GridSettings = Pick<FileSettings, 'hiddenSheets'>

function sourceCell(cell: SheetCell, place: Place): SourceCell {
  if (typeof cell === 'string') return { text: cell.trim(), place }
  return cell.kind === 'number' ? { text: cell.text, place, number: cell } : { text: '', place }
}

function problemOf(cell: SheetCell, place: Place): readonly Diagnostic[] {
  if (typeof cell === 'string' || cell.kind === 'number') return []
  return [cell.kind === 'error' ? invalidCell(cell.text, place) : missingResult(place)]
}

/** A sheet reads like a CSV file; places name the cell, e.g. "Sheet1!C7". */
function sheetGrid({ name, rows, farCell }: Sheet, path: string): Reading<SourceGrid> {
  const placeOf = (cell: string): Place => ({ path, line: 1, column: 1, cell: `${name}!${cell}` })
  const diagnostics = farCell === undefined ? [] : [unsupportedRange(placeOf(farCell))]
  const cells = rows.map((row, y) =>
    row.map((cell, x): SourceCell => {
      const place = { path, line: y + 1, column: x + 1, cell: `${name}!${columnName(x + 1)}${y + 1}` }
      diagnostics.push(...problemOf(cell, place))
      return sourceCell(cell, place)
    }),
  )
  return { value: { path, sheet: name, rows: cells.filter(hasText) }, diagnostics }
}

/** "rows 3, 4 of Results", "sheet Archive, which is not read": what a reader of the workbook does not see. */
function hidingOf(sheet: Sheet, isRead: boolean): readonly string[] {
  if (!isRead) return [`the sheet "${sheet.name}" is not read`]
  const parts = sheet.hiddenParts ?? []
  const more = parts.length > 5 ? ` and ${parts.length - 5} more` : ''
  return parts.length === 0 ? [] : [`${parts.slice(0, 5).join(', ')}${more} of "${sheet.name}" are read all the same`]
}

function workbookGrids(
  { path, sheets }: SourceFile & { readonly kind: 'workbook' },
  settings: GridSettings | undefined,
): Reading<readonly SourceGrid[]> {
  const isRead = ({ name, isHidden }: Sheet): boolean => !isHidden || settings?.hiddenSheets.includes(name) === true
  const grids = joinReadings(sheets.filter(isRead).map((sheet) => sheetGrid(sheet, path)))
  const hiding = sheets.flatMap((sheet) => hidingOf(sheet, isRead(sheet)))
  return {
    value: grids.value.filter(({ rows }) => rows.length > 0),
    diagnostics: [...grids.diagnostics, ...(hiding.length > 0 ? [unsupportedHiding(path, hiding)] : [])],
  }
}

/**
 * The grids of a file: one of a CSV file, one a sheet of a workbook. A CSV file with a quote too many or too few has
 * none, since it is uncertain where its cells end.
 */
export function readGrids(file: SourceFile, settings?: GridSettings): Reading<readonly SourceGrid[]> {
  const { value: grids, diagnostics } = gridsOf(file, settings)
  return { value: grids, diagnostics: [...diagnostics, ...grids.flatMap(placeholdersIn)] }
}

function gridsOf(file: SourceFile, settings: GridSettings | undefined): Reading<readonly SourceGrid[]> {
  if (file.kind === 'workbook') return workbookGrids(file, settings)
  if (file.kind === 'kept') return { value: [], diagnostics: [] }
  const { value: grid, diagnostics } = parseCsv(file.path, file.text)
  return { value: diagnostics.length > 0 ? [] : [grid], diagnostics }
}

/** Cells are text as it stands: a placeholder would be printed with its braces. */
const placeholdersIn = ({ rows }: SourceGrid): readonly Diagnostic[] =>
  rows.flatMap((row) =>
    row.flatMap(({ text, place }) => {
      const [found] = text.includes('{{') ? (/\{\{[\s\S]*?\}\}/.exec(text) ?? []) : []
      return found === undefined ? [] : [unsupportedPlaceholder(found, place)]
    }),
  )
