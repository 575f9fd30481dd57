import { expect, test } from 'vitest'
import { enClaims } from '../../language/en-claims.ts'
import { auditText } from '../audit.ts'

const audit = (text: string) => auditText({ path: 'release.txt', claims: enClaims, text })
const found = (text: string): readonly string[] =>
  audit(text).findings.map(({ code, severity }) => `${severity} ${code}`)

test.each([
  ['"to A from B"', 'Turnover climbed to CHF 84.0 million from CHF 70.0 million, up 20.0%'],
  ['the change before', 'Turnover climbed 20% to CHF 84.0 million against CHF 70.0 million'],
  ['"A (2019: B)"', 'Turnover came to CHF 84.0 million (2019: CHF 70.0 million), an increase of 20%'],
  ['"A (prior year: B)"', 'Turnover climbed 20% to CHF 84.0 million (prior year: CHF 70.0 million)'],
  ['a difference', 'Net debt fell by CHF 14.0 million to CHF 70.0 million from CHF 84.0 million'],
])('amounts and change of one clause, %s, are compared without a period', (_, line) => {
  expect(found(line)).toEqual([])
  const { counts } = audit(line)
  expect(counts).toMatchObject({ numbers: 3, bound: 3 })
  const wrong = line.replace(/\b20(\.0)?%/, '30$1%').replace('by CHF 14.0', 'by CHF 41.0')
  expect(found(wrong)).toEqual([expect.stringMatching(/^error text-(?:growth|change)$/)])
})

test('a direction that the two amounts contradict is an error', () => {
  expect(found('Inventories rose to CHF 70 million from CHF 84 million')).toEqual(['error text-direction'])
})

test.each([
  ['organic', 'Organic sales grew 5% in FY24. Sales grew 12% in FY24.'],
  ['at constant currency', 'Sales grew 12% in FY24, and 9% at constant currency'],
  ['in brackets', 'Sales grew 12% (organic 5%) in FY24'],
  ['adjusted', 'EPS was $1.20 in FY24. Adjusted EPS was $1.55 in FY24.'],
  ['underlying', 'EBITDA margin was 12.0% in FY24. Underlying EBITDA margin was 14.5% in FY24.'],
])('what is %s is another measure', (_, text) => {
  expect(found(text)).toEqual([])
})

test('an organic column is none of the changes between the columns beside it', () => {
  const table = (rate: string): string =>
    [
      '| EUR million | FY24 | FY23 | Change | Organic change |',
      '|---|---|---|---|---|',
      `| Sales | 112 | 100 | ${rate} | 5.0% |`,
      '| Costs | 90 | 80 | 12.5% | 6.0% |',
    ].join('\n')
  expect(found(table('12.0%'))).toEqual([])
  expect(found(table('21.0%'))).toHaveLength(1)
})

test('a quarter in brackets is a part of the year, and no older value', () => {
  expect(found('Sales fell to EUR 120 million in FY24 (4Q24: EUR 37 million)')).toEqual([])
})

test('every number is checked or not, and nothing is said of data that were not asked', () => {
  const { numbers, counts } = audit('We opened 14 shops.\nSales rose to EUR 12 million from EUR 10 million.')
  expect(numbers.map(({ text, isChecked, data }) => [text, isChecked, data])).toEqual([
    [expect.stringContaining('14'), false, undefined],
    ['EUR 12 million', true, undefined],
    ['EUR 10 million', true, undefined],
  ])
  expect(counts).toMatchObject({ numbers: 3, bound: 2 })
})

test.each([
  ['Net income was $2.1 million, compared with a net loss of $3.8 million, an increase of $5.9 million', '5.9', '1.7'],
  ['Net income improved by $5.9 million to $2.1 million, versus a $3.8 million net loss a year ago', '5.9', '1.7'],
  ['Operating profit of £4.0 million (2023: operating loss £1.5 million), up £5.5 million', '5.5', '2.5'],
  ['We had a net loss of $1.2 million, versus net income of $3.8 million, a decrease of $5.0 million', '5.0', '2.6'],
  ['Net loss was $1.2 million against a net loss of $3.8 million, an improvement of $2.6 million', '2.6', '5.0'],
  ['Net income was $(1.2) million, compared with $3.8 million, a decrease of $5.0 million', '5.0', '2.6'],
  [
    'Net income attributable to owners was $2.1 million, compared to net loss attributable to owners of $3.8 million, up $5.9 million',
    '5.9',
    '1.7',
  ],
])('the older value is a loss or a profit by its own words: %s', (line, right, wrong) => {
  expect(found(line)).toEqual([])
  expect(audit(line).counts).toMatchObject({ numbers: 3, bound: 3 })
  expect(found(line.replace(`${right} million`, `${wrong} million`))).toEqual(['error text-change'])
})

test('from a loss to a profit is up', () => {
  expect(found('Net income rose to $2.1 million from a net loss of $3.8 million')).toEqual([])
  expect(found('Net income fell to $2.1 million from a net loss of $3.8 million')).toEqual(['error text-direction'])
  // without a second value or a change there is nothing to compare
  expect(audit('Net income, after a net loss of $3.8 million, recovered').counts).toMatchObject({
    numbers: 1,
    bound: 0,
  })
})
