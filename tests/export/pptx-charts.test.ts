import { expect, test } from 'vitest'
import { hasFigureEnds, isFigureEnd } from '../../src/charts/base/bridge-ends.ts'
import { chartTypeOf } from '../../src/charts/chart-types.ts'
import { contextTint } from '../../src/charts/colors/fill.ts'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { valueSize } from '../../src/charts/layout/value-size.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { bracketItems } from '../../src/export/pptx/charts/bracket-items.ts'
import { levelsOf } from '../../src/export/pptx/charts/bridge-chart.ts'
import { geometryOf } from '../../src/export/pptx/charts/geometry.ts'
import { marksSeries, plotOptions } from '../../src/export/pptx/charts/marks-chart.ts'
import { brokenAxisItems, rowItems, slopeItems } from '../../src/export/pptx/charts/overlays.ts'
import { panelFrames } from '../../src/export/pptx/charts/panels.ts'
import { ringNames, ringOf } from '../../src/export/pptx/charts/ring-names.ts'
import { sideItems } from '../../src/export/pptx/charts/side-items.ts'
import { stepItems } from '../../src/export/pptx/charts/step-items.ts'
import { officeTypesetter } from '../../src/export/pptx/text/letters.ts'
import type { ChartModel } from '../../src/model/chart.ts'
import { engine } from '../boundaries/imports.ts'
import { fixtureChart } from '../charts/chart-fixture.ts'
import { textBoxes } from '../charts/svg-shapes.ts'
import { readDeck } from '../golden/_decks.ts'
import { nativeCharts, presented } from './_pptx.ts'

const more = `---
layout: one-chart
title: Several
---
\`\`\`chart
type: small-multiples
panels:
  - {title: Recurring, series: [revenue.recurring]}
  - {title: One-time, series: [revenue.one-time]}
  - {title: Total, series: [revenue.total]}
periods: [FY-1, FY]
\`\`\`
`
const measured = `---
layout: one-chart
title: Measured
---
\`\`\`chart
type: grouped-column
series: [gross.total, income.operating]
periods: [FY-1, FY]
differences: [{from: FY-1, to: FY, as: relative, series: gross.total}]
\`\`\`
`
const rowed = `---
layout: one-chart
class: full
title: Rowed
---
\`\`\`chart
type: column
series: [income.operating]
periods: [FY-1, FY]
highlight: FY
rows: [revenue.total, income.net]
\`\`\`
`
const lined = `---
layout: one-chart
class: tall
title: Lined
---
\`\`\`chart
type: line
series:
  - {metric: income.operating, color: 1}
  - {metric: revenue.total, color: 0}
periods: [FY-1, FY]
\`\`\`
`
const ownSlides = [
  ['slides/990-several.md', more],
  ['slides/991-measured.md', measured],
  ['slides/992-rowed.md', rowed],
  ['slides/993-lined.md', lined],
].map(([path = '', text = '']) => ({ kind: 'text' as const, path, text }))
const { input, parts } = presented([...readDeck(engine), ...ownSlides], 'public')
const { look } = input
const all = parts()
const frame = { x: 100, y: 200, width: 1728, height: 600 }

const charts = input.deck.slides.flatMap((slide) =>
  slide.visuals.flatMap((visual) => (visual.kind === 'chart' ? [{ slide, chart: visual.chart }] : [])),
)
const native = charts.flatMap(({ slide, chart }) => nativeCharts(chart).map((own) => ({ slide, chart: own })))
const partOf = (index: number): string => all.get(`ppt/charts/chart${index + 1}.xml`)?.toString('utf8') ?? ''
const find = (wanted: (chart: ChartModel) => boolean): ChartModel => {
  const found = charts.find(({ chart }) => wanted(chart))
  if (!found) throw new Error('no such chart in the deck')
  return found.chart
}

test('charts on the dark ground have the light ink of that ground, not the ink of the theme', () => {
  const dark = native.flatMap(({ slide }, index) => (slide.tone === 'dark' ? [partOf(index)] : []))
  expect(dark.length).toBeGreaterThan(2)
  for (const xml of dark) {
    expect(xml).not.toContain('<a:schemeClr val="tx1"')
    expect(xml).toContain('<a:schemeClr val="bg1"')
  }
})

test('a bracket ends over the bars of the series that it measures', () => {
  const chart = find(
    ({ type, arrows, series }) => type === 'grouped-column' && series.length > 1 && arrows.some((one) => one.series),
  )
  const geometry = geometryOf(chart, frame, look)
  const heads = bracketItems(chart, geometry, frame).filter(
    (item) => item.kind === 'shape' && item.geometry === 'triangle',
  )
  const [arrow] = chart.arrows
  const bar = geometry.marks.find(({ index, dataset }) => index === arrow?.to && dataset.series.id === arrow.series)
  expect(heads.map((head) => head.frame.x + head.frame.width / 2 - frame.x)).toEqual([
    expect.closeTo((bar?.box.x ?? 0) + (bar?.box.width ?? 0) / 2, 3),
  ])
})

test('the column under a total that is a figure begins on the level of its printed digits', () => {
  const chart = find((one) => hasFigureEnds(one))
  const geometry = geometryOf(chart, frame, look)
  const plot = { inner: { x: 0, y: 0.25, w: 1, h: 0.5 }, range: { min: 0, max: 100 } }
  const marks = chart.series[0]?.marks.flatMap((mark) => mark ?? []) ?? []
  const levels = new Map(marks.map((mark, index) => [mark, { from: index * 10, to: 20 + index * 10 }]))
  const items = stepItems(geometry, { frame, look, levels, plot })
  const ends = marks.filter((mark) => isFigureEnd(chart, mark))
  const columns = items.filter((item) => item.kind === 'shape' && item.geometry === 'rect' && item.frame.height > 60)
  const cuts = items.filter((item) => item.kind === 'shape' && item.path !== undefined)
  expect(cuts).toHaveLength(ends.length)
  expect(columns.map((column) => column.frame.y)).toEqual(
    ends.map((mark) => 200 + 600 * (0.25 + 0.5 * (1 - (levels.get(mark)?.to ?? 0) / 100))),
  )
})

test('levels of a bridge lead on from step to step by printed digits', () => {
  const chart = find(({ type }) => chartTypeOf(type).family === 'bridge')
  const levels = [...levelsOf(chart, () => ({ number: 2, digits: '2', format: '0' })).values()]
  expect(levels[0]).toEqual({ from: 0, to: 2 })
  expect(levels[1]).toEqual({ from: 2, to: 4 })
  expect(levels.at(-1)).toEqual({ from: 0, to: 2 })
})

test('steps tell up from down without colours: by the sign of their values, and by an arrow head where they have none', () => {
  const chart = find((one) => chartTypeOf(one.type).family === 'bridge' && !hasFigureEnds(one))
  const steps = chart.series[0]?.marks.flatMap((mark) => (mark?.step === 'up' || mark?.step === 'down' ? [mark] : []))
  const levels = new Map(steps?.map((mark) => [mark, { from: 0, to: 50 }]))
  const plot = { inner: { x: 0, y: 0, w: 1, h: 1 }, range: { min: 0, max: 100 } }
  expect(stepItems(geometryOf(chart, frame, look), { frame, look, levels, plot })).toEqual([])
  const bare = { ...chart, labels: 'none' as const }
  const items = stepItems(geometryOf(bare, frame, look), { frame, look, levels, plot })
  const turned = items.map((item) => item.kind === 'shape' && item.geometry === 'triangle' && item.rotation === 180)
  expect(turned).toEqual(steps?.map(({ step }) => step === 'down'))
})

test('rows under a chart have a rule each, and the period that stands out is bold', () => {
  const chart = find(({ rows, categories }) => rows.length > 0 && categories.some(({ emphasis }) => emphasis))
  const [table] = rowItems(chart, geometryOf(chart, frame, look), frame, look)
  if (table?.kind !== 'table') throw new Error('no rows')
  for (const { cells } of table.rows) {
    expect(cells.every(({ top }) => top !== undefined)).toBe(true)
    const bold = cells.slice(1).map(({ paragraphs }) => paragraphs[0]?.runs[0]?.bold === true)
    expect(bold).toEqual(chart.categories.map(({ emphasis }) => emphasis === true))
  }
})

test('the line that a chart is about is heavier than those beside it', () => {
  const index = native.findIndex(
    ({ chart: { type, series } }) =>
      type === 'line' && series.some(({ color }) => color === 0) && series.some(({ color }) => color !== 0),
  )
  const widths = [...partOf(index).matchAll(/<c:spPr><a:ln cap="rnd" w="(\d+)"/g)].map(([, width]) => Number(width))
  const [light, heavy] = [4 * 6350, 8 * 6350]
  expect(widths).toEqual(native[index]?.chart.series.map(({ color }) => (color === 0 ? light : heavy)))
})

test('panels have letters of the size of the whole chart', () => {
  const chart = find(({ type }) => type === 'small-multiples')
  const whole = geometryOf(chart, frame, look)
  const [panel] = panelFrames(chart, frame, { look, size: whole.scene.sizes.label })
  if (!panel) throw new Error('no panel')
  expect(geometryOf(panel.panel, panel.box, look).scene.sizes).not.toEqual(whole.scene.sizes)
  const at = native.findIndex((one) => one.chart === chart.panels?.[0])
  expect(partOf(at)).toContain(`sz="${whole.scene.sizes.category * 50}"`)
})

test('an axis that does not start at zero says so by a zigzag, one that does has none', () => {
  const chart = find(({ type }) => type === 'line')
  const geometry = geometryOf(chart, frame, look)
  const at = (min: number, max: number) => brokenAxisItems({ ...geometry, range: { min, max } }, frame)
  expect(at(0, 10)).toEqual([])
  const [line] = at(5, 10)
  expect(line?.kind === 'shape' && line.path).toMatch(/^M0 6(?:L[\d.]+ (?:0|6|12)){7}$/)
})

test('two words under charts are columns without bullets', () => {
  const slide = `---\nlayout: one-chart\ntitle: Two\n---\n\`\`\`chart\ntype: column\nseries: [revenue.total]\nperiods: [FY-1, FY]\n\`\`\`\n- The first point\n- The second one\n`
  const { parts: own } = presented(
    [...readDeck(engine), { kind: 'text', path: 'slides/001-two.md', text: slide }],
    'public',
  )
  const xml = own().get('ppt/slides/slide1.xml')?.toString('utf8') ?? ''
  const shapes = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)]
    .map(([shape]) => shape)
    .filter((one) => /first point|second one/.test(one))
  expect(shapes).toHaveLength(2)
  for (const shape of shapes) expect(shape).not.toContain('<a:buChar')
})

test('rows beside a chart have the colour of the way that they go, and three share the height of its plot', () => {
  const slide = `---\nlayout: chart-and-points\ntitle: Ways\n---\n\`\`\`chart\ntype: column\nseries: [revenue.total]\nperiods: [FY-1, FY]\n\`\`\`\n## **Going up**\nBy much\n\n## *Going down*\nBy more\n\n## Staying\nAs it was\n`
  const { parts: own } = presented(
    [...readDeck(engine), { kind: 'text', path: 'slides/001-ways.md', text: slide }],
    'public',
  )
  const xml = own().get('ppt/slides/slide1.xml')?.toString('utf8') ?? ''
  const colorOf = (words: string): string =>
    xml
      .split('<a:r>')
      .find((run) => run.includes(`>${words}<`))
      ?.match(/<a:(?:srgbClr|schemeClr) val="([^"]*)"/)?.[1] ?? ''
  const colors = ['Going up', 'Going down', 'Staying'].map((words) => colorOf(words))
  expect(colors).toEqual(['accent3', look.chart.downColor.slice(1).toUpperCase(), 'tx1'])
  const topOf = (words: string): number => {
    const shape = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([one]) => one).find((one) => one.includes(`>${words}<`))
    return Number(/<a:off x="\d+" y="(\d+)"/.exec(shape ?? '')?.[1])
  }
  const [first = 0, second = 0, third = 0] = ['Going up', 'Going down', 'Staying'].map(topOf)
  expect(Math.abs(third - second - (second - first))).toBeLessThan(3 * 6350)
  expect((second - first) / 6350).toBeGreaterThan(180) // by their words alone 130
})

test('names of bars to both sides of zero stand at the line, where their bars are not, as on the page', () => {
  const series = [{ label: 'Growth', values: [40, -20, 30] }]
  const chart = fixtureChart('bar', { categories: ['Operation', 'Construction', 'Mobile'], series, emphasis: 1 })
  const geometry = geometryOf(chart, frame, look)
  const { inner, range } = plotOptions(chart, geometry, frame)
  const falling = geometry.marks.find(({ mark }) => mark.value < 0)
  if (!falling) throw new Error('no bar falls')
  const size = valueSize(geometry.scene, falling, geometry.layout.labelSize)
  expect(size).toBe(44) // more would take the room of bars to both sides
  const width = officeTypesetter.width(falling.mark.text, size, 600)
  expect(inner.x * frame.width + width).toBeLessThan(falling.box.x)
  expect(range.min).toBeLessThan(-20)
  const names = sideItems(geometry, frame, look).flatMap((item) => (item.kind === 'text' ? [item] : []))
  expect(names.map(({ paragraphs: [one] }) => [one?.runs[0]?.text, one?.runs[0]?.bold, one?.align])).toEqual([
    ['Operation', false, 'right'],
    ['Construction', true, 'left'],
    ['Mobile', false, 'right'],
  ])
  const zero = frame.x + falling.box.x + falling.box.width
  const [first, second, third] = names.map(({ frame: { x, width: own } }) => ({ start: x - zero, end: x + own - zero }))
  expect([first?.end, second?.start, third?.end].map((at) => Math.round(at ?? 0))).toEqual([-14, 14, -14])
})

test('the sign of a note stands raised behind the change on a plate, as on the page', () => {
  const series = [{ label: 'Backlog', values: [40, 30] }]
  const plain = fixtureChart('column', { categories: ['FY07', 'FY08'], series })
  const arrow = {
    kind: 'difference',
    from: 0,
    to: 1,
    series: 'backlog',
    label: 'vs FY07',
    text: '(25%)',
    fact: 'x',
  } as const
  const plateOf = (chart: ChartModel) =>
    bracketItems(chart, geometryOf(chart, frame, look), frame).flatMap((item) =>
      item.kind === 'text' ? [item] : [],
    )[0]
  const [bare, signed] = [{}, { footnote: '‡' }].map((own) => plateOf({ ...plain, arrows: [{ ...arrow, ...own }] }))
  expect(signed?.paragraphs[0]?.runs.at(-1)).toMatchObject({ text: '‡', raised: true })
  expect(signed?.frame.width ?? 0).toBeGreaterThan(bare?.frame.width ?? 0)
  const svg = drawSvg({ ...plain, arrows: [{ ...arrow, footnote: '‡' }] }, defaultTheme, { width: 900, height: 500 })
  expect(textBoxes(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['(25%)', '‡']))
})

test('names of rows with bars at both sides are a list at the left, with lines between rows, as on the page', () => {
  const series = [
    { label: 'Last year', values: [40, 20, 30] },
    { label: 'This year', values: [42, -20, 31] },
  ]
  const chart = fixtureChart('bar', { categories: ['Operation', 'Construction', 'Mobile'], series })
  const items = sideItems(geometryOf(chart, frame, look), frame, look)
  expect(items.flatMap((item) => (item.kind === 'text' ? [item.frame.x] : []))).toEqual([frame.x, frame.x, frame.x])
  const lines = items.filter(({ kind }) => kind === 'shape')
  expect(lines.map((line) => line.frame.width)).toEqual([frame.width, frame.width])
})

test('the line of a slope that stands out has its name bold and larger values, as on the page', () => {
  const line = (label: string, color: number, values: readonly number[]) => ({
    label,
    color,
    values,
    mark: 'line' as const,
  })
  const series = [line('Cash', 1, [10, 50]), line('Debt', 0, [90, 70])]
  const chart = fixtureChart('slope', { categories: ['FY07', 'FY08'], series })
  const geometry = geometryOf(chart, frame, look)
  const runs = slopeItems(chart, geometry, frame, look)
    .flatMap((item) => (item.kind === 'text' ? item.paragraphs : []))
    .flatMap((paragraph) =>
      paragraph.runs.map(({ text, bold, size = paragraph.size }) => ({ text: text.trim(), bold, size })),
    )
  const named = (name: string) => runs.find(({ text }) => text === name)
  const usual = named('70')?.size ?? 0
  expect(named('50')).toMatchObject({ bold: true, size: usual * 1.4 })
  expect([named('Cash')?.bold, named('Debt')?.bold]).toEqual([true, false])
})

test('the axis names bars only where no text does', () => {
  const series = [{ label: 'Growth', values: [40, 20] }]
  const bars = (emphasis?: number) =>
    geometryOf(
      fixtureChart('bar', {
        categories: ['Operation', 'Mobile'],
        series,
        ...(emphasis !== undefined && { emphasis }),
      }),
      frame,
      look,
    )
  for (const geometry of [bars(), bars(1)]) {
    const isText = sideItems(geometry, frame, look).some(({ kind }) => kind === 'text')
    expect(plotOptions(geometry.scene.model, geometry, frame).hasOwnNames).toBe(isText)
  }
  expect(plotOptions(bars(1).scene.model, bars(1), frame).hasOwnNames).toBe(true)
})

test('parts of a ring are named beside it with their values, each on its side, clear of the ring and of one another', () => {
  const parts = [45, 30, 15, 4, 3, 3].map((value, index) => ({
    label: `Part ${index + 1} of all`,
    values: [value],
    color: Math.min(index, 1),
  }))
  const chart = fixtureChart('doughnut', { categories: ['FY08'], series: parts })
  const geometry = geometryOf(chart, frame, look)
  const ring = ringOf(geometry)
  const items = ringNames(geometry, frame, undefined)
  const named = items.flatMap((item) => (item.kind === 'text' ? [item] : []))
  const words = named.map(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' '))
  for (const { label, values } of parts)
    expect(words.filter((own) => own.includes(label) && own.includes(String(values[0])))).toHaveLength(1)
  expect(items.filter((item) => item.kind === 'shape' && item.path !== undefined)).toHaveLength(parts.length)
  const middle = frame.x + ring.x
  for (const { frame: box } of named) {
    const isLeft = box.x + box.width <= middle - ring.radius
    expect(isLeft || box.x >= middle + ring.radius).toBe(true)
    const others = named.filter((one) => one.frame !== box && one.frame.x < middle === box.x < middle)
    for (const { frame: one } of others) expect(one.y + one.height <= box.y || box.y + box.height <= one.y).toBe(true)
  }
})

test('the leg that a bracket comes from reaches down to the value there', () => {
  const chart = fixtureChart('column', {
    categories: ['FY06', 'FY07', 'FY08'],
    series: [{ label: 'Sales', values: [10, 60, 100] }],
    arrows: [{ kind: 'difference', label: 'vs FY06', text: '+90', fact: null, from: 0, to: 2, series: null }],
  })
  const geometry = geometryOf(chart, frame, look)
  const line = bracketItems(chart, geometry, frame).find((item) => item.kind === 'shape' && item.path !== undefined)
  const [bar] = geometry.marks
  const foot = (line?.frame.y ?? 0) + (line?.frame.height ?? 0) - frame.y
  const gap = (bar?.box.y ?? 0) - geometry.layout.labelSize * 1.25 - foot
  expect(gap).toBeGreaterThan(6)
  expect(gap).toBeLessThan(18)
})

test('the context of the only series in colour of a stack is light with an edge, in the legend too', () => {
  const chart = fixtureChart('stacked-column', {
    categories: ['FY07', 'FY08'],
    series: [
      { label: 'Equity', values: [40, 50], color: 1 },
      { label: 'Liabilities', values: [60, 50], color: 0 },
    ],
  })
  const geometry = geometryOf(chart, frame, look)
  const pointOf = () => ({ number: 2, digits: '2', format: '0' })
  const [equity, liabilities] = marksSeries(chart, { look, geometry, pointOf, totalName: 'Total' })
  const [grey = '', blue = ''] = geometry.scene.theme.palette
  const own = { fill: contextTint(grey, geometry.scene.theme), stroke: { color: grey, width: 3 } }
  expect([liabilities?.look, ...(liabilities?.points ?? [])]).toEqual([own, own, own])
  expect(equity?.look).toEqual({ fill: blue })
})

test('no value that is printed lies beyond the end of its axis, where programs leave its label out', () => {
  const beyond = native.flatMap((_, index) => {
    const part = partOf(index)
    const [axis = ''] = [...part.matchAll(/<c:valAx>.*?<\/c:valAx>/gs)].map(([xml]) => xml)
    const max = Number(/<c:max val="([-\d.e+]+)"\/>/.exec(axis)?.[1])
    const [line = ''] = /<c:lineChart>.*?<\/c:lineChart>/s.exec(part) ?? []
    const labelled = [...line.matchAll(/<c:ser>.*?<\/c:ser>/gs)]
      .map(([xml]) => xml)
      .filter((xml) => xml.includes('<c:dLblPos'))
    const values = labelled.flatMap((xml) => [
      ...(/<c:val>.*?<\/c:val>/s.exec(xml)?.[0] ?? '').matchAll(/<c:v>([-\d.]+)<\/c:v>/g),
    ])
    const first = part.split('<c:valAx>').length === 2 // a ratio has an axis of its own
    return first
      ? values
          .map(([, value]) => Number(value))
          .filter((value) => value > max + 1e-9)
          .map((value) => [index, value, max])
      : []
  })
  expect(beyond).toEqual([])
})
