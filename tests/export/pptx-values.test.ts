/** Values of charts stand where the page has them, and nothing runs through them. */
import { expect, test } from 'vitest'
import { expectedMarks, plotBox } from '../../src/charts/layout/expected-marks.ts'
import { printedLabels } from '../../src/charts/plugins/printed-labels.ts'
import { bracketItems } from '../../src/export/pptx/charts/bracket-items.ts'
import { geometryOf } from '../../src/export/pptx/charts/geometry.ts'
import { officeTypesetter } from '../../src/export/pptx/text/letters.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { slidesOf } from './_shapes.ts'

const one = (block: string, more = ''): string => `layout: one-chart
title: A chart
${more}---
\`\`\`chart
${block}
\`\`\`
`
const ranges: SourceFile = {
  kind: 'text',
  path: 'data/figures/ranges.csv',
  text: 'metric,unit,scenario,status,FY09,source\ngross-profit,JPY mn,target,range,9000..16000,S01\nsga,JPY mn,target,range,9000..16000,S01\n',
}
const ranged = 'series: [gross-profit]\nperiods: [FY-1, FY, {period: FY09, scenario: target}]'
const { charts, input, shapesOf, xmlOf } = slidesOf(
  [
    one('type: line\nseries: [income.operating]\nperiods: [1Q03, 1Q08, 4Q08]'),
    one('type: line\nseries: [revenue.total]\nperiods: [FY-1, FY]'),
    one(`type: column\n${ranged}`),
    one(`type: line\n${ranged}`),
    one(
      'type: bar\nperiod: FY09\nitems:\n  - {metric: gross-profit, scenario: target}\n  - {metric: sga, scenario: target}',
    ),
    one(
      'type: line\nseries: [income.operating]\nperiods: [1Q03, 4Q08]\ndifferences: [{from: 1Q03, to: 4Q08, as: absolute}]',
    ),
    one('type: stacked-column\nseries: [revenue.recurring, revenue.one-time]\nperiods: [1Q08, 2Q08, 3Q08, 4Q08]'),
    one(
      'type: slope\nseries: [revenue.recurring, revenue.one-time, income.operating, sga]\nperiods: [FY-1, FY]\nchange: relative',
    ),
  ],
  [ranges],
)
const [falls = '', rises = '', columns = '', line = '', bars = ''] = charts
const axisLine = (chart: string): string => /<c:catAx>.*?<c:spPr>(.*?)<\/c:spPr>/s.exec(chart)?.[1] ?? ''

test('lines with values below zero have the line at zero, as on the page', () => {
  expect(axisLine(falls)).toContain('<a:solidFill>')
  expect(axisLine(rises)).toContain('<a:noFill/>')
})

/** The offsets of the labels of a chart that have one, in parts of its box. */
const offsetsIn = (chart: string): readonly (readonly number[])[] =>
  [...chart.matchAll(/<c:dLbl>.*?<\/c:dLbl>/gs)].flatMap(([label]) => {
    const found = /<c:x val="([-\d.]+)"\/><c:y val="([-\d.]+)"\/>/.exec(label)
    return found ? [found.slice(1).map(Number)] : []
  })

test('the value of a range stands beyond its whisker', () => {
  for (const chart of [columns, line, bars]) expect(chart).toContain('<c:errBars>')
  for (const chart of [columns, line]) {
    const [[x, y] = [], ...more] = offsetsIn(chart)
    expect([x, more]).toEqual([0, []])
    expect(y).toBeLessThan(-0.02)
  }
  const right = offsetsIn(bars)
  expect(right).toHaveLength(2)
  for (const [x, y] of right) {
    expect(x).toBeGreaterThan(0.02)
    expect(y).toBe(0)
  }
})

test('the stem of a bracket ends above a value below zero that stands over its point', () => {
  const [visual] = input.deck.slides[5]?.visuals ?? []
  if (visual?.kind !== 'chart') throw new Error('no chart')
  const { chart, box } = visual
  const geometry = geometryOf(chart, box, input.look)
  const [stem] = bracketItems(chart, geometry, { x: 0, y: 0, ...box })
  const foot = stem?.kind === 'shape' ? stem.frame.y + Number(/^M\S+ ([\d.]+)/.exec(stem.path ?? '')?.[1]) : Number.NaN
  const [mark] = chart.series[0]?.marks ?? []
  const place = mark && geometry.printed?.places.get(mark)
  expect(mark?.value).toBeLessThan(0)
  expect(place).toBeDefined()
  expect(foot).toBeLessThanOrEqual((place?.y ?? 0) + 2)
})

test('what the page has room to print is printed, however little higher its plot is', () => {
  const [visual] = input.deck.slides[6]?.visuals ?? []
  if (visual?.kind !== 'chart') throw new Error('no chart')
  const { chart } = visual
  for (let height = 120; height < 400; height += 5) {
    const size = { width: 1728, height }
    const { type, scene, printed } = geometryOf(chart, size, input.look)
    const layout = type.layout(scene, officeTypesetter, size)
    scene.state.layout = layout
    const drawing = { marks: expectedMarks(scene, layout, size), plot: plotBox(layout, size), size }
    const { marks } = printedLabels(scene, officeTypesetter, drawing)
    expect([...marks].filter((mark) => !printed?.marks.has(mark)).map(({ text }) => [height, text])).toEqual([])
  }
})

test('names of a slope stand in the line of their values where a side has room, as on the page, and none over another', () => {
  const labels = shapesOf(8).filter(({ name }) => name.startsWith('Line'))
  expect(labels.map(({ words }) => words)).toContain('Recurring revenue 47,311')
  expect(labels.map(({ words }) => words)).toContain('54,064 +14.3% Recurring revenue')
  expect(labels).toHaveLength(8)
  for (const label of labels) {
    expect(label.xml.match(/<a:p>/g)).toHaveLength(1)
    const covered = labels.filter(
      (other) =>
        other !== label && other.x === label.x && other.y < label.y + label.height && label.y < other.y + other.height,
    )
    expect(covered).toEqual([])
  }
})

test('a thin line leads from the end of a line to a label that had to move, and no further', () => {
  const labels = shapesOf(8).filter(({ name }) => name.startsWith('Line'))
  const left = Math.max(...labels.filter(({ x }) => x < 400).map(({ x, width }) => x + width))
  const right = Math.min(...labels.filter(({ x }) => x > 800).map(({ x }) => x))
  const leaders = [...xmlOf(8).matchAll(/<p:cxnSp>.*?<\/p:cxnSp>/gs)].map(([xml]) => {
    const [x = 0, , width = 0] = (/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)"/.exec(xml)?.slice(1) ?? []).map(
      (each) => Number(each) / 6350,
    )
    return { x, end: x + width }
  })
  for (const { x, end } of leaders) expect(end <= left + 34 || x >= right - 34).toBe(true)
})
