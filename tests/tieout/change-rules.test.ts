import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

const twoYears = (values: string, ...more: readonly string[]): SmallDeck => ({ rows: [row('income', values), ...more] })
const growth = (values: string): string => row('income', values, { unit: '%', measure: 'yoy' })
const difference = (values: string): string => row('income', values, { measure: 'yoy-difference' })
const points = (values: string, unit = 'points'): string => row('margin', values, { unit, measure: 'yoy' })
const margins = (values: string): string => row('margin', values, { unit: '%' })

describe('C1: a difference is that of its two figures', () => {
  test.each([
    ['exact', twoYears('100,130', difference(',30')), ['ticked']],
    ['off by rounding', twoYears('100,130', difference(',31')), ['rounding']],
    ['off by more', twoYears('100,130', difference(',40')), ['error']],
    ['the year before is missing', twoYears(',130', difference(',30')), ['not-checkable']],
    ['as printed on a slide', { ...twoYears('100,130'), body: '- {{difference "income" "FY"}}' }, ['ticked']],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C1', small)).toEqual(expected)
  })
})

describe('C2: a growth rate is possible for its two figures', () => {
  test.each([
    ['exact', twoYears('1000,1043', growth(',4.3')), ['ticked']],
    ['possible for the digits', twoYears('10,11', growth(',12.0')), ['rounding']],
    ['not possible', twoYears('1000,1043', growth(',5.3')), ['error']],
    ['the year before is missing', twoYears(',1043', growth(',4.3')), ['not-checkable']],
    ['a figure is about so much', twoYears('around 1000,1043', growth(',4.3')), ['not-checkable']],
    ['as printed on a slide', { ...twoYears('1000,1043'), body: '- {{change "income" "FY"}}' }, ['ticked']],
    [
      'not that of the displayed figures, which the deck declares',
      { ...twoYears('10,11', growth(',12.0')), changesFrom: 'displayed' as const },
      ['warning'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C2', small)).toEqual(expected)
  })
})

describe('a change of a ratio in times', () => {
  const cover = (body: string): SmallDeck => ({
    metrics: ['cover: {label: Interest cover, unit: x, kind: ratio, polarity: more}'],
    rows: [row('cover', '4.1,6.3', { unit: 'x' })],
    body,
  })
  test.each([
    ['as a change', '- {{change "cover" "FY"}}'],
    ['as a difference', '- {{difference "cover" "FY"}}'],
    ['in a tile', '```tiles\n- {metric: cover, period: FY, change: yoy}\n```'],
    ['in a table', '```table\nrows: [cover]\ncolumns: [FY, FY-1]\nchange: percent\n```'],
  ])('is their difference, %s', (_name, body) => {
    const deck = cover(body)
    expect(verdictsOf('C2', deck)).toEqual([])
    expect(new Set(verdictsOf('C1', deck))).toEqual(new Set(['ticked']))
  })
})

describe('C3: no percentage where the base is not positive or the sign turns', () => {
  test.each([
    ['a published one', twoYears('-100,50', growth(',150.0')), ['error']],
    ['a turn into loss', twoYears('100,-50', growth(',-150.0')), ['error']],
    ['left out on the slide', { ...twoYears('-100,50'), body: '- {{change "income" "FY"}}' }, ['ticked']],
    ['none is asked for', twoYears('-100,50'), []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C3', small)).toEqual(expected)
  })
})

describe('C4: a loss that grew is called a larger loss', () => {
  const losses = (values: string, body: string): SmallDeck => ({ ...twoYears(values), body })
  const lossThat = (word: string): string => `- The loss ${word} to {{figure "income" "FY" form="magnitude"}}`
  test.each([
    ['a loss that grew', losses('-100,-150', lossThat('increased')), ['ticked']],
    ['a loss that grew, described as a fall', losses('-100,-150', lossThat('decreased')), ['error']],
    ['better', losses('100,150', '- Income improved {{growth "income" "FY"}}'), ['ticked']],
    ['worse, described as better', losses('150,100', '- Income improved {{growth "income" "FY"}}'), ['error']],
    [
      'no better and no worse',
      {
        columns: '2008-03-31,2009-03-31',
        rows: [row('staff', '10,12', { unit: 'persons' })],
        body: '- Headcount improved by {{difference "staff" "FY" form="magnitude"}}',
      },
      ['not-checkable'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C4', small)).toEqual(expected)
  })

  test('costs that fell are better', () => {
    const small = { rows: [row('cost', '150,100')], body: '- Costs improved {{growth "cost" "FY"}}' }
    expect(verdictsOf('C4', small)).toEqual(['ticked'])
  })
})

describe('C5: a difference of ratios is in points', () => {
  const stated: SmallDeck = { rows: [margins('4.0,5.1')], body: '- {{change "margin" "FY"}}' }
  test.each([
    ['stated in points', { rows: [margins('4.0,5.1'), points(',1.1')] }, ['ticked']],
    ['off by rounding', { rows: [margins('4.0,5.1'), points(',1.2')] }, ['rounding']],
    ['off by more', { rows: [margins('4.0,5.1'), points(',2.1')] }, ['error']],
    ['the year before is missing', { rows: [margins(',5.1'), points(',1.1')] }, ['not-checkable']],
    ['printed in points', stated, ['ticked']],
    [
      'with the word per cent behind',
      { ...stated, body: '- {{change "margin" "FY" comparator=false}} per cent' },
      ['ticked', 'error'],
    ],
    [
      'a percentage with points behind',
      { ...twoYears('1000,1043'), body: '- {{growth "income" "FY"}} points' },
      ['error'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C5', small)).toEqual(expected)
  })
})

describe('C6: margins are possible for their two figures', () => {
  const year = { columns: 'FY08' }
  const margin = (income: string, revenue: string, printed: string): SmallDeck => ({
    ...year,
    rows: [row('income', income), row('revenue', revenue), margins(printed)],
  })
  test.each([
    ['exact', margin('42', '1000', '4.2'), ['ticked']],
    ['possible for the digits', margin('42', '100', '42.3'), ['rounding']],
    ['not possible', margin('42', '1000', '4.7'), ['error']],
    ['no revenue known', { ...year, rows: [row('income', '42'), margins('4.2')] }, ['not-checkable']],
    [
      'a share as printed',
      { ...year, rows: [row('income', '42'), row('revenue', '1000')], body: '- {{share "income" of="revenue" "FY"}}' },
      ['ticked'],
    ],
    [
      'the share of a whole in itself',
      { ...year, rows: [row('goods', '37')], body: '```table\nrows: [goods]\ncolumns: [FY]\nshare-of: goods\n```' },
      ['ticked'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C6', small)).toEqual(expected)
  })

  test.each([
    ['rounded to nearest', '4.8', ['ticked']],
    ['cut off as well', '4.7', ['ticked']],
    ['neither', '4.9', ['error']],
  ])('a margin of amounts that are cut off: %s', (_name, printed, expected) => {
    expect(verdictsOf('C6', { ...margin('59900', '1250000', printed), rounding: 'truncate' })).toEqual(expected)
  })

  test.each([
    ['rounded to nearest', '12.5', ['ticked']],
    ['cut off as well', '12.4', ['ticked']],
    ['neither', '12.6', ['error']],
  ])('growth of amounts that are cut off: %s', (_name, printed, expected) => {
    const small = twoYears('100000,112490', growth(`,${printed}`))
    expect(verdictsOf('C2', { ...small, rounding: 'truncate' })).toEqual(expected)
  })

  test('a change in points of percentages that were rounded, beside amounts that are cut off', () => {
    const rows = [row('income', '65137,66729'), row('revenue', '100000,100000'), margins('65.1,66.7')]
    const small: SmallDeck = { rows, body: '- {{change "margin" "FY"}}', rounding: 'truncate' }
    expect(verdictsOf('C5', small)).not.toContain('error')
  })

  test.each([
    ['possible', '2.5', ['ticked']],
    ['not possible', '2.9', ['error']],
  ])('a ratio published of the last twelve months, which are known by half-years: %s', (_name, printed, expected) => {
    const small = {
      columns: '2H07,1H08,2008-09-30,LTM 1H08',
      metrics: ['leverage: {label: Leverage, unit: x, kind: ratio, ratio: [cash, income]}'],
      rows: [row('income', '180,220,,'), row('cash', ',,1000,'), row('leverage', `,,,${printed}`, { unit: 'x' })],
    }
    expect(verdictsOf('C6', small)).toEqual(expected)
  })
})

describe('C7: a compound growth rate counts the intervals between its ends', () => {
  test.each([
    [
      'two years',
      {
        columns: 'FY06,FY07,FY08',
        rows: [row('income', '100,,121')],
        body: '- {{cagr "income" from="FY06" to="FY08"}}',
      },
      ['ticked'],
    ],
    ['an end is missing', { columns: 'FY06,FY07,FY08', rows: [row('income', '100,110,')], body: '- nothing' }, []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C7', small)).toEqual(expected)
  })
})

describe('C8: comparator words are what the change compares', () => {
  const quarters = { columns: '4Q07,3Q08,4Q08,FY07,FY08', rows: [row('income', '100,120,130,400,500')] }
  const slideWith = (body: string): SmallDeck => ({ ...quarters, body: `- ${body}` })
  test.each([
    ['year on year', slideWith('Income grew {{growth "income" "Q"}} year on year'), ['ticked']],
    ['quarter for year', slideWith('Income grew {{growth "income" "Q"}} QoQ'), ['error']],
    ['year for quarter', slideWith('Income grew {{growth "income" "Q" vs="Q-1"}} from the previous year'), ['error']],
    ['a named period', slideWith('Income grew {{growth "income" "Q"}} compared to {{period "Q-4"}}'), ['ticked']],
    ['another named period', slideWith('Income grew {{growth "income" "Q"}} compared to {{period "Q-1"}}'), ['error']],
    ['no word', slideWith('Income grew {{growth "income" "Q"}} in {{period "Q"}}'), []],
    [
      'the word of the next figure',
      slideWith('Income was {{change "income" "Q" comparator=false}}, and {{change "income" "Q" vs="Q-1"}}'),
      [],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C8', small)).toEqual(expected)
  })
})

describe('C9: periods of unequal length have a note', () => {
  const long = { ...twoYears('100,130'), longYears: 'FY08', body: '- {{change "income" "FY"}}' }
  test.each([
    ['without a note', long, ['warning']],
    ['with one', { ...long, body: `${long.body}\n- The year had [[53]] weeks` }, ['ticked']],
    ['equal lengths', { ...long, longYears: 'FY06' }, []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('C9', small)).toEqual(expected)
  })

  test('what the hint says to write is no typed figure', () => {
    const [written] = /\[\[53]] weeks/.exec(findingsOf('C9', long)[0]?.hint ?? '') ?? []
    const noted = { ...long, body: `${long.body}\n- The year had ${written}` }
    expect(verdictsOf('C9', noted)).toEqual(['ticked'])
    expect(verdictsOf('P4', noted)).not.toContain('error')
  })
})

test('a change that fails says what the figures give', () => {
  const [finding] = findingsOf('C2', twoYears('1000,1043', growth(',-4.3')))
  expect(finding).toMatchObject({
    arithmetic: '1,043 / 1,000 - 1 = 4.300%, stated -4.3',
    hint: 'Is the sign of the change wrong?',
    facts: ['growth(income@FY08,FY07)', 'income@FY08', 'income@FY07'],
  })
})
