import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error, startOf, warning } from './create.ts'

/** A file that ends in .xlsx and is not a workbook, or is half written. */
export const invalidWorkbook = (path: string, reason: string): Diagnostic =>
  error(
    'invalid-workbook',
    `invalid workbook "${path}": ${reason}`,
    'Save it again as an Excel workbook (.xlsx), without a password.',
    startOf(path),
  )

/** A text that is not written in UTF-8: its umlauts and signs would come out as others. */
export const invalidEncoding = (path: string, at: { readonly line: number; readonly column: number }): Diagnostic =>
  error(
    'invalid-encoding',
    `invalid encoding of "${path}"`,
    'Save it as UTF-8; in Excel the type is called "CSV UTF-8".',
    { path, ...at },
  )

/** A file that is there and cannot be read: no permission, a link to nowhere, a disk that fails. */
export const missingContent = (path: string, reason: string): Diagnostic =>
  error(
    'missing-content',
    `missing content of "${path}": ${reason}`,
    'Make the file readable, or remove it.',
    startOf(path),
  )

export const missingTheme = (name: string, place: Place): Diagnostic =>
  error(
    'missing-theme',
    `missing theme "${name}"`,
    'Name a package that the deck has installed, or a folder, from the deck\'s own and beginning with "./" or "../", with layouts, partials or style sheets in it.',
    place,
  )

/** A link that is not followed: what is read or published stands in the deck's own folder. */
export const unsupportedTarget = (path: string): Diagnostic =>
  warning(
    'unsupported-target',
    `unsupported link "${path}": it leads out of the deck's folder, or back to a folder that holds it`,
    'Put a copy of what it leads to in its place, or link to something in the deck that does not hold the link.',
    startOf(path),
  )

/** A file or folder of public/ that is not published. */
export const hiddenFile = (path: string): Diagnostic =>
  warning(
    'unsupported-file',
    `unsupported hidden file "${path}": it is not published`,
    'Move it out of public/; what shall be published takes a name without a dot in front.',
    startOf(path),
  )

/** A file beside the sources that nothing reads: probably a mistake. */
export const unsupportedFile = (path: string, endings: readonly string[]): Diagnostic =>
  warning(
    'unsupported-file',
    `unsupported file "${path}": nothing reads it`,
    `Files of ${path.split('/', 1)[0]}/ end in ${endings.join(', ')}; remove it, or save it as one of these.`,
    startOf(path),
  )

/** A file larger than any of its kind: not read, so that no command hangs on it. */
export const unsupportedSize = (path: string, size: string, most: string): Diagnostic =>
  error(
    'unsupported-size',
    `unsupported size of "${path}": ${size}, and at most ${most} are read`,
    'split it, or keep it outside the folders of the deck.',
    startOf(path),
  )

/** A font of the settings that is neither installed nor a file of the deck. */
export const unknownFont = (name: string, place: Place): Diagnostic => ({
  breaks: [{ kind: 'font' }],
  ...error(
    'unknown-font',
    `unknown font "${name}"`,
    "install the package in the deck's folder (npm install), or name a .woff2, .ttf or .otf file by its path from there.",
    place,
  ),
})

/** A font file that cannot be read. */
export const invalidFont = (name: string, reason: string, place: Place): Diagnostic => ({
  breaks: [{ kind: 'font' }],
  ...error(
    'invalid-font',
    `invalid font "${name}": ${reason}`,
    'name one font in a .woff2, .ttf or .otf file; a collection (.ttc) is taken apart first.',
    place,
  ),
})

/** A picture or font that a style sheet names and nobody has. */
export const missingInStyle = (address: string, place: Place): Diagnostic =>
  error(
    'missing-picture',
    `missing picture or font "${address}" of a style sheet`,
    'write the path of a file beside the sheet, or of public/ with a leading slash, in the same letters.',
    place,
  )

/** An SVG file of the deck that would run scripts or load what is elsewhere, in the page's own name. */
export const unsafePicture = (path: string, what: string, place: Place): Diagnostic =>
  error(
    'unsupported-picture',
    `unsupported "${path}": it holds ${what}`,
    'Save the drawing as a plain SVG, with paths and embedded pictures only.',
    place,
  )
