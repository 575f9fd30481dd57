import type { Size } from '../../charts/layout/box.ts'

/** What stands around a chart in a picture of its own. */
export interface FrameTexts {
  readonly title: string
  readonly unit: string
  /** Under the chart: notes and sources. */
  readonly lines: readonly string[]
}

/** A line of text at its place in the picture, its base line at `y`. */
export interface PlacedLine {
  readonly text: string
  readonly y: number
  readonly size: number // font size in pixels
  readonly isTitle: boolean
}

export interface PictureFrame extends Size {
  /** Where the chart's own drawing begins. */
  readonly chart: { readonly x: number; readonly y: number }
  readonly margin: number
  readonly lines: readonly PlacedLine[]
}

type Measure = (text: string, font: { readonly size: number; readonly isTitle: boolean }) => number

const margin = 24
const sizes = { title: 28, unit: 20, line: 18 } as const // as on slides of 1920 × 1080
const leading = 1.35

/** Breaks a text into lines of a width; a word that is wider has a line of its own. */
function broken(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Places title and unit over a chart of that size, and the lines under it. */
export function pictureFrame({ title, unit, lines }: FrameTexts, chart: Size, measure: Measure): PictureFrame {
  const placed: PlacedLine[] = []
  let y = margin
  const put = (text: string, size: number, isTitle = false): void => {
    if (text === '') return
    for (const line of broken(text, chart.width, (part) => measure(part, { size, isTitle }))) {
      placed.push({ text: line, y: y + size, size, isTitle })
      y += size * leading
    }
  }
  put(title, sizes.title, true)
  put(unit, sizes.unit)
  const top = y + (placed.length > 0 ? margin / 2 : 0)
  y = top + chart.height + margin / 2
  for (const line of lines) put(line, sizes.line)
  return {
    width: chart.width + 2 * margin,
    height: Math.ceil(y + margin - (lines.length > 0 ? 0 : margin / 2)),
    chart: { x: margin, y: top },
    margin,
    lines: placed,
  }
}
