import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error, startOf, warning } from './create.ts'
import { missing } from './follow-ups.ts'

/** A name that should be one of those known. */
interface UnknownName {
  readonly place: Place
  readonly known: Iterable<string>
}

/** `did you mean "x"? keys here are x, y`: iterables may be read only once. */
function choices(name: string, known: Iterable<string>, are: string): string {
  const names = [...known]
  return `${didYouMean(name, names)}${are}${names.join(', ')}`
}

/** Settings, metrics and sources in YAML. */
export const invalidYaml = (what: string, place: Place): Diagnostic =>
  error(
    'invalid-yaml',
    `invalid YAML: ${what}`,
    'indent with spaces, and put text that holds ": " or " #" or begins with a sign in quotes.',
    place,
  )

/** YAML drops what follows " #": a heading would end before "#1". */
export const ambiguousComment = (comment: string, text: string, place: Place): Diagnostic =>
  error(
    'ambiguous-comment',
    `ambiguous comment "${comment}" behind the unquoted text "${text}"`,
    'put the text in quotes: all of it where "#" belongs to it; a comment may also stand on a line of its own.',
    place,
  )

export const missingFile = (path: string, what: string): Diagnostic =>
  missing('file', path, error('missing-file', `missing file ${path}`, what, startOf(path)))

export const unknownFile = (path: string): Diagnostic =>
  warning(
    'unknown-file',
    `unknown file ${path}: nothing reads it`,
    'figures are read from data/figures/*.csv and *.xlsx, tables from data/tables/*.csv.',
    startOf(path),
  )

export const unnamedKeptFile = (path: string): Diagnostic =>
  warning(
    'unknown-file',
    `unknown file ${path}: no document names it`,
    'name it at its document in data/sources.yaml ("file: …" and its digest), or take it out.',
    startOf(path),
  )

export const unknownKey = (key: string, { place, known }: UnknownName): Diagnostic =>
  error('unknown-key', `unknown key "${key}"`, `${choices(key, known, 'keys here are ')}.`, place)

export const missingKey = (key: string, place: Place): Diagnostic =>
  error('missing-key', `missing key "${key}"`, `write "${key}: …" here.`, place)

interface WrongValue {
  readonly place: Place
  readonly expected: string
  /** The choice that was most likely meant. */
  readonly nearest?: string | undefined
}

export const invalidValue = (value: string, { place, expected, nearest }: WrongValue): Diagnostic =>
  error(
    'invalid-value',
    `invalid value ${value}`,
    `${nearest === undefined ? '' : `did you mean "${nearest}"? `}expected ${expected}.`,
    place,
  )

/** Tables of figures. */
export const invalidCsv = (what: string, place: Place): Diagnostic =>
  error('invalid-csv', `invalid CSV: ${what}`, 'a quote inside a quoted cell is written twice.', place)

export const unsupportedComment = (text: string, place: Place): Diagnostic =>
  error(
    'unsupported-comment',
    `unsupported comment "${text}"`,
    'CSV files have no comments: remove the line, or put what it says in the column "note" of a row.',
    place,
  )

export const missingColumn = (column: string, place: Place): Diagnostic =>
  error('missing-column', `missing column "${column}"`, 'the first row names the columns.', place)

export const unknownColumn = (column: string, { place, known }: UnknownName): Diagnostic =>
  error(
    'unknown-column',
    column === '' ? 'unknown column: it has cells but no name' : `unknown column "${column}"`,
    `${choices(column, known, 'columns are ')}.`,
    place,
  )

export const duplicateColumn = (column: string, place: Place): Diagnostic =>
  error(
    'duplicate-column',
    `duplicate column "${column}"`,
    'another column has this name or is the same period.',
    place,
  )

export const unknownPeriodLabel = (text: string, what: { place: Place; examples: string }): Diagnostic =>
  error(
    'unknown-period',
    `unknown period "${text}": the calendar has none of that name`,
    `periods are written ${what.examples}; the calendar is set in data/deck.yaml.${isInWords(text) ? ' Files with heads in words are read by quarterdeck import (docs/quarter.md).' : ''}`,
    what.place,
  )

/** "Three months ended June 30, 2023", as finance teams head their columns. */
const isInWords = (text: string): boolean => (text.match(/\p{L}{2,}/gu) ?? []).length > 2

export const missingPeriodEnd = (label: string, place: Place): Diagnostic =>
  error(
    'missing-period-end',
    `missing end of ${label}: the calendar does not list it`,
    'add its last day to calendar: ends in data/deck.yaml.',
    place,
  )

export const unknownLanguage = (tag: string, known: readonly { readonly tag: string }[], place: Place): Diagnostic =>
  error(
    'unknown-language',
    `unknown language "${tag}": the engine has no words in it`,
    `write one of ${known.map((language) => language.tag).join(', ')}, alone or with a region such as ${known[0]?.tag ?? 'en'}-GB.`,
    place,
  )

export const unexpectedCell = (text: string, place: Place): Diagnostic =>
  error(
    'unexpected-cell',
    `invalid row: cell "${text}" stands beyond the last column`,
    'put cells that hold the separator in quotes.',
    place,
  )

export const missingCell = (column: string, place: Place): Diagnostic =>
  error('missing-cell', `missing ${column} in this row`, `every row with figures needs its ${column}.`, place)

export const invalidNumber = (text: string, what: { place: Place; hint: string }): Diagnostic =>
  error('invalid-number', `invalid number "${text}"`, what.hint, what.place)

export const invalidRange = (text: string, place: Place): Diagnostic =>
  error(
    'invalid-range',
    `invalid range "${text}"`,
    'the low end comes first, and a derived value lies between its ends.',
    place,
  )

export const invalidChoice = (column: string, value: string, { place, known }: UnknownName): Diagnostic =>
  error('invalid-choice', `unknown ${column} "${value}"`, `${choices(value, known, `${column} is one of `)}.`, place)

export const invalidStatus = (status: string, what: { place: Place; text: string; hint: string }): Diagnostic =>
  error('invalid-status', `invalid cell "${what.text}" in a row of status "${status}"`, what.hint, what.place)

export const unknownMetric = (metric: string, { place, known }: UnknownName): Diagnostic =>
  missing(
    'metric',
    metric,
    error(
      'unknown-metric',
      `unknown metric "${metric}"`,
      `${didYouMean(metric, known)}metrics are defined in data/metrics.yaml.`,
      place,
    ),
  )

export const unknownUnit = (unit: string, { place, known }: UnknownName): Diagnostic =>
  error(
    'unknown-unit',
    `unknown unit "${unit}"`,
    /\bcents?\b/i.test(unit)
      ? 'name the currency, as in "US cents per share" or "AUD cents", or say it once: units: {cents: {of: USD}} in data/deck.yaml.'
      : `${didYouMean(unit, known)}units are currencies ("JPY mn"), %, points, bps, x and the nouns under "units" in data/deck.yaml.`,
    place,
  )

export const invalidUnit = (unit: string, what: { place: Place; metric: string; expected: string }): Diagnostic =>
  error('invalid-unit', `invalid unit "${unit}" for ${what.metric}`, `expected ${what.expected}.`, what.place)

export const unknownScenario = (scenario: string, { place, known }: UnknownName): Diagnostic =>
  missing(
    'scenario',
    scenario,
    error(
      'unknown-scenario',
      `unknown scenario "${scenario}"`,
      `${choices(scenario, known, 'scenarios are ')}; more are declared in data/metrics.yaml.`,
      place,
    ),
  )

export const unknownDocument = (document: string, { place, known }: UnknownName): Diagnostic =>
  missing(
    'document',
    document,
    error(
      'unknown-document',
      `unknown document "${document}"`,
      `${didYouMean(document, known)}documents are listed in data/sources.yaml.`,
      place,
    ),
  )

export const missingSource = (metric: string, place: Place): Diagnostic =>
  warning(
    'missing-source',
    `missing source of ${metric}`,
    'name a document of data/sources.yaml, so that the figure can be ticked.',
    place,
  )

export const invalidPeriod = (period: string, what: { place: Place; metric: string; hint: string }): Diagnostic =>
  error('invalid-period', `invalid period ${period} for ${what.metric}`, what.hint, what.place)

export const duplicateFigure = (figure: string, what: { place: Place; first: Place }): Diagnostic =>
  error(
    'duplicate-figure',
    `duplicate figure ${figure}`,
    `it is given already at ${what.first.path}:${what.first.line}:${what.first.column}; keep one of them.`,
    what.place,
  )

/** Two documents that state one figure. */
interface Vintages {
  readonly place: Place
  readonly values: readonly string[] // "562.0 EUR mn (H1 2022 report)", the older first
}

export const ambiguousVintage = (figure: string, what: Vintages & { isDated: boolean }): Diagnostic =>
  error(
    'ambiguous-vintage',
    `ambiguous figure ${figure}: ${what.values.join(' or ')}`,
    what.isDated
      ? 'both documents have one date, so that neither is the newer: keep the row that holds.'
      : 'give both documents a date in data/sources.yaml, so that the newer one is known.',
    what.place,
  )

export const missingConfirmation = (figure: string, what: Vintages): Diagnostic =>
  error(
    'missing-confirmation',
    `missing confirmation of ${figure}, restated from ${what.values.join(' to ')}`,
    'if the newer document restates the figure give its row the status "restated" and a note; else correct it.',
    what.place,
  )

export const duplicateName = (what: string, name: string, place: Place): Diagnostic =>
  error('duplicate-name', `duplicate ${what} "${name}"`, 'names are unique: rename one.', place)

/** Definitions of metrics. */
export const circularMetric = (path: readonly string[], place: Place): Diagnostic =>
  error(
    'circular-metric',
    `invalid definition: ${path.join(' → ')} is circular`,
    'a metric cannot be defined by itself; remove one of these definitions.',
    place,
  )

export const invalidDefinition = (metric: string, what: { place: Place; hint: string }): Diagnostic =>
  error('invalid-definition', `invalid definition of ${metric}`, what.hint, what.place)

/** Ties, waivers and the figures of earlier editions. */
export const invalidTie = (problem: string, hint: string, place: Place): Diagnostic =>
  error('invalid-tie', `invalid tie: ${problem}`, hint, place)

export const unknownTieMetric = (metric: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'metric',
    metric,
    error(
      'unknown-tie-metric',
      `unknown metric "${metric}" in ties`,
      `${didYouMean(metric, known)}metrics are defined in data/metrics.yaml under "metrics".`,
      place,
    ),
  )

export const invalidWaiver = (rule: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'invalid-waiver',
    `invalid waiver: no rule is called "${rule}"`,
    `${didYouMean(rule, known)}rules are ${known.join(', ')}.`,
    place,
  )

export const invalidPublished = (problem: string, place: Place): Diagnostic =>
  error(
    'invalid-published',
    `invalid figure of an earlier edition: ${problem}`,
    'the file is written by "check --publish"; take it back from version control.',
    place,
  )
