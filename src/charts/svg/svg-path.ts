import { fixed } from './svg-text.ts'

/** An element of SVG and its geometry. */
export interface Shape {
  readonly tag: 'rect' | 'circle' | 'path'
  readonly geometry: Record<string, string>
}

interface Arc {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly from: number
  readonly to: number
  readonly counter: boolean
}

/** A path as it is being drawn; one rectangle or one full circle alone becomes an element of its own. */
export class SvgPath {
  #commands = ''
  #sole: Shape | undefined
  #parts = 0
  #open = false
  /** Where the pen was put, until something is drawn from there. */
  #start = ''
  /** Where the last line or arc ended. */
  #pen = ''
  /** Middles of full circles of one size, while there is nothing else. */
  #dots: (Dots & { readonly radius: string }) | undefined

  moveTo(x: number, y: number): void {
    this.#pen = pair(x, y)
    this.#start = `M${this.#pen}`
    this.#open = true
  }

  lineTo(x: number, y: number): void {
    this.#pen = pair(x, y)
    this.#add(`${this.#open ? 'L' : 'M'}${this.#pen}`)
    this.#open = true
  }

  curveTo([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[]): void {
    this.#pen = pair(x, y)
    this.#add(`C${pair(a, b)} ${pair(c, d)} ${this.#pen}`)
  }

  close(): void {
    if (!this.#open) return // a circle or rectangle is closed already
    this.#commands += 'Z'
    this.#pen = '' // back where the line began
  }

  rect(x: number, y: number, width: number, height: number, radius = 0): void {
    const sole: Shape = {
      tag: 'rect',
      geometry: {
        x: fixed(Math.min(x, x + width), 2),
        y: fixed(Math.min(y, y + height), 2),
        width: fixed(Math.abs(width), 2),
        height: fixed(Math.abs(height), 2),
        ...(radius > 0 ? { rx: fixed(radius) } : {}),
      },
    }
    this.#start = ''
    this.#add(`M${pair(x, y)}H${fixed(x + width)}V${fixed(y + height)}H${fixed(x)}Z`, sole)
    this.#open = false
  }

  arc(arc: Arc): void {
    const { x, y, radius, from, to } = arc
    const sweep = Math.abs(to - from)
    if (sweep >= 2 * Math.PI - 1e-9) {
      const sole: Shape = { tag: 'circle', geometry: { cx: fixed(x, 2), cy: fixed(y, 2), r: fixed(radius, 2) } }
      const r = Number(fixed(radius)) // rounded first: where the ends are not two radii apart, the arcs bulge
      const quarters = [2, 3, 4, 5].map((turn) => `c${quarter(r, turn)}`).join('')
      const isDot = this.#parts === 0 || this.#dots?.radius === fixed(radius, 2)
      const dots = isDot ? nextDot(this.#dots, x, y) : undefined
      this.#start = '' // a circle starts where it is
      this.#add(`M${pair(x - r, y)}${quarters}Z`, sole)
      if (dots) this.#dots = { radius: fixed(radius, 2), ...dots }
      this.#open = false
      return
    }
    this.#partialArc(arc)
  }

  #partialArc({ x, y, radius, from, to, counter }: Arc): void {
    const at = (angle: number): string => pair(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    const start = at(from)
    const lead = !this.#open ? `M${start}` : this.#pen === start ? '' : `L${start}` // most arcs begin where a line has ended
    const large = Math.abs(to - from) > Math.PI ? 1 : 0
    this.#pen = at(to)
    const isUpperHalf = !counter && from === Math.PI && to === 2 * Math.PI // shoulders
    const r = Number(fixed(radius))
    const arc = isUpperHalf
      ? `c${quarter(r, 2)}c${quarter(r, 3)}`
      : `A${fixed(radius)} ${fixed(radius)} 0 ${large} ${counter ? 0 : 1} ${this.#pen}`
    this.#add(`${lead}${arc}`)
    this.#open = true
  }

  /** The shape to paint; nothing for an empty path. */
  shape(): Shape | undefined {
    if (this.#parts === 1 && this.#sole) {
      const { width, height } = this.#sole.geometry
      return width === '0' || height === '0' ? undefined : this.#sole
    }
    return this.#commands === '' ? undefined : { tag: 'path', geometry: { d: this.#commands } }
  }

  /** The path as round ends of lines without a length, a tenth of the text that circles take; undefined for all else. */
  dots(): { readonly d: string; readonly radius: string } | undefined {
    return this.#parts > 1 && this.#dots ? { d: this.#dots.middles, radius: this.#dots.radius } : undefined
  }

  #add(command: string, sole?: Shape): void {
    this.#dots = undefined
    this.#commands += this.#start + command
    this.#start = ''
    this.#parts++
    this.#sole = sole
  }
}

/**
 * A quarter of a circle that begins after so many turns of a right angle, as a curve from where the pen is; its control points are
 * 0.5523 radii off its ends, which is true to 0.03% of the radius. A browser that prints takes an arc apart into sixteen such.
 */
function quarter(radius: number, turn: number): string {
  const [from, to] = [turn, turn + 1].map((at) => [
    Math.round(Math.cos((at * Math.PI) / 2)),
    Math.round(Math.sin((at * Math.PI) / 2)),
  ])
  const [ax = 0, ay = 0] = from ?? []
  const [bx = 0, by = 0] = to ?? []
  const reach = 0.5523 * radius
  const end = [radius * (bx - ax), radius * (by - ay)] as const
  return [-ay * reach, ax * reach, end[0] + by * reach, end[1] - bx * reach, ...end]
    .map((each) => fixed(each))
    .join(' ')
}

const pair = (x: number, y: number): string => `${fixed(x)} ${fixed(y)}`

interface Dots {
  readonly middles: string
  readonly x: number // where the pen is, as it is written
  readonly y: string
}

/** One more dot: from the one before it on its line by its distance, which is shorter to write. */
function nextDot(before: Dots | undefined, x: number, y: number): Dots {
  const [at, line] = [fixed(x), fixed(y)]
  const step = before?.y === line ? `m${fixed(Number(at) - before.x, 2)} 0` : `M${at} ${line}`
  return { middles: `${before?.middles ?? ''}${step}h.01`, x: Number(at) + 0.01, y: line }
}
