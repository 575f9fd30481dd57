import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { droppedLabels } from '../../src/charts/dropped-labels.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { type ChartDeck, chartsIn, compileCharts, metric } from './_small-deck.ts'
import { rects } from './svg-shapes.ts'

const ids = Array.from({ length: 10 }, (_, index) => `m${index}`)
const years = Array.from({ length: 30 }, (_, index) => String(1994 + index))
const deck = (chart: string, labels: readonly string[] = []): ChartDeck => ({
  metrics: ids.map((id, index) => metric(id, labels[index] ?? `Part ${index}`)),
  figures: [
    `metric,unit,${years.join(',')},source`,
    ...ids.map((id, index) => `${id},EUR mn,${years.map((_, year) => 100 + index * 7 + year * 3).join(',')},R1`),
  ],
  charts: [chart],
})
const list = (count: number): string => ids.slice(0, count).join(', ')

describe('more than colours tell apart', () => {
  test.each([
    ['series of a stack', `type: stacked-column\nseries: [${list(9)}]\nperiods: [2022, 2023]`],
    ['series side by side', `type: grouped-column\nseries: [${list(10)}]\nperiods: [2022, 2023]`],
    ['series of shares', `type: stacked-column-100\nseries: [${list(9)}]\nperiods: [2022, 2023]`],
    ['series of stacked bars', `type: stacked-bar\nseries: [${list(9)}]\nperiods: [2022, 2023]`],
    ['slices', `type: doughnut\nitems: [${list(9)}]\nperiod: 2023`],
  ])('%s are refused with a hint', (_name, chart) => {
    const [found] = compileCharts(deck(chart)).diagnostics
    expect(found).toMatchObject({ code: 'unsupported-chart-part', severity: 'error' })
    expect(found?.hint).toMatch(/are more than the 8 that colours tell apart: .*\.$/)
  })

  test.each([
    ['eight series', `type: stacked-column\nseries: [${list(8)}]\nperiods: [2022, 2023]`],
    ['eight slices', `type: doughnut\nitems: [${list(8)}]\nperiod: 2023`],
    ['ten bars', `type: bar\nitems: [${list(10)}]\nperiod: 2023`],
  ])('%s are drawn', (_name, chart) => {
    expect(compileCharts(deck(chart)).deck).toBeDefined()
  })
})

describe('labels that have no room', () => {
  const size = { width: 832, height: 408 }
  const dropped = (chart: string, labels?: readonly string[]): readonly string[] =>
    chartsIn(deck(chart, labels)).flatMap((model) => droppedLabels(model, size))
  const long = 'Verkehrsinfrastrukturfinanzierungsgesellschaft'
  const wordy =
    'Income from associated companies and joint ventures that are accounted for by the equity method after tax and of the share of others in the result of the year'

  test.each([
    ['a word wider than its bar has room', `type: bar\nitems: [m0, m1]\nperiod: 2023`, [long], [long]],
    [
      'a word wider than its column',
      `type: waterfall\nperiod: 2023\nsteps: [{start: m0}, {figure: m1}, {figure: m2}, {figure: m3}, {subtotal: So far}]`,
      ['A', long],
      [long],
    ],
    ['a sentence beside a bar', 'type: bar\nitems: [m0, m1]\nperiod: 2023', [wordy], [wordy]],
    ['a name of a slice', 'type: doughnut\nitems: [m0, m1]\nperiod: 2023', [wordy], [wordy]],
    ['a row of changes', `type: column\nseries: [m0]\nperiods: 1995..2023\nyoy: true`, [], ['YoY']],
    ['nothing', `type: column\nseries: [m0]\nperiods: 2018..2023\nyoy: true`, [], []],
  ])('%s', (_name, chart, labels, expected) => {
    expect(dropped(chart, labels)).toEqual(expect.arrayContaining([...expected]))
    if (expected.length === 0) expect(dropped(chart, labels)).toEqual([])
  })

  test('are a warning with a hint', () => {
    const { diagnostics } = compileCharts(deck('type: bar\nitems: [m0, m1]\nperiod: 2023', [wordy]))
    expect(diagnostics).toMatchObject([{ code: 'chart-label-cut', severity: 'warning' }])
  })

  test('never take the bars away', () => {
    const unbroken = 'x'.repeat(77)
    const [chart] = chartsIn(deck('type: bar\nitems: [m0, m1]\nperiod: 2023', [unbroken]))
    const svg = chart ? drawSvg(chart, defaultTheme, size) : ''
    expect(rects(svg).filter(({ width }) => width > 100).length).toBe(2)
  })
})

test('labels without blanks break between their segments', () => {
  const names = ['営業キャッシュフロー', '投資キャッシュフロー', '財務キャッシュフロー']
  const steps = 'steps: [{start: m0}, {figure: m1}, {figure: m2}, {subtotal: 期末残高}]'
  const [chart] = chartsIn(deck(`type: waterfall\nperiod: 2023\n${steps}`, names))
  const size = { width: 544, height: 384 }
  expect(chart && droppedLabels(chart, size)).toEqual([])
  const svg = chart ? drawSvg(chart, defaultTheme, size) : ''
  for (const piece of ['投資', '財務', '期末残高']) expect(svg).toContain(piece)
})
