import { z } from 'zod'
import { parsePeriod } from '../format/calendar.ts'
import type { Calendar } from '../model/calendar.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Period } from '../model/period.ts'
import { parseDecimal, type Rational, rational } from '../model/rational.ts'
import type { Place } from '../model/source-file.ts'
import { invalidTie, unknownTieMetric } from './diagnostics.ts'
import { issueText, placesOfItems, type RawList } from './yaml-list.ts'

/** A metric with its sign, or another factor, in a sum. */
export interface TieTerm {
  readonly metric: string
  readonly weight: Rational
}

interface Named {
  readonly name?: string | undefined
  readonly place: Place
}

/** What must tie, beyond the definitions of metrics. */
export type Tie = Named &
  (
    | { readonly kind: 'sum'; readonly total: string; readonly parts: readonly TieTerm[] }
    | { readonly kind: 'identity'; readonly left: readonly TieTerm[]; readonly right: string }
    | {
        readonly kind: 'roll-forward'
        readonly opening: string
        readonly movements: readonly TieTerm[]
        readonly closing: string
      }
    | { readonly kind: 'shares'; readonly whole: Rational; readonly parts: readonly string[] }
  )

/** The `ties` section of data/metrics.yaml, checked. */
export interface Ties {
  readonly ties: readonly Tie[]
  /** The oldest period that a slide may speak of without `historical: true`. */
  readonly compareFrom: Period | undefined
  /** Per cent up to which "flat" may be said: 0.05 when nothing is declared, which prints as 0.0. */
  readonly flatBand: Rational
}

export interface TieNames {
  readonly calendar: Calendar
  readonly metrics: ReadonlyMap<string, unknown>
}

const ids = z.array(z.string()).min(1)
const name = z.string().optional()
const schemas = {
  total: z.strictObject({ name, total: z.string(), parts: ids.min(2), weights: z.array(z.number()).optional() }),
  identity: z.strictObject({ name, identity: z.string() }),
  'roll-forward': z.strictObject({
    name,
    'roll-forward': z.strictObject({ opening: z.string(), movements: ids, closing: z.string() }),
  }),
  'shares-sum-to': z.strictObject({ name, 'shares-sum-to': z.number(), parts: ids }),
  'comparison-set': z.strictObject({ 'comparison-set': z.strictObject({ from: z.union([z.string(), z.number()]) }) }),
  'flat-band': z.strictObject({ 'flat-band': z.number().nonnegative() }),
}
const anyTie = z.union([
  schemas.total,
  schemas.identity,
  schemas['roll-forward'],
  schemas['shares-sum-to'],
  schemas['comparison-set'],
  schemas['flat-band'],
])
type TieSpec = z.infer<typeof anyTie>

const one = rational(1n)
const decimal = (value: number): Rational => parseDecimal(String(value))?.value ?? one

/** Reads "-sga" as the metric taken away. */
function signedTerm(text: string): TieTerm {
  return text.startsWith('-') ? { metric: text.slice(1).trim(), weight: rational(-1n) } : { metric: text, weight: one }
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
    left.push({ metric, weight: sign === '-' ? rational(-1n) : one })
  }
  return words.length % 2 === 0 ? undefined : { left, right }
}

type Reading = Partial<Ties> & { readonly problem?: string }

function readTie(spec: TieSpec, place: Place, { calendar }: TieNames): Reading {
  if ('flat-band' in spec) return { flatBand: decimal(spec['flat-band']) }
  if ('comparison-set' in spec) {
    const from = String(spec['comparison-set'].from)
    const compareFrom = parsePeriod(from, calendar)
    return compareFrom ? { compareFrom } : { problem: `"${from}" is no period of the calendar` }
  }
  const named = { name: spec.name, place }
  if ('identity' in spec) {
    const identity = parseIdentity(spec.identity)
    if (!identity) return { problem: `"${spec.identity}" is not of the form a - b + c = d` }
    return { ties: [{ kind: 'identity', ...identity, ...named }] }
  }
  if ('roll-forward' in spec) {
    const { opening, movements, closing } = spec['roll-forward']
    return { ties: [{ kind: 'roll-forward', opening, movements: movements.map(signedTerm), closing, ...named }] }
  }
  if ('shares-sum-to' in spec)
    return { ties: [{ kind: 'shares', whole: decimal(spec['shares-sum-to']), parts: spec.parts, ...named }] }
  if (spec.weights && spec.weights.length !== spec.parts.length)
    return { problem: `${spec.weights.length} weights for ${spec.parts.length} parts` }
  const parts = spec.parts.map((part, index) => {
    const weight = spec.weights?.[index]
    return weight === undefined ? signedTerm(part) : { metric: part, weight: decimal(weight) }
  })
  return { ties: [{ kind: 'sum', total: spec.total, parts, ...named }] }
}

function metricsOf(tie: Tie): readonly string[] {
  if (tie.kind === 'sum') return [tie.total, ...tie.parts.map(({ metric }) => metric)]
  if (tie.kind === 'identity') return [...tie.left.map(({ metric }) => metric), tie.right]
  if (tie.kind === 'shares') return tie.parts
  return [tie.opening, ...tie.movements.map(({ metric }) => metric), tie.closing]
}

function parseItem(item: unknown): TieSpec | string {
  const keys = typeof item === 'object' && item !== null ? Object.keys(item) : []
  const schema = Object.entries(schemas).find(([key]) => keys.includes(key))?.[1]
  if (!schema) return keys.length === 0 ? 'an entry is no map' : `"${keys.join(', ')}" is none that is known`
  const parsed = anyTie.safeParse(item)
  if (parsed.success) return parsed.data
  return schema.safeParse(item).error?.issues.map(issueText).join('; ') ?? 'unreadable'
}

/** Checks the ties and settings of data/metrics.yaml; what cannot be read is a diagnostic at its entry. */
export function parseTies(raw: RawList, names: TieNames): { ties: Ties; diagnostics: readonly Diagnostic[] } {
  const places = placesOfItems(raw, 'ties')
  const diagnostics: Diagnostic[] = []
  let result: Ties = { ties: [], compareFrom: undefined, flatBand: rational(1n, 20n) }
  const top = { path: raw.path, line: 1, column: 1 }
  const items: readonly unknown[] = Array.isArray(raw.value) ? raw.value : []
  if (raw.value !== undefined && raw.value !== null && !Array.isArray(raw.value))
    diagnostics.push(invalidTie('ties is no list', top))
  for (const [index, item] of items.entries()) {
    const place = places[index] ?? top
    const spec = parseItem(item)
    const {
      problem,
      ties = [],
      ...settings
    } = typeof spec === 'string' ? ({ problem: spec } satisfies Reading as Reading) : readTie(spec, place, names)
    if (problem !== undefined) diagnostics.push(invalidTie(problem, place))
    const unknown = ties.flatMap(metricsOf).filter((metric) => !names.metrics.has(metric))
    diagnostics.push(...unknown.map((metric) => unknownTieMetric(metric, names.metrics.keys(), place)))
    result = { ...result, ...settings, ties: unknown.length > 0 ? result.ties : [...result.ties, ...ties] }
  }
  return { ties: result, diagnostics }
}
