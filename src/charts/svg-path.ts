import { fixed } from './svg-text.ts'

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

  moveTo(x: number, y: number): void {
    this.#add(`M${pair(x, y)}`)
    this.#open = true
  }

  lineTo(x: number, y: number): void {
    this.#add(`${this.#open ? 'L' : 'M'}${pair(x, y)}`)
    this.#open = true
  }

  curveTo([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[]): void {
    this.#add(`C${pair(a, b)} ${pair(c, d)} ${pair(x, y)}`)
  }

  close(): void {
    if (!this.#open) return // a circle or rectangle is closed already
    this.#commands += 'Z'
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
    this.#add(`M${pair(x, y)}H${fixed(x + width)}V${fixed(y + height)}H${fixed(x)}Z`, sole)
    this.#open = false
  }

  arc(arc: Arc): void {
    const { x, y, radius, from, to } = arc
    const sweep = Math.abs(to - from)
    if (sweep >= 2 * Math.PI - 1e-9) {
      const sole: Shape = { tag: 'circle', geometry: { cx: fixed(x, 2), cy: fixed(y, 2), r: fixed(radius, 2) } }
      const r = Number(fixed(radius)) // rounded first: where the ends are not two radii apart, the arcs bulge
      const half = `a${fixed(r)} ${fixed(r)} 0 1 1`
      this.#add(`M${pair(x - r, y)}${half} ${fixed(2 * r)} 0${half} ${fixed(-2 * r)} 0Z`, sole)
      this.#open = false
      return
    }
    this.#partialArc(arc)
  }

  #partialArc({ x, y, radius, from, to, counter }: Arc): void {
    const at = (angle: number): string => pair(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    const large = Math.abs(to - from) > Math.PI ? 1 : 0
    this.#add(
      `${this.#open ? 'L' : 'M'}${at(from)}A${fixed(radius)} ${fixed(radius)} 0 ${large} ${counter ? 0 : 1} ${at(to)}`,
    )
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

  #add(command: string, sole?: Shape): void {
    this.#commands += command
    this.#parts++
    this.#sole = sole
  }
}

const pair = (x: number, y: number): string => `${fixed(x)} ${fixed(y)}`
