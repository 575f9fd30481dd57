import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import { type ChartTheme, onGround, themeFrom } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import type { Size } from '../layout/box.ts'

/** The page's own colours on a ground, and its font. */
export function pageTheme(ground: 'dark' | undefined): ChartTheme {
  const styles = getComputedStyle(document.documentElement)
  return onGround(
    themeFrom((property) => styles.getPropertyValue(property)),
    ground,
  )
}

/** Draws a chart as its picture shows it, on a canvas of its own that is `ratio` times as sharp. */
export function paintChart(
  model: ChartModel,
  { theme, size, ratio }: { readonly theme: ChartTheme; readonly size: Size; readonly ratio: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const configuration = chartConfiguration(model, theme, size)
  const options = { ...configuration.options, devicePixelRatio: ratio }
  const chart = new (chartClass())(canvas, { ...configuration, options })
  const painted = document.createElement('canvas') // destroying the chart clears its own
  painted.width = canvas.width
  painted.height = canvas.height
  painted.getContext('2d')?.drawImage(canvas, 0, 0)
  chart.destroy()
  return painted
}
