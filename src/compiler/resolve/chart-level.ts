import { add, compare, type Rational, zero } from '../../model/rational.ts'

/** Where a bridge stands after a step: the exact sum, and the interval it stands for. */
export interface Level {
  readonly value: Rational
  readonly low: Rational
  readonly high: Rational
}

export const ground: Level = { value: zero, low: zero, high: zero }

export function rise(level: Level, step: Level): Level {
  return { value: add(level.value, step.value), low: add(level.low, step.low), high: add(level.high, step.high) }
}

/** Whether a figure can be what the steps lead to, both being anywhere in the interval they stand for. */
export function reaches(level: Level, end: Level): boolean {
  return compare(level.low, end.high) <= 0 && compare(end.low, level.high) <= 0
}
