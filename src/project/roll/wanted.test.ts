import { expect, test } from 'vitest'
import { changed } from '../../../tests/errors/_broken.ts'
import { compileData } from '../../compiler/compile.ts'
import { parsePeriod } from '../../format/period-text.ts'
import { rowTest } from './wanted.ts'

const { data } =
  compileData(
    changed({
      'data/metrics.yaml': `metrics:
  sales: {label: Sales, unit: EUR mn, kind: flow, polarity: more}
  costs: {label: Costs, unit: EUR mn, kind: flow, polarity: less}
  profit: {label: Profit, unit: EUR mn, kind: flow, polarity: more, difference: [sales, costs]}
  rest: {label: Rest, unit: EUR mn, kind: flow, polarity: more, difference: [sales, costs]}
  staff: {label: Staff, unit: EUR mn, kind: flow, polarity: more, difference: [sales, costs]}
`,
      'data/figures/figures.csv': `metric,unit,Q1 2022,Q1 2023,Q4 2023,Q1 2024,source
sales,EUR mn,9,,,,R1
costs,EUR mn,5,6,6,7,R1
profit,EUR mn,4,4,4,4,R1
rest,EUR mn,4,,,,R1
staff,EUR mn,4,5,,,R1
`,
    }),
  ) ?? {}

/** The next quarter is the second of 2024; in the first of that year what a year before was published has a row. */
test.each([
  ['a figure that nothing defines has a row for good', 'sales', 'Q2 2024', true],
  ['a result that is published each time has one', 'profit', 'Q2 2024', true],
  ['one that was published once has none: it is computed', 'rest', 'Q2 2024', false],
  ['one of a year before has one in the same quarter', 'staff', 'Q1 2024', true],
  ['and none in the next', 'staff', 'Q2 2024', false],
])('%s', (_name, metric, label, expected) => {
  const period = data && parsePeriod(label, data.config.calendar)
  if (!data || !period) throw new Error('no data')
  expect(rowTest(data)({ metric, scenario: 'actual', period })).toBe(expected)
})
