import { describe, expect, test } from 'vitest'
import { chartsIn, metric } from './_small-deck.ts'

/** Heat has slot 1, cooling 2, cold 2 as well; trading has none. */
const colorOf = (block: string): number | undefined =>
  chartsIn({
    metrics: [
      metric('heat', 'Heat', ', color: 1'),
      metric('cooling', 'Cooling', ', color: 2'),
      metric('cold', 'Cold', ', color: 2'),
      metric('trading', 'Trading'),
    ],
    figures: [
      'metric,unit,H1 2023,source',
      'heat,EUR mn,9,R1',
      'cooling,EUR mn,5,R1',
      'cold,EUR mn,4,R1',
      'trading,EUR mn,2,R1',
    ],
    charts: [`type: bar\nperiod: H1 2023\n${block}`],
  })[0]?.series[0]?.color

describe('bars of line items have one colour', () => {
  test.each([
    ['the slot that all share', 'items: [cooling, cold]', 2],
    ['the brand’s where each has another', 'items: [cooling, heat, trading]', 1],
    ['the brand’s in every order', 'items: [trading, heat, cooling]\nsort: ascending', 1],
    ['the brand’s of items without one', 'items: [trading]', 1],
    ['that of the highlighted item', 'items: [heat, cooling, trading]\nhighlight: cooling', 2],
    ['the one that the block says', 'items: [cooling, {metric: heat, color: 3}]', 3],
    ['that of what is not context', 'items: [{metric: cooling, color: 0}, {metric: heat, color: 3}]', 3],
    ['that of the only one that is not context', 'items: [{metric: heat, color: 0}, cold]', 2],
    ['that of context alone', 'items: [{metric: heat, color: 0}, {metric: cooling, color: 0}]', 0],
  ])('%s', (_name, block, color) => {
    expect(colorOf(block)).toBe(color)
  })
})
