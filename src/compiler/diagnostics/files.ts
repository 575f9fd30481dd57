import type { Diagnostic } from '../../model/diagnostic.ts'

/** A file that ends in .xlsx and is no workbook, or is half written. */
export function invalidWorkbook(path: string, reason: string): Diagnostic {
  return {
    code: 'invalid-workbook',
    severity: 'error',
    message: `invalid workbook "${path}": ${reason}`,
    hint: 'Save it again as an Excel workbook (.xlsx), without a password.',
    place: { path, line: 1, column: 1 },
  }
}
