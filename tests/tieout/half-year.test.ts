import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/model/content.ts'
import { compileSmall, findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const halves: SmallDeck = { columns: '1H07,2H07,1H08,FY07,FY08', reporting: '1H08', subPeriods: 'halves' }

const verdicts = (rule: Parameters<typeof findingsOf>[0], small: SmallDeck) =>
  findingsOf(rule, small).map(({ verdict }) => verdict)

describe('a balance at the end of a half beside one at the end of a year (C9)', () => {
  const metrics = ['staffing: {label: Average staff, unit: persons, kind: average}']
  const rows = [
    row('cash', ',,120,100,'),
    row('income', '40,50,60,90,'),
    row('staffing', ',,12,10,', { unit: 'persons' }),
  ]
  test.each([
    ['cash', []],
    ['staffing', []],
    ['income', ['warning']],
  ])('%s', (metric, expected) => {
    const body = `- {{change "${metric}" "H1" vs="FY-1"}}`
    expect(verdicts('C9', { ...halves, metrics, rows, body })).toEqual(expected)
  })

  test.each([
    ['any months', 'The last months were cold', ['warning']],
    ['the longer number alone', 'In the last [[12]] months', ['warning']],
    ['both', '[[6]] months against [[12]]', ['ticked']],
  ])('a note in months: %s', (_name, note, expected) => {
    const body = `- {{change "income" "H1" vs="FY-1"}}\n- ${note}`
    expect(verdicts('C9', { ...halves, metrics, rows, body })).toEqual(expected)
  })
})

describe('guidance under scenarios of its own', () => {
  const guided: SmallDeck = {
    ...halves,
    metrics: ['growth: {label: Organic growth, unit: "%", kind: ratio, polarity: more}'],
    scenarios: [
      'spring: {label: In spring, kind: target, issued: 2008-05-15}',
      'autumn: {label: In autumn, kind: forecast, issued: 2008-11-12}',
    ],
    rows: [
      row('growth', ',,,,2..4', { unit: '%', scenario: 'spring', status: 'range' }),
      row('growth', ',,,,around 3', { unit: '%', scenario: 'autumn' }),
      row('margin', ',,,,around 12.5', { unit: '%', scenario: 'spring' }),
      row('margin', ',,,,12.0..12.5', { unit: '%', scenario: 'autumn', status: 'range' }),
      row('spending', ',,-20,,', { unit: 'JPY mn' }),
      row('spending', ',,,,-45..-40', { scenario: 'autumn', status: 'range' }),
    ],
    layout: 'table-and-notes',
    body: '```table\nguidance: {period: FY, old: spring, new: autumn, actual: H1}\nrows: [growth, margin, spending]\n```\n- Note',
  }
  const withSpending: SmallDeck = {
    ...guided,
    metrics: [...(guided.metrics ?? []), 'spending: {label: Investment, unit: JPY mn, kind: flow, polarity: neutral}'],
  }

  test('has heads that say so together with the one over them (S9)', () => {
    expect(verdicts('S9', withSpending).filter((verdict) => verdict !== 'ticked')).toEqual([])
  })

  test('keeps the digits of each row as they were given (S6)', () => {
    expect(new Set(verdicts('S6', withSpending))).toEqual(new Set(['ticked']))
  })

  test('prints both ends of a negative range with their sign', () => {
    const [visual] = tieSmall(withSpending).deck.slides[0]?.visuals ?? []
    const cells = visual?.kind === 'table' ? visual.table.rows.flatMap((one) => one.cells) : []
    expect(cells.map(({ runs }) => plainText(runs))).toContain('(40–45)')
  })
})

describe('the twelve months of a ratio over them (S9)', () => {
  const leverage: SmallDeck = {
    ...halves,
    metrics: [
      'debt: {label: Net debt, unit: JPY mn, kind: stock, polarity: less}',
      'leverage: {label: Leverage, unit: x, kind: ratio, polarity: less, ratio: [debt, income], over: LTM}',
    ],
    rows: [row('debt', ',,250,200,'), row('income', '40,50,60,90,')],
  }
  test.each([
    ['Net debt was {{figure "leverage" "H1"}} income of the last twelve months', ['ticked']],
    ['Leverage was {{figure "leverage" "H1"}} in the first nine months', ['error']],
    ['Income was {{figure "income" "H1"}} in the last twelve months', ['error']],
  ])('%s', (sentence, expected) => {
    expect(verdicts('S9', { ...leverage, body: `- ${sentence}` })).toEqual(expected)
  })
})

test.each([
  ['halves', 'Q-1', 'write FY, H1, H1-1, FY-1, LTM …'],
  ['quarters', 'Q7', 'did you mean "Q"? write FY, Q, Q-4, H1, FY-1 …'],
] as const)('an unknown period of a calendar of %s is told by the periods that it has', (subPeriods, period, hint) => {
  const [said = ''] = compileSmall({
    ...halves,
    subPeriods,
    reporting: 'FY08',
    rows: [row('income', '40,50,60,90,')],
    body: `- {{figure "income" "${period}"}}`,
  })
  expect(said).toContain(`unknown period "${period}"`)
  expect(said).toContain(hint)
  expect(said).not.toContain(`mean "${period}"`)
})

describe('years as periods of a table', () => {
  const years: SmallDeck = {
    calendar: 'start-month: 1, style: calendar',
    columns: '2007,2008',
    reporting: '2008',
    rows: [row('income', '90,110')],
    layout: 'table-and-notes',
  }
  const table = (columns: string): SmallDeck => ({
    ...years,
    body: `\`\`\`table\nrows: [income]\ncolumns: ${columns}\n\`\`\`\n- Note`,
  })

  test('need no quotes', () => {
    const { deck } = tieSmall(table('[2007, {period: 2008, label: This year}]'))
    expect(deck.slides[0]?.uses.map(({ text }) => text)).toEqual(['90', '110'])
  })

  test('what is none says what may stand there', () => {
    expect(compileSmall(table('[2007, true]'))[0]).toContain(
      'text (put numbers in quotes) or a number or keys with values',
    )
  })
})
