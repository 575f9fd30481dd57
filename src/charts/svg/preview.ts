import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { fileOfWeight, type TextFace } from '../../format/letters/text-face.ts'
import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import { unitBeside } from '../chart-types.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import type { Box, Size } from '../layout/box.ts'
import { deckMeasure, facesByLetter, fontOf, latin, sizeOf, skia, stretches } from './measure.ts'

/** What stands for a slide where others show a link to it. */
export interface Preview {
  readonly headline: string
  readonly company: string
  readonly date: string
  /** The slide's first chart, else its first number. */
  readonly chart?: ChartModel
  /** Said where there is neither. */
  readonly text?: string
  readonly number?: { readonly label: string; readonly value: string; readonly change: string }
}

const width = 1200
const height = 630
const margin = 64
const footTop = 560

/** Sizes of the headline from the largest, and the lines that it may then have. */
const headlines = [
  { size: 60, lines: 2 },
  { size: 50, lines: 3 },
  { size: 42, lines: 3 },
  { size: 34, lines: 4 },
  { size: 27, lines: 16 },
] as const

/** Text in the deck's own fonts, each stretch in the face that has its letters. */
interface Pen {
  readonly context: SKRSContext2D
  /** Writes a line from its left end at its baseline. */
  write(text: string, x: number, y: number, font: string): void
  measure(text: string, font: string): number
}

function penOn(context: SKRSContext2D, faces: readonly TextFace[]): Pen {
  const faceOf = facesByLetter(faces)
  const measure = deckMeasure(faces)
  const { familyOf } = skia(latin)
  const fill = context.fillText.bind(context)
  return {
    context,
    measure: (text, font) => measure(font, text),
    write(text, x, y, font) {
      const weight = Number(/^(\d+) /.exec(font)?.[1] ?? 400)
      let at = x
      for (const { text: part, face } of stretches(text, faceOf)) {
        const file = face && fileOfWeight(face, weight)
        context.font = file ? fontOf(file, weight, { size: sizeOf(font), familyOf }) : font
        fill(part, at, y)
        at += measure(font, part)
      }
    },
  }
}

const fontText = (weight: number, size: number): string => `${weight} ${size}px "${latin}"`

/** Words, and letters of scripts without blanks, between which a line may end. */
const pieces = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\s\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+|\s+/gu

/** The lines of a text; a word that is wider than a line has one of its own. */
export function linesOf(text: string, most: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.trim().match(pieces) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd())
      line = piece.trim() === '' ? '' : piece
    } else line += line === '' && piece.trim() === '' ? '' : piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** Writes the headline in the largest size that leaves room for the rest, and gives its foot. */
function writeHeadline({ headline }: Preview, pen: Pen, color: string): number {
  const most = width - 2 * margin
  const tried = headlines.map(({ size, lines: count }) => {
    const font = fontText(650, size)
    const lines = linesOf(headline, most, (text) => pen.measure(text, font))
    return { size, count, font, lines, fits: lines.every((line) => pen.measure(line, font) <= most) }
  })
  const chosen = tried.find(({ lines, count, fits }) => fits && lines.length <= count) ?? tried.at(-1)
  if (!chosen) return margin
  pen.context.fillStyle = color
  const step = chosen.size * 1.18
  const top = margin + chosen.size * 0.85
  for (const [index, line] of chosen.lines.entries()) pen.write(line, margin, top + index * step, chosen.font)
  return top + (chosen.lines.length - 1) * step + chosen.size * 0.3
}

interface Drawing {
  readonly theme: ChartTheme
  readonly ratio?: number
}

/** A chart in pixels, in the deck's own fonts: `ratio` of them a pixel of its size. */
export function chartCanvas(model: ChartModel, size: Size, { theme, ratio = 1 }: Drawing): Canvas {
  const canvas = skia(latin).createCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  const own = penOn(context, theme.faces ?? [])
  if (theme.faces && theme.faces.length > 0)
    context.fillText = (text, x, y) => {
      const font = context.font
      const all = own.measure(text, font)
      const align = context.textAlign
      context.textAlign = 'left'
      own.write(text, x - (align === 'center' ? all / 2 : align === 'right' || align === 'end' ? all : 0), y, font)
      context.textAlign = align
      context.font = font
    }
  const Chart = chartClass()
  // Chart.js wants a canvas element, but uses only what Skia's canvas has as well.
  const element = Object.assign(canvas, { style: {} }) as unknown as HTMLCanvasElement
  const configuration = chartConfiguration(model, theme, size)
  new Chart(element, { ...configuration, options: { ...configuration.options, devicePixelRatio: ratio } }).stop()
  return canvas
}

/** Draws the chart in a box; larger than it then stands, so that its own labels are not too coarse. */
function drawChart(
  { ground: _, ...model }: ChartModel, // the picture is a light one
  box: Box,
  { pen, theme }: { pen: Pen; theme: ChartTheme },
): void {
  const scale = 1.15
  const size = { width: Math.round(box.width * scale), height: Math.round(box.height * scale) }
  pen.context.drawImage(chartCanvas(model, size, { theme }), box.x, box.y, box.width, box.height)
}

/** The chart under its title and unit. */
function writeChart(model: ChartModel, box: Box, ink: { pen: Pen; theme: ChartTheme }): void {
  const { pen, theme } = ink
  const font = fontText(600, 22)
  const unit = unitBeside(model)
  const head = model.title === '' && unit === '' ? 0 : 34
  pen.context.fillStyle = theme.textColor
  pen.write(model.title, box.x, box.y + 24, font)
  pen.context.fillStyle = theme.mutedColor
  const start = model.title === '' ? 0 : pen.measure(model.title, font) + 12
  pen.write(unit, box.x + start, box.y + 24, fontText(450, 22))
  drawChart(model, { ...box, y: box.y + head, height: box.height - head }, ink)
}

function writeText(text: string, top: number, pen: Pen, theme: ChartTheme): void {
  const font = fontText(400, 32)
  const lines = linesOf(text, width - 2 * margin, (part) => pen.measure(part, font))
  if (top + 40 + lines.length * 44 > footTop) return // said whole or not at all
  pen.context.fillStyle = theme.mutedColor
  for (const [index, line] of lines.entries()) pen.write(line, margin, top + 60 + index * 44, font)
}

function writeNumber({ number, text }: Preview, top: number, pen: Pen, theme: ChartTheme): void {
  if (!number && text !== undefined) writeText(text, top, pen, theme)
  if (!number || footTop - top < 150) return
  const sizes = [120, 96, 72, 54, 40]
  const size = sizes.find((one) => pen.measure(number.value, fontText(650, one)) <= width - 2 * margin) ?? 40
  const middle = top + (footTop - top) / 2
  pen.context.fillStyle = theme.totalColor
  pen.write(number.value, margin, middle + size * 0.3, fontText(650, size))
  pen.context.fillStyle = theme.mutedColor
  pen.write(
    [number.label, number.change].filter(Boolean).join(', '),
    margin,
    middle + size * 0.3 + 48,
    fontText(450, 28),
  )
}

function drawAll(canvas: Canvas, preview: Preview, theme: ChartTheme): void {
  const context = canvas.getContext('2d')
  const pen = penOn(context, theme.faces ?? [])
  context.fillStyle = theme.surfaceColor
  context.fillRect(0, 0, width, height)
  context.fillStyle = theme.totalColor
  context.fillRect(0, 0, width, 12)
  const foot = writeHeadline(preview, pen, theme.textColor)
  const box = { x: margin, y: foot + 20, width: width - 2 * margin, height: footTop - foot - 36 }
  if (preview.chart && box.height >= 180) writeChart(preview.chart, box, { pen, theme })
  else writeNumber(preview, foot, pen, theme)
  context.fillStyle = theme.gridColor
  context.fillRect(margin, footTop, width - 2 * margin, 2)
  context.fillStyle = theme.mutedColor
  const font = fontText(500, 26)
  pen.write(preview.company, margin, footTop + 44, font)
  const right = width - margin - pen.measure(preview.date, font)
  if (right > margin + pen.measure(preview.company, font) + 24) pen.write(preview.date, right, footTop + 44, font)
}

/** The picture that networks show beside a link, as PNG of 1200 × 630: headline, chart or number, company, date. */
export function drawPreview(preview: Preview, theme: ChartTheme): Buffer {
  const canvas = skia(latin).createCanvas(width, height)
  drawAll(canvas, preview, theme)
  return canvas.toBuffer('image/png')
}
