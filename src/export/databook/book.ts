import { parseUnit } from '../../format/units.ts'
import type { Deck, Evidence, FigureUse, NumberStyle } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import {
  compare,
  divide,
  magnitude,
  multiply,
  negate,
  parseDecimal,
  powerOfTen,
  type Rational,
  sign,
  toExactText,
} from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import type { WorkbookSheet } from '../workbook/sheet.ts'

/** A deck whose data book is made. */
export interface BookInput extends Pick<Evidence, 'data' | 'facts'> {
  readonly deck: Deck
}

/** A number of the book: what stands in its cell, and what it is called there. */
export interface Entry {
  readonly sheet: string
  readonly row: number // from 1
  readonly column: number
  /** The defined name of its cell; "" where another cell has it. */
  readonly name: string
  readonly fact: string
  readonly metric: string
  readonly label: string
  readonly period: string
  readonly scenario: string
  readonly measure: string
  /** What the cell holds: percentages as fractions. Null where it is text: a range, or a number that is not known. */
  readonly value: Rational | null
  /** As a reader sees it: "54064", "14.3", "52850..52886". */
  readonly text: string
  readonly unit: string
  readonly status: string
  readonly source: string
  /** Of computed ones, without "=". */
  readonly formula?: string
}

/** Sheets with the numbers on them. */
export interface BookPart {
  readonly sheets: readonly WorkbookSheet[]
  readonly entries: readonly Entry[]
}

/** A number as a slide prints it. */
export interface PrintedNumber {
  readonly value: Rational | null // in `unit`, with its sign; null of a range and of what is not known
  readonly displayed: string
  readonly decimals: number
  readonly unit: Unit
  readonly use: FigureUse
}

/** How many tens of the unit's base the last printed digit stands for: the smaller, the finer. */
const placeOf = ({ decimals, unit }: PrintedNumber): number => unit.exponent - decimals

/** Every number that a slide prints, by fact: where several do, as the finest of them says it. */
export function printedNumbers({ deck, data, facts }: BookInput): ReadonlyMap<string, PrintedNumber> {
  const printed = new Map<string, PrintedNumber>()
  for (const use of deck.slides.flatMap(({ uses }) => uses)) {
    const fact = facts.get(use.fact)
    const unit = parseUnit(use.displayUnit, data.config.units) ?? fact?.unit
    if (!fact || !unit || use.displayed === '') continue
    const digits = parseDecimal(use.displayed)
    const isNegative = fact.value !== null && sign(fact.value) < 0
    const value = digits ? (isNegative ? negate(magnitude(digits.value)) : digits.value) : null
    const found = { value, displayed: value ? toExactText(value) : use.displayed, decimals: use.decimals, unit, use }
    const known = printed.get(use.fact)
    if (!known || placeOf(found) < placeOf(known)) printed.set(use.fact, found)
  }
  return printed
}

const isPercent = ({ kind }: Unit): boolean => kind === 'percent'

/** What stands in a cell for a number: percentages are fractions there, as formulas give them. */
export const cellValue = (value: Rational, unit: Unit): Rational =>
  isPercent(unit) ? multiply(value, powerOfTen(-2)) : value

/** The number format in which a sheet shows a number as the deck does: its decimals, and the mark of negatives. */
export function numberFormat(
  { decimals, unit }: { readonly decimals: number; readonly unit: Unit },
  { negative }: Pick<NumberStyle, 'negative'>,
  after = '',
): string {
  const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : ''
  const body = `${isPercent(unit) ? '0' : '#,##0'}${places}${isPercent(unit) ? '%' : ''}${after}`
  if (negative === 'parentheses') return `${body};(${body})`
  return `${body};"${negative === 'minus' ? '−' : '△'}"${body}`
}

/** A name for a cell as workbooks take it: "revenue.total_FY08", "revenue.total_FY09_target". */
export function cellName(fact: string): string {
  const plain = fact.replace(/[^\p{L}\p{N}.]+/gu, '_').replace(/^[_.]+|_+$/g, '')
  return /^\p{L}/u.test(plain) && !/^[A-Za-z]{1,3}\d+$|^[rRcC]$/.test(plain) ? plain : `_${plain}`
}

/** A name that none of `taken` is, in any case; it is added to them. */
export function freeName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

/** The power of ten that makes a cell's number the fact's own; 0 where it is none. */
export function exponentFor(cell: Rational, { value }: Fact): number {
  if (!value || sign(cell) === 0 || sign(value) === 0) return 0
  const { n, d } = divide(value, cell)
  const power = (digits: bigint): number | undefined =>
    /^10*$/.test(String(digits)) ? String(digits).length - 1 : undefined
  const [up, down] = [power(n), power(d)]
  return up === undefined || down === undefined ? 0 : up - down
}

/** Whether a cell holds the fact's own number, at whatever scale. */
export const holds = (cell: Rational, fact: Fact): boolean =>
  fact.value !== null && (compare(cell, fact.value) === 0 || exponentFor(cell, fact) !== 0)
