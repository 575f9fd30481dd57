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

/** A text that is not written in UTF-8: its umlauts and signs would come out as others. */
export function invalidEncoding(path: string, at: { readonly line: number; readonly column: number }): Diagnostic {
  return {
    code: 'invalid-encoding',
    severity: 'error',
    message: `invalid encoding of "${path}"`,
    hint: 'Save it as UTF-8; in Excel the type is called "CSV UTF-8".',
    place: { path, ...at },
  }
}

/** A file that is there and cannot be read: no permission, a link to nowhere, a disk that fails. */
export function missingContent(path: string, reason: string): Diagnostic {
  return {
    code: 'missing-content',
    severity: 'error',
    message: `missing content of "${path}": ${reason}`,
    hint: 'Make the file readable, or remove it.',
    place: { path, line: 1, column: 1 },
  }
}

/** A file beside the sources that nothing reads: more often a mistake than meant. */
export function unsupportedFile(path: string, endings: readonly string[]): Diagnostic {
  return {
    code: 'unsupported-file',
    severity: 'warning',
    message: `unsupported file "${path}": nothing reads it`,
    hint: `Files of ${path.split('/', 1)[0]}/ end in ${endings.join(', ')}; remove it, or save it as one of these.`,
    place: { path, line: 1, column: 1 },
  }
}
