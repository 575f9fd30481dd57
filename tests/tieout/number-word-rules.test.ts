import { describe, expect, test } from 'vitest'
import { row, type SmallDeck, verdictsOf } from './small-deck.ts'

/** services +14%, revenue +8%; services are 63% of revenue, goods a third. */
const deck: SmallDeck = {
  rows: [row('revenue', '1000,1080'), row('services', '600,684'), row('goods', '400,360'), row('cost', ',3100')],
}

describe('S10: numbers and ratios in words agree with the data', () => {
  test.each([
    ['Revenues from services rose fourteen per cent', ['ticked']],
    ['Revenues from services rose twenty per cent', ['error']],
    ['Revenues from services jumped more than ten per cent', ['error']],
    ['Revenues from services rose more than twelve percent', ['ticked']],
    ['Revenues from goods are a third of total revenues', ['ticked']],
    ['Revenues from goods are half of total revenues', ['error']],
    ['Revenues from services are nearly two thirds of total revenues', ['ticked']],
    ['Revenues from services are three quarters of total revenues', ['error']],
    ['Revenues from goods are one in three of total revenues', ['ticked']],
    ['Revenues from goods are one in seven of total revenues', ['error']],
    ['Total costs exceeded three billion', ['ticked']],
    ['Total costs were more than five billion yen', ['error']],
    ['Operating income is a fifth of total revenues', ['not-checkable']],
    ['In the second half of the year and the third quarter', []],
    ['One of two plants', []],
    ['Twenty per cent of our people are engineers', []],
  ] as const)('%s', (body, expected) => {
    expect(verdictsOf('S10', { ...deck, body: `- ${body}` })).toEqual(expected)
  })
})
