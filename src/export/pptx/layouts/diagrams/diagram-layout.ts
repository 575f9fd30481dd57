import { hasText } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import { type TileStyle, tileItems } from '../../pieces/tile-piece.ts'
import { fitted, heightOf } from '../../text/measure.ts'
import { below, beside, type SlideScope, tilesIn } from '../scope.ts'
import { arrow, leadBelow, type NodeStyle, nodeParagraphs, nodes } from './diagram-nodes.ts'
import { layers } from './layers-layout.ts'
import { tree } from './tree-layout.ts'

function flow(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const gap = 72
  const frames = beside(area, slide.groups.length, gap)
  const style = (index: number): NodeStyle => ({
    heading: 34,
    text: scope.has('dense') ? 24 : 30,
    inset: [28, 32, 30, 32],
    color: look.ink,
    strong: look.brand,
    fill: index === slide.groups.length - 1 ? look.tint : look.ground,
    border: { color: look.brand, width: 2 },
  })
  const wanted = Math.max(
    456,
    ...slide.groups.map(
      (group, index) => heightOf(nodeParagraphs(group, scope, style(index)), (frames[index]?.width ?? 0) - 64) + 58,
    ),
  )
  const height = Math.min(area.height - (hasText(slide.lead) ? 180 : 0), wanted)
  const placed = frames.map((frame) => ({ ...frame, height }))
  const arrows = placed
    .slice(1)
    .map((frame) => arrow({ x: frame.x - 58, y: frame.y + height / 2 - 18, width: 44, height: 36 }, look.brand))
  return [...nodes(scope, slide.groups, placed, style), ...arrows, ...leadBelow(scope, below(area, height + 32))]
}

const hubStyle = ({ look }: SlideScope, index: number): NodeStyle => {
  const both = { heading: 34, text: 28, inset: [28, 32, 30, 32] } as const
  if (index === 0) {
    const white = { color: look.onBrand, strong: look.onBrand }
    return { ...both, ...white, fill: look.brand, align: 'center', anchor: 'middle', plain: true }
  }
  return { ...both, fill: look.ground, color: look.ink, strong: look.brand, border: { color: look.brand, width: 2 } }
}

function hub(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const others = slide.groups.length - 1
  const rows = Math.max(1, Math.ceil(others / 2))
  const height = Math.min(560, area.height - (hasText(slide.lead) ? 120 : 0))
  const [left, middle, right] = beside({ ...area, height }, 3, 96)
  if (!left || !middle || !right) return []
  const row = (height - 40 * (rows - 1)) / rows
  const frames = [
    middle,
    ...Array.from({ length: others }, (_, index) => ({
      ...(index % 2 === 0 ? left : right),
      y: area.y + Math.floor(index / 2) * (row + 40),
      height: row,
    })),
  ]
  const arrows = frames.slice(1).map(
    (frame, index): Item => ({
      kind: 'shape',
      geometry: 'leftRightArrow',
      fill: look.brand,
      frame: {
        x: index % 2 === 0 ? frame.x + frame.width + 12 : frame.x - 84,
        y: frame.y + frame.height / 2 - 16,
        width: 72,
        height: 32,
      },
    }),
  )
  return [
    ...nodes(scope, slide.groups, frames, (index) => hubStyle(scope, index)),
    ...arrows,
    ...leadBelow(scope, below(area, height + 32)),
  ]
}

function cycle(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const height = Math.min(664, area.height - (hasText(slide.lead) ? 100 : 0))
  const rows = Math.max(1, Math.ceil(slide.groups.length / 2))
  const row = (height - 88 * (rows - 1)) / rows
  const placeOf = (index: number): readonly [down: number, across: number] =>
    index < 2 ? [0, index] : index < 4 ? [1, 3 - index] : [Math.floor(index / 2), index % 2]
  const frames = slide.groups.map((_, index) => {
    const [down, across] = placeOf(index)
    const [left, right] = beside({ ...area, y: area.y + down * (row + 88), height: row }, 2, 112)
    return (across === 0 ? left : right) ?? area
  })
  const style = (): NodeStyle => ({
    heading: 40,
    text: 31,
    inset: [28, 32, 30, 32],
    fill: look.ground,
    color: look.ink,
    strong: look.brand,
    border: { color: look.brand, width: 2 },
  })
  const [first, second, third, fourth] = frames
  const arrows = [
    first && second
      ? arrow({ x: second.x - 86, y: second.y + row / 2 - 18, width: 56, height: 36 }, look.brand)
      : undefined,
    second && third
      ? arrow({ x: third.x + third.width / 2 - 28, y: third.y - 62, width: 56, height: 36 }, look.brand, {
          rotation: 90,
        })
      : undefined,
    third && fourth
      ? arrow({ x: fourth.x + fourth.width + 30, y: fourth.y + row / 2 - 18, width: 56, height: 36 }, look.brand, {
          rotation: 180,
        })
      : undefined,
    first && fourth
      ? arrow({ x: first.x + first.width / 2 - 28, y: fourth.y - 62, width: 56, height: 36 }, look.brand, {
          rotation: 270,
        })
      : undefined,
  ]
  return [
    ...nodes(scope, slide.groups, frames, style),
    ...arrows.flatMap((item) => item ?? []),
    ...leadBelow(scope, below(area, height + 32)),
  ]
}

const aroundStyle = ({ look, has }: SlideScope, index: number): NodeStyle => {
  const isOpen = has(`open-${index + 1}`)
  const color = isOpen ? look.ink : look.onBrand
  return {
    ...{ heading: 34, text: 28 },
    // Words stand clear of the middle and mirror each other.
    inset: index % 2 === 0 ? [24, 232, 24, 48] : [24, 48, 24, 232],
    align: index % 2 === 0 ? 'left' : 'right',
    fill: isOpen ? look.ground : look.brand,
    ...{ color, strong: color },
    ...(isOpen && { falls: look.chart.downColor }),
    border: { color: look.brand, width: 4, ...(isOpen && { dash: 'dash' }) },
    anchor: 'middle',
  }
}

/** The text of a box with what is bold in it, its heading, at a size of its own. */
function withBoldAt(item: Item, size: number): Item {
  if (item.kind !== 'text') return item
  const sized = item.paragraphs.map((each) => ({
    ...each,
    runs: each.runs.map((run) => (run.bold ? { ...run, size } : run)),
  }))
  return fitted({ ...item, paragraphs: sized })
}

/** A disc with the figures that the boxes are about. */
function discItems(scope: SlideScope, frame: Frame): readonly Item[] {
  const { look } = scope
  const [tile] = tilesIn(scope)
  const disc: Item = {
    ...{ kind: 'shape', geometry: 'ellipse', frame, fill: look.tint },
    stroke: { color: look.ground, width: 16 },
  }
  if (!tile) return [disc]
  const style: TileStyle = {
    ...{ look, size: 112, label: 26, change: 26, columns: 1, gap: 0, padding: [0, 0, 0, 0] },
    ...{ align: 'center', middle: true, digits: look.brand, text: look.ink, labelBelow: true },
  }
  return [disc, ...tileItems(tile, { ...frame, x: frame.x + 40, width: 320 }, style)]
}

/** Four boxes about figures in the middle, filled but for those that are left open. */
function around(scope: SlideScope): readonly Item[] {
  const { slide, area } = scope
  const height = area.height - (hasText(slide.lead) ? 120 : 0)
  const rows = Math.max(1, Math.ceil(slide.groups.length / 2))
  const row = (height - 32 * (rows - 1)) / rows
  const frames = slide.groups.map(
    (_, index) =>
      beside({ ...area, y: area.y + Math.floor(index / 2) * (row + 32), height: row }, 2, 32)[index % 2] ?? area,
  )
  const boxes = nodes(scope, slide.groups, frames, (index) => aroundStyle(scope, index))
  const center = { x: area.x + area.width / 2 - 200, y: area.y + height / 2 - 200, width: 400, height: 400 }
  return [
    ...boxes.map((item) => withBoldAt(item, 72)),
    ...discItems(scope, center),
    ...leadBelow(scope, below(area, height + 24)),
  ]
}

/** Boxes and arrows, a box for each group, all as shapes that can be edited. */
export function diagram(scope: SlideScope): readonly Item[] {
  if (scope.has('tree')) return tree(scope)
  if (tilesIn(scope).length > 0) return around(scope)
  if (scope.has('layers')) return layers(scope)
  if (scope.has('hub')) return hub(scope)
  return scope.has('cycle') ? cycle(scope) : flow(scope)
}
