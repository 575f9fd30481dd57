import { expect, test } from 'vitest'
import { directionOf } from './direction.ts'

test.each([
  ['14.3', 'up'],
  ['-14.3', 'down'],
  ['', undefined],
  ['0.0', undefined],
  ['-0.0', undefined],
  ['1.0..2.0', 'up'],
  ['0..2', 'up'],
  ['-2..-1', 'down'],
  ['-1..2', undefined],
])('a change of %j goes %s', (displayed, direction) => {
  expect(directionOf(displayed)).toBe(direction)
})
