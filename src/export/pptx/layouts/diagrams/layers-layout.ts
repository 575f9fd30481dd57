import { mix } from '../../../../format/colors/color.ts'
import { type Group, hasText } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import type { DeckLook } from '../../look.ts'
import { fitted, fittingScale, heightOf, scaled } from '../../text/measure.ts'
import { heading, textOf } from '../../text/paragraphs.ts'
import { pictureWithin } from '../drawn/picture-items.ts'
import { below, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'
import { leadBelow } from './diagram-nodes.ts'

const aside = 696

/** Darker from plate to plate towards the base; on the dark ground lighter. */
function plateColor(fromBase: number, { deep, brand, ground, onDeep }: DeckLook): string {
  const isDark = ground === deep
  const lower = isDark
    ? [onDeep, ...[0.74, 0.52, 0.34].map((share) => mix(deep, onDeep, share))]
    : [mix(deep, brand, 0.4), brand, mix(ground, brand, 0.66), mix(ground, brand, 0.34)]
  return lower[fromBase] ?? mix(ground, brand, isDark ? 0.2 : 0.16)
}

/** Where a plate begins, how wide and high its face is, and how thick it is. */
interface Plate {
  readonly left: number
  readonly width: number
  readonly height: number
  readonly depth: number
}

const evenPlate: Plate = { left: 0, width: 600, height: 148, depth: 24 }

/** A base that the slide is about carries the others. */
function plateSizes(groups: readonly Group[]): readonly Plate[] {
  const last = groups.at(-1)
  if (!last || !isLit(last)) return groups.map(() => evenPlate)
  return groups.map((group) =>
    group === last ? { left: 0, width: 664, height: 164, depth: 56 } : { left: 62, width: 540, height: 134, depth: 24 },
  )
}

/** The face of a plate, about the middle of a row. */
function faceIn({ x, y, height }: Frame, size: Plate): Frame {
  const middle = y + height / 2 - 8
  return { x: x + size.left, y: middle - size.height / 2, width: size.width, height: size.height }
}

/** The face of a plate and its two sides below. */
function plate(row: Frame, size: Plate, color: string, { deep, rule }: DeckLook): readonly Item[] {
  const face = faceIn(row, size)
  const { width, height, depth } = size
  const [across, down] = [width / 2, height / 2]
  const middle = face.y + down
  const below = down + depth
  const line: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: { x: row.x + 612, y: middle - 1, width: 52, height: 2 },
    fill: rule,
  }
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { ...face, y: middle, height: below },
      path: `M0 0L${across} ${down}L${width} 0L${width} ${depth}L${across} ${below}L0 ${depth}Z`,
      fill: mix(deep, color, 0.62),
    },
    {
      kind: 'shape',
      geometry: 'rect',
      frame: face,
      path: `M${across} 0L${width} ${down}L${across} ${height}L0 ${down}Z`,
      fill: color,
    },
    ...(width > 600 ? [] : [line]), // a larger base reaches to its name
  ]
}

/** A plate whose name is bold stands out. */
const isLit = ({ heading: { runs } }: Group): boolean => runs.some(({ strong }) => strong)

/** How high rows are that share a height: each as its words need, the rest alike. */
function rowHeights(needs: readonly number[], height: number): readonly number[] {
  const sorted = needs.toSorted((one, other) => other - one)
  let [rest, count] = [height, needs.length]
  let even = rest / Math.max(1, count)
  for (const need of sorted) {
    if (need <= even || count < 2) break
    rest -= need
    count -= 1
    even = rest / count
  }
  return needs.map((need) => Math.max(need, even))
}

/** Plates so much smaller that the first begins and the last ends within a height. */
function withinHeight(sizes: readonly Plate[], rows: readonly Frame[], { y, height }: Frame): readonly Plate[] {
  const [first, last] = [rows[0], rows.at(-1)]
  const [upper, base] = [sizes[0], sizes.at(-1)]
  if (!first || !last || !upper || !base) return sizes
  const middle = (row: Frame): number => row.y + row.height / 2 - 8
  const over = (middle(first) - y) / (upper.height / 2)
  const under = (y + height - middle(last)) / (base.height / 2 + base.depth)
  const share = Math.max(0.3, Math.min(1, over, under))
  return sizes.map((size) => ({ ...size, height: size.height * share, depth: size.depth * share }))
}

/** Plates over each other, the name and the words of each beside it. */
export function layers(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const above = slide.groups.length >= 5 ? 48 : 16 // the upper end of the first plate stays below the title
  const leadHeight = hasText(slide.lead) ? 160 : 0
  const height = area.height - above - 36 - leadHeight
  const [size, headed] = scope.has('pictures') ? [32, 42] : [30, 38]
  const wide = area.width - aside
  const said = slide.groups.map((group) => {
    const head = isLit(group) && scope.has('pictures') ? 52 : headed
    const style = styleOf(scope, size, { heading: head, strong: look.brand, second: 24 })
    const named = { ...style, strong: isLit(group) ? look.accent : look.brand }
    return [{ ...heading(group.heading.runs, named), line: 1.2 }, ...textOf(group.blocks, style)]
  })
  // All words have one size, and those that take more lines a higher row.
  const between = 12
  const needs = (scale: number): readonly number[] =>
    said.map((paragraphs) => heightOf(scaled(paragraphs, scale), wide) + between)
  const scale = fittingScale((one) => needs(one).reduce((all, need) => all + need, 0) <= height)
  const heights = rowHeights(needs(scale), height)
  let y = area.y + above
  const rows = heights.map((each) => {
    y += each
    return { ...area, y: y - each, height: each }
  })
  const free = slide.takeaway ? -8 : 32 // px: the base ends before the rule of a takeaway, or before the foot
  const sizes = withinHeight(plateSizes(slide.groups), rows, { ...area, height: area.height - leadHeight + free })
  // The upper plate lies over the lower: it is drawn after it.
  const plates = slide.groups.toReversed().flatMap((group, fromBase) => {
    const frame = rows[slide.groups.length - 1 - fromBase] ?? area
    const color = isLit(group) ? (look.chart.palette[2] ?? look.accent) : plateColor(fromBase, look)
    const ofPlate = sizes[slide.groups.length - 1 - fromBase] ?? evenPlate
    const face = faceIn(frame, ofPlate)
    return [
      ...plate(frame, ofPlate, color, look),
      ...(scope.has('pictures') ? pictureWithin(scope, group.blocks, face) : []),
    ]
  })
  const words = said.map((paragraphs, index): Item => {
    const { x, ...frame } = rows[index] ?? area
    const place = { ...frame, x: x + aside, width: wide }
    return fitted({
      kind: 'text',
      name: 'Layer',
      frame: place,
      paragraphs: scaled(paragraphs, scale),
      anchor: 'middle',
    })
  })
  return [...plates, ...words, ...leadBelow(scope, below(area, height + above + 16))]
}
