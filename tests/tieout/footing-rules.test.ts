import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

const one = { columns: 'FY08' }
const sum = (revenue: string, services: string, goods: string): SmallDeck => ({
  ...one,
  rows: [row('revenue', revenue), row('services', services), row('goods', goods)],
})

describe('F1: parts add up to their total', () => {
  test.each([
    ['exact', sum('100', '60', '40'), ['ticked']],
    ['off by rounding', sum('101', '60', '40'), ['rounding']],
    ['off by more', sum('110', '60', '40'), ['error']],
    ['a part is missing', { ...one, rows: [row('revenue', '100'), row('services', '60')] }, ['not-checkable']],
    ['a part is about so much', sum('100', 'around 60', '40'), ['not-checkable']],
    ['a range that holds it', sum('100', '55..65', '40'), ['ticked']],
    ['a range that does not', sum('100', '65..70', '40'), ['error']],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('F1', small)).toEqual(expected)
  })

  test('three parts may touch the bound, which is a warning', () => {
    const small = {
      ...one,
      metrics: [
        'extra: {label: Extra, unit: JPY mn, kind: flow, polarity: more}',
        'all: {label: All, unit: JPY mn, kind: flow, polarity: more}',
      ],
      ties: ['{total: all, parts: [services, goods, extra]}'],
      rows: [row('all', '102'), row('services', '50'), row('goods', '40'), row('extra', '10')],
    }
    expect(verdictsOf('F1', small)).toEqual(['warning'])
  })

  test.each([
    ['102', ['ticked']],
    ['132', ['error']], // the part added instead
  ])('a part with a minus in a definition is taken away: %s', (level, expected) => {
    const small = {
      ...one,
      metrics: ['ebitda: {label: EBITDA, unit: JPY mn, kind: flow, sum: [income, -cost, services]}'],
      rows: [row('ebitda', level), row('income', '57'), row('cost', '15'), row('services', '60')],
    }
    const ofTie = findingsOf('F1', small).filter(({ facts }) => facts[0] === 'ebitda@FY08')
    expect(ofTie.map(({ verdict }) => verdict)).toEqual(expected)
  })

  test('a failure names its place, its arithmetic and the likely fault', () => {
    const [finding] = findingsOf('F1', sum('69731', '54604', '15667'))
    expect(finding).toMatchObject({
      arithmetic: '54,604 + 15,667 = 70,271, stated 69,731: off by 540',
      tolerance: '±1.5',
      hint: 'services@FY08: are two digits exchanged, 54064 for 54604?',
      place: { path: 'data/figures/a.csv', line: 2 },
      facts: ['revenue@FY08', 'services@FY08', 'goods@FY08'],
    })
  })
})

describe('F2: truncated parts add up to their total or a little less', () => {
  test.each([
    ['exact', sum('100', '60', '40'), ['ticked']],
    ['one more', sum('101', '60', '40'), ['rounding']],
    ['one less cannot be', sum('99', '60', '40'), ['error']],
    ['a part is missing', { ...one, rows: [row('revenue', '100'), row('services', '60')] }, []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('F2', { ...small, rounding: 'truncate' })).toEqual(expected)
  })
})

describe('F3: what a slide prints adds up', () => {
  const body =
    '- {{figure "services" "FY" as="JPY bn" decimals=1}} and {{figure "goods" "FY" as="JPY bn" decimals=1}} make {{figure "revenue" "FY" as="JPY bn" decimals=1}}'
  test.each([
    ['exact', sum('1000', '600', '400'), ['ticked']],
    ['off by rounding to billions', sum('1100', '550', '550'), ['rounding']],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('F3', { ...small, body })).toEqual(expected)
  })

  test.each([
    ['as published, a little less', sum('1001', '600', '400'), '', ['rounding']],
    ['as published, more than the total', sum('999', '600', '400'), '', ['error']],
    ['in billions, a little less', sum('1101', '550', '550'), ' as="JPY bn" decimals=1', ['rounding']],
  ])('truncated and printed %s', (_name, small, as, expected) => {
    const printed = ['services', 'goods', 'revenue'].map((id) => `- {{figure "${id}" "FY"${as}}}`).join('\n')
    expect(verdictsOf('F3', { ...small, rounding: 'truncate', body: printed })).toEqual(expected)
  })

  test('quarters that are printed beside their year are added', () => {
    const body = ['Q1', 'Q2', 'Q3', 'Q4', 'FY'].map((period) => `- {{figure "income" "${period}"}}`).join('\n')
    const values = (year: string): SmallDeck => ({
      columns: '1Q08,2Q08,3Q08,4Q08,FY08',
      rows: [row('income', `10,20,30,40,${year}`)],
      body,
    })
    expect(verdictsOf('F3', values('100'))).toEqual(['ticked'])
    expect(verdictsOf('F3', values('101'))).toEqual(['rounding'])
    expect(verdictsOf('F3', values('110'))).toEqual(['error'])
  })

  test('parts that are printed in other units are not added', () => {
    const mixed = '- {{figure "services" "FY"}}, {{figure "goods" "FY"}}, {{figure "revenue" "FY" as="JPY bn"}}'
    expect(verdictsOf('F3', { ...sum('1000', '600', '400'), body: mixed })).toEqual([])
  })
})

const quarters = { columns: '1Q08,2Q08,3Q08,4Q08,1H08,FY08' }

describe('F4: quarters add up to the half and the year', () => {
  test.each([
    ['exact', '10,20,30,40,30,100', ['ticked', 'ticked', 'ticked', 'ticked']],
    ['off by rounding', '10,20,30,40,30,101', ['ticked', 'rounding', 'rounding']],
    ['off by more', '10,20,30,40,30,110', ['ticked', 'error', 'error']],
    ['a quarter is missing', '10,20,,40,30,100', ['ticked', 'not-checkable']],
  ])('%s', (_name, values, expected) => {
    const verdicts = verdictsOf('F4', { ...quarters, rows: [row('income', values)] })
    expect(verdicts.filter((verdict, index) => index < 3 || verdict !== 'ticked')).toEqual(expected.slice(0, 3))
  })

  test.each([
    ['exact', '100,20,25,105', ['ticked']],
    ['off by more', '100,20,25,115', ['error']],
    ['with nothing to roll', '100,,25,105', []],
  ])('the last twelve months are the year, rolled on by a half: %s', (_name, values, expected) => {
    const rolled = { columns: 'FY07,1H07,1H08,LTM 2Q08', rows: [row('income', values)] }
    const found = findingsOf('F4', rolled).filter(({ facts }) => facts[0] === 'income@LTM 2Q08')
    expect(found.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'not-checkable')).toEqual(expected)
  })

  test('a stock is never added up', () => {
    expect(verdictsOf('F4', { ...quarters, rows: [row('cash', '10,20,30,40,,40')] })).toEqual([])
  })
})

describe('F4b: a year is not smaller than one of its quarters', () => {
  test.each([
    ['larger', '10,20,30,40,,100', ['ticked']],
    ['smaller', '10,20,30,40,,35', ['error']],
    ['a smaller loss', '(10),(20),(30),(40),,(35)', ['error']],
    ['quarters of both signs', '(10),20,30,(40),,0', []],
    ['no quarter known', ',,,,,100', []],
  ])('%s', (_name, values, expected) => {
    expect(verdictsOf('F4b', { ...quarters, rows: [row('income', values)] })).toEqual(expected)
  })
})

test('F4b takes twelve months that begin within a year for no part of it', () => {
  const rolled = { columns: '1Q08,FY08,3Q09,LTM 1Q09', rows: [row('income', '10,100,130,120')] }
  const found = findingsOf('F4b', rolled)
  expect(found.map(({ facts, verdict }) => [facts[0], verdict])).toEqual([['income@FY08', 'ticked']])
})

describe('F5: opening and movements give the closing balance', () => {
  const ties = ['{roll-forward: {opening: cash, movements: [cash-flow], closing: cash}}']
  const rolled = (opening: string, flow: string, closing: string): SmallDeck => ({
    columns: '2008-03-31,FY08,2009-03-31',
    ties,
    rows: [row('cash', `${opening},,${closing}`), row('cash-flow', `,${flow},`)],
  })
  test.each([
    ['exact', rolled('100', '-20', '80'), ['ticked']],
    ['off by rounding', rolled('100', '-20', '81'), ['rounding']],
    ['off by more', rolled('100', '-20', '120'), ['error']],
    ['no opening balance', rolled('', '-20', '80'), ['not-checkable']],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('F5', small)).toEqual(expected)
  })

  test('a movement of the wrong sign is guessed', () => {
    expect(findingsOf('F5', rolled('100', '-20', '120'))[0]?.hint).toBe('cash-flow@FY08: is its sign wrong?')
  })
})

describe('F6: declared identities hold', () => {
  const less = (revenue: string, cost: string, gross: string): SmallDeck => ({
    ...one,
    rows: [row('revenue', revenue), row('cost', cost), row('gross', gross)],
  })
  test.each([
    ['exact', less('100', '60', '40'), ['ticked']],
    ['off by rounding', less('100', '60', '41'), ['rounding']],
    ['off by more', less('100', '60', '50'), ['error']],
    ['no cost known', { ...one, rows: [row('revenue', '100'), row('gross', '40')] }, ['not-checkable']],
    [
      'a declared one',
      {
        ...one,
        ties: ['{identity: revenue - cost - goods = income}'],
        rows: [row('revenue', '100'), row('cost', '60'), row('goods', '10'), row('income', '30')],
      },
      ['ticked'],
    ],
    [
      'shares of a whole',
      {
        ...one,
        ties: ['{shares-sum-to: 100, parts: [holder.a, holder.b]}'],
        rows: [row('holder.a', '60.5', { unit: '%' }), row('holder.b', '39.5', { unit: '%' })],
      },
      ['ticked'],
    ],
    [
      'shares of more than the whole',
      {
        ...one,
        ties: ['{shares-sum-to: 100, parts: [holder.a, holder.b]}'],
        rows: [row('holder.a', '65.5', { unit: '%' }), row('holder.b', '39.5', { unit: '%' })],
      },
      ['error'],
    ],
    [
      'a share is missing',
      {
        ...one,
        ties: ['{shares-sum-to: 100, parts: [holder.a, holder.b]}'],
        rows: [row('holder.a', '65.5', { unit: '%' })],
      },
      ['not-checkable'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('F6', small)).toEqual(expected)
  })
})

test.each([
  ['an identity', '{identity: services - goods = revenue}', ['F1 ticked', 'F6 error']],
  ['a sum with a sign', '{total: revenue, parts: [services, -goods]}', ['F1 error', 'F1 ticked']],
  ['a sum with weights', '{total: revenue, parts: [services, goods], weights: [1, 2]}', ['F1 error', 'F1 ticked']],
  ['the same once more', '{total: revenue, parts: [goods, services]}', ['F1 ticked']],
])('%s of the same metrics as a definition is another demand, unless it says the same', (_, tie, expected) => {
  const small = { ...one, ties: [tie], rows: [row('services', '60'), row('goods', '40'), row('revenue', '100')] }
  const found = [...findingsOf('F1', small), ...findingsOf('F6', small)]
  expect(found.map(({ rule, verdict }) => `${rule} ${verdict}`).sort()).toEqual(expected)
})

test('metrics that are kept in different scales are added in the scale of their total', () => {
  const small: SmallDeck = {
    columns: 'FY08',
    metrics: [
      'all: {label: All, unit: JPY bn, kind: flow, polarity: more, sum: [services, goods]}',
      'rest: {label: Rest, unit: JPY mn, kind: flow, polarity: more, difference: [all, goods]}',
    ],
    rows: [
      row('all', '100.0', { unit: 'JPY bn' }),
      row('services', '60000'),
      row('goods', '40000'),
      row('rest', '60000'),
    ],
  }
  expect(verdictsOf('F1', small)).toEqual(['ticked'])
  expect(verdictsOf('F6', small)).toEqual(['ticked'])
})

test('a declared tie that fails is named, with its line', () => {
  const small: SmallDeck = {
    rows: [row('income', '5,6'), row('cost', '7,9'), row('cash-flow', '12,26')],
    ties: ['{identity: income + cost = cash-flow, name: Where it went}'],
  }
  const [found] = findingsOf('F6', small).filter(({ verdict }) => verdict === 'error')
  expect(found?.message).toMatch(/by the tie "Where it went", data\/metrics\.yaml:\d+$/)
})
