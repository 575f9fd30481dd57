import { expect, test } from 'vitest'
import { row, tieSmall } from '../../tests/tieout/small-deck.ts'
import { dataCheck } from './rule.ts'
import { ruleContext } from './tie-out.ts'

const rows = [row('revenue', '100'), row('services', '60'), row('goods', '40')]

test('a check of the data alone is made once, however many editions of a deck ask for it', () => {
  let calls = 0
  const check = dataCheck(() => {
    calls++
    return []
  })
  const { deck } = tieSmall({ columns: 'FY08', rows })
  for (const slides of [deck.slides, []]) check(ruleContext({ ...deck, slides }))
  expect(calls).toBe(1)
  check(ruleContext(tieSmall({ columns: 'FY08', rows: rows.slice(0, 1) }).deck))
  expect(calls).toBe(2)
})
