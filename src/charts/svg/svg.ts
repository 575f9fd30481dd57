import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import type { Size } from '../layout/box.ts'
import { deckMeasure } from './measure.ts'
import { svgCanvas } from './svg-canvas.ts'
import { attributes, escapeXml, fixed } from './svg-text.ts'

/**
 * Draws a chart with Chart.js as an SVG with real text, with the metrics of the deck's own font; the same model,
 * theme and size give the same bytes.
 */
export function drawSvg(model: ChartModel, theme: ChartTheme, size: Size): string {
  const { canvas, elements } = svgCanvas(deckMeasure(theme.faces), size)
  const Chart = chartClass()
  const chart = new Chart(canvas, chartConfiguration(model, theme, size))
  chart.destroy()
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${fixed(size.width)} ${fixed(size.height)}`,
    width: fixed(size.width),
    height: fixed(size.height),
    role: 'img',
    'font-family': theme.font,
  })
  return `<svg${root}><title>${escapeXml(model.summary)}</title>${elements.join('')}</svg>`
}
