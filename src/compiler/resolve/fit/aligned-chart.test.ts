import { expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck } from '../../../../tests/tieout/small-deck.ts'

const saidOf = (layout: string, name: string, body: string, more: Partial<SmallDeck> = {}): readonly string[] =>
  compileSmall({
    ...{ columns: 'FY07,FY08', rows: [row('income', '40,50'), row('revenue', '400,500'), row('cash', '4,5')] },
    ...{ layout, body, front: `class: ${name}\n`, ...more },
  }).map((line) => line.replace(/^(\S+) \S+ \S+ (.*) \| .*$/, '$1 $2'))

test('rows beside bars stay where they are written: bars are not sorted by their values', () => {
  const said = (sort: string): readonly string[] =>
    saidOf(
      'chart-and-points',
      'aligned',
      `\`\`\`chart\ntype: bar\nitems: [income, revenue]\nperiod: FY\n${sort}\`\`\`\n- One\n- Two`,
    )
  for (const sort of ['', 'sort: none\n']) expect(said(sort)).toEqual([])
  for (const sort of ['descending', 'ascending'])
    expect(said(`sort: ${sort}\n`)[0]).toMatch(new RegExp(`^unsupported-part unsupported "sort: ${sort}"`))
})

test('words stand under columns that share the whole width, and rows beside bars that lie', () => {
  const said = (layout: string, spec: string, body: string): string =>
    saidOf(layout, 'aligned', `\`\`\`chart\n${spec}\n\`\`\`\n${body}`).join()
  const under = (spec: string): string => said('one-chart', `${spec}\nperiods: [FY-1, FY]`, '## One\n\n## Two\n')
  expect(under('type: column\nseries: [income]')).toBe('')
  expect(under('type: column\nseries: [income]\nrows: [revenue]')).toMatch(
    /^unsupported-part unsupported rows of figures/,
  )
  expect(under('type: column\nseries: [income]\nlabels: none')).toMatch(/^unsupported-part unsupported value axis/)
  expect(said('one-chart', 'type: bar\nitems: [income, cash]\nperiod: FY', '## One\n\n## Two\n')).toMatch(
    /^unsupported-part unsupported bar chart: .* words under columns/,
  )
  expect(said('chart-and-points', 'type: column\nseries: [income]\nperiods: [FY-1, FY]', '- One\n- Two')).toMatch(
    /^unsupported-part unsupported column chart: .* rows beside bars/,
  )
})
