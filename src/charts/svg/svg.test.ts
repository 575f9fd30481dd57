import type { Chart } from 'chart.js'
import { describe, expect, it } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { type Rect, rects, textBoxes } from '../../../tests/charts/svg-shapes.ts'
import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import { chartTypeOf } from '../chart-types.ts'
import { defaultTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import type { Size } from '../layout/box.ts'
import { overlaps } from '../layout/box.ts'
import { expectedMarks } from '../layout/expected-marks.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { placedLabels, valueLabels } from '../plugins/value-labels.ts'
import { sceneOf } from '../scene.ts'
import { deckMeasure } from './measure.ts'
import { drawSvg } from './svg.ts'
import { svgCanvas } from './svg-canvas.ts'

const size: Size = { width: 1016, height: 640 }
const phone: Size = { width: 358, height: 300 }
const cases = Object.entries(samples).flatMap(([name, model]) =>
  [size, phone].map((box) => ({ name: `${name} at ${box.width}×${box.height}`, model, box })),
)

/** The chart as Chart.js lays it out, on a canvas whose letters are all half as wide as they are high. */
function laidOut(model: ChartModel, box: Size): Chart {
  const { canvas } = svgCanvas((font, text) => (Number(/([\d.]+)px/.exec(font)?.[1]) * text.length) / 2, box)
  return chartOn(canvas, model, box)
}

function chartOn(canvas: HTMLCanvasElement, model: ChartModel, box: Size): Chart {
  return new (chartClass())(canvas, chartConfiguration(model, defaultTheme, box))
}

const isSame = (a: Rect, b: Rect): boolean =>
  Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.width - b.width), Math.abs(a.height - b.height)) < 0.06

describe('drawSvg', () => {
  it.each(cases)('draws $name with the same bytes each time', ({ model, box }) => {
    expect(drawSvg(model, defaultTheme, box)).toBe(drawSvg(model, defaultTheme, box))
  })

  it.each(cases)('uses presentation attributes and real text only in $name', ({ model, box }) => {
    const svg = drawSvg(model, defaultTheme, box)
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+" width="\d+" height="\d+" role="img"[^>]*><title>/)
    expect(svg).not.toMatch(/style=|class=|<script|<image|NaN|Infinity|undefined/)
    expect(svg.match(/<text /g)?.length ?? 0).toBeGreaterThan(0)
  })

  it('keeps the weight that was asked for', () => {
    const svg = drawSvg(samples.stacked, defaultTheme, size)
    expect(svg).toMatch(/font-weight="600"[^>]*>18,942</)
    expect(svg).not.toMatch(/font-weight="(?!600)/)
  })

  it('prints the sign of a note beside a ring small, as beside other marks', () => {
    const { series } = samples.doughnut
    const signed = series.map((one) => ({ ...one, marks: one.marks.map((mark) => mark && { ...mark, footnote: '‡' }) }))
    const svg = drawSvg({ ...samples.doughnut, series: signed }, defaultTheme, size)
    const sizeOf = (text: string) => Number(new RegExp(`font-size="([\\d.]+)"[^>]*>${text}<`).exec(svg)?.[1])
    const [value = ''] = series.flatMap(({ marks }) => marks[0]?.text ?? [])
    expect(sizeOf('‡')).toBeLessThan(0.6 * sizeOf(value))
  })

  it('prints a part that is its stack by itself once, as the total', () => {
    const { series, totals } = samples.stacked
    const alone = [
      { ...series[0], marks: totals },
      { ...series[1], marks: totals?.map(() => null) },
    ] as ChartModel['series']
    const svg = drawSvg({ ...samples.stacked, series: alone, rows: [] }, defaultTheme, size)
    expect(svg.match(/>18,942</g)).toHaveLength(1)
    expect(drawSvg(samples.stacked, defaultTheme, size)).toContain('>14,032<')
  })

  it('writes nothing that XML forbids, whatever a text holds', () => {
    const model = { ...samples.column, summary: 'A\vB\0C\uFFFE\uD800 & tab\t😀' }
    expect(drawSvg(model, defaultTheme, size)).toContain('<title>A\uFFFDB\uFFFDC\uFFFD\uFFFD &amp; tab\t😀</title>')
  })

  it('escapes text', () => {
    const model = { ...samples.column, summary: 'Costs < revenue & more' }
    expect(drawSvg(model, defaultTheme, size)).toContain('<title>Costs &lt; revenue &amp; more</title>')
  })
})

describe('chartConfiguration', () => {
  it.each(cases)('puts every bar of $name where Chart.js has it, in the SVG as on the canvas', ({ model, box }) => {
    const svg = drawSvg(model, defaultTheme, box)
    const drawn = rects(svg)
    const chart = measuredLikeSvg(model, box)
    const scene = sceneOf(chart)
    const bars = scene
      ? placedMarks(chart, scene).filter(({ kind, box: bar }) => kind === 'bar' && bar.height > 0.1 && bar.width > 0.1)
      : []
    for (const bar of bars)
      expect(
        drawn.some((rect) => isSame(rect, bar.box)),
        `${model.type} ${bar.index}`,
      ).toBe(true)
    chart.destroy()
  })

  it.each(cases)('lets no label of $name overlap another or leave the picture', ({ model, box }) => {
    const chart = laidOut(model, box)
    const scene = sceneOf(chart)
    const labels = scene && model.type !== 'doughnut' ? placedLabels(chart, scene) : []
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) expect(overlaps(label.box, other.box)).toBe(false)
      expect(label.box.x).toBeGreaterThanOrEqual(0)
      expect(label.box.x + label.box.width).toBeLessThanOrEqual(box.width + 0.01)
    }
    chart.destroy()
  })

  it.each(cases)('lets no text at all of $name overlap another or leave the picture', ({ model, box }) => {
    const texts = textBoxes(drawSvg(model, defaultTheme, box))
    for (const [index, one] of texts.entries()) {
      const inner = { x: one.x + 1, y: one.y + 1, width: one.width - 2, height: one.height - 2 }
      for (const other of texts.slice(index + 1))
        expect(overlaps(inner, other), `${one.text} | ${other.text}`).toBe(false)
      expect(one.x, one.text).toBeGreaterThanOrEqual(-0.5)
      expect(one.x + one.width, one.text).toBeLessThanOrEqual(box.width + 0.5)
      expect(one.y + one.height, one.text).toBeLessThanOrEqual(box.height + 0.5)
    }
  })

  it('starts bars at zero, however large the values', () => {
    const chart = laidOut(samples.column, size)
    expect(chart.scales.y?.min).toBe(0)
  })

  it('leaves a gap where a value is missing', () => {
    const chart = laidOut(samples.gaps, size)
    const scene = sceneOf(chart)
    const marks = scene ? placedMarks(chart, scene) : []
    expect(marks.map(({ index }) => index)).toEqual([0, 2, 3])
  })

  it('puts the category labels below the lowest bar', () => {
    const svg = drawSvg(samples.negative, defaultTheme, size)
    const label = Number(/<text x="[^"]+" y="([^"]+)"[^>]*>4Q08</.exec(svg)?.[1])
    const lowest = Math.max(
      ...rects(svg)
        .filter(({ height }) => height < 500)
        .map(({ y, height }) => y + height),
    )
    expect(label - 22).toBeGreaterThan(lowest)
  })

  it('has small multiples share one scale', () => {
    const chart = laidOut(samples.panels, size)
    const scales = Object.values(chart.scales).filter(({ axis }) => axis === 'y')
    expect(new Set(scales.map(({ min, max }) => `${min} ${max}`)).size).toBe(1)
  })
})

/** The same layout that drawSvg makes: measured with the deck's own font. */
function measuredLikeSvg(model: ChartModel, box: Size): Chart {
  const { canvas } = svgCanvas(deckMeasure(), box)
  return chartOn(canvas, model, box)
}

describe('the marks that the compiler expects', () => {
  const printing = cases.filter(({ model }) => chartTypeOf(model.type).plugins.includes(valueLabels))

  it.each(printing)('are those of the drawing: $name', ({ model, box }) => {
    const chart = laidOut(model, box)
    const scene = sceneOf(chart)
    const layout = scene?.state.layout
    const expected = scene && layout ? expectedMarks(scene, layout, box) : []
    const rounded = (marks: typeof expected): unknown =>
      marks.map(({ kind, index, datasetIndex, box: { x, y, width, height } }) => {
        const edges = [x, y, width, height].map((edge) => Math.round(edge))
        return { kind, index, datasetIndex, edges }
      })
    expect(rounded(expected)).toEqual(rounded(scene ? placedMarks(chart, scene) : []))
    chart.destroy()
  })
})
