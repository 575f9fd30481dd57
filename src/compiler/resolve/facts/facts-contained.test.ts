import { describe, expect, test } from 'vitest'
import type { Metric, MetricDefinition } from '../../../model/figure.ts'
import { containment } from './facts-contained.ts'

const sum = (of: readonly string[], signs: readonly (1 | -1)[] = of.map(() => 1)): MetricDefinition => ({
  kind: 'sum',
  of,
  signs,
})
const defined: Readonly<Record<string, MetricDefinition | undefined>> = {
  revenue: sum(['domestic', 'foreign']),
  foreign: sum(['asia', 'europe']),
  gross: { kind: 'difference', of: ['revenue', 'costs'] },
  net: sum(['pretax', 'tax'], [1, -1]),
  debt: sum(['bonds', 'loans', 'cash'], [1, 1, -1]),
  margin: { kind: 'ratio', of: ['gross', 'revenue'] },
  ...Object.fromEntries(
    ['domestic', 'asia', 'europe', 'costs', 'pretax', 'tax', 'bonds', 'loans', 'cash'].map((id) => [id, undefined]),
  ),
}
const metrics = new Map(
  Object.entries(defined).map(([id, definition]): [string, Metric] => [
    id,
    {
      ...{ id, label: id, kind: 'flow', polarity: 'more', unit: { kind: 'currency', code: 'EUR', exponent: 6 } },
      ...{ definition, place: { path: 'data/metrics.yaml', line: 1, column: 1 } },
    } as unknown as Metric,
  ]),
)

describe('containment', () => {
  test.each([
    ['revenue', 'domestic', ['"sum" of revenue']],
    ['revenue', 'asia', ['"sum" of revenue', '"sum" of foreign']],
    ['revenue', 'gross', ['"difference" of gross']],
    ['revenue', 'costs', ['"difference" of gross']],
    ['pretax', 'net', ['"sum" of net']],
    ['pretax', 'tax', ['"sum" of net']],
    ['debt', 'bonds', ['"sum" of debt']],
    ['domestic', 'revenue', undefined],
    ['domestic', 'foreign', undefined],
    ['gross', 'costs', undefined],
    ['net', 'tax', undefined],
    ['debt', 'cash', undefined],
    ['bonds', 'cash', undefined],
    ['revenue', 'margin', undefined],
    ['revenue', 'revenue', undefined],
  ])('%s of %s: %j', (whole, part, expected) => {
    expect(containment(whole, part, metrics)).toEqual(expected)
  })
})
