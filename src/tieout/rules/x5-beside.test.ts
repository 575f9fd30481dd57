import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from '../../../tests/tieout/small-deck.ts'

const figures = [row('revenue', '150,160'), row('services', '100,110'), row('cost', '90,95'), row('income', '60,65')]
const found = (body: string, more: SmallDeck): readonly string[] =>
  findingsOf('X5', { rows: figures, front: 'class: aligned\n', body, ...more }).map(
    ({ verdict, message, place: { line } }) => `${verdict} ${line} ${message}`,
  )

describe('points beside bars', () => {
  const bars = '```chart\ntype: bar\nitems: [revenue, cost]\nperiod: FY\n```\n'
  const said = (...points: readonly string[]): readonly string[] =>
    found(bars + points.map((point) => `- ${point}\n`).join(''), { layout: 'chart-and-points' })
  const wrong = (bar: string, line: number): string =>
    `error ${line} invalid figures beside "${bar}": they are of "${bar === 'Total costs' ? 'Total revenues' : 'Total costs'}"`
  const right = ['ticked 6 figures beside the bars of results-chart-1 are theirs']

  test.each([
    ['its own figure', '{{figure "revenue" "FY-1"}}', '{{figure "cost" "FY-1"}}'],
    ['its change, which is of its metric', '*{{change "revenue" "FY"}}*', '*{{change "cost" "FY"}}*'],
    ['its share of another bar', '{{share "revenue" of="cost" "FY"}}', '{{share "cost" of="revenue" "FY"}}'],
    ['its own beside another', '*{{figure "cost" "FY"}}* *{{figure "revenue" "FY"}}*', '*{{figure "cost" "FY"}}*'],
    [
      'words with a figure of another bar and one of none',
      'A margin of {{figure "income" "FY"}} on {{figure "cost" "FY"}}',
      '{{figure "cost" "FY"}}',
    ],
  ])('are of %s', (_, first, second) => {
    expect(said(first, second)).toEqual(right)
  })

  test('may be of metrics that no bar has, and then say nothing of it', () => {
    expect(said('*{{figure "income" "FY"}}*', '*{{figure "services" "FY"}}*')).toEqual([])
  })

  test.each([
    ['a figure', '{{figure "cost" "FY-1"}}', '{{figure "revenue" "FY-1"}}'],
    ['a change', '*{{change "cost" "FY"}}*', '*{{change "revenue" "FY"}}*'],
    ['a share', '*{{share "cost" of="revenue" "FY"}}*', '{{share "revenue" of="cost" "FY"}}'],
    [
      'columns of which one is of no bar',
      '*{{figure "income" "FY"}}* *{{figure "cost" "FY"}}*',
      '*{{figure "revenue" "FY"}}*',
    ],
    [
      'a head over words',
      '**{{figure "cost" "FY"}}**\n\n  After {{figure "revenue" "FY-1"}}',
      '{{figure "revenue" "FY"}}',
    ],
  ])('are not of another bar: %s', (_, first, second) => {
    expect(said(first, second)).toEqual([
      wrong('Total revenues', 11),
      wrong('Total costs', first.includes('\n') ? 14 : 12),
    ])
  })

  test('that are words about another bar only are a warning', () => {
    expect(said('Less than {{figure "cost" "FY"}}', '{{figure "cost" "FY"}}')[0]).toMatch(/^warning 11 invalid figures/)
  })

  test('are told in which order they belong', () => {
    const [first] = findingsOf('X5', {
      ...{ rows: figures, front: 'class: narrow aligned\n', layout: 'chart-and-points' },
      body: `${bars}- *{{figure "cost" "FY"}}*\n- *{{figure "revenue" "FY"}}*`,
    })
    expect(first?.hint).toBe('Write the points in the order of the chart: Total revenues, Total costs.')
  })

  test('of a slide without the class are free', () => {
    expect(
      found(`${bars}- {{figure "cost" "FY"}}\n- {{figure "revenue" "FY"}}`, { layout: 'chart-and-points', front: '' }),
    ).toEqual([])
  })
})

describe('what stands under columns', () => {
  const columns = '```chart\ntype: column\nseries: [revenue]\nperiods: [FY-1, FY]\n```\n'
  const said = (body: string): readonly string[] => found(columns + body, { layout: 'one-chart' })
  const groups = (first: string, second: string): readonly string[] => said(`## ${first}\nOne\n\n## ${second}\nTwo\n`)

  test('is of their period, whatever its metric', () => {
    expect(groups('{{figure "revenue" "FY-1"}}', '{{figure "income" "FY"}}')).toEqual([
      expect.stringMatching(/^ticked/),
    ])
    expect(groups('{{figure "revenue" "FY"}}', '{{figure "income" "FY-1"}}')).toEqual([
      'error 11 invalid figures under "FY07": they are of "FY08"',
      'error 14 invalid figures under "FY08": they are of "FY07"',
    ])
  })

  test('may name the period before among the words under its own figure', () => {
    expect(
      said('## {{figure "revenue" "FY-1"}}\nOne\n\n## {{figure "revenue" "FY"}}\nAfter {{figure "revenue" "FY-1"}}'),
    ).toEqual([expect.stringMatching(/^ticked/)])
  })

  test('is the cells of a table as well', () => {
    const cells = (periods: string): readonly string[] =>
      said(`\`\`\`table\nrows: [income]\ncolumns: [${periods}]\n\`\`\`\n`)
    expect(cells('FY-1, FY')).toEqual([expect.stringMatching(/^ticked/)])
    expect(cells('FY, FY-1').map((line) => line.slice(0, 5))).toEqual(['error', 'error'])
  })
})
