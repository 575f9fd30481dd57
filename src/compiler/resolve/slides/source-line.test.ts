import { expect, test } from 'vitest'
import { sourceLine } from './slide-room.ts'

const place = { path: 'slides/010-a.md', line: 1, column: 1 }
const beside = { section: 'Results', company: 'Alba' }
const names = ['Annual report 2024', 'Results release, May 2025', 'Half-year report 2024', 'Fact book', 'Prospectus']

test('a line of sources names four documents at most', () => {
  expect(sourceLine(names.slice(0, 2), beside)).toEqual({ names: names.slice(0, 2), more: 0 })
  expect(sourceLine(names, beside)).toEqual({ names: names.slice(0, 4), more: 1 })
})

test('a line of sources names fewer where it would break, and always the first', () => {
  const long = names.map((name) => `${name}, as amended and published again by the transfer agent`)
  expect(sourceLine(long, beside)).toEqual({ names: long.slice(0, 1), more: 4 })
  const section = 'Results of the first nine months by segment and region, and what is expected of the year as a whole'
  expect(sourceLine(names, { ...beside, section }).names.length).toBeLessThan(4)
  expect(sourceLine([long.join(' ')], beside)).toEqual({ names: [long.join(' ')], more: 0 })
})

test('behind notes stand as many documents as keep the foot on one line, all where it takes two anyway', () => {
  const notes = (text: string) => ({
    ...beside,
    footnotes: [{ origin: 'corrected', mark: '‡', runs: [{ kind: 'data', text }], place } as const],
  })
  expect(sourceLine(names, notes('Printed in 2024 as “up 0.4 points”'))).toMatchObject({ more: 1 })
  const half = 'Printed in 2024 as “up 0.4 points”, “up 0.8 points”, “up 2.6 points year on year”'
  expect(sourceLine(names, notes(half)).names).toEqual(names.slice(0, 2))
  expect(sourceLine(names, notes(`${half}; ${half}`)).names).toEqual(names.slice(0, 4))
})
