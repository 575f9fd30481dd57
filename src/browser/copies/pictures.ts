import type { ChartTheme } from '../../charts/colors/theme.ts'
import type { Size } from '../../charts/layout/box.ts'
import type { paintChart } from '../../charts/live/paint.ts'
import { escapeHtml } from '../../format/html.ts'
import type { ChartModel } from '../../model/chart.ts'
import { readText } from '../embedded.ts'
import { loadModule } from '../modules.ts'
import { type FrameTexts, type PictureFrame, pictureFrame } from './picture-frame.ts'

/** Pixels of a PNG for one of a slide: sharp on paper and on a large screen. */
const ratio = 2

/** A chart with what it is framed with. */
export interface Picture {
  readonly still: HTMLImageElement
  readonly size: Size
  readonly theme: ChartTheme
  readonly texts: FrameTexts
  readonly frame: PictureFrame
  readonly paint: typeof paintChart
}

const fontOf = (size: number, isTitle: boolean, { font }: ChartTheme): string =>
  `${isTitle ? 600 : 400} ${size}px ${font}`

/** Measures what a chart is framed with. Throws where it has no picture, which a page from a build always has. */
export async function pictureOf(chart: Element, { title, unit, lines }: FrameTexts): Promise<Picture> {
  const still = chart.querySelector<HTMLImageElement>('img.chart-still')
  const canvas = document.createElement('canvas').getContext('2d')
  if (!still || !canvas) throw new Error(`no picture of ${chart.id}`)
  const { pageTheme, paintChart } = await loadModule(() => import('../../charts/live/live-chart.ts'))
  const theme = pageTheme(chart.closest('[data-tone="dark"]') ? 'dark' : undefined)
  const size = { width: Number(still.getAttribute('width')), height: Number(still.getAttribute('height')) }
  const texts = { title, unit, lines }
  const frame = pictureFrame(texts, size, (text, font) => {
    canvas.font = fontOf(font.size, font.isTitle, theme)
    return canvas.measureText(text).width
  })
  return { still, size, theme, texts, frame, paint: paintChart }
}

const colorOf = (isTitle: boolean, { textColor, mutedColor }: ChartTheme): string => (isTitle ? textColor : mutedColor)

/** The drawing of the build in a frame: vectors with text that can be edited. */
export async function svgOf({ still, theme, texts, frame }: Picture): Promise<Blob> {
  const text = await readText(still.src)
  const drawing = `<svg x="${frame.chart.x}" y="${frame.chart.y}"${text.slice(text.indexOf('<svg') + '<svg'.length)}`
  const lines = frame.lines.map(
    ({ text, y, size, isTitle }) =>
      `<text x="${frame.margin}" y="${y}" font-size="${size}" font-weight="${isTitle ? 600 : 400}" fill="${colorOf(isTitle, theme)}">${escapeHtml(text)}</text>`,
  )
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" font-family="${escapeHtml(theme.font)}"><title>${escapeHtml(texts.title)}</title><desc>${escapeHtml(still.alt)}</desc>`
  const ground = `<rect width="100%" height="100%" fill="${theme.surfaceColor}"/>`
  return new Blob([head, ground, ...lines, drawing, '</svg>'], { type: 'image/svg+xml' })
}

/** The same in pixels, drawn by the page itself: a picture within a page may not use its fonts. */
export function pngOf({ size, theme, frame, paint }: Picture, model: ChartModel): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(frame.width * ratio)
  canvas.height = Math.round(frame.height * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.scale(ratio, ratio)
  pen.fillStyle = theme.surfaceColor
  pen.fillRect(0, 0, frame.width, frame.height)
  for (const line of frame.lines) {
    pen.font = fontOf(line.size, line.isTitle, theme)
    pen.fillStyle = colorOf(line.isTitle, theme)
    pen.fillText(line.text, frame.margin, line.y)
  }
  pen.drawImage(paint(model, { theme, size, ratio }), frame.chart.x, frame.chart.y, size.width, size.height)
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail()), 'image/png'))
}
