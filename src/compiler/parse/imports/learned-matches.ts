import { agreeWith } from '../../../format/numbers/figure-digits.ts'
import { isConvertible } from '../../../format/units.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Figure, Metric } from '../../../model/figure.ts'
import { compare, magnitude, negate, type Rational, sign, toNumber } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { parseDigits } from '../data/digits.ts'
import type { ImportCell } from './import-grid.ts'
import { type LearnedColumn, type Length, periodIn } from './learned-heads.ts'

/** A metric whose known values stand in a row, at a scale and with a sign. */
export interface Match {
  readonly metric: Metric
  readonly unit: Unit
  readonly sign: 1 | -1
  readonly hits: number
}

export interface LearnedRow {
  readonly line: number
  readonly label: string
  readonly cells: readonly ImportCell[]
  readonly heading: string | undefined
}

/** Known values by the key of their period. */
export type Known = ReadonlyMap<string, readonly Figure[]>

const scalesOf = ({ unit }: Metric): readonly Unit[] =>
  unit.kind === 'currency' || unit.kind === 'count'
    ? [...new Set([unit.exponent, 0, 3, 6, 9])].map((exponent) => ({ ...unit, exponent }))
    : [unit]

/** A number with two digits and more that are not zero says something; 0 and 5 agree with anything. */
const isTelling = (value: Rational, ulp: Rational): boolean =>
  compare(magnitude(value), { n: ulp.n * 10n, d: ulp.d }) >= 0

interface CellNumber {
  readonly value: Rational
  readonly ulp: Rational
}

function numberIn(cell: ImportCell | undefined, decimal: ',' | '.' | undefined): CellNumber | undefined {
  if (!cell || cell.text === '') return undefined
  const notation = cell.number || decimal !== ',' ? 'point' : 'comma'
  return parseDigits(cell.text, { percent: true, notation })
}

/** Amounts of one number at the scales that it may be in: a power of a thousand apart. */
function isNear(value: Rational, figure: Figure): boolean {
  if (!figure.value || figure.value.n === 0n || value.n === 0n) return false
  const apart = Math.log10(Math.abs(toNumber(value) / toNumber(figure.value))) / 3
  return Math.abs(apart - Math.round(apart)) < 0.02
}

/** The metrics, scales and signs by which a cell states a known figure. */
function matchesOf(
  number: CellNumber,
  figures: readonly Figure[],
  { metrics }: DeckData,
): readonly Omit<Match, 'hits'>[] {
  if (!isTelling(number.value, number.ulp)) return []
  return figures.flatMap((figure) => {
    const metric = metrics.get(figure.metric)
    if (!metric || !figure.value || !isNear(number.value, figure)) return []
    const turned = sign(number.value) === sign(figure.value) ? 1 : -1
    const value = turned === 1 ? number.value : negate(number.value)
    const half: Rational = { n: number.ulp.n, d: number.ulp.d * 2n }
    return scalesOf(metric).flatMap((unit): readonly Omit<Match, 'hits'>[] => {
      if (!isConvertible(unit, figure.unit)) return []
      const low = { n: value.n * half.d - half.n * value.d, d: value.d * half.d }
      const high = { n: value.n * half.d + half.n * value.d, d: value.d * half.d }
      const stated: Figure = { ...figure, value, low, high, ulp: number.ulp, unit }
      return agreeWith(stated, figure) ? [{ metric, unit, sign: turned }] : []
    })
  })
}

const keyOf = ({ metric, unit, sign: turned }: Omit<Match, 'hits'>): string => `${metric.id}|${unit.exponent}|${turned}`

/** The matches of a row, those with most known values first. */
export function rowMatches(
  row: LearnedRow,
  columns: readonly LearnedColumn[],
  {
    lengths,
    known,
    data,
    decimal,
  }: {
    readonly lengths: ReadonlyMap<string, Length>
    readonly known: Known
    readonly data: DeckData
    readonly decimal: ',' | '.' | undefined
  },
): readonly Match[] {
  const found = new Map<string, { match: Omit<Match, 'hits'>; hits: number }>()
  for (const column of columns) {
    const number = numberIn(row.cells[column.index], decimal)
    if (!number) continue
    const keys = [false, true].flatMap(
      (isStock) => periodIn(column, { lengths, isStock, calendar: data.config.calendar }) ?? [],
    )
    const figures = [...new Set(keys)].flatMap((key) => known.get(key) ?? [])
    for (const match of new Map(matchesOf(number, figures, data).map((one) => [keyOf(one), one])).values()) {
      const before = found.get(keyOf(match))
      found.set(keyOf(match), { match, hits: (before?.hits ?? 0) + 1 })
    }
  }
  return [...found.values()].map(({ match, hits }) => ({ ...match, hits })).sort((a, b) => b.hits - a.hits)
}
