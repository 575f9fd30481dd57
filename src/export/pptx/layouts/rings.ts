import { mix } from '../../../format/colors/color.ts'
import type { Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { wholeSlide } from './frame.ts'

const radii = Array.from({ length: 13 }, (_, index) => 192 + 96 * index)

/** A quarter of a circle about the lower right corner, as far as it is on the slide. */
function ringPath(radius: number): string {
  const height = Math.min(radius, 1080)
  const x = 1920 - Math.sqrt(radius * radius - height * height)
  return `M${1920 - radius} 1080A${radius} ${radius} 0 0 1 ${x} ${1080 - height}`
}

/** Stretches of the rings that shine on the cover, and the ends of them. */
const signals =
  'M1687 910.7A288 288 0 0 1 1802.9 816.9M1643.8 813.3A384 384 0 0 1 1814.2 710.9M1372.2 902A576 576 0 0 1 1442.5 757.9M1597.9 602.5A576 576 0 0 1 1839.8 509.6M1316 785.4A672 672 0 0 1 1488 565.2M1198.3 817.3A768 768 0 0 1 1254.9 696M1559.4 401.9A768 768 0 0 1 1839.7 316.2M1319.8 458.5A864 864 0 0 1 1488 331.8M1499.2 217.2A960 960 0 0 1 1753.3 134.6M1044.5 489.5A1056 1056 0 0 1 1135.2 373.4M1241.2 271.1A1056 1056 0 0 1 1392 165.5'

const ends = [
  [1802.9, 816.9],
  [1814.2, 710.9],
  [1442.5, 757.9],
  [1839.8, 509.6],
  [1488, 565.2],
  [1254.9, 696],
  [1839.7, 316.2],
  [1488, 331.8],
  [1753.3, 134.6],
  [1135.2, 373.4],
  [1392, 165.5],
] as const

const accent = 'M1471.9 908A480 480 0 0 1 1680 664.3'

const dot = (x: number, y: number, radius: number, color: string): Item => ({
  kind: 'shape',
  geometry: 'ellipse',
  frame: { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
  fill: color,
})

/** The drawing behind dark slides; on the cover with signals on the rings. */
export function ringItems(look: DeckLook, isCover: boolean): readonly Item[] {
  const ground: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: wholeSlide,
    path: radii.map(ringPath).join(''),
    stroke: { color: mix(look.deep, look.onDeep, 0.13), width: 1.5 },
  }
  if (!isCover) return [ground]
  const line = (path: string, color: string, width: number): Item => ({
    kind: 'shape',
    geometry: 'rect',
    frame: wholeSlide,
    path,
    stroke: { color, width },
  })
  const bright = mix(look.brand, look.onDeep, 0.7)
  return [
    ground,
    line(signals, mix(look.deep, mix(look.brand, look.onDeep, 0.52), 0.75), 4),
    ...ends.map(([x, y]) => dot(x, y, 7, bright)),
    line(accent, look.onDeepAccent, 6),
    dot(1680, 664.3, 12, look.onDeepAccent),
  ]
}
