import type { Frame } from '../items.ts'
import { element } from '../package/xml.ts'

type Point = readonly [x: number, y: number]

/** The centre of an arc of a circle between two points, and the angles of its ends, in degrees clockwise from the right. */
function arcAngles(
  from: Point,
  to: Point,
  radius: number,
  { large, sweep }: { large: boolean; sweep: boolean },
): { readonly start: number; readonly swing: number } {
  const [dx, dy] = [(to[0] - from[0]) / 2, (to[1] - from[1]) / 2]
  const half = Math.hypot(dx, dy)
  const rise = Math.sqrt(Math.max(0, radius * radius - half * half))
  const side = large === sweep ? -1 : 1
  const center: Point = [from[0] + dx - (side * rise * dy) / half, from[1] + dy + (side * rise * dx) / half]
  const angle = ([x, y]: Point): number => (Math.atan2(y - center[1], x - center[0]) * 180) / Math.PI
  const start = angle(from)
  const turn = (((angle(to) - start) % 360) + 360) % 360
  return { start: (start + 360) % 360, swing: sweep ? turn : turn - 360 }
}

const angleUnits = (degrees: number): number => Math.round(degrees * 60_000)
/** Tenths of a pixel: fine enough, and whole numbers. */
const unit = (pixels: number): number => Math.round(pixels * 10)

/** How many numbers each command takes; more of them are the command again. */
const lengths: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, A: 7, Z: 1 }

function groups(numbers: readonly number[], length: number): readonly (readonly number[])[] {
  const count = Math.max(1, Math.floor(numbers.length / length))
  return Array.from({ length: count }, (_, index) => numbers.slice(index * length, (index + 1) * length))
}

const pointXml = ([x, y]: Point): string => `<a:pt x="${unit(x)}" y="${unit(y)}"/>`

function arcXml(
  from: Point,
  to: Point,
  radius: number,
  flags: { readonly large: boolean; readonly sweep: boolean },
): string {
  const { start, swing } = arcAngles(from, to, radius, flags)
  const attributes = { wR: unit(radius), hR: unit(radius), stAng: angleUnits(start), swAng: angleUnits(swing) }
  return element('a:arcTo', attributes)
}

/**
 * SVG path data as a geometry of its own: M, L, H, V, A of circles and Z, in either case, as the engine's own drawings have them.
 * Coordinates are those of the frame.
 */
export function pathXml(data: string, { width, height }: Frame): string {
  let at: Point = [0, 0]
  let first: Point = [0, 0]
  const steps: string[] = []
  for (const [, command = '', list = ''] of data.matchAll(/([MLHVAZ])([^MLHVAZ]*)/gi)) {
    const kind = command.toUpperCase()
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    for (const [index, [a = 0, b = 0, ...rest]] of groups(numbers, lengths[kind] ?? 1).entries()) {
      const [ox, oy] = command === kind ? [0, 0] : at
      if (kind === 'Z') {
        at = first
        steps.push('<a:close/>')
      } else if (kind === 'A') {
        const [, large = 0, sweep = 0, x = 0, y = 0] = rest
        const to: Point = [ox + x, oy + y]
        steps.push(arcXml(at, to, a, { large: large === 1, sweep: sweep === 1 }))
        at = to
      } else if (kind === 'M' && index === 0) {
        first = [ox + a, oy + b]
        at = first
        steps.push(`<a:moveTo>${pointXml(at)}</a:moveTo>`)
      } else {
        at = kind === 'H' ? [ox + a, at[1]] : kind === 'V' ? [at[0], oy + a] : [ox + a, oy + b]
        steps.push(`<a:lnTo>${pointXml(at)}</a:lnTo>`)
      }
    }
  }
  return `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${unit(width)}" h="${unit(height)}">${steps.join('')}</a:path></a:pathLst></a:custGeom>`
}
