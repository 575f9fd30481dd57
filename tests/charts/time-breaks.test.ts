import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsOf } from '../../src/model/deck.ts'
import { row, type SmallDeck, tieSmall } from '../tieout/small-deck.ts'
import { type ChartDeck, chartsIn, metric } from './_small-deck.ts'

const columns = [
  '2020',
  '2021',
  '2023',
  '2024',
  'Q1 2023',
  'Q2 2023',
  'Q4 2023',
  '2023-02',
  '2023-05',
  '2023-10',
  'Q1 2024',
]
const values = columns.map((_, index) => index + 5).join(',')
const deck = (periods: string, type = 'column'): ChartDeck => ({
  metrics: [metric('sales', 'Sales')],
  figures: [`metric,unit,${columns.join(',')},source`, `sales,EUR mn,${values},R1`],
  charts: [`type: ${type}\nseries: [sales]\nperiods: [${periods}]`],
})

test.each([
  ['quarters that miss one', 'Q1 2023, Q2 2023, Q4 2023', ['Q4 2023']],
  ['years that miss one', '2020, 2021, 2023, 2024', ['2023']],
  ['months at unlike distances', '2023-02, 2023-05, 2023-10', ['Oct 2023']],
  ['years in a row', '2023, 2024', []],
  ['a second market that begins anew', '2023, 2024, {period: 2020, label: West 2020}, 2021', ['West 2020']],
  ['years from the latest to the earliest', '2024, 2023, 2021, 2020', ['2021']],
  ['years in a row backwards', '2024, 2023', []],
  ['even steps of more than one year', '2020, 2021', []],
  ['a quarter, that of a year later, and its whole year', 'Q1 2023, Q1 2024, 2024', ['2024']],
  ['a period twice, by scenario', '2020, {period: 2021, label: Plan}, 2021', []],
])('of %s, the breaks are marked, and named for those who do not see them', (_name, periods, expected) => {
  const [chart] = chartsIn(deck(periods))
  expect(chart?.categories.flatMap(({ label, afterBreak }) => (afterBreak ? [label] : []))).toEqual(expected)
  const note = `Periods are not evenly spaced: break before ${expected.join(', ')}.`
  expect(chart?.summary.endsWith(` ${note}`)).toBe(expected.length > 0)
  expect(chart?.notes).toEqual([])
})

test('no line crosses a break', () => {
  const [chart] = chartsIn(deck('2020, 2021, 2023, 2024', 'line'))
  const svg = chart ? drawSvg(chart, defaultTheme, { width: 800, height: 400 }) : ''
  expect(svg).toContain('stroke="transparent"')
})

describe('in a calendar of weeks', () => {
  const weeks = (periods: string): SmallDeck => ({
    calendar: 'style: us, weeks: [12, 12, 12, 16], year-end: sunday on or before 08-31',
    reporting: 'FY09',
    layout: 'chart-and-points',
    columns: 'Q2 FY08,Q3 FY08,Q4 FY08,Q1 FY09,Q2 FY09,Q4 FY09',
    rows: [row('income', '1,2,3,4,5,6')],
    body: `\`\`\`chart\ntype: column\nseries: [income]\nperiods: [${periods}]\n\`\`\``,
  })
  test.each([
    ['quarters of 12 and 16 weeks follow each other evenly', 'Q2 FY08, Q3 FY08, Q4 FY08, Q1 FY09, Q2 FY09', []],
    ['a quarter that is left out is a break', 'Q4 FY08, Q1 FY09, Q2 FY09, Q4 FY09', ['Q4 FY09']],
  ])('%s', (_name, periods, expected) => {
    const [chart] = tieSmall(weeks(periods)).deck.slides.flatMap(chartsOf)
    expect(chart?.chart.categories.flatMap(({ label, afterBreak }) => (afterBreak ? [label] : []))).toEqual(expected)
  })
})
