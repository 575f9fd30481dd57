import { describe, expect, test } from 'vitest'
import { row, type SmallDeck, verdictsOf } from './small-deck.ts'

/** services +14%, revenue +8%; services are 63% of revenue, goods a third. */
const deck: SmallDeck = {
  metrics: ['plant: {label: Investments in plant, short: Plant, unit: JPY mn, kind: flow, polarity: neutral}'],
  rows: [
    ...[row('revenue', '1000,1080'), row('services', '600,684'), row('goods', '400,360'), row('cost', ',3100')],
    row('plant', '2800,3400'),
  ],
}

describe('S10: numbers and ratios in words agree with the data', () => {
  test.each([
    ['Revenues from services rose fourteen per cent', ['ticked']],
    ['Revenues from services rose twenty per cent', ['error']],
    ['Revenues from services jumped more than ten per cent', ['error']],
    ['Revenues from services rose more than twelve percent', ['ticked']],
    ['Our plant passed five billion yen', ['error']],
    ['Plant passed three billion yen', ['ticked']],
    ['Plant grew just over twenty per cent', ['ticked']],
    ['Plant in Japan passed five billion yen', []],
    ['Revenues from goods are a third of total revenues', ['ticked']],
    ['Revenues from goods are half of total revenues', ['error']],
    ['Revenues from services are nearly two thirds of total revenues', ['ticked']],
    ['Revenues from services are three quarters of total revenues', ['error']],
    ['Revenues from goods are one in three of total revenues', ['ticked']],
    ['Revenues from goods are one in seven of total revenues', ['error']],
    ['Total costs exceeded three billion', ['ticked']],
    ['Total costs were more than five billion yen', ['error']],
    ['Revenues from goods fell by a tenth', ['ticked']],
    ['Revenues from goods fell by half', ['error']],
    ['Revenues from services added two thirds', ['error']],
    ['Revenues from services grew quarter by quarter', []],
    ['Total costs passed three billion', ['ticked']],
    ['Total costs surpassed four billion', ['error']],
    ['Operating income is a fifth of total revenues', ['not-checkable']],
    ['A quarter of our clients are banks', ['not-checkable']],
    ['Half of it went to the shareholders', ['not-checkable']],
    ['In the second half of the year and the third quarter', []],
    ['One of two plants', []],
    ['Twenty per cent of our people are engineers', []],
  ] as const)('%s', (body, expected) => {
    expect(verdictsOf('S10', { ...deck, body: `- ${body}` })).toEqual(expected)
  })
})

describe('S2: factors and runs, in words', () => {
  const long: SmallDeck = {
    columns: 'FY04,FY05,FY06,FY07,FY08',
    rows: [row('services', '80,90,100,110,320'), row('goods', '50,60,70,210,100'), row('cost', '9,8,7,6,5')],
  }
  test.each([
    ['Revenues from services nearly tripled', ['ticked']],
    ['Revenues from services almost quadrupled', ['error']],
    ['Revenues from services more than tripled', ['error']],
    ['Revenues from services more than doubled', ['ticked']],
    ['Revenues from goods more than halved', ['ticked']],
    ['Revenues from goods nearly halved', ['error']],
    ['Our network has nearly tripled', ['not-checkable']],
    ['App downloads more than doubled, and goods came to {{figure "goods" "FY"}}', ['not-checkable']],
    ['Parcels more than doubled on services of {{figure "services" "FY"}}', ['not-checkable']],
    ['With {{figure "goods" "FY"}} of goods, web visits more than halved', ['not-checkable']],
    ['Revenues from services more than doubled, to {{figure "services" "FY"}}', ['ticked']],
    ['Revenues from goods more than tripled to {{figure "goods" "FY"}}', ['error']],
    ['We more than doubled revenues from services to {{figure "services" "FY"}}', ['ticked']],
    ['Revenues from services rose for four consecutive years', ['ticked']],
    ['Revenues from services rose for ten consecutive years', ['error']],
    ['We have paid a dividend for ten consecutive years', ['not-checkable']],
    ['Total costs fell for the third year in a row', ['ticked']],
  ] as const)('%s', (body, expected) => {
    expect(verdictsOf('S2', { ...long, body: `- ${body}` })).toEqual(expected)
  })
})
