import { describe, expect, test } from 'vitest'
import type { ChartModel } from '../../src/model/chart.ts'
import { x1 } from '../../src/tieout/rules/x1-drawn.ts'
import { x2 } from '../../src/tieout/rules/x2-zero.ts'
import { ruleContext } from '../../src/tieout/tie-out.ts'
import { row, type SmallDeck, tieSmall, verdictsOf } from './small-deck.ts'

describe('G1: guidance', () => {
  const target = (values: string): SmallDeck => ({
    columns: '1H09,FY09',
    rows: [row('income', values, { scenario: 'target' })],
  })
  test.each([
    ['the half within the year', target('40,100'), ['ticked']],
    ['the half above the year', target('140,100'), ['error']],
    ['no year known', target('40,'), []],
    [
      'low before high',
      { columns: 'FY09', rows: [row('income', '73..75', { scenario: 'target', status: 'range' })] },
      ['ticked'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('G1', small)).toEqual(expected)
  })
})

describe('N1: a measure outside GAAP stands beside its counterpart', () => {
  const base: SmallDeck = { columns: 'FY08', rows: [row('income', '100'), row('adjusted', '130'), row('goods', '30')] }
  const both = '- {{figure "income" "FY"}} and {{figure "adjusted" "FY"}}'
  const ties = ['{identity: adjusted - goods = income}']
  test.each([
    ['reconciled', { ...base, ties, body: both }, ['ticked']],
    ['alone', { ...base, ties, body: '- {{figure "adjusted" "FY"}}' }, ['error']],
    [
      'less prominent',
      { ...base, ties, title: '{{figure "adjusted" "FY"}}', body: '- {{figure "income" "FY"}}' },
      ['warning'],
    ],
    ['first', { ...base, ties, body: '- {{figure "adjusted" "FY"}}\n- {{figure "income" "FY"}}' }, ['warning']],
    ['not reconciled', { ...base, body: both }, ['not-checkable']],
    ['not used', { ...base, body: '- {{figure "income" "FY"}}' }, []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('N1', small)).toEqual(expected)
  })
})

describe('L1: targets come with the forward-looking statement', () => {
  const base: SmallDeck = {
    columns: 'FY09',
    rows: [row('income', '100', { scenario: 'target' })],
    body: '- {{figure "income" "FY+1" scenario="target"}}',
  }
  const slides = { '020-forward': '---\nlayout: statement\ntitle: Forward-looking statement\n---\nAll is uncertain.\n' }
  test.each([
    ['with it', { ...base, slides }, ['ticked']],
    ['without it', base, ['error']],
    [
      'with a slide of its layout that says something else',
      {
        ...base,
        slides: {
          '020-pride': '---\nlayout: statement\ntitle: What we are proud of\n---\nWe were the first in the country.\n',
        },
      },
      ['error'],
    ],
    [
      'under another title, by its words',
      {
        ...base,
        slides: {
          '020-forward': '---\nlayout: statement\ntitle: Please read\n---\nActual results could differ materially.\n',
        },
      },
      ['ticked'],
    ],
    ['no target is shown', { ...base, body: '- Nothing' }, []],
  ])('%s', (_name, small, expected) => {
    expect(verdictsOf('L1', small)).toEqual(expected)
  })
})

describe('X1 and X2: charts', () => {
  const body =
    '```chart\ntype: stacked-column\nseries: [services, goods]\nperiods: [FY-1, FY]\ntotals: revenue\n```\n- Text'
  const small: SmallDeck = {
    rows: [row('services', '50,60'), row('goods', '30,40'), row('revenue', '80,100')],
    layout: 'chart-and-points',
    body,
  }
  const { deck } = tieSmall(small)
  const withChart = (turn: (chart: ChartModel) => ChartModel): ReturnType<typeof ruleContext> =>
    ruleContext({
      ...deck,
      slides: deck.slides.map((slide) => ({
        ...slide,
        visuals: slide.visuals.map((visual) =>
          visual.kind === 'chart' ? { ...visual, chart: turn(visual.chart) } : visual,
        ),
      })),
    })
  const firstMark = (chart: ChartModel, value: number): ChartModel => ({
    ...chart,
    series: chart.series.map((series, index) =>
      index > 0
        ? series
        : { ...series, marks: series.marks.map((mark, at) => (mark && at === 0 ? { ...mark, value } : mark)) },
    ),
  })

  test('a chart as it was resolved is ticked', () => {
    expect(verdictsOf('X1', small)).toEqual(['ticked'])
    expect(verdictsOf('X2', small)).toEqual(['ticked'])
  })

  test('a line over columns is drawn at a scale of its own, be it in an amount per something', () => {
    const priced: SmallDeck = {
      metrics: [
        'fare: {label: Fare, unit: JPY per trip, kind: ratio, polarity: more}',
        'wage: {label: Wage, unit: JPY, kind: ratio, polarity: neutral}',
      ],
      rows: [
        row('services', '50,60'),
        row('fare', '612.50,598.00', { unit: 'JPY per trip' }),
        row('wage', '312000,318000', { unit: 'JPY' }),
      ],
      layout: 'two-charts',
      body: ['fare', 'wage']
        .map((id) => `\`\`\`chart\ntype: column-line\nseries: [services]\nratio: ${id}\nperiods: [FY-1, FY]\n\`\`\``)
        .join('\n'),
    }
    expect(verdictsOf('X1', priced)).toEqual(['ticked', 'ticked'])
  })

  test('a mark that is not of the length of its figure is found, by label, by figure and by stack', () => {
    const found = x1.check(withChart((chart) => firstMark(chart, 75)))
    expect(found.map(({ verdict }) => verdict)).toEqual(['error', 'error', 'error'])
    expect(found.map(({ place }) => place.line)).toEqual([5, 5, 5])
  })

  test('shares that do not make 100, and a field that is lit beyond its whole, are found', () => {
    const shares = x1.check(withChart((chart) => ({ ...chart, type: 'stacked-column-100' })))
    expect(shares.map(({ message }) => message).join()).toContain('shares make 80')
    const field = x1.check(withChart((chart) => ({ ...chart, type: 'dots', own: { each: 1, whole: 60 } })))
    expect(field.map(({ message }) => message)).toEqual([expect.stringContaining('80 lit of a field of 60')])
  })

  test('bars that do not start at zero are found', () => {
    const found = x2.check(withChart((chart) => ({ ...chart, bounds: { min: 40, max: 120 } })))
    expect(found.map(({ verdict }) => verdict)).toEqual(['error'])
  })
})
