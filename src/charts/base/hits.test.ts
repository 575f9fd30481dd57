import { expect, it } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { chartClass } from '../chart-class.ts'
import { defaultTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import { sceneOf } from '../scene.ts'
import { deckMeasure } from '../svg/measure.ts'
import { svgCanvas } from '../svg/svg-canvas.ts'
import { sliceHits } from './hits.ts'

const size = { width: 1016, height: 640 }
const { canvas, elements } = svgCanvas(deckMeasure(), size)
const chart = new (chartClass())(canvas, chartConfiguration(samples.doughnut, defaultTheme, size))
const scene = sceneOf(chart)
if (!scene) throw new Error('no scene')
const middle = { x: size.width / 2, y: size.height / 2 }
const radius = chart.chartArea.height / 2 - 10

it('finds the slice that the pointer is on, and none in the hole or outside', () => {
  const at = (x: number, y: number): string | undefined =>
    sliceHits.targetAt(chart, scene, { x, y })?.sceneMark.mark.text
  expect(at(middle.x + radius, middle.y)).toBe('41.3%') // the first begins at the top and goes clockwise
  expect(at(middle.x - radius, middle.y)).toBe('58.7%')
  expect(at(middle.x, middle.y)).toBeUndefined()
  expect(at(2, 2)).toBeUndefined()
})

it('outlines the slice in focus, not the middle of the ring', () => {
  const before = elements.length
  chart.ctx.beginPath()
  sliceHits.targets(chart, scene)[0]?.outline(chart.ctx)
  chart.ctx.stroke()
  const [, x = '', y = ''] = /M([\d.]+) ([\d.]+)A/.exec(elements[before] ?? '') ?? []
  expect(Math.hypot(Number(x) - middle.x, Number(y) - middle.y)).toBeGreaterThan(radius)
})
