import { expect, test } from 'vitest'
import { en } from '../../../language/en.ts'
import type { Calendar } from '../../../model/period.ts'
import type { Unit } from '../../../model/unit.ts'
import { parseMetrics } from './metrics.ts'

const units = new Map<string, Unit>([['persons', { kind: 'count', base: 'persons', exponent: 0 }]])

const calendar: Calendar = {
  startMonth: 4,
  yearNamedBy: 'start',
  style: 'kessan',
  subPeriods: 'quarters',
  longYears: [],
}

const known = `metrics:
  amount: {label: A, unit: JPY mn, kind: flow}
  part: {label: P, unit: JPY bn, kind: flow}
  balance: {label: B, unit: JPY mn, kind: stock}
  staff: {label: S, unit: persons, kind: stock}
  margin: {label: M, unit: "%", kind: ratio}
  target-margin: {label: T, unit: "%", kind: ratio}
`

/** Hints about a metric that is defined so. */
const hints = (metric: string): readonly string[] =>
  parseMetrics(
    { path: 'data/metrics.yaml', text: `${known}  new: {label: N, ${metric}}\n` },
    { units, calendar, scenarioWords: en.scenarios },
  ).diagnostics.map(({ code, hint }) => `${code}: ${hint}`)

test.each([
  'unit: JPY mn, kind: flow, sum: [amount, part]',
  'unit: JPY bn, kind: flow, difference: [amount, part]',
  'unit: JPY bn, kind: flow, sum: [amount, -part]',
  'unit: points, kind: ratio, sum: ["\u2212target-margin", "+ margin"]',
  'unit: points, kind: ratio, difference: [margin, target-margin]',
  'unit: "%", kind: ratio, ratio: [part, amount]',
  'unit: x, kind: ratio, ratio: [balance, amount]',
  'unit: x, kind: ratio, ratio: [balance, amount], over: LTM, valid: 1Q07..FY09, formerly: [old, older]',
  'unit: JPY mn, kind: flow, valid: ..2009-03-31',
  'unit: JPY, kind: ratio, ratio: [amount, staff]',
  'unit: JPY/share, kind: ratio, ratio: [amount, staff]',
  'unit: "%", kind: ratio, share: [part, amount]',
  'unit: "%", kind: ratio, change: {of: amount, vs: yoy, as: percent}',
  'unit: bps, kind: ratio, change: {of: margin, vs: qoq, as: points}',
  'unit: JPY bn, kind: flow, change: {of: amount, vs: yoy, as: absolute}',
])('{%s} fits', (metric) => {
  expect(hints(metric)).toEqual([])
})

test.each([
  ['unit: JPY mn, kind: flow, sum: [amount, staff]', 'staff counts persons, and new JPY.'],
  ['unit: JPY mn, kind: flow, sum: [amount, -staff]', 'staff counts persons, and new JPY.'],
  ['unit: JPY mn, kind: flow, sum: [amount, balance]', 'amount is a flow and balance a stock: they do not add up.'],
  ['unit: JPY mn, kind: flow, difference: [margin, amount]', 'margin counts %, and new JPY.'],
  ['unit: JPY mn, kind: ratio, ratio: [amount, part]', 'its unit is "%" or "x".'],
  ['unit: persons, kind: ratio, ratio: [amount, staff]', 'its unit is a scale of JPY, the unit of amount.'],
  ['unit: "%", kind: ratio, share: [staff, amount]', 'staff is not a part of amount: other units.'],
  ['unit: x, kind: ratio, share: [part, amount]', 'a share is a percentage: its unit is "%".'],
  [
    'unit: "%", kind: ratio, change: {of: margin, vs: yoy, as: percent}',
    'a change of margin, a percentage, is in points: write "as: points".',
  ],
  ['unit: x, kind: ratio, change: {of: amount, vs: yoy, as: percent}', 'its unit is "%".'],
  [
    'unit: points, kind: ratio, change: {of: amount, vs: yoy, as: points}',
    'amount is not a percentage: its change is in per cent.',
  ],
  ['unit: "%", kind: ratio, change: {of: margin, vs: yoy, as: points}', 'its unit is "points" or "bps".'],
  ['unit: persons, kind: flow, change: {of: amount, vs: yoy, as: absolute}', 'its unit is a scale of JPY.'],
])('{%s} does not: %s', (metric, hint) => {
  expect(hints(metric)).toEqual([`invalid-definition: ${hint}`])
})

test.each([
  ['unit: JPY mn, kind: flow, sum: []', 'invalid-value: expected at least 1 entry.'],
  ['unit: JPY mn, kind: flow, difference: [amount]', 'invalid-value: expected at least 2 entries.'],
  ['unit: JPY mn, kind: flow, change: {of: amount, vs: yoy}', 'missing-key: write "as: …" here.'],
  ['unit: JPY mn, kind: flows', 'invalid-value: did you mean "flow"? expected one of flow, stock, ratio, average.'],
  ['unit: JPY mn, kind: flow, color: 10', 'invalid-value: expected at most 9.'],
  [
    'unit: JPY mn, kind: flow, non-gaap: {counterpart: amont}',
    'unknown-metric: did you mean "amount"? metrics are defined in data/metrics.yaml.',
  ],
])('{%s} is refused: %s', (metric, finding) => {
  expect(hints(metric)).toEqual([finding])
})
