import { createRequire } from 'node:module'
import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import type { Size } from '../layout/box.ts'
import { type MeasureText, svgCanvas } from './svg-canvas.ts'
import { attributes, escapeXml, fixed } from './svg-text.ts'

const load = createRequire(import.meta.url)

/**
 * Draws a chart with Chart.js as an SVG with real text, with the metrics of the deck's own font; the same model,
 * theme and size give the same bytes.
 */
export function drawSvg(model: ChartModel, theme: ChartTheme, size: Size): string {
  const { canvas, elements } = svgCanvas(deckMeasure(), size)
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

/** Text widths by Skia with the bundled font; loaded with the first chart, cached by text. */
export const deckMeasure = lazily((): MeasureText => {
  const { createCanvas, GlobalFonts }: typeof import('@napi-rs/canvas') = load('@napi-rs/canvas')
  GlobalFonts.registerFromPath(
    load.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
    'Inter Variable',
  )
  const context = createCanvas(1, 1).getContext('2d')
  const widths = new Map<string, number>()
  return (font, text) => {
    const key = `${font}\n${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    context.font = font
    const wide = text.match(fullWidth)?.length ?? 0 // not in the deck's font; a reader's has them one size wide
    const { width: others } = context.measureText(wide > 0 ? text.replace(fullWidth, '') : text)
    const width = others + wide * Number(/([\d.]+)px/.exec(font)?.[1] ?? 0)
    widths.set(key, width)
    return width
  }
})

const fullWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
