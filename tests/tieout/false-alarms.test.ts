import { describe, expect, test } from 'vitest'
import { conventionOf } from '../../src/tieout/convention.ts'
import { findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const verdicts = (rule: Parameters<typeof findingsOf>[0], small: SmallDeck) =>
  findingsOf(rule, small).map(({ verdict }) => verdict)

describe('a year that is smaller than one of its quarters (F4b)', () => {
  const quarters = { columns: '1Q08,2Q08,FY08' }
  test.each([
    ['is an error of revenues', row('services', '100,,40'), ['error']],
    ['is none of a result, whose other quarters may be losses', row('income', '100,,40'), ['not-checkable']],
    ['is none of cash flows', row('cash-flow', '100,,40'), ['not-checkable']],
    ['is none of a difference by definition', row('gross', '100,,40'), ['not-checkable']],
    ['is none where another quarter has the other sign', row('goods', '100,-80,40'), []],
  ])('%s', (_, figures, expected) => {
    expect(verdicts('F4b', { ...quarters, rows: [figures] })).toEqual(expected)
  })
})

describe('growth of an expense that is stored negative (C3)', () => {
  test('is that of its magnitude, published or computed', () => {
    const stated: SmallDeck = { rows: [row('cost', '-100,-120'), row('cost', ',20.0', { measure: 'yoy', unit: '%' })] }
    expect(verdicts('C3', stated)).toEqual([])
    expect(verdicts('C2', stated)).toEqual(['ticked'])
    const shown: SmallDeck = { rows: [row('cost', '-100,-120')], body: '- Costs {{change "cost" "FY"}}' }
    expect(verdicts('C2', shown)).toEqual(['ticked'])
    expect(
      tieSmall(shown)
        .deck.slides.at(-1)
        ?.uses.map(({ text }) => text),
    ).toEqual(['up 20.0% YoY'])
  })

  test('a loss still has none', () => {
    expect(
      verdicts('C3', { rows: [row('income', '-100,-120'), row('income', ',20.0', { measure: 'yoy', unit: '%' })] }),
    ).toEqual(['error'])
  })
})

test('a change in points needs no note on the lengths of its periods (C9)', () => {
  const long: SmallDeck = {
    longYears: 'FY08',
    rows: [row('margin', '10.0,11.0', { unit: '%' }), row('income', '1000,1100')],
    body: '- Margin {{change "margin" "FY"}}, income {{change "income" "FY"}}',
  }
  expect(verdicts('C9', long)).toEqual(['warning'])
})

test('a restated figure may differ from what it replaces at another scale, and is the one that is shown (S3)', () => {
  const restated: SmallDeck = {
    rows: [
      row('income', '1000,1043'),
      row('income', ',1.2', { unit: 'JPY bn', status: 'restated', note: 'Leases; it was 1043 before.' }),
    ],
    body: '- {{figure "income" "FY"}}',
  }
  expect(findingsOf('S3', restated).filter(({ verdict }) => verdict === 'error')).toEqual([])
  expect(tieSmall(restated).deck.slides.at(-1)?.uses[0]?.text).toBe('JPY1.2 billion')
})

describe('a target outside GAAP (N1)', () => {
  const target = (body: string): SmallDeck => ({
    columns: 'FY08,FY09',
    rows: [row('adjusted', ',1200', { scenario: 'target' })],
    body: `- We target {{figure "adjusted" "FY+1" scenario="target"}} of adjusted income\n${body}`,
  })
  test.each([
    ['needs its counterpart', '', ['error']],
    [
      'needs none where the slide says that there is no reconciliation',
      '- A reconciliation is not available without unreasonable efforts.',
      ['ticked'],
    ],
    ['nor in other words', '- We are unable to reconcile this outlook without unreasonable effort.', ['ticked']],
  ])('%s', (_, body, expected) => {
    expect(verdicts('N1', target(body))).toEqual(expected)
  })
})

test('an average is not added up over time', () => {
  const small: SmallDeck = {
    columns: '1Q08,2Q08,3Q08,4Q08,FY08',
    metrics: ['fte: {label: Average employees, unit: persons, kind: average, polarity: neutral}'],
    rows: [row('fte', '100,110,120,130,115', { unit: 'persons' })],
    body: '- {{figure "fte" "FY"}}',
  }
  expect(verdicts('F4', small)).toEqual([])
  expect(verdicts('F4b', small)).toEqual([])
})

describe('the convention of published changes', () => {
  const changes = (rate: string): SmallDeck => ({
    rows: ['revenue', 'services', 'goods', 'cost', 'gross', 'income', 'adjusted', 'cash-flow'].flatMap((metric) => [
      row(metric, '1000,1043'),
      row(metric, `,${metric === 'cost' ? rate : '4.3'}`, { measure: 'yoy', unit: '%' }),
    ]),
  })
  const proposed = (small: SmallDeck) => {
    const { result, deck } = tieSmall(small)
    return conventionOf(result.findings, deck)
  }
  test('is told and proposed where deck.yaml says another', () => {
    expect(proposed(changes('4.3'))).toEqual({ published: 8, fromDisplayed: 8, proposal: 'displayed' })
    expect(proposed({ ...changes('4.3'), changesFrom: 'displayed' }).proposal).toBeUndefined()
    expect(proposed({ ...changes('4.4'), changesFrom: 'displayed' })).toEqual({
      published: 8,
      fromDisplayed: 7,
      proposal: 'unrounded',
    })
    expect(proposed(changes('4.4')).proposal).toBeUndefined()
  })
})
