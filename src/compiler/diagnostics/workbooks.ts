import { formatUnit } from '../../format/units.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Place, type SheetScale, sheetLimits } from '../../model/source-file.ts'
import type { Unit } from '../../model/unit.ts'
import { error, startOf, warning } from './create.ts'

/** #N/A, #DIV/0!, #REF! … */
export const invalidCell = (text: string, place: Place): Diagnostic =>
  error(
    'invalid-cell',
    `invalid cell ${place.cell}: the sheet shows the error ${text}`,
    'mend its formula, or empty the cell where there is no figure.',
    place,
  )

/** A formula that the program which wrote the workbook did not compute. */
export const missingResult = (place: Place): Diagnostic =>
  error(
    'missing-result',
    `missing result of the formula in ${place.cell}`,
    'open the workbook in a spreadsheet program and save it there, so that the formula is computed.',
    place,
  )

/** A cell so far out that the sheet would not fit in memory. */
export const unsupportedRange = (place: Place): Diagnostic =>
  error(
    'unsupported-range',
    `unsupported range: the cell ${place.cell} stands too far out`,
    `delete what the deck does not need; sheets are read up to ${sheetLimits.rows} rows, ${sheetLimits.columns} columns and ${sheetLimits.cells} cells.`,
    place,
  )

/** A number that the sheet shows in another scale than its row says. */
export const invalidScale = (scale: SheetScale, unit: Unit, place: Place): Diagnostic =>
  error(
    'invalid-scale',
    `invalid unit "${formatUnit(unit)}" of ${scale.text}, as the sheet shows it (stored: ${scale.stored})`,
    'write the scale that the sheet shows in the column "unit" (k, mn, bn, tn), or change the number format.',
    place,
  )

export const ambiguousScale = (scale: SheetScale, unit: Unit, place: Place): Diagnostic =>
  warning(
    'ambiguous-scale',
    `ambiguous scale of ${scale.text} in the unit "${formatUnit(unit)}": the number format hides ${scale.commas} digits of ${scale.stored}`,
    'write the scale in the column "unit" (k, mn, bn, tn), or take the commas at the end out of the number format.',
    place,
  )

/** A text among numbers, which formulas of the sheet count as 0. */
export const ambiguousText = (text: string, place: Place): Diagnostic =>
  warning(
    'ambiguous-text',
    `ambiguous number "${text}" in ${place.cell}: it is stored as text in a row of numbers`,
    'make it a number in the spreadsheet program: formulas there do not count it.',
    place,
  )

/** What is hidden in a workbook, reported once a file. */
export const unsupportedHiding = (path: string, parts: readonly string[]): Diagnostic => ({
  ...warning(
    'unsupported-hiding',
    `unsupported hiding in "${path}": ${parts.join('; ')}`,
    'show or delete it; a hidden sheet is read when "files: {hidden-sheets: […]}" in data/deck.yaml names it.',
    startOf(path),
  ),
  severity: 'info',
})
