import type { Size } from './box.ts'
import { SvgPath } from './svg-path.ts'
import { attributes, escapeXml, fixed } from './svg-text.ts'

/** Measures text; real metrics of the deck's font come from Skia. */
export type MeasureText = (font: string, text: string) => number

interface State {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  lineCap: string
  lineJoin: string
  globalAlpha: number
  font: string
  textAlign: string
  textBaseline: string
  dash: readonly number[]
  dx: number
  dy: number
}

const initial: State = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
  dx: 0,
  dy: 0,
}

const anchors: Readonly<Record<string, string | undefined>> = { center: 'middle', right: 'end', end: 'end' }

/**
 * The part of a 2D canvas context that Chart.js and our plugins use, written down as SVG: text stays text with its own
 * weight and anchor, a bar is a <rect>, and the same calls give the same bytes.
 */
export function svgCanvas(
  measure: MeasureText,
  size: Size,
): { readonly canvas: HTMLCanvasElement; readonly elements: readonly string[] } {
  const elements: string[] = []
  const stack: State[] = []
  let state: State = { ...initial }
  let path = new SvgPath()

  const paint = (
    shape: { tag: string; geometry: Record<string, string> } | undefined,
    how: Record<string, string | undefined>,
  ): void => {
    if (shape) elements.push(`<${shape.tag}${attributes({ ...shape.geometry, ...how, ...opacity() })}/>`)
  }
  const opacity = (): Record<string, string | undefined> => ({
    opacity: state.globalAlpha < 1 ? fixed(state.globalAlpha, 2) : undefined,
  })
  const fillOf = (): Record<string, string | undefined> => ({ fill: state.fillStyle })
  const strokeOf = (): Record<string, string | undefined> => ({
    fill: 'none',
    stroke: state.strokeStyle,
    'stroke-width': state.lineWidth === 1 ? undefined : fixed(state.lineWidth, 2),
    'stroke-linecap': state.lineCap === 'butt' ? undefined : state.lineCap,
    'stroke-linejoin': state.lineJoin === 'miter' ? undefined : state.lineJoin,
    'stroke-dasharray': state.dash.length > 0 ? state.dash.map((part) => fixed(part)).join(' ') : undefined,
  })
  const rectangle = (x: number, y: number, width: number, height: number): SvgPath => {
    const shape = new SvgPath()
    shape.rect(x + state.dx, y + state.dy, width, height)
    return shape
  }

  const canvas = { ...size, style: {}, getContext: (): object => context }
  const methods = {
    canvas,
    save: () => void stack.push({ ...state }),
    restore: () => void (state = stack.pop() ?? state),
    translate: (x: number, y: number) => void Object.assign(state, { dx: state.dx + x, dy: state.dy + y }),
    setTransform: () => undefined, // Chart.js sets the device's pixel ratio, here 1
    resetTransform: () => undefined,
    clearRect: () => undefined,
    beginPath: () => void (path = new SvgPath()),
    closePath: () => path.close(),
    moveTo: (x: number, y: number) => path.moveTo(x + state.dx, y + state.dy),
    lineTo: (x: number, y: number) => path.lineTo(x + state.dx, y + state.dy),
    bezierCurveTo: (a: number, b: number, c: number, d: number, x: number, y: number) =>
      path.curveTo([a + state.dx, b + state.dy, c + state.dx, d + state.dy, x + state.dx, y + state.dy]),
    arc: (x: number, y: number, radius: number, from: number, to: number, counter = false) =>
      path.arc({ x: x + state.dx, y: y + state.dy, radius, from, to, counter }),
    rect: (x: number, y: number, width: number, height: number) => path.rect(x + state.dx, y + state.dy, width, height),
    roundRect: (x: number, y: number, width: number, height: number, radius: number) =>
      path.rect(x + state.dx, y + state.dy, width, height, Math.min(radius, width / 2, height / 2)),
    fill: () => paint(path.shape(), fillOf()),
    stroke: () => paint(path.shape(), strokeOf()),
    fillRect: (x: number, y: number, width: number, height: number) =>
      paint(rectangle(x, y, width, height).shape(), fillOf()),
    strokeRect: (x: number, y: number, width: number, height: number) =>
      paint(rectangle(x, y, width, height).shape(), strokeOf()),
    setLineDash: (dash: readonly number[]) => void Object.assign(state, { dash: [...dash] }),
    getLineDash: () => [...state.dash],
    measureText: (text: string) => ({ width: measure(state.font, text) }),
    fillText: (text: string, x: number, y: number) => {
      const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(state.font) ?? []
      const how = {
        x: fixed(x + state.dx),
        y: fixed(y + state.dy),
        'font-size': size,
        'font-weight': weight === '400' ? undefined : weight,
        'text-anchor': anchors[state.textAlign],
        textLength: text.length > 1 ? fixed(measure(state.font, text)) : undefined, // keeps its room in any fallback font
        lengthAdjust: text.length > 1 ? 'spacingAndGlyphs' : undefined,
        fill: state.fillStyle,
      }
      elements.push(`<text${attributes({ ...how, ...opacity() })}>${escapeXml(text)}</text>`)
    },
  }
  // Chart.js asks for nothing that is not above; whatever it asks for in future throws here, in a test, not on a stage.
  const context: object = new Proxy(methods, {
    get: (target, key) => {
      if (typeof key === 'string' && key in state) return Reflect.get(state, key)
      const method: unknown = Reflect.get(target, key)
      if (method === undefined && typeof key === 'string' && !optional.has(key))
        throw new TypeError(`unsupported canvas call "${key}"`)
      return method
    },
    set: (_, key, value: unknown) => {
      return typeof key !== 'string' || Reflect.set(state, key, value)
    },
  })
  return { canvas: canvas as unknown as HTMLCanvasElement, elements }
}

const optional = new Set(['then', 'toJSON', 'lineDashOffset'])
