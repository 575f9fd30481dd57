import { describe, expect, test } from 'vitest'
import { type ChartDeck, chartsIn, codesOf, findingsOf, metric } from './_small-deck.ts'

const deck = (steps: readonly string[], figures: Readonly<Record<string, string>>, more = ''): ChartDeck => ({
  metrics: [
    metric('sales', 'Sales'),
    metric('costs', 'Costs'),
    metric('ebit', 'Operating profit', ', short: EBIT'),
    metric('interest', 'Interest'),
    metric('net', 'Net profit'),
  ],
  figures: ['metric,unit,FY 2023,source', ...Object.entries(figures).map(([id, value]) => `${id},EUR mn,${value},R1`)],
  charts: [`type: waterfall\nperiod: 2023${more}\nsteps:\n${steps.map((step) => `  - {${step}}\n`).join('')}`],
})

const walk = (subtotal: string): readonly string[] => [
  'start: sales',
  'figure: costs',
  `subtotal: ${subtotal}`,
  'figure: interest',
  'end: net',
]
const rounded = { sales: '80.4', costs: '-61.3', ebit: '19.0', interest: '-2.1', net: '16.9' }
const exact = { sales: '80', costs: '-61', ebit: '19', interest: '-2', net: '17' }

function drawn(small: ChartDeck): readonly (readonly [string, string, string | null])[] {
  const [chart] = chartsIn(small)
  return (chart?.series[0]?.marks ?? []).map((mark, index) => [
    chart?.categories[index]?.label ?? '',
    mark?.text ?? '',
    mark?.fact ?? null,
  ])
}

describe('a sub-total that is a metric', () => {
  test.each(['ebit', 'EBIT', 'Operating profit'])('named %s prints and ties the figure', (name) => {
    expect(drawn(deck(walk(name), exact))[2]?.slice(1)).toEqual(['19', 'ebit@2023'])
  })

  test('that the steps do not lead to is an error', () => {
    expect(codesOf(deck(walk('ebit'), { ...exact, ebit: '25' }))).toEqual(['invalid-bridge'])
  })

  test('without a figure is missing', () => {
    const { ebit: _, ...others } = exact
    expect(codesOf(deck(walk('ebit'), others))).toEqual(['missing-chart-figures'])
  })

  test('any other text is the label of a computed one', () => {
    expect(drawn(deck(walk('Before interest'), exact))[2]?.slice(0, 2)).toEqual(['Before interest', '19'])
  })
})

describe('a bridge of rounded steps', () => {
  test('closes by a step of its own where digits are left open', () => {
    const small = deck(walk('ebit'), rounded)
    expect(drawn(small).map(([label, text]) => `${label} ${text}`)).toEqual([
      'Sales 2023 80.4',
      'Costs (61.3)',
      'Rounding (0.1)',
      'EBIT 19.0',
      'Interest (2.1)',
      'Net profit 2023 16.9',
    ])
    expect(chartsIn(small)[0]?.notes).toEqual([])
    expect([...findingsOf('X1', small), ...findingsOf('X2', small)].map(({ verdict }) => verdict)).toEqual([
      'ticked',
      'ticked',
    ])
  })

  test('says so where only the printed digits do not add up', () => {
    const figures = { sales: '10.4', costs: '-1.4', ebit: '9.0', interest: '-1.4', net: '7.6' }
    const small = deck(walk('ebit'), figures, '\ndecimals: 0')
    expect(drawn(small).map(([, text]) => text)).toEqual(['10', '(1)', '9', '(1)', '8'])
    expect(chartsIn(small)[0]?.notes).toEqual([])
    const off = deck(
      walk('ebit'),
      { ...figures, sales: '10.4', costs: '-1.6', ebit: '8.8', net: '7.4' },
      '\ndecimals: 0',
    )
    expect(drawn(off).map(([, text]) => text)).toEqual(['10', '(2)', '9', '(1)', '7'])
    expect(chartsIn(off)[0]?.notes).toEqual(['Figures may not add up due to rounding.'])
    expect(findingsOf('X2', off).map(({ verdict }) => verdict)).toEqual(['ticked'])
  })
})

describe('a bridge that begins with a figure', () => {
  const begun = (first: string, definition: string): readonly string[] => {
    const small = deck([first, 'figure: costs', 'subtotal: ebit'], exact)
    return codesOf({ ...small, metrics: small.metrics.map((each) => each.replace(', short: EBIT', definition)) })
  }

  test.each([
    ['which a total is less something', 'figure: sales', ', difference: [sales, costs]', ['missing-chart-part']],
    ['which leads a sum that takes something', 'figure: sales', ', sum: [sales, -costs]', ['missing-chart-part']],
    ['which is one part of a sum', 'figure: sales', ', sum: [sales, costs]', []],
    ['as its start', 'start: sales', ', difference: [sales, costs]', []],
  ])('%s', (_, first, definition, codes) => {
    expect(begun(first, definition)).toEqual(codes)
  })
})
