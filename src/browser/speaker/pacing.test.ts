import { expect, test } from 'vitest'
import { elapsedText, leadOf, planOf } from './pacing.ts'

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [307_000, '5:07'],
  [3_750_000, '1:02:30'],
  [-5, '0:00'],
])('%i milliseconds read %s on the speaker’s clock', (milliseconds, text) => {
  expect(elapsedText(milliseconds)).toBe(text)
})

const minutes = (plan: ReturnType<typeof planOf>): number[][] =>
  [...plan.values()].map(({ from, to }) => [from / 60_000, to / 60_000])

const slides = [{ id: 'cover' }, { id: 'results', minutes: 4 }, { id: 'outlook' }]

test('slides without minutes of their own share what is left of the talk', () => {
  expect(minutes(planOf(slides, 10))).toEqual([
    [0, 3],
    [3, 7],
    [7, 10],
  ])
})

test('without a time for the talk only slides with their own minutes take time', () => {
  expect(minutes(planOf(slides))).toEqual([
    [0, 0],
    [0, 4],
    [4, 4],
  ])
})

test('where no time is planned there is no plan, and no slide takes less than none', () => {
  expect(planOf([{ id: 'a' }, { id: 'b' }]).size).toBe(0)
  expect(minutes(planOf(slides, 2))).toEqual([
    [0, 0],
    [0, 4],
    [4, 4],
  ])
})

test.each([
  [0, 3],
  [3, 0],
  [5, 0],
  [7, 0],
  [9.5, -2.5],
])('%d minutes into the talk, a slide planned for minutes 3 to 7 is %d minutes ahead', (elapsed, lead) => {
  expect(leadOf(elapsed * 60_000, { from: 180_000, to: 420_000 }) / 60_000).toBe(lead)
})
