import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import type { Size } from '../layout/box.ts'
import { deckMeasure } from './measure.ts'
import { drawOutlines, type Outlined } from './outlined.ts'
import { svgCanvas } from './svg-canvas.ts'
import { attributes, escapeXml, fixed } from './svg-text.ts'

/**
 * Draws a chart with Chart.js as an SVG with real text, with the metrics of the deck's own font; the same model,
 * theme and size give the same bytes. Marks that are to be outlined have their outlines in a group of their own.
 */
export function drawSvg(model: ChartModel, theme: ChartTheme, size: Size, outlined?: Outlined): string {
  const { canvas, elements } = svgCanvas(deckMeasure(theme.faces), size)
  const Chart = chartClass()
  const chart = new Chart(canvas, chartConfiguration(model, theme, size))
  const drawn = elements.length
  if (outlined) drawOutlines(chart, outlined)
  const outlines = elements.length === drawn ? '' : `<g class="outlines">${elements.slice(drawn).join('')}</g>`
  const body = elements.slice(0, drawn).join('')
  chart.destroy()
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${fixed(size.width)} ${fixed(size.height)}`,
    width: fixed(size.width),
    height: fixed(size.height),
    role: 'img',
    'font-family': theme.font,
  })
  return `<svg${root}><title>${escapeXml(model.summary)}</title>${body}${outlines}</svg>`
}
