import { mix } from '../../../format/colors/color.ts'
import type { Item } from '../items.ts'
import { wholeSlide } from '../layouts/frame.ts'
import { slideHeight, slideWidth } from '../layouts/scope.ts'
import type { DeckLook } from '../look.ts'

const radii = Array.from({ length: 13 }, (_, index) => 192 + 96 * index)

/** Where the title of a cover may stand: arcs begin above it or right of it, and above the rule of its foot. */
const title = { top: 500, right: 1470 }
const footTop = 948

const stepsIn = 4 // of lightness, in which an arc fades in

/** Part of a circle about the lower right corner, as far as it is on the slide and beside the words of a cover, fading in. */
function ringParts(radius: number): readonly string[] {
  const height = Math.min(radius, 1080)
  const across = slideWidth - title.right
  const beside = radius > across ? slideHeight - Math.sqrt(radius ** 2 - across ** 2) : footTop
  const y = Math.min(footTop, Math.max(title.top, beside))
  const [from, to] = [Math.asin((slideHeight - y) / radius), Math.asin(height / radius)]
  const at = (share: number): string => {
    const angle = from + (to - from) * share
    return `${slideWidth - radius * Math.cos(angle)} ${slideHeight - radius * Math.sin(angle)}`
  }
  const shares = Array.from({ length: stepsIn }, (_, step) => (0.32 * step) / (stepsIn - 1))
  return shares.map((share, step) => `M${at(share)}A${radius} ${radius} 0 0 1 ${at(shares[step + 1] ?? 1)}`)
}

/** A quarter of a circle about the upper right corner. */
const cornerPath = (radius: number): string =>
  `M${slideWidth - radius} 0A${radius} ${radius} 0 0 0 ${slideWidth} ${radius}`

/** Stretches of the rings that shine on the cover, and the ends of them. */
const signals =
  'M1687 910.7A288 288 0 0 1 1802.9 816.9M1643.8 813.3A384 384 0 0 1 1814.2 710.9M1597.9 602.5A576 576 0 0 1 1839.8 509.6M1559.4 401.9A768 768 0 0 1 1839.7 316.2M1319.8 458.5A864 864 0 0 1 1488 331.8M1499.2 217.2A960 960 0 0 1 1753.3 134.6M1044.5 489.5A1056 1056 0 0 1 1135.2 373.4M1241.2 271.1A1056 1056 0 0 1 1392 165.5'

const ends = [
  [1802.9, 816.9],
  [1814.2, 710.9],
  [1839.8, 509.6],
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

/** Arcs in the corner above all words: wide on slides that open or close, narrow beside a headline (`tone: dark`). */
const corners = {
  opening: { radii: [144, 240, 336, 432, 528, 624], light: 0.52, node: [1546.6, 373.4, 12] },
  tone: { radii: [72, 108, 144, 180], light: 0.55, node: [1793, 127, 7] },
} as const

/** The drawing of dark slides, where no words stand; on the cover with signals on the rings. */
export function ringItems(look: DeckLook, kind: 'cover' | keyof typeof corners): readonly Item[] {
  const line = (path: string, color: string, width: number): Item => ({
    kind: 'shape',
    geometry: 'rect',
    frame: wholeSlide,
    path,
    stroke: { color, width },
  })
  if (kind !== 'cover') {
    const { radii: own, light, node } = corners[kind]
    const [x, y, radius] = node
    const color = mix(look.deep, look.chart.palette[6] ?? look.onDeep, light)
    return [line(own.map(cornerPath).join(''), color, 1.5), dot(x, y, radius, look.onDeepAccent)]
  }
  const bright = mix(look.brand, look.onDeep, 0.7)
  return [
    ...Array.from({ length: stepsIn }, (_, step) =>
      line(
        radii.map((radius) => ringParts(radius)[step] ?? '').join(''),
        mix(look.deep, look.onDeep, (0.13 * (step + 1)) / stepsIn),
        1.5,
      ),
    ),
    line(signals, mix(look.deep, mix(look.brand, look.onDeep, 0.52), 0.75), 4),
    ...ends.map(([x, y]) => dot(x, y, 7, bright)),
    line(accent, look.onDeepAccent, 6),
    dot(1680, 664.3, 12, look.onDeepAccent),
  ]
}
