import type { Chart } from 'chart.js'

/** What drawing needs of a canvas: the browser's context and the SVG writer's both have it. */
export type CanvasContext = Chart['ctx'] // not CanvasRenderingContext2D: the compiler, which imports these types, is checked without the DOM

export type Weight = 400 | 600

interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly color: string
  readonly align?: 'left' | 'center' | 'right'
}

/** Draws and measures text in one font. */
export interface Typesetter {
  width(text: string, size: number, weight?: Weight): number
  /** Words broken into lines no wider than `width`; undefined when one word alone is wider. */
  wrap(
    text: string,
    limit: { readonly width: number; readonly size: number; readonly weight?: Weight },
  ): string[] | undefined
  /** Draws one line with its baseline at y. */
  draw(text: string, at: { readonly x: number; readonly y: number }, style: TextStyle): void
}

/** Height of a line of text as a multiple of its size, and where its baseline lies. */
export const lineHeight = 1.1
export const baseline = 0.91

export function createTypesetter(context: CanvasContext, family: string): Typesetter {
  const font = (size: number, weight: Weight): string => `${weight} ${size}px ${family}`
  const width = (text: string, size: number, weight: Weight = 400): number => {
    context.font = font(size, weight)
    return context.measureText(text).width
  }
  return {
    width,
    wrap(text, { width: limit, size, weight = 400 }) {
      return breakLines(text, (line) => width(line, size, weight) <= limit)
    },
    draw(text, { x, y }, { size, weight = 400, color, align = 'left' }) {
      context.font = font(size, weight)
      context.fillStyle = color
      context.textAlign = align
      context.textBaseline = 'alphabetic'
      context.fillText(text, x, y)
    },
  }
}

function breakLines(text: string, fits: (line: string) => boolean): string[] | undefined {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else if (fits(word)) lines.push(word)
    else return undefined
  }
  return lines
}
