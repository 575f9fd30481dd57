import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error, startOf, warning } from './create.ts'
import { missing } from './follow-ups.ts'

/** Sources and errata. */
export const invalidSourceDate = (id: string, what: { date: string; deckDate: string; place: Place }): Diagnostic =>
  error(
    'invalid-source-date',
    `invalid date ${what.date} of ${id}: the deck speaks from ${what.deckDate}`,
    'a figure cannot come from a later document: cite one of its time, or say in "later-evidence" why this one is used.',
    what.place,
  )

/** Documents kept in data/sources/, and their digests. */
export const unknownKeptFile = (
  file: string,
  what: { id: string; known: readonly string[]; place: Place },
): Diagnostic =>
  error(
    'unknown-kept-file',
    `unknown file "${file}" of ${what.id}`,
    `${didYouMean(file, what.known)}the document stands below data/sources/, by its path from the deck's folder.`,
    what.place,
  )

export const missingKeptFile = (id: string, place: Place): Diagnostic =>
  error(
    'missing-kept-file',
    `missing file of ${id}: it has a digest`,
    'name the document that it is of: "file: data/sources/…".',
    place,
  )

export const missingDigest = (id: string, what: { file: string; digest: string; place: Place }): Diagnostic =>
  error(
    'missing-digest',
    `missing digest of ${id}: ${what.file} could be exchanged unseen`,
    `write "digest: ${what.digest}" once you have seen that it is the document.`,
    what.place,
  )

export const invalidDigest = (
  digest: string,
  what: { id: string; file: string; digest: string; place: Place },
): Diagnostic =>
  error(
    'invalid-digest',
    `invalid digest ${digest.slice(0, 12)}… of ${what.id}: ${what.file} is another file now`,
    `bring back the document, or look through the figures that come from it and write "digest: ${what.digest}".`,
    what.place,
  )

export const unknownErratumSlide = (id: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'slide',
    id,
    error(
      'unknown-erratum-slide',
      `unknown slide "${id}" in the errata`,
      `${didYouMean(id, known)}a slide's id is its file name without the number.`,
      place,
    ),
  )

export const unknownErratumFact = (
  fact: string,
  what: { slide: string; known: Iterable<string>; place: Place },
): Diagnostic =>
  missing(
    'figure',
    undefined,
    error(
      'unknown-erratum-fact',
      `unknown fact "${fact}" in the errata: slide "${what.slide}" does not print it`,
      `${didYouMean(fact, what.known)}name the fact as its slide prints it, or leave the cell empty where only words were wrong.`,
      what.place,
    ),
  )

export const invalidErratum = (right: string, what: { fact: string; text: string; place: Place }): Diagnostic =>
  missing(
    'figure',
    undefined,
    error(
      'invalid-erratum',
      `invalid right "${right}" of ${what.fact}: the slide prints ${what.text}`,
      'write what the slide prints, or "as printed" where a doubtful number is shown as it was.',
      what.place,
    ),
  )

const unsupportedFormatCode = 'unsupported-format'

/** Files as an older engine wrote them. */
export const unsupportedFormat = (path: string, place: Place = startOf(path)): Diagnostic =>
  error(
    'unsupported-format',
    `unsupported format 1 of ${path}`,
    'run "quarterdeck upgrade" (npm run upgrade) once: it shows and writes what changes in the files of an older deck.',
    place,
  )

/** Says once of a deck that its files are of an older engine, at the first of them. */
export function withOneFormat(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const old = diagnostics.filter(({ code }) => code === unsupportedFormatCode)
  const [first, ...more] = old
  if (!first || more.length === 0) return diagnostics
  const paths = old.map(({ place }) => place.path).join(', ')
  const joined = unsupportedFormat(paths, first.place)
  return diagnostics.flatMap((each) => (each === first ? [joined] : old.includes(each) ? [] : [each]))
}

export const unpinnedWaiver = (isMissing: boolean, place: Place): Diagnostic =>
  error(
    'unpinned-waiver',
    isMissing ? 'missing fact or text of a waiver' : 'ambiguous waiver: it has a fact and a text',
    'a waiver is pinned to one finding: by the fact that it is about, or, where it is about none, by its words.',
    place,
  )

/** A name that data/metrics.yaml lists under `formerly`: it leads to the metric, and is reported. */
export const formerName = (
  name: string,
  { now, place }: { readonly now: string; readonly place: Place },
): Diagnostic => ({
  ...warning(
    'former-name',
    `unsupported former name "${name}" of ${now}`,
    `write "${now}"; the former name is read as it for now.`,
    place,
  ),
  severity: 'info',
})
