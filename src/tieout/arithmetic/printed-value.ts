import { exponentOf } from '../../format/units.ts'
import type { NumberStyle } from '../../model/deck.ts'
import { once } from '../../model/memory.ts'
import { multiply, parseDecimal, powerOfTen, type Rational } from '../../model/rational.ts'
import type { ShownFigure } from '../words/passage.ts'

/** A printed number at some power of ten. */
export interface PrintedValue {
  readonly value: Rational
  readonly ulp: Rational
  readonly decimals: number
}

import { literally } from '../../language/claims/pattern-parts.ts'

/** Group and decimal signs between digits, in a deck's number style. */
const signsOf = once(({ group, decimal }: Pick<NumberStyle, 'group' | 'decimal'>) => ({
  groups: group === '' ? undefined : new RegExp(`(?<=\\d)${literally(group)}(?=\\d{3}(?!\\d))`, 'g'),
  decimals: decimal === '.' ? undefined : new RegExp(`(?<=\\d)${literally(decimal)}(?=\\d)`, 'g'),
}))

/** A text with its numbers as a program writes them: no groups, a point before decimals. */
export function plainDigits(text: string, numbers: Pick<NumberStyle, 'group' | 'decimal'>): string {
  const { groups, decimals } = signsOf(numbers)
  const ungrouped = groups ? text.replace(groups, '') : text
  return decimals ? ungrouped.replace(decimals, '.') : ungrouped
}

/** What the digits of a use say, at a power of ten; undefined for n.m., missing ones and ranges. */
export function printedValue({ use }: ShownFigure, exponent: number): PrintedValue | undefined {
  const parsed = parseDecimal(use.displayed)
  if (!parsed) return undefined
  const shift = powerOfTen(exponentOf(use.displayUnit) - exponent)
  const ulp = multiply(powerOfTen(-use.decimals), shift)
  return { value: multiply(parsed.value, shift), ulp, decimals: use.decimals }
}
