import type { Size } from '../layout/box.ts'
import { type Shape, SvgPath } from './svg-path.ts'
import { attributes, escapeXml, fixed } from './svg-text.ts'

/** Measures text; real metrics of the deck's font come from Skia. */
export type MeasureText = (font: string, text: string) => number

const anchors: Readonly<Record<string, string | undefined>> = { center: 'middle', right: 'end', end: 'end' }

type Paint = Readonly<Record<string, string | undefined>>

/** What save() stores and restore() brings back. */
const savedProperties = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'dash',
  'dx',
  'dy',
] as const

/**
 * The part of a 2D canvas context that Chart.js and our plugins use, written as SVG: text stays text with its own
 * weight and anchor, a bar is a <rect>, and the same calls give the same bytes. What is not here throws when called.
 */
class SvgContext {
  readonly elements: string[] = []
  readonly canvas: object
  fillStyle = '#000000'
  strokeStyle = '#000000'
  lineWidth = 1
  lineCap = 'butt'
  lineJoin = 'miter'
  globalAlpha = 1
  font = '10px sans-serif'
  textAlign = 'start'
  textBaseline = 'alphabetic'
  dash: readonly number[] = []
  dx = 0
  dy = 0
  #path = new SvgPath()
  #stack: object[] = []
  #measure: MeasureText

  constructor(canvas: object, measure: MeasureText) {
    this.canvas = canvas
    this.#measure = measure
  }

  save(): void {
    this.#stack.push(Object.fromEntries(savedProperties.map((key) => [key, this[key]])))
  }
  restore(): void {
    Object.assign(this, this.#stack.pop())
  }
  translate(x: number, y: number): void {
    this.dx += x
    this.dy += y
  }
  setTransform(): void {} // Chart.js sets the device's pixel ratio, here 1
  resetTransform(): void {}
  clearRect(): void {}

  beginPath(): void {
    this.#path = new SvgPath()
  }
  closePath(): void {
    this.#path.close()
  }
  moveTo(x: number, y: number): void {
    this.#path.moveTo(x + this.dx, y + this.dy)
  }
  lineTo(x: number, y: number): void {
    this.#path.lineTo(x + this.dx, y + this.dy)
  }
  bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number): void {
    const { dx, dy } = this
    this.#path.curveTo([a + dx, b + dy, c + dx, d + dy, x + dx, y + dy])
  }
  arc(x: number, y: number, radius: number, from: number, to: number, counter = false): void {
    this.#path.arc({ x: x + this.dx, y: y + this.dy, radius, from, to, counter })
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x + this.dx, y + this.dy, width, height)
  }
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    this.#path.rect(x + this.dx, y + this.dy, width, height, Math.min(radius, width / 2, height / 2))
  }

  fill(): void {
    const dots = this.#path.dots()
    if (dots) {
      const width = fixed(2 * Number(dots.radius), 2)
      const paint = { fill: 'none', stroke: this.fillStyle, 'stroke-width': width, 'stroke-linecap': 'round' }
      this.#paint({ tag: 'path', geometry: { d: dots.d } }, paint)
      return
    }
    this.#paint(this.#path.shape(), { fill: this.fillStyle })
  }
  stroke(): void {
    this.#paint(this.#path.shape(), this.#strokePaint())
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath()
    this.rect(x, y, width, height)
    this.fill()
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath()
    this.rect(x, y, width, height)
    this.stroke()
  }
  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash]
  }
  getLineDash(): number[] {
    return [...this.dash]
  }

  measureText(text: string): { width: number } {
    return { width: this.#measure(this.font, text) }
  }
  /** SVG drops blanks at the ends of a text, and would stretch its letters over them: they only move it. */
  fillText(written: string, x: number, y: number): void {
    const text = written.replace(/^ +| +$/g, '')
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font) ?? []
    const measured = text.length > 1
    const before = anchors[this.textAlign] ? 0 : this.#measure(this.font, written.slice(0, written.indexOf(text)))
    const textAttributes = {
      x: fixed(x + before + this.dx),
      y: fixed(y + this.dy),
      'font-size': size,
      'font-weight': weight === '400' ? undefined : weight,
      'text-anchor': anchors[this.textAlign],
      textLength: measured ? fixed(this.#measure(this.font, text)) : undefined, // the same width in any fallback font
      lengthAdjust: measured ? 'spacingAndGlyphs' : undefined,
      fill: this.fillStyle,
      opacity: this.#opacity(),
    }
    this.elements.push(`<text${attributes(textAttributes)}>${escapeXml(text)}</text>`)
  }

  #strokePaint(): Paint {
    return {
      fill: 'none',
      stroke: this.strokeStyle,
      'stroke-width': this.lineWidth === 1 ? undefined : fixed(this.lineWidth, 2),
      'stroke-linecap': this.lineCap === 'butt' ? undefined : this.lineCap,
      'stroke-linejoin': this.lineJoin === 'miter' ? undefined : this.lineJoin,
      'stroke-dasharray': this.dash.length > 0 ? this.dash.map((part) => fixed(part)).join(' ') : undefined,
    }
  }
  #opacity(): string | undefined {
    return this.globalAlpha < 1 ? fixed(this.globalAlpha, 2) : undefined
  }
  #paint(shape: Shape | undefined, paint: Paint): void {
    if (!shape) return
    this.elements.push(`<${shape.tag}${attributes({ ...shape.geometry, ...paint, opacity: this.#opacity() })}/>`)
  }
}

/** A canvas of that size for Chart.js, and the elements drawn on it. */
export function svgCanvas(
  measure: MeasureText,
  size: Size,
): { readonly canvas: HTMLCanvasElement; readonly elements: readonly string[] } {
  const canvas = { ...size, style: {}, getContext: (): object => context }
  const context = new SvgContext(canvas, measure)
  // Chart.js wants a canvas element, but uses only these members of it.
  return { canvas: canvas as unknown as HTMLCanvasElement, elements: context.elements }
}
