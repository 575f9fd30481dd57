import type { ChartArrow, ChartMark, ChartModel } from '../../src/model/chart.ts'
import { fixtureChart, fixtureText } from './chart-fixture.ts'

const quarters = ['1Q08', '2Q08', '3Q08', '4Q08']

function step(
  label: string,
  value: number,
  kind: NonNullable<ChartMark['step']>,
): { label: string; value: number; kind: NonNullable<ChartMark['step']> } {
  return { label, value, kind }
}

function bridgeSample(steps: readonly ReturnType<typeof step>[]): ChartModel {
  let level = 0
  const values = steps.map(({ value, kind }) => {
    const total = kind !== 'up' && kind !== 'down'
    const mark = { value: kind === 'subtotal' || kind === 'end' ? level : value, base: total ? 0 : level, step: kind }
    level = kind === 'start' ? value : total ? level : level + value
    return mark
  })
  return fixtureChart('waterfall', {
    categories: steps.map(({ label }) => label),
    series: [{ label: 'Bridge', values }],
  })
}

function fieldSample({
  parts,
  total,
  own,
  format = {},
}: {
  readonly parts: readonly number[]
  readonly total?: number
  readonly own: NonNullable<ChartModel['own']>
  readonly format?: { readonly decimals?: number; readonly suffix?: string }
}): ChartModel {
  return fixtureChart('dots', {
    categories: ['4Q08'],
    series: parts.map((value, index) => ({
      label: `Part no. ${index + 1}`,
      values: [value],
      color: index + 1,
      ...format,
    })),
    ...(total === undefined ? {} : { totals: [total] }),
    more: { own },
  })
}

/** Panels of two series each, whose names stand in place of their titles or below them. */
const panelPairs = [
  { legend: 'direct', names: ['Parcels', 'Contract logistics of the group'] },
  { legend: 'top', names: ['Air', 'Sea'] },
  { legend: 'direct', names: ['Rail', 'Road'] },
].map(({ legend, names }, index) =>
  fixtureChart('grouped-column', {
    categories: ['4Q07', '4Q08'],
    series: names.map((label, order) => ({ label, values: [1400 + order * 200, 1500 + index * 90], color: order + 1 })),
    more: { title: names.join(' and '), legend: legend === 'top' ? 'top' : 'direct', id: `pair-${index}` },
  }),
)

const slopeChange = (label: string, text: string): ChartArrow => ({
  kind: 'difference',
  from: 0,
  to: 1,
  series: label.toLowerCase(),
  label: 'vs FY07',
  text,
  fact: 'c',
})

/** One chart of each type, and the awkward ones. */
export const samples = {
  column: fixtureChart('column', {
    categories: ['FY06', 'FY07', 'FY08', 'FY09 target'],
    emphasis: 2,
    scenarios: { 3: 'target' },
    series: [{ label: 'Revenue', values: [57055, 66835, 69731, { value: 73000, drawn: 'target' }] }],
    arrows: [{ kind: 'cagr', from: 0, to: 2, series: null, label: 'CAGR FY06–FY08', text: '+10.6%', fact: 'c' }],
  }),
  stacked: fixtureChart('stacked-column', {
    categories: quarters,
    emphasis: 3,
    series: [
      { label: 'Recurring', values: [13050, 13379, 13597, 14032], color: 1 },
      { label: 'One-time', values: [3278, { value: 3548, drawn: 'derived', footnote: 'a' }, 3929, 4910], color: 2 },
    ],
    totals: [16328, 16927, 17526, 18942],
    rows: [{ label: 'YoY', cells: ['19.2%', '3.9%', '(4.5%)', '2.5%'] }],
  }),
  shares: fixtureChart('stacked-column-100', {
    categories: quarters,
    series: [
      { label: 'Recurring', values: [79.9, 79.0, 77.6, 74.1], color: 1, decimals: 1, suffix: '%' },
      { label: 'One-time', values: [20.1, 21.0, 22.4, 25.9], color: 2, decimals: 1, suffix: '%' },
    ],
  }),
  grouped: fixtureChart('grouped-column', {
    categories: quarters,
    series: [
      { label: 'Operating income', values: [411, 594, 839, 1073], color: 1 },
      { label: 'Net income', values: [169, 199, -14, 1065], color: 3 },
    ],
  }),
  bar: fixtureChart('bar', {
    categories: ['Internet connectivity for companies', 'Outsourcing', 'Systems construction'],
    series: [{ label: 'Growth', values: [7.3, 18.9, -14.2], decimals: 1, suffix: '%' }],
  }),
  stackedBar: fixtureChart('stacked-bar', {
    categories: ['FY07', 'FY08'],
    series: [
      { label: 'Services', values: [37000, 43250], color: 1 },
      { label: 'Integration', values: [28600, 25600], color: 2 },
    ],
    totals: [65600, 68850],
  }),
  lines: fixtureChart('line', {
    categories: quarters,
    series: [
      { label: 'Total', values: [18.5, 19.6, 20.2, 21.4], mark: 'line', decimals: 1, suffix: '%', color: 1 },
      { label: 'Integration', values: [21.7, null, 22.4, 24.8], mark: 'line', decimals: 1, suffix: '%', color: 2 },
    ],
  }),
  columnLine: fixtureChart('column-line', {
    categories: quarters,
    series: [
      { label: 'Operating income', values: [411, 594, 839, 1073], color: 1 },
      {
        label: 'Margin',
        values: [2.5, 3.5, 4.8, 5.7],
        mark: 'line',
        axis: 'ratio',
        decimals: 1,
        suffix: '%',
        color: 2,
      },
    ],
  }),
  bridge: bridgeSample([
    step('FY07', 4759, 'start'),
    step('Gross profit', 1023, 'up'),
    step('Costs', -2865, 'down'),
    step('FY08', 0, 'end'),
  ]),
  bridgeBelowZero: bridgeSample([
    step('Operating', 4200, 'start'),
    step('Investing', -5600, 'down'),
    step('Free cash flow', 0, 'subtotal'),
    step('Borrowing', 3900, 'up'),
    step('Change in cash', 0, 'end'),
  ]),
  doughnut: fixtureChart('doughnut', {
    categories: ['FY08'],
    series: [
      { label: 'Institutions', values: [41.3], decimals: 1, suffix: '%', color: 1 },
      { label: 'Individuals', values: [58.7], decimals: 1, suffix: '%', color: 3 },
    ],
    more: { whole: { text: '206,478', fact: 'w' }, unit: 'shares' },
  }),
  panels: fixtureChart('small-multiples', {
    categories: quarters,
    series: [],
    more: {
      panels: [
        fixtureChart('column', {
          categories: quarters,
          series: [{ label: 'A', values: [5200, 5300, 5450, 5600] }],
          more: { title: 'A' },
        }),
        fixtureChart('column', {
          categories: quarters,
          series: [{ label: 'B', values: [43, 88, 131, 160] }],
          more: { title: 'B' },
        }),
      ],
    },
  }),
  panelsOfTwo: fixtureChart('small-multiples', {
    categories: ['4Q07', '4Q08'],
    series: [],
    more: {
      panels: [...panelPairs, ...panelPairs.map((panel) => ({ ...panel, id: `${panel.id}-again` }))].slice(0, 5),
    },
  }),
  panelsOfOneLegend: fixtureChart('small-multiples', {
    categories: ['FY07', 'FY08'],
    series: [],
    more: {
      panels: ['Northern and eastern regions of the market', 'South'].map((title) =>
        fixtureChart('grouped-column', {
          categories: ['FY07', 'FY08'],
          series: [
            { label: 'Orders', values: [1200, 1430] },
            { label: 'Sales', values: [1130, null], color: 2 },
          ],
          more: { title, legend: 'top' },
        }),
      ),
    },
  }),
  dots: fieldSample({ parts: [2345, 4210], total: 16930, own: { each: 100, whole: 16930, name: 'All machines' } }),
  fewDots: fieldSample({ parts: [12], total: 240, own: { each: 1, whole: 240, name: 'All branches' } }),
  speck: fieldSample({ parts: [3], total: 16930, own: { each: 100, whole: 16930, name: 'All machines' } }),
  manyParts: fieldSample({ parts: [120, 80, 40, 30, 20, 10], own: { each: 1, whole: 300, name: '' } }),
  longNames: fieldSample({
    parts: [120, 80, 40, 30, 20],
    total: 300,
    own: { each: 1, whole: 300, name: 'All of the branches that were open at the end of the year, wherever they are' },
  }),
  waffle: fieldSample({
    parts: [23.7, 41.25],
    format: { decimals: 1, suffix: '%' },
    own: { each: 1, whole: 100, name: 'Revenue', shape: 'waffle' },
  }),
  slope: fixtureChart('slope', {
    categories: ['FY07', 'FY08'],
    emphasis: 1,
    series: [
      { label: 'Recurring revenue', values: [50703, 54064], mark: 'line', color: 1 },
      {
        label: 'One-time revenue',
        values: [16132, { value: 15667, drawn: 'derived', footnote: 'a' }],
        mark: 'line',
        color: 2,
      },
    ],
    arrows: [slopeChange('Recurring revenue', '+6.6%'), slopeChange('One-time revenue', '(2.9%)')],
  }),
  slopeEight: fixtureChart('slope', {
    categories: ['FY07', 'FY08'],
    series: [88.2, 61, 60.8, 60.1, 40.4, 40.2, 12.5, 12.1].map((value, index) => ({
      label: `Business of ${'a longer name '.repeat(index % 3)}no. ${index + 1}`,
      values: [value, index === 4 ? null : value + (index % 3) - 1],
      mark: 'line',
      decimals: 1,
      color: index + 1,
    })),
  }),
  gaps: fixtureChart('column', { categories: quarters, series: [{ label: 'Contracts', values: [10, null, 0, 40] }] }),
  negative: fixtureChart('column', {
    categories: quarters,
    series: [{ label: 'Loss', values: [-201, -252, -370, -449], color: 2 }],
  }),
  range: fixtureChart('column', {
    categories: quarters,
    series: [
      {
        label: 'Costs',
        values: [
          13303,
          { value: 13800, low: 13500, high: 14100, drawn: 'range', text: '13,500–14,100', footnote: 'a' },
          14100,
          14888,
        ],
      },
    ],
  }),
  crowded: fixtureChart('column', {
    categories: Array.from({ length: 25 }, (_, index) => `${(index % 4) + 1}Q0${2 + Math.floor(index / 4)}`),
    tiers: true,
    emphasis: 24,
    series: [
      {
        label: 'Revenue',
        values: Array.from({ length: 25 }, (_, index) => 9500 + index * 290 + ((index * 37) % 11) * 240),
      },
    ],
    more: { ticks: [0, 5000, 10000, 15000].map((value) => ({ value, text: fixtureText(value) })) },
  }),
  one: fixtureChart('column', { categories: ['FY08'], series: [{ label: 'Revenue', values: [69731] }] }),
} satisfies Readonly<Record<string, ChartModel>>
