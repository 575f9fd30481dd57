import { z } from 'zod'
import { parsePeriod } from '../../../format/period-text.ts'
import { didYouMean } from '../../../format/suggest.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Calendar, Period } from '../../../model/period.ts'
import { parseDecimal, type Rational, rational } from '../../../model/rational.ts'
import type { Place } from '../../../model/source-file.ts'
import { noTies, type Tie, type Ties, type TieTerm } from '../../../model/ties.ts'
import { invalidTie, invalidValue, unknownPeriodLabel, unknownTieMetric } from '../../diagnostics/data.ts'
import { checkYaml } from '../check-yaml.ts'
import type { KeyPath, YamlDocument } from '../yaml.ts'
import { periodExamples } from './deck-config.ts'

const name = z.string().min(1).optional()
const id = z.string().min(1)
const specs = {
  total: z.strictObject({ name, total: id, parts: z.array(id).min(2), weights: z.array(z.number()).optional() }),
  identity: z.strictObject({ name, identity: id }),
  'roll-forward': z.strictObject({
    name,
    'roll-forward': z.strictObject({ opening: id, movements: z.array(id).min(1), closing: id }),
  }),
  'shares-sum-to': z.strictObject({ name, 'shares-sum-to': z.number(), parts: z.array(id).min(1) }),
  'comparison-set': z.strictObject({ 'comparison-set': z.strictObject({ from: z.union([id, z.int()]) }) }),
  'flat-band': z.strictObject({ 'flat-band': z.number().nonnegative() }),
}
const kinds = ['total', 'identity', 'roll-forward', 'shares-sum-to', 'comparison-set', 'flat-band'] as const

/** An entry of `ties`, for editors; the compiler reads each by the spec of its kind. */
export const tieSpec = z.union([
  specs.total,
  specs.identity,
  specs['roll-forward'],
  specs['shares-sum-to'],
  specs['comparison-set'],
  specs['flat-band'],
])

/** What ties refer to. */
interface TieContext {
  readonly calendar: Calendar
  readonly metrics: ReadonlyMap<string, unknown>
}

interface TieEntry extends TieContext {
  readonly document: YamlDocument
  readonly at: KeyPath
}

/** What one entry of `ties` sets. */
interface TieSetting {
  readonly tie?: Tie
  readonly compareFrom?: Period
  readonly flatBand?: Rational
}

type EntryReading = Reading<TieSetting | undefined>

const one = rational(1n)
const minusOne = rational(-1n)

const placeIn = ({ document, at }: TieEntry, path: KeyPath): Place => document.placeOf([...at, ...path])

/** Reads "-sga" (with a hyphen or a minus sign) as the metric taken away, and "+sga" as the metric. */
export function signedTerm(text: string): TieTerm {
  const [, sign = '', metric = ''] = /^\s*([-+\u2212]?)\s*(.*?)\s*$/s.exec(text) ?? []
  return { metric, weight: sign === '-' || sign === '\u2212' ? minusOne : one }
}

/** The number as its digits say, never through binary fractions: "0.1", not 1e-1. */
function decimalAt(entry: TieEntry, path: KeyPath): Reading<Rational> {
  const written = entry.document.textOf([...entry.at, ...path]) ?? ''
  const decimal = parseDecimal(written)
  if (decimal) return { value: decimal.value, diagnostics: [] }
  const expected = 'digits such as 1, -1 or 0.5'
  return { value: one, diagnostics: [invalidValue(written, { place: placeIn(entry, path), expected })] }
}

/** Where a word stands in a text that is written on one line; the whole text otherwise. */
function placeOfWord(place: Place, text: string, word: string): Place {
  const at = ` ${text} `.indexOf(` ${word} `)
  if (at < 0 || text.includes('\n') || (place.length ?? 0) < text.length) return place
  const quote = (place.length ?? 0) > text.length ? 1 : 0
  return { ...place, column: place.column + quote + at, length: word.length }
}

const checkMetric = (metric: string, place: Place, { metrics }: TieEntry): readonly Diagnostic[] =>
  metrics.has(metric) ? [] : [unknownTieMetric(metric, metrics.keys(), place)]

const checkMetrics = (metrics: readonly string[], entry: TieEntry, path: KeyPath): readonly Diagnostic[] =>
  metrics.flatMap((metric, index) => checkMetric(metric, placeIn(entry, [...path, index]), entry))

const metricsOf = (terms: readonly TieTerm[]): readonly string[] => terms.map(({ metric }) => metric)

function nameAndPlace(
  spec: { readonly name?: string | undefined },
  { document, at }: TieEntry,
): Pick<Tie, 'name' | 'place'> {
  return { name: spec.name, place: document.placeOf(at) }
}

function checkWeights({ weights, parts }: z.output<typeof specs.total>, entry: TieEntry): readonly Diagnostic[] {
  if (!weights || weights.length === parts.length) return []
  const problem = `${weights.length} ${weights.length === 1 ? 'weight' : 'weights'} for ${parts.length} parts`
  return [invalidTie(problem, 'each part has one weight: 1, -1 or another factor.', placeIn(entry, ['weights']))]
}

function readSum(spec: z.output<typeof specs.total>, entry: TieEntry): EntryReading {
  const { weights, parts, total } = spec
  const terms = joinReadings(
    parts.map((part, index): Reading<TieTerm> => {
      if (weights?.[index] === undefined) return { value: signedTerm(part), diagnostics: [] }
      const { value: weight, diagnostics } = decimalAt(entry, ['weights', index])
      return { value: { metric: part, weight }, diagnostics }
    }),
  )
  return {
    value: { tie: { kind: 'sum', total, parts: terms.value, ...nameAndPlace(spec, entry) } },
    diagnostics: [
      ...checkWeights(spec, entry),
      ...terms.diagnostics,
      ...checkMetric(total, placeIn(entry, ['total']), entry),
      ...checkMetrics(metricsOf(terms.value), entry, ['parts']),
    ],
  }
}

/** Reads "a - b + c = d"; metrics' ids may hold dashes, so that signs stand between blanks. */
function parseIdentity(text: string): { left: readonly TieTerm[]; right: string } | undefined {
  const [before, right, ...more] = text.split('=').map((side) => side.trim())
  if (!before || !right || more.length > 0 || /\s/.test(right)) return undefined
  const words = before.split(/\s+/)
  const left: TieTerm[] = []
  for (let at = 0; at < words.length; at += 2) {
    const [sign, metric] = at === 0 ? ['+', words[0]] : [words[at - 1], words[at]]
    if (metric === undefined || (sign !== '+' && sign !== '-')) return undefined
    left.push({ metric, weight: sign === '-' ? minusOne : one })
  }
  return words.length % 2 === 0 ? undefined : { left, right }
}

function readIdentity(spec: z.output<typeof specs.identity>, entry: TieEntry): EntryReading {
  const place = placeIn(entry, ['identity'])
  const identity = parseIdentity(spec.identity)
  if (!identity) {
    const problem = `"${spec.identity}" is not of the form a - b + c = d`
    const hint = 'write metrics with signs between blanks, and one metric after "=".'
    return { value: undefined, diagnostics: [invalidTie(problem, hint, place)] }
  }
  return {
    value: { tie: { kind: 'identity', ...identity, ...nameAndPlace(spec, entry) } },
    diagnostics: [...metricsOf(identity.left), identity.right].flatMap((metric) =>
      checkMetric(metric, placeOfWord(place, spec.identity, metric), entry),
    ),
  }
}

function readRollForward(spec: z.output<(typeof specs)['roll-forward']>, entry: TieEntry): EntryReading {
  const { opening, movements, closing } = spec['roll-forward']
  const terms = movements.map(signedTerm)
  return {
    value: { tie: { kind: 'roll-forward', opening, movements: terms, closing, ...nameAndPlace(spec, entry) } },
    diagnostics: [
      ...checkMetric(opening, placeIn(entry, ['roll-forward', 'opening']), entry),
      ...checkMetrics(metricsOf(terms), entry, ['roll-forward', 'movements']),
      ...checkMetric(closing, placeIn(entry, ['roll-forward', 'closing']), entry),
    ],
  }
}

function readShares(spec: z.output<(typeof specs)['shares-sum-to']>, entry: TieEntry): EntryReading {
  const { parts } = spec
  const { value: whole, diagnostics } = decimalAt(entry, ['shares-sum-to'])
  return {
    value: { tie: { kind: 'shares', whole, parts, ...nameAndPlace(spec, entry) } },
    diagnostics: [...checkMetrics(parts, entry, ['parts']), ...diagnostics],
  }
}

function readComparisonSet(spec: z.output<(typeof specs)['comparison-set']>, entry: TieEntry): EntryReading {
  const from = String(spec['comparison-set'].from)
  const compareFrom = parsePeriod(from, entry.calendar)
  if (compareFrom) return { value: { compareFrom }, diagnostics: [] }
  const place = placeIn(entry, ['comparison-set', 'from'])
  return {
    value: undefined,
    diagnostics: [unknownPeriodLabel(from, { place, examples: periodExamples(entry.calendar) })],
  }
}

function readFlatBand(_: unknown, entry: TieEntry): EntryReading {
  const { value: flatBand, diagnostics } = decimalAt(entry, ['flat-band'])
  return { value: { flatBand }, diagnostics }
}

/** Checks an entry by the spec of its kind and reads it. */
function readAs<S>(
  entry: TieEntry,
  spec: z.ZodType<S>,
  read: (spec: S, entry: TieEntry) => EntryReading,
): EntryReading {
  const { value, diagnostics } = checkYaml(entry.document, spec, entry.at)
  return value === undefined ? { value: undefined, diagnostics } : read(value, entry)
}

function readEntry(value: unknown, entry: TieEntry): EntryReading {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  switch (kinds.find((kind) => keys.includes(kind))) {
    case 'total':
      return readAs(entry, specs.total, readSum)
    case 'identity':
      return readAs(entry, specs.identity, readIdentity)
    case 'roll-forward':
      return readAs(entry, specs['roll-forward'], readRollForward)
    case 'shares-sum-to':
      return readAs(entry, specs['shares-sum-to'], readShares)
    case 'comparison-set':
      return readAs(entry, specs['comparison-set'], readComparisonSet)
    case 'flat-band':
      return readAs(entry, specs['flat-band'], readFlatBand)
    default:
      return { value: undefined, diagnostics: [unknownEntry(keys, entry)] }
  }
}

function unknownEntry(keys: readonly string[], { document, at }: TieEntry): Diagnostic {
  const nearest = keys.map((key) => didYouMean(key, kinds)).find((hint) => hint !== '') ?? ''
  const problem = keys.length === 0 ? 'the entry has no keys' : `none of its keys is known: ${keys.join(', ')}`
  return invalidTie(problem, `${nearest}an entry has one of ${kinds.join(', ')}.`, document.placeOf(at))
}

/**
 * Reads `ties` of data/metrics.yaml: what must tie beyond definitions, and the settings of the rules. An entry that
 * cannot be read is left out, with a diagnostic at the value that is wrong.
 */
export function parseTies(document: YamlDocument, context: TieContext): Reading<Ties> {
  const list = checkYaml(document, z.array(z.unknown()).nullish(), ['ties'])
  const { value: settings, diagnostics } = joinReadings(
    (list.value ?? []).map((item, index) => readEntry(item, { ...context, document, at: ['ties', index] })),
  )
  const ties: Ties = {
    ties: settings.flatMap(({ tie }) => tie ?? []),
    compareFrom: settings.findLast(({ compareFrom }) => compareFrom)?.compareFrom,
    flatBand: settings.findLast(({ flatBand }) => flatBand)?.flatBand ?? noTies.flatBand,
  }
  return { value: ties, diagnostics: [...list.diagnostics, ...diagnostics] }
}
