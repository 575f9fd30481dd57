import type { Interval } from './interval.ts'
import type { Period } from './period.ts'
import { parseDecimal, type Rational, rational } from './rational.ts'
import type { Place } from './source-file.ts'

/** Permanent names of the rules of the tie-out; docs/tie-out.md says what each requires. */
export const ruleIds = [
  'F1', 'F2', 'F3', 'F4', 'F4b', 'F5', 'F6', 'F7',
  'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9',
  'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10',
  'P1', 'P2', 'P3', 'P4',
  'G1', 'N1', 'N2', 'N3', 'L1', 'V1', 'X1', 'X2', 'X3', 'X4', 'X5', 'W1',
] as const // biome-ignore format: one family a line

export type RuleId = (typeof ruleIds)[number]

/** A metric with its sign, or another factor, in a sum. */
export interface TieTerm {
  readonly metric: string
  readonly weight: Rational
}

/** What must tie, beyond the definitions of metrics. */
export type Tie = { readonly name?: string | undefined; readonly place: Place } & (
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

/** The `ties` of data/metrics.yaml, checked. */
export interface Ties {
  readonly ties: readonly Tie[]
  /** The oldest period that a slide may mention without `historical: true`. */
  readonly compareFrom: Period | undefined
  /** Per cent up to which "flat" may be said. */
  readonly flatBand: Rational
}

/** Nothing declared. A flat band of 0.05 per cent is what prints as 0.0. */
export const noTies: Ties = { ties: [], compareFrom: undefined, flatBand: rational(1n, 20n) }

/** An accepted deviation: an entry of data/waivers.yaml, pinned to one finding. */
export interface Waiver {
  readonly rule: RuleId
  /** The fact that the finding is about, or where it is about none, its words. */
  readonly fact?: string
  readonly text?: string
  /** Where the same stands on several slides. */
  readonly slide?: string
  /** What is printed there; the waiver lapses when it changes. */
  readonly printed: string
  readonly reason: string
  readonly who: string
  readonly when: string // ISO date
  /** The last day (of a deck's date) on which it holds. */
  readonly until?: string
  readonly place: Place
}

/** A figure as an earlier edition of the deck printed it: a row of data/published.csv, where rows are only ever added. */
export interface PublishedFigure {
  /** Date of that edition, and its id behind a "/" where it had one. */
  readonly edition: string
  readonly fact: string
  /** At the finest unit in which it was printed. */
  readonly displayed: string
  readonly decimals: number
  readonly displayUnit: string
  /** The metric's label, and the ids of its documents with blanks between. */
  readonly label: string
  readonly source: string
  /** Digest over the row and the chain of the row before. */
  readonly chain: string
  /** Its row, where it was read from the file. */
  readonly place?: Place
}

/** A digest of a text; the same text gives the same one everywhere. */
export type Digest = (text: string) => string

/** "5" with one decimal is "5.0": the digits show how precisely it was printed. */
export function printedDigits({ displayed, decimals }: Pick<PublishedFigure, 'displayed' | 'decimals'>): string {
  if (displayed.includes('..')) return displayed
  const [whole = '', rest = ''] = displayed.split('.')
  return decimals > 0 ? `${whole}.${rest.padEnd(decimals, '0')}` : displayed
}

/** What a row's chain is the digest of. */
export function chainText(figure: Omit<PublishedFigure, 'chain' | 'place'>, before: string): string {
  const { edition, fact, displayUnit, label, source } = figure
  return [before, edition, fact, printedDigits(figure), displayUnit, label, source].join('\n')
}

/** A definition or tie as data/net.yaml holds it: "sum revenue of services goods". */
export interface HeldTie {
  readonly text: string
  readonly place: Place
}

/** What stood when the deck was last published or accepted: data/net.yaml. */
export interface NetFloor {
  /** Per cent of the printed figures that are tied to others. */
  readonly tiedShare?: Rational
  /** The definitions and ties that stood then. */
  readonly ties?: readonly HeldTie[]
  /** Rows of data/published.csv, and the chain of the last one. */
  readonly published?: { readonly rows: number; readonly digest: string }
  readonly place: Place
}

/** The ends of a printed number, "1043", or of a printed range, "4..5"; undefined for any other text. */
export function parsePrinted(displayed: string): Interval | undefined {
  const [low = '', high = low, ...more] = displayed.split('..')
  const [from, to] = [parseDecimal(low), parseDecimal(high)]
  return from && to && more.length === 0 ? { low: from.value, high: to.value } : undefined
}

/** One row of data/errata.csv: what the source printed, what is right, and why. */
export interface Erratum {
  readonly slide: string // slide id
  readonly fact?: string // fact id where the entry is about one
  readonly printed: string
  readonly right: string
  readonly ground: string // why
  readonly place: Place
  readonly factPlace: Place
  readonly rightPlace: Place
}

/** What stands in the column `right` of an entry that corrects nothing: what was printed is doubted, and shown. */
const asPrinted = /^as printed\b/i

/** Whether an entry says that a number was printed wrong; else it says why a doubtful one is shown as it was printed. */
export const corrects = ({ fact, right }: Pick<Erratum, 'fact' | 'right'>): boolean =>
  fact !== undefined && !asPrinted.test(right)
