import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { leftOut } from '../../src/charts/left-out.ts'
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

describe('more than a box has room for', () => {
  const layout = (chart: string, years: string): ChartDeck => ({ ...deck(`${chart}\nperiods: ${years}`) })
  test.each([
    ['stacked bars by period', 'type: stacked-bar\nseries: [m0, m1]', 30],
    ['bars by period', 'type: bar\nseries: [m0]', 28],
    ['columns side by side', `type: grouped-column\nseries: [${list(8)}]`, 30],
  ])('%s are refused with a hint', (_name, chart, count) => {
    const [found] = compileCharts(layout(chart, `${2024 - count}..2023`)).diagnostics
    expect(found).toMatchObject({ code: 'chart-too-crowded', severity: 'error' })
    expect(found?.message).toMatch(new RegExp(`unsupported number of categories ${count}: .* has room for \\d+$`))
    expect(found?.hint).toContain('take years for quarters')
  })

  test.each([
    ['a line', 'type: line\nseries: [m0]', 30],
    ['columns on each other', 'type: stacked-column\nseries: [m0, m1]', 30],
    ['a few bars', 'type: stacked-bar\nseries: [m0, m1]', 12],
  ])('%s of %s are drawn', (_name, chart, count) => {
    expect(compileCharts(layout(chart, `${2024 - count}..2023`)).deck).toBeDefined()
  })
})

describe('labels that have no room', () => {
  const size = { width: 832, height: 408 }
  const dropped = (chart: string, labels?: readonly string[]): readonly string[] =>
    chartsIn(deck(chart, labels)).flatMap((model) => leftOut(model, size).labels)
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
    ['a row of changes', `type: column\nseries: [m0]\nperiods: 1995..2023\nyoy: true`, [], ['YoY of 29 periods']],
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
  const size = { width: 608, height: 384 }
  expect(chart && leftOut(chart, size).labels).toEqual([])
  const svg = chart ? drawSvg(chart, defaultTheme, size) : ''
  for (const piece of ['投資', '財務', '期末残高']) expect(svg).toContain(piece)
})

test.each([
  ['column', 'series: [m1, m1]\nperiods: [2022, 2023]', 'series'],
  ['stacked-column', 'series: [m0, m1, m0]\nperiods: [2022, 2023]', 'series'],
  ['line', 'series: [m2, {metric: m2, as: line}]\nperiods: [2022, 2023]', 'series'],
  ['column-line', 'series: [m3, m3]\nratio: m4\nperiods: [2022, 2023]', 'series'],
  ['bar', 'items: [m5, m6, m5]\nperiod: 2023', 'items'],
  ['doughnut', 'items: [m5, m5]\nperiod: 2023', 'items'],
  ['small-multiples', 'panels: [{series: [m1]}, {series: [m2, m2]}]\nperiods: [2022, 2023]', 'series'],
])('a %s chart has each series once', (type, keys, part) => {
  const found = compileCharts(deck(`type: ${type}\n${keys}`)).diagnostics.map(({ message }) => message)
  expect(found).toContain(
    type === 'column' ? 'unsupported "series" in a column chart' : `unsupported "${part}" in a ${type} chart`,
  )
})

test('one metric twice is two series where it is measured twice, or stands in two panels', () => {
  for (const chart of [
    'type: grouped-column\nseries: [{metric: m1, measure: yoy}, {metric: m2, measure: yoy}]\nperiods: [2022, 2023]',
    'type: small-multiples\npanels: [{series: [m1], title: A}, {series: [m1, m2]}]\nperiods: [2022, 2023]',
  ])
    expect(compileCharts(deck(chart)).deck).toBeDefined()
})

test.each([
  ['slope', 'series: [m0, m1]\nperiods: [2022, 2023]'],
  ['dots', 'items: [m0, m1]\nperiod: 2023'],
])('a name that a %s chart cuts is named', (type, keys) => {
  const long = 'Straßenverkehrsgenossenschaftsbeteiligungsverwaltungsgesellschaftszentralstelle'
  const [chart] = chartsIn(deck(`type: ${type}\n${keys}`, ['Short', long]))
  expect(chart && leftOut(chart, { width: 544, height: 384 }).labels).toEqual([long])
  const [short] = chartsIn(deck(`type: ${type}\n${keys}`, ['Short', 'Also short']))
  expect(short && leftOut(short, { width: 544, height: 384 }).labels).toEqual([])
})

test('crowded years are labelled at even steps that end with the last', () => {
  const [chart] = chartsIn(deck('type: column\nseries: [m0]\nperiods: 1994..2023\nlabels: ends'))
  const size = { width: 700, height: 384 }
  expect(chart && leftOut(chart, size)).toEqual({ labels: [], values: [] })
  const shown = [...(chart ? drawSvg(chart, defaultTheme, size) : '').matchAll(/>(\d{4})</g)].map(([, year]) =>
    Number(year),
  )
  shown.sort()
  expect(shown.length).toBeGreaterThan(6)
  expect(shown.at(-1)).toBe(2023)
  expect(new Set(shown.slice(1).map((year, index) => year - (shown[index] ?? 0))).size).toBe(1)
})

describe('values that have no room', () => {
  const size = { width: 832, height: 408 }
  const small: ChartDeck = {
    metrics: [metric('air', 'Air'), metric('sea', 'Sea'), metric('rail', 'Rail')],
    figures: [
      `metric,unit,${years.join(',')},source`,
      `air,EUR mn,${years.map((_, year) => 21_480 + year * 310).join(',')},R1`,
      `sea,EUR mn,${years.map((_, year) => 16_020 + year * 450).join(',')},R1`,
      `rail,EUR mn,${years.map(() => 140).join(',')},R1`,
    ],
    charts: [],
  }
  const missing = (chart: string): readonly string[] =>
    chartsIn({ ...small, charts: [chart] }).flatMap((model) => leftOut(model, size).values)

  test.each([
    ['columns', 'type: column\nseries: [air]\nperiods: 2000..2023'],
    ['lines', 'type: line\nseries: [air, sea]\nperiods: 2004..2023'],
    ['columns side by side', 'type: grouped-column\nseries: [air, sea, rail]\nperiods: 2012..2023'],
    ['a small part of a stack', 'type: stacked-column\nseries: [air, sea, rail]\nperiods: 2020..2023'],
    ['a small part of a bar', 'type: stacked-bar\nseries: [air, sea, rail]\nperiods: 2020..2023'],
    ['columns of panels', 'type: small-multiples\npanels: [{series: [air]}, {series: [sea]}]\nperiods: 2012..2023'],
    ['all of them', 'type: column\nseries: [air]\nperiods: 2000..2023\nlabels: all'],
  ])('of %s are named, unless the block says which are printed', (_name, chart) => {
    expect(missing(chart).length).toBeGreaterThan(0)
    if (chart.includes('labels')) return
    for (const labels of ['fitting', 'none']) expect(missing(`${chart}\nlabels: ${labels}`)).toEqual([])
  })

  test('of shares are named whatever values are printed', () => {
    const chart =
      'type: stacked-column\nseries: [air, rail]\nperiods: 2020..2023\ntotals: all\nshare: rail\nlabels: fitting'
    const metrics = [...small.metrics, 'all: {label: All, unit: EUR mn, kind: flow, polarity: more, sum: [air, rail]}']
    const [model] = chartsIn({ ...small, metrics, charts: [chart] })
    expect(model && leftOut(model, size).values.length).toBeGreaterThan(0)
  })

  test.each([
    ['type: column\nseries: [air]\nperiods: 2000..2023', []],
    ['type: line\nseries: [air, sea]\nperiods: 2004..2023', []],
    ['type: stacked-column\nseries: [air, sea, rail]\nperiods: 2019..2023', ['140 (2019)', '140 (2023)']],
    ['type: stacked-bar\nseries: [air, rail, sea]\nperiods: 2020..2023', ['140 (2020)', '140 (2023)']],
  ])('at the ends are named where these are asked for: %s', (chart, ends) => {
    const found = missing(`${chart}\nlabels: ends`).map((text) => text.replace(/\(.*?(\d{4})\)/, '($1)'))
    expect(found).toEqual(ends)
  })

  test.each([
    ['columns', 'type: column\nseries: [air]\nperiods: 2016..2023'],
    ['a line', 'type: line\nseries: [air]\nperiods: 2016..2023'],
    ['a stack', 'type: stacked-column\nseries: [air, sea]\nperiods: 2018..2023\ntotals: true'],
    ['bars', 'type: bar\nitems: [air, sea, rail]\nperiod: 2023'],
  ])('none of %s', (_name, chart) => {
    expect(missing(chart)).toEqual([])
  })

  test('are a warning that names them, and says which settings there are', () => {
    const { diagnostics } = compileCharts({ ...small, charts: ['type: column\nseries: [sea]\nperiods: 2008..2023'] })
    expect(diagnostics).toMatchObject([{ code: 'chart-values-left-out', severity: 'warning' }])
    expect(diagnostics[0]?.message).toMatch(/ has no room to print [\d,]+ \(Sea, \d{4}\); .* and \d+ more$/)
    expect(diagnostics[0]?.hint).toContain('labels: fitting')
  })
})

test.each([
  ['from column to column', '2022', ['compared with a year before']],
  ['over several columns', '2019', []],
])('what an arrow %s says beside its number is named where it has no room', (_name, from, expected) => {
  const arrow = `differences: [{from: "${from}", to: "2023", label: compared with a year before}]`
  const [chart] = chartsIn(deck(`type: column\nseries: [m0]\nperiods: 2017..2023\n${arrow}`))
  expect(chart && leftOut(chart, { width: 960, height: 408 }).labels).toEqual(expected)
})
