import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error } from './create.ts'

/** What the finance team's files and data/import.yaml have against each other. Places are cells of the files. */

const cellOf = ({ cell, line, column }: Place): string => cell ?? `${line}:${column}`

export const unknownBook = (file: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'unknown-import',
    `unknown file ${file}: no entry of data/import.yaml is for it`,
    known.length === 0
      ? 'npm run import -- FILE --learn proposes an entry.'
      : `entries are for ${known.join(', ')}; npm run import -- FILE --learn proposes one.`,
    place,
  )

export const unknownSheet = (sheet: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'unknown-sheet',
    `unknown sheet "${sheet}"`,
    `${didYouMean(sheet, known)}sheets are ${known.join(', ')}.`,
    place,
  )

export const unknownHead = (head: string, place: Place, why = ''): Diagnostic =>
  error(
    'unknown-head',
    `unknown period "${head}" at the head of a column (${cellOf(place)})${why}`,
    'say under "periods" of its block in data/import.yaml which period it is, under "dates" what ends on its date, or leave the column out under "skip".',
    place,
  )

export const missingHead = (place: Place): Diagnostic =>
  error(
    'missing-head',
    `missing head over the number in ${cellOf(place)}`,
    'write its period over the column, or clear the column.',
    place,
  )

export const duplicateHead = (head: string, place: Place, first: Place): Diagnostic =>
  error(
    'duplicate-head',
    `duplicate period "${head}" at the head of a column (${cellOf(place)})`,
    `${cellOf(first)} has it as well: choose one of them by "under" or "skip" in data/import.yaml.`,
    place,
  )

export const ambiguousHead = (head: string, place: Place): Diagnostic =>
  error(
    'ambiguous-head',
    `ambiguous date "${head}" at the head of a column (${cellOf(place)})`,
    'write "dates: quarter", half, year, year-to-date or day in its block of data/import.yaml: the time that ends on it.',
    place,
  )

export const missingLabel = (label: string, nearest: string | undefined, place: Place): Diagnostic =>
  error(
    'missing-label',
    `missing row "${label}"`,
    `${nearest === undefined ? '' : `${cellOf(place)} has "${nearest}": `}correct the label in data/import.yaml or in the file, or mark the line as optional.`,
    place,
  )

export const ambiguousLabel = (label: string, places: readonly Place[], place: Place): Diagnostic =>
  error(
    'ambiguous-label',
    `ambiguous row "${label}": it stands in ${places.map(cellOf).join(' and ')}`,
    'write the heading over it before its label in data/import.yaml ("Heading > Label"), or limit the block by "rows".',
    place,
  )

export const missingNumbers = (label: string, place: Place): Diagnostic =>
  error(
    'missing-numbers',
    `missing numbers in the row "${label}" (${cellOf(place)})`,
    'fill them in, or mark the line as optional in data/import.yaml.',
    place,
  )

export const invalidFiling = (what: string, place: Place): Diagnostic =>
  error(
    'invalid-filing',
    `invalid filing: ${what}`,
    'take company facts (CIK….json) or an inline XBRL document (.htm) as the SEC offers them.',
    place,
  )

export const missingAccession = (place: Place): Diagnostic =>
  error(
    'missing-accession',
    `missing accession number of ${place.path}`,
    'name it by --document 0001234567-24-000012, or keep it in the name of the file.',
    place,
  )

export const missingTag = (tag: string, known: Iterable<string>, place: Place): Diagnostic =>
  error(
    'missing-tag',
    `missing facts of ${tag}`,
    `${didYouMean(tag, known)}correct the tag in data/import.yaml, or mark it as optional.`,
    place,
  )

export const unsupportedTagUnit = (
  unit: string,
  { metric, own }: { metric: string; own: string },
  place: Place,
): Diagnostic =>
  error(
    'unsupported-tag-unit',
    `unsupported unit "${unit}" of ${metric}, which is kept in ${own}`,
    'map the tag to a metric of its own unit.',
    place,
  )

export const unsupportedTransform = (format: string, text: string, place: Place): Diagnostic =>
  error(
    'unsupported-transform',
    `unsupported format "${format}" of the number "${text}"`,
    'leave the tag out of data/import.yaml and enter the figure yourself.',
    place,
  )
