import { expect, test } from 'vitest'
import type { Note } from '../../../model/deck.ts'
import { footLine } from './foot-line.ts'

const place = { path: 'slides/010-a.md', line: 1, column: 1 }
const beside = { section: 'Results', company: 'Alba' }
const names = ['Annual report 2024', 'Results release, May 2025', 'Half-year report 2024', 'Fact book', 'Prospectus']
const sourceLine = (all: readonly string[], about: Parameters<typeof footLine>[1]) => footLine(all, about).sourceLine
const noteOf = (origin: Note['origin'], text: string, short: string): Note => ({
  origin,
  runs: [{ kind: 'data', text }],
  place,
  short,
})
const shortsOf = (footnotes: readonly Note[], documents: readonly string[], width?: number) => {
  const line = footLine(documents, { ...beside, footnotes, width })
  return { shorts: line.footnotes.map(({ short }) => short), names: line.sourceLine.names.length }
}

test('a line of sources names four documents at most, two where there are more', () => {
  expect(sourceLine(names.slice(0, 4), beside)).toEqual({ names: names.slice(0, 4), others: [] })
  expect(sourceLine(names, beside)).toEqual({ names: names.slice(0, 2), others: names.slice(2) })
})

test('a line of sources names fewer where it would break, and the first by itself', () => {
  const long = names.map((name) => `${name}, as amended and published again by the transfer agent`)
  expect(sourceLine(long, beside)).toEqual({ names: long.slice(0, 1), others: long.slice(1) })
  expect(sourceLine([long.join(' ')], beside)).toEqual({ names: [long.join(' ')], others: [] })
})

test('the list of what is derived gives way to documents, and documents to what was printed otherwise', () => {
  const derived = noteOf('derived', 'Derived: 1Q24, 2Q24, 3Q24, 4Q24, 1Q25, 2Q25', 'Derived figures')
  const rounding = noteOf('rounding', 'Figures may not add up due to rounding.', 'Rounded')
  const quoted = '“up 0.4 points”, “up 0.8 points”, “up 2.6 points year on year”'
  const corrected = noteOf('corrected', `Printed in 2024 as ${quoted}`, 'Corrected')
  const four = names.slice(0, 4)
  expect(shortsOf([derived], four)).toEqual({ shorts: [undefined], names: 4 })
  expect(shortsOf([derived, rounding], four)).toEqual({ shorts: ['Derived figures', undefined], names: 4 })
  expect(shortsOf([derived, rounding], names)).toEqual({ shorts: ['Derived figures', undefined], names: 2 })
  const shortened = [undefined, 'Derived figures', 'Rounded']
  expect(shortsOf([corrected, derived, rounding], names)).toEqual({ shorts: shortened, names: 1 })
  expect(shortsOf([corrected, derived, rounding], names, 1440)).toEqual({ shorts: shortened, names: 0 })
})

test('where notes take the whole line in their shortest form, no document is named', () => {
  const marked = { ...noteOf('corrected', 'Printed in 2024 as “a”', 'Corrected'), short: 'As printed '.repeat(12) }
  const long = { ...marked, runs: [{ kind: 'data', text: 'Printed in 2024 '.repeat(12) } as const] }
  expect(footLine(names, { ...beside, footnotes: [long] }).sourceLine).toEqual({ names: [], others: names })
})
