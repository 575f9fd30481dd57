import { expect, test } from 'vitest'
import { compileSmall, row } from '../../../../tests/tieout/small-deck.ts'

const saidOf = (layout: string, name: string, body: string): readonly string[] =>
  compileSmall({
    ...{ columns: 'FY07,FY08', rows: [row('income', '40,50')] },
    ...{ layout, body, front: `class: ${name}\n` },
  })
    .filter((line) => !line.startsWith('missing-picture ')) // the small deck has no files of pictures
    .map((line) => line.replace(/^(\S+) \S+ \S+ (.*) \| .*$/, '$1 $2'))

const tiles = '```tiles\n- {metric: income, period: FY}\n```\n'
const led = '![A plant](plant.svg)\n\n'
const two = (first: string, second = `${led}Rose`): string => `## Orders\n${first}\n\n## Sales\n${second}\n`

test.each([
  ['cards', ''],
  ['fact', tiles],
])('a group that a picture leads has one, at its head: %s', (layout, before) => {
  const said = (first: string): string => saidOf(layout, 'pictures', before + two(first)).join()
  for (const body of [led, `${led}- Rose\n- Fell`, `${led}Rose\n\nFell`]) expect(said(body)).toBe('')
  const takes = (what: string): RegExp =>
    new RegExp(`^unsupported-part unsupported ${what} under "Orders": layout "${layout}" takes one at the head of each`)
  for (const body of [led + led, `${led}- Rose\n\n${led}`, '![A plant](plant.svg)\n![A plant](plant.svg)'])
    expect(said(body)).toMatch(takes('2 pictures'))
  for (const body of [`Rose\n\n${led}`, '![A plant](plant.svg) rose', '- ![A plant](plant.svg)'])
    expect(said(body)).toMatch(takes('picture among words'))
  expect(said('Rose')).toMatch(/^missing-part missing picture under "Orders"/)
})

test('a chart that has all of the height takes no words, no table and no picture', () => {
  const chart = (title: string): string =>
    `\`\`\`chart\ntype: column\ntitle: ${title}\nseries: [income]\nperiods: [FY-1, FY]\n\`\`\`\n\n`
  const said = (more: string): string => saidOf('two-charts', 'whole', chart('One') + chart('Two') + more).join()
  expect(said('')).toBe('')
  for (const body of ['- Rose', 'Rose', led])
    expect(said(body)).toMatch(/^unsupported-part unsupported text before the first group: .* takes none/)
  expect(said('## Orders\nRose')).toMatch(/^unsupported-part unsupported 1 group: .* takes none/)
  expect(said('```table\nrows: [income]\ncolumns: [FY]\n```')).toMatch(/^unsupported-part unsupported 1 table/)
})

test('a title of two lines over a chart that has all of the height is a warning', () => {
  const said = (title: string): string =>
    saidOf(
      'two-charts',
      'whole',
      ['One', title]
        .map((each) => `\`\`\`chart\ntype: column\ntitle: ${each}\nseries: [income]\nperiods: [FY-1, FY]\n\`\`\`\n\n`)
        .join(''),
    ).join()
  expect(said('Income of all years')).toBe('')
  const long = 'Income of all years that the company has been in the market for the orders of the utilities'
  expect(said(long)).toMatch(/^chart-title-too-long .* layout "two-charts" gives them 4/)
})

test('a picture over names is over four of them, or over four and three below', () => {
  const said = (count: number): string => saidOf('connection', 'picture', led + '## Orders\n\n'.repeat(count)).join()
  for (const count of [4, 7]) expect(said(count)).toBe('')
  for (const count of [5, 6, 8]) expect(said(count)).toMatch(/unsupported \d groups: layout "connection" takes 4 or 7/)
  expect(said(3)).toMatch(/^missing-part missing 1 group \(there are 3 of 4\)/)
})
