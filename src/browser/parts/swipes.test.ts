import { expect, test } from 'vitest'
import { swipeOf } from './swipes.ts'

test.each([
  [-60, 5, 'next'],
  [60, -20, 'previous'],
  [-39, 0, undefined],
  [-60, 61, undefined],
  [60, 60, undefined],
  [0, -300, undefined],
])('a finger that moved by %i, %i asks for %s', (dx, dy, swipe) => {
  expect(swipeOf(dx, dy)).toBe(swipe)
})
