import { expect, test } from 'vitest'
import { sourceLine } from './slide-room.ts'

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
