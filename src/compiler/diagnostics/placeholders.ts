import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error } from './create.ts'
import { missing } from './follow-ups.ts'

/** Quotes that word processors set: “ ” „ ‟ « » ‘ ’ ‚ ‛ ‹ › 「 」 ＂ ＇ */
const curly = /[\u201C-\u201F\u00AB\u00BB\u2018-\u201B\u2039\u203A\u300C-\u300F\uFF02\uFF07]/

/** The likely cause, where names stand in other quotes than those of a keyboard. */
const quoteHint = (words: string): string | undefined =>
  curly.test(words) ? 'write straight quotes ("…"): those of word processors are letters here.' : undefined

export const invalidPlaceholder = (near: string, place: Place): Diagnostic =>
  error(
    'invalid-placeholder',
    `invalid placeholder ${JSON.stringify(near)}`,
    quoteHint(near) ??
      'a placeholder is {{name "argument" option="value"}}, a block {{#if …}}…{{/if}} or {{#each … as |row|}}…{{/each}}.',
    place,
  )

export const unsupportedPlaceholder = (words: string, place: Place): Diagnostic =>
  error(
    'unsupported-placeholder',
    `unsupported placeholder ${words}`,
    words.startsWith('[[')
      ? 'text is marked in slides only; leave the brackets out.'
      : 'placeholders are filled in slides and layouts only; write here what it stands for.',
    place,
  )

export const unsupportedSyntax = (what: string, place: Place): Diagnostic =>
  error(
    'unsupported-syntax',
    `unsupported ${what} in a placeholder`,
    'use a value, a helper, #if, #unless, #each or #with; templates may also include partials.',
    place,
  )

export const unsupportedRaw = (place: Place): Diagnostic =>
  error(
    'unsupported-raw',
    'unsupported raw placeholder "{{{…}}}"',
    'write {{…}}: text is escaped and HTML made by the compiler is not.',
    place,
  )

export const unknownHelper = (name: string, known: Iterable<string>, place: Place): Diagnostic => {
  const names = [...known].sort()
  return error(
    'unknown-helper',
    `unknown placeholder "${name}"`,
    quoteHint(name) ?? `${didYouMean(name, names)}placeholders are ${names.join(', ')}.`,
    place,
  )
}

/** `part` is the name of the path that is not known: "nmae" of "row.nmae". */
export const unknownName = (
  name: string,
  { part, known, place }: { readonly part: string; readonly known: Iterable<string>; readonly place: Place },
): Diagnostic => {
  const names = [...known].sort()
  const there = names.length > 0 ? `names here are ${names.join(', ')}.` : 'nothing is named here.'
  const hint = quoteHint(name) ?? `${didYouMean(part, names)}${there}`
  return error('unknown-name', `unknown name "${name}"`, hint, place)
}

export const missingValue = (name: string, place: Place): Diagnostic =>
  error('missing-value', `missing value of "${name}"`, `give it a value, or guard it with {{#if ${name}}}.`, place)

export const unsupportedValue = (what: string, expected: string, place: Place): Diagnostic =>
  error('unsupported-value', `unsupported ${what}`, `${expected}.`, place)

export const missingArgument = (helper: string, argument: string, place: Place): Diagnostic =>
  error('missing-argument', `missing "${argument}" of "${helper}"`, `write {{${usage(helper)}}}.`, place)

export const unsupportedArgument = (helper: string, count: number, place: Place): Diagnostic =>
  error(
    'unsupported-argument',
    `unsupported argument of "${helper}": it takes ${count}`,
    `write {{${usage(helper)}}}.`,
    place,
  )

/** Signs, words and what a change is measured against are those of changes. */
const ofChanges = '{{change "metric" "period" form="signed"}} prints "+4.3% YoY"'

export function unknownOption(key: string, helper: string, known: readonly string[], place: Place): Diagnostic {
  const isOfChange = ['form', 'comparator'].includes(key)
  const options = known.length > 0 ? `options are ${known.join(', ')}` : 'it has no options'
  const hint = isOfChange ? `${ofChanges}; ${options}.` : `${didYouMean(key, known)}${options}.`
  return error('unknown-option', `unknown option "${key}" of "${helper}"`, hint, place)
}

export function invalidOption(key: string, value: unknown, expected: string, place: Place): Diagnostic {
  const isOfChange = key === 'form' && (value === 'signed' || value === 'words')
  const hint = `it must be ${expected}${isOfChange ? `; ${ofChanges}` : ''}.`
  return error('invalid-option', `invalid ${key} ${JSON.stringify(value)}`, hint, place)
}

/** A period that is neither relative nor of the calendar; `known` are the relative names that the calendar has. */
export const unknownPeriod = (text: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'unknown-period',
    `unknown period ${JSON.stringify(text)}`,
    `${didYouMean(text, known)}write ${known.includes('Q') ? 'FY, Q, Q-4, H1, FY-1' : 'FY, H1, H1-1, FY-1, LTM'} … relative to the reporting period, a label of the calendar in data/deck.yaml, or a date.`,
    place,
  )

export const unknownField = (name: string, known: Iterable<string>, place: Place): Diagnostic =>
  error(
    'unknown-field',
    `unknown field ${JSON.stringify(name)}`,
    `${didYouMean(name, known)}fields are declared under "fields" in data/deck.yaml.`,
    place,
  )

export const unknownTable = (name: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'table',
    name,
    error(
      'unknown-table',
      `unknown table ${JSON.stringify(name)}`,
      `${didYouMean(name, known)}tables are the files of data/tables.`,
      place,
    ),
  )

/** What to do where a part of a slide has no figure: only a sentence can be left out on a condition. */
const withoutFigure = {
  sentence: 'add it to data/figures, or guard the sentence with {{#if (has …)}}.',
  tile: 'add it to data/figures, take another period, or take the tile out.',
  change: 'add it to data/figures, or take the change (change, vs, vs-scenario) out of the tile.',
  cell: 'add it to data/figures, or take the row or column out.',
} as const

export const missingFigure = (
  fact: string,
  place: Place,
  {
    valid,
    part = 'sentence',
  }: { readonly valid?: string | undefined; readonly part?: keyof typeof withoutFigure } = {},
): Diagnostic =>
  missing(
    'figure',
    fact,
    error(
      'missing-figure',
      `missing figure ${fact}${valid === undefined ? '' : `, which is valid ${valid} only`}`,
      valid === undefined ? withoutFigure[part] : 'print the metric that took its place, or another period.',
      place,
    ),
  )

export const unknownPartial = (name: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'partial',
    name,
    error(
      'unknown-partial',
      `unknown partial "${name}"`,
      `${didYouMean(name, known)}partials are the files of templates/partials.`,
      place,
    ),
  )

const usages: Readonly<Record<string, string>> = {
  figure: 'figure "metric" "period"',
  change: 'change "metric" "period" vs="period"',
  growth: 'growth "metric" "period" vs="period"',
  difference: 'difference "metric" "period" vs="period"',
  share: 'share "metric" of="metric" "period"',
  ratio: 'ratio "metric" of="metric" "period"',
  cagr: 'cagr "metric" from="period" to="period"',
  period: 'period "period" style="long"',
  dates: 'dates "period" style="long"',
  label: 'label "metric"',
  field: 'field "name"',
  plain: 'plain "text"',
  has: '#if (has "metric" "period")',
  table: '#each (table "name") as |row|',
}

const usage = (helper: string): string => usages[helper] ?? `${helper} …`
