import { z } from 'zod'
import { parsePeriod } from '../../../format/calendar.ts'
import { didYouMean } from '../../../format/suggest.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Calendar, Period } from '../../../model/period.ts'
import { parseDecimal, type Rational, rational } from '../../../model/rational.ts'
import type { Place } from '../../../model/source-file.ts'
import { noTies, type Tie, type Ties, type TieTerm } from '../../../model/ties.ts'
import { invalidValue, unknownPeriod } from '../../diagnostics/data.ts'
import { invalidTie, unknownTieMetric } from '../../diagnostics/ties.ts'
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
export interface TieNames {
  readonly calendar: Calendar
  readonly metrics: ReadonlyMap<string, unknown>
}

interface Entry extends TieNames {
  readonly document: YamlDocument
  readonly at: KeyPath
  readonly report: (diagnostic: Diagnostic) => void
}

interface Reading {
  readonly tie?: Tie
  readonly compareFrom?: Period
  readonly flatBand?: Rational
}

const one = rational(1n)
const minusOne = rational(-1n)

const placeIn = ({ document, at }: Entry, path: KeyPath): Place => document.placeOf([...at, ...path])

/** Reads "-sga" as the metric taken away. */
const signedTerm = (text: string): TieTerm =>
  text.startsWith('-') ? { metric: text.slice(1).trim(), weight: minusOne } : { metric: text, weight: one }

/** The number as its digits say, never through binary fractions: "0.1", not 1e-1. */
function decimalAt(entry: Entry, path: KeyPath): Rational {
  const written = entry.document.textOf([...entry.at, ...path]) ?? ''
  const decimal = parseDecimal(written)
  if (decimal) return decimal.value
  entry.report(invalidValue(written, { place: placeIn(entry, path), expected: 'digits such as 1, -1 or 0.5' }))
  return one
}

/** Where a word stands in a text that is written on one line; the whole text otherwise. */
function placeOfWord(place: Place, text: string, word: string): Place {
  const at = ` ${text} `.indexOf(` ${word} `)
  if (at < 0 || text.includes('\n') || (place.length ?? 0) < text.length) return place
  const quote = (place.length ?? 0) > text.length ? 1 : 0
  return { ...place, column: place.column + quote + at, length: word.length }
}

/** Whether a metric is defined; one that is not is a finding. */
function checkMetric(metric: string, place: Place, { metrics, report }: Entry): void {
  if (!metrics.has(metric)) report(unknownTieMetric(metric, metrics.keys(), place))
}

const checkTerms = (terms: readonly TieTerm[], entry: Entry, path: KeyPath): void =>
  terms.forEach(({ metric }, index) => {
    checkMetric(metric, placeIn(entry, [...path, index]), entry)
  })

function named(spec: { readonly name?: string | undefined }, { document, at }: Entry): Pick<Tie, 'name' | 'place'> {
  return { name: spec.name, place: document.placeOf(at) }
}

function readSum(spec: z.output<typeof specs.total>, entry: Entry): Reading {
  const { weights, parts, total } = spec
  if (weights && weights.length !== parts.length) {
    const problem = `${weights.length} ${weights.length === 1 ? 'weight' : 'weights'} for ${parts.length} parts`
    entry.report(invalidTie(problem, 'each part has one weight: 1, -1 or another factor.', placeIn(entry, ['weights'])))
  }
  const terms = parts.map((part, index) =>
    weights?.[index] === undefined ? signedTerm(part) : { metric: part, weight: decimalAt(entry, ['weights', index]) },
  )
  checkMetric(total, placeIn(entry, ['total']), entry)
  checkTerms(terms, entry, ['parts'])
  return { tie: { kind: 'sum', total, parts: terms, ...named(spec, entry) } }
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

function readIdentity(spec: z.output<typeof specs.identity>, entry: Entry): Reading {
  const place = placeIn(entry, ['identity'])
  const identity = parseIdentity(spec.identity)
  if (!identity) {
    const problem = `"${spec.identity}" is not of the form a - b + c = d`
    entry.report(invalidTie(problem, 'write metrics with signs between blanks, and one metric after "=".', place))
    return {}
  }
  for (const metric of [...identity.left.map((term) => term.metric), identity.right])
    checkMetric(metric, placeOfWord(place, spec.identity, metric), entry)
  return { tie: { kind: 'identity', ...identity, ...named(spec, entry) } }
}

function readRollForward(spec: z.output<(typeof specs)['roll-forward']>, entry: Entry): Reading {
  const { opening, movements, closing } = spec['roll-forward']
  const terms = movements.map(signedTerm)
  checkMetric(opening, placeIn(entry, ['roll-forward', 'opening']), entry)
  checkTerms(terms, entry, ['roll-forward', 'movements'])
  checkMetric(closing, placeIn(entry, ['roll-forward', 'closing']), entry)
  return { tie: { kind: 'roll-forward', opening, movements: terms, closing, ...named(spec, entry) } }
}

function readShares(spec: z.output<(typeof specs)['shares-sum-to']>, entry: Entry): Reading {
  const { parts } = spec
  parts.forEach((part, index) => {
    checkMetric(part, placeIn(entry, ['parts', index]), entry)
  })
  return { tie: { kind: 'shares', whole: decimalAt(entry, ['shares-sum-to']), parts, ...named(spec, entry) } }
}

function readComparisonSet(spec: z.output<(typeof specs)['comparison-set']>, entry: Entry): Reading {
  const from = String(spec['comparison-set'].from)
  const compareFrom = parsePeriod(from, entry.calendar)
  if (compareFrom) return { compareFrom }
  const place = placeIn(entry, ['comparison-set', 'from'])
  entry.report(unknownPeriod(from, { place, examples: periodExamples(entry.calendar) }))
  return {}
}

/** Checks an entry by the spec of its kind and reads it. */
function readAs<S>(entry: Entry, spec: z.ZodType<S>, read: (spec: S, entry: Entry) => Reading): Reading {
  const checked = checkYaml(entry.document, spec, entry.at)
  if (checked.ok) return read(checked.value, entry)
  for (const diagnostic of checked.diagnostics) entry.report(diagnostic)
  return {}
}

function readEntry(value: unknown, entry: Entry): Reading {
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
      return readAs(entry, specs['flat-band'], () => ({ flatBand: decimalAt(entry, ['flat-band']) }))
    default:
      entry.report(unknownEntry(keys, entry))
      return {}
  }
}

function unknownEntry(keys: readonly string[], { document, at }: Entry): Diagnostic {
  const nearest = keys.map((key) => didYouMean(key, kinds)).find((hint) => hint !== '') ?? ''
  const problem = keys.length === 0 ? 'the entry has no keys' : `none of its keys is known: ${keys.join(', ')}`
  return invalidTie(problem, `${nearest}an entry has one of ${kinds.join(', ')}.`, document.placeOf(at))
}

/**
 * Reads `ties` of data/metrics.yaml: what must tie beyond definitions, and the settings of the rules. An entry that
 * cannot be read is left out, with a diagnostic at the value that is wrong.
 */
export function parseTies(
  document: YamlDocument,
  names: TieNames,
): { readonly ties: Ties; readonly diagnostics: readonly Diagnostic[] } {
  const list = checkYaml(document, z.array(z.unknown()).nullish(), ['ties'])
  if (!list.ok) return { ties: noTies, diagnostics: list.diagnostics }
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const readings = (list.value ?? []).map((item, index) =>
    readEntry(item, { ...names, document, at: ['ties', index], report }),
  )
  const ties: Ties = {
    ties: readings.flatMap(({ tie }) => tie ?? []),
    compareFrom: readings.findLast(({ compareFrom }) => compareFrom)?.compareFrom,
    flatBand: readings.findLast(({ flatBand }) => flatBand)?.flatBand ?? noTies.flatBand,
  }
  return { ties, diagnostics }
}
