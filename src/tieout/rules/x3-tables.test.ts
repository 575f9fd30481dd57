import { expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from '../../../tests/tieout/small-deck.ts'

const small = (services: string, block: string): SmallDeck => ({
  columns: 'FY06,FY07,FY08',
  rows: [row('revenue', '90,100,110'), row('services', services), row('goods', '30,40,110')],
  body: `\`\`\`table\n${block}\n\`\`\``,
})
const found = (deck: SmallDeck): readonly string[] =>
  findingsOf('X3', deck).map(({ verdict, message }) => `${verdict} ${message}`)

test('a total of a table over a part that has no figure there is a finding, for its column', () => {
  expect(
    found(small('60,60,', 'rows: [services, goods, {metric: revenue, total: true}]\ncolumns: [FY, FY-1, FY-2]')),
  ).toEqual(['warning missing part of Total revenues 110 in results-table-1, column FY08: Revenues from services'])
})

test('a total over all its parts, with a zero among them, is ticked', () => {
  expect(
    found(small('60,60,0', 'rows: [{group: By kind, rows: [services, goods]}, revenue]\ncolumns: [FY, FY-1]')),
  ).toEqual(['ticked results-table-1: Total revenues stands over all its parts'])
})

test('a total without rows of its parts has none to miss', () => {
  expect(found(small('60,60,', 'rows: [revenue]\ncolumns: [FY]'))).toEqual([])
})
