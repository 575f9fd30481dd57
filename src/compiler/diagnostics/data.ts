import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { missing } from './follow-ups.ts'

/** A name that should be one of those known. */
export interface Unknown {
  readonly place: Place
  readonly known: Iterable<string>
}

interface Message {
  readonly message: string
  readonly hint?: string
  readonly severity?: Diagnostic['severity']
}

function diagnostic(code: string, place: Place, { message, hint, severity = 'error' }: Message): Diagnostic {
  return hint === undefined ? { code, severity, message, place } : { code, severity, message, hint: hint.trim(), place }
}

/** `did you mean "x"? keys here are x, y`: iterables may be read only once. */
function choices(name: string, known: Iterable<string>, are: string): string {
  const names = [...known]
  return `${didYouMean(name, names)}${are}${names.join(', ')}`
}

/** Settings, metrics and sources in YAML. */
export const invalidYaml = (what: string, place: Place): Diagnostic =>
  diagnostic('invalid-yaml', place, {
    message: `invalid YAML: ${what}`,
    hint: 'indent with spaces, and put text that holds ": " or begins with a sign in quotes.',
  })

export const missingFile = (path: string, what: string): Diagnostic =>
  missing(
    'file',
    path,
    diagnostic('missing-file', { path, line: 1, column: 1 }, { message: `missing file ${path}`, hint: what }),
  )

export const unknownFile = (path: string): Diagnostic =>
  diagnostic(
    'unknown-file',
    { path, line: 1, column: 1 },
    {
      message: `unknown file ${path}: nothing reads it`,
      hint: 'figures are read from data/figures/*.csv and *.xlsx, tables from data/tables/*.csv.',
      severity: 'warning',
    },
  )

export const unknownKey = (key: string, { place, known }: Unknown): Diagnostic =>
  diagnostic('unknown-key', place, {
    message: `unknown key "${key}"`,
    hint: `${choices(key, known, 'keys here are ')}.`,
  })

export const missingKey = (key: string, place: Place): Diagnostic =>
  diagnostic('missing-key', place, { message: `missing key "${key}"`, hint: `write "${key}: …" here.` })

interface WrongValue {
  readonly place: Place
  readonly expected: string
  /** The choice that was most likely meant. */
  readonly nearest?: string | undefined
}

export const invalidValue = (value: string, { place, expected, nearest }: WrongValue): Diagnostic =>
  diagnostic('invalid-value', place, {
    message: `invalid value ${value}`,
    hint: `${nearest === undefined ? '' : `did you mean "${nearest}"? `}expected ${expected}.`,
  })

/** Tables of figures. */
export const invalidCsv = (what: string, place: Place): Diagnostic =>
  diagnostic('invalid-csv', place, {
    message: `invalid CSV: ${what}`,
    hint: 'a quote inside a quoted cell is written twice.',
  })

export const missingColumn = (column: string, place: Place): Diagnostic =>
  diagnostic('missing-column', place, {
    message: `missing column "${column}"`,
    hint: 'the first row names the columns.',
  })

export const unknownColumn = (column: string, { place, known }: Unknown): Diagnostic =>
  diagnostic('unknown-column', place, {
    message: column === '' ? 'unknown column: it has cells but no name' : `unknown column "${column}"`,
    hint: `${choices(column, known, 'columns are ')}.`,
  })

export const duplicateColumn = (column: string, place: Place): Diagnostic =>
  diagnostic('duplicate-column', place, {
    message: `duplicate column "${column}"`,
    hint: 'another column has this name or is the same period.',
  })

export const unknownPeriod = (text: string, what: { place: Place; examples: string }): Diagnostic =>
  diagnostic('unknown-period', what.place, {
    message: `unknown period "${text}": the calendar has none of that name`,
    hint: `periods are written ${what.examples}; the calendar is set in data/deck.yaml.`,
  })

export const unknownLanguage = (tag: string, known: readonly { readonly tag: string }[], place: Place): Diagnostic =>
  diagnostic('unknown-language', place, {
    message: `unknown language "${tag}": the engine has no words in it`,
    hint: `write one of ${known.map((language) => language.tag).join(', ')}, alone or with a region such as ${known[0]?.tag ?? 'en'}-GB.`,
  })

export const unexpectedCell = (text: string, place: Place): Diagnostic =>
  diagnostic('unexpected-cell', place, {
    message: `invalid row: cell "${text}" stands beyond the last column`,
    hint: 'put cells that hold the separator in quotes.',
  })

export const missingCell = (column: string, place: Place): Diagnostic =>
  diagnostic('missing-cell', place, {
    message: `missing ${column} in this row`,
    hint: `every row with figures needs its ${column}.`,
  })

export const invalidNumber = (text: string, what: { place: Place; hint: string }): Diagnostic =>
  diagnostic('invalid-number', what.place, { message: `invalid number "${text}"`, hint: what.hint })

export const invalidRange = (text: string, place: Place): Diagnostic =>
  diagnostic('invalid-range', place, {
    message: `invalid range "${text}"`,
    hint: 'the low end comes first, and a derived value lies between its ends.',
  })

export const invalidChoice = (column: string, value: string, { place, known }: Unknown): Diagnostic =>
  diagnostic('invalid-choice', place, {
    message: `unknown ${column} "${value}"`,
    hint: `${choices(value, known, `${column} is one of `)}.`,
  })

export const invalidStatus = (status: string, what: { place: Place; text: string; hint: string }): Diagnostic =>
  diagnostic('invalid-status', what.place, {
    message: `invalid cell "${what.text}" in a row of status "${status}"`,
    hint: what.hint,
  })

export const unknownMetric = (metric: string, { place, known }: Unknown): Diagnostic =>
  missing(
    'metric',
    metric,
    diagnostic('unknown-metric', place, {
      message: `unknown metric "${metric}"`,
      hint: `${didYouMean(metric, known)}metrics are defined in data/metrics.yaml.`,
    }),
  )

export const unknownUnit = (unit: string, { place, known }: Unknown): Diagnostic =>
  diagnostic('unknown-unit', place, {
    message: `unknown unit "${unit}"`,
    hint: `${didYouMean(unit, known)}units are currencies ("JPY mn"), %, points, bps, x and the nouns under "units" in data/deck.yaml.`,
  })

export const invalidUnit = (unit: string, what: { place: Place; metric: string; expected: string }): Diagnostic =>
  diagnostic('invalid-unit', what.place, {
    message: `invalid unit "${unit}" for ${what.metric}`,
    hint: `expected ${what.expected}.`,
  })

export const unknownScenario = (scenario: string, { place, known }: Unknown): Diagnostic =>
  missing(
    'scenario',
    scenario,
    diagnostic('unknown-scenario', place, {
      message: `unknown scenario "${scenario}"`,
      hint: `${choices(scenario, known, 'scenarios are ')}; more are declared in data/metrics.yaml.`,
    }),
  )

export const unknownDocument = (document: string, { place, known }: Unknown): Diagnostic =>
  missing(
    'document',
    document,
    diagnostic('unknown-document', place, {
      message: `unknown document "${document}"`,
      hint: `${didYouMean(document, known)}documents are listed in data/sources.yaml.`,
    }),
  )

export const missingSource = (metric: string, place: Place): Diagnostic =>
  diagnostic('missing-source', place, {
    message: `missing source of ${metric}`,
    hint: 'name a document of data/sources.yaml, so that the figure can be ticked.',
    severity: 'warning',
  })

export const invalidPeriod = (period: string, what: { place: Place; metric: string; hint: string }): Diagnostic =>
  diagnostic('invalid-period', what.place, { message: `invalid period ${period} for ${what.metric}`, hint: what.hint })

export const duplicateFigure = (figure: string, what: { place: Place; first: Place }): Diagnostic =>
  diagnostic('duplicate-figure', what.place, {
    message: `duplicate figure ${figure}`,
    hint: `it is given already at ${what.first.path}:${what.first.line}:${what.first.column}; keep one of them.`,
  })

export const duplicateName = (what: string, name: string, place: Place): Diagnostic =>
  diagnostic('duplicate-name', place, { message: `duplicate ${what} "${name}"`, hint: 'names are unique: rename one.' })

/** Definitions of metrics. */
export const circularMetric = (path: readonly string[], place: Place): Diagnostic =>
  diagnostic('circular-metric', place, {
    message: `invalid definition: ${path.join(' → ')} goes in a circle`,
    hint: 'a metric cannot be defined by itself; remove one of these definitions.',
  })

export const invalidDefinition = (metric: string, what: { place: Place; hint: string }): Diagnostic =>
  diagnostic('invalid-definition', what.place, { message: `invalid definition of ${metric}`, hint: what.hint })
