import { describe, expect, test } from 'vitest'
import { row, type SmallDeck, tieSmall } from './small-deck.ts'

/** cooling +20.7 %, trading −52.5 %, growth −10 %; organic +3 %, after −1 %; the cooling margin fell. */
const figures: Pick<SmallDeck, 'columns' | 'rows' | 'metrics'> = {
  columns: 'FY07,FY08',
  metrics: [
    'cooling: {label: District cooling, unit: JPY mn, kind: flow, polarity: more}',
    'trading: {label: Power trading, unit: JPY mn, kind: flow, polarity: more}',
    'growth: {label: Growth Capital, short: Growth, unit: JPY mn, kind: flow, polarity: more}',
    'organic: {label: Organic growth, unit: "%", kind: ratio, polarity: more}',
    'cooling-margin: {label: Cooling margin, unit: "%", kind: ratio, polarity: more}',
    'receivables: {label: Increase in receivables, unit: JPY mn, kind: flow, polarity: less}',
  ],
  rows: [
    row('cooling', '1000,1207'),
    row('trading', '1000,475'),
    row('growth', '1000,900'),
    row('organic', '-1.0,3.0', { unit: '%' }),
    row('cooling-margin', '12.0,11.0', { unit: '%' }),
    row('receivables', '50,40'),
  ],
}

function findingsOf(sentence: string) {
  return tieSmall({ ...figures, body: `- ${sentence}` }).result.findings.filter(
    ({ rule, verdict, place }) => /^(S1|C4)$/.test(rule) && verdict !== 'ticked' && place.line === 5,
  )
}

describe('a word of direction in the name of a line item', () => {
  test.each([
    'Cooling reached {{figure "cooling" "FY"}}, {{change "cooling" "FY"}}',
    'District cooling reached {{figure "cooling" "FY"}}, {{change "cooling" "FY"}}',
    'District cooling came to {{figure "cooling" "FY"}}, up {{growth "cooling" "FY"}}',
    'Growth Capital fell {{growth "growth" "FY"}} to {{figure "growth" "FY"}}',
    'Growth reached {{figure "growth" "FY"}}, down {{growth "growth" "FY"}}',
    'Cooling margin reached {{figure "cooling-margin" "FY"}}, {{change "cooling-margin" "FY"}}',
    'Organic growth reached {{figure "organic" "FY"}}',
  ])('is no claim: %s', (sentence) => {
    expect(findingsOf(sentence)).toEqual([])
  })

  test.each([
    ['fell', 'District cooling fell to {{figure "cooling" "FY"}}'],
    ['down', 'Cooling reached {{figure "cooling" "FY"}}, down {{growth "cooling" "FY"}}'],
    ['cooling', 'A cooling of {{growth "cooling" "FY"}} in district heat'],
    ['rise', 'A rise of {{growth "trading" "FY"}} in power trading'],
    ['decrease', 'A decrease of {{growth "cooling" "FY"}} in district cooling'],
    ['decline', 'Organic decline of {{change "organic" "FY" form="magnitude"}}'],
  ])('leaves others what they say: %s', (word, sentence) => {
    const found = findingsOf(sentence).map(({ verdict, message }) => `${verdict} ${message}`)
    expect(found).toContainEqual(expect.stringContaining(`error invalid direction "${word}"`))
  })

  test('of no line item is one, and the message says how to mark it', () => {
    const [found] = findingsOf('Lift reached {{figure "trading" "FY"}}, {{change "trading" "FY"}}')
    expect(found?.message).toContain('invalid direction "Lift"')
    expect(found?.hint).toContain('[[Lift]]')
  })
})
