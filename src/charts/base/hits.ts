import type { Chart } from 'chart.js'
import { isOnSlice, type PlacedMark, type PlacedSlice, placedMarks, placedSlices } from '../layout/placed-marks.ts'
import type { CanvasContext } from '../layout/text.ts'
import type { Scene, SceneMark } from '../scene.ts'

/** A mark of a live chart, and the point that its tooltip points to. */
export interface Target {
  readonly sceneMark: SceneMark
  readonly x: number
  readonly y: number
  /** Where the tooltip goes when there is no room above. */
  readonly below: number
  /** Of the mark, about `x`; 0 where it is a point or has no sides. */
  readonly width?: number
  /** Adds the outline of the mark to the canvas's path. */
  readonly outline: (context: CanvasContext) => void
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Bars and points, category by category; a point hits the mark it is on, else the nearest of its category. */
export const markHits = {
  targets(chart: Chart, scene: Scene): Target[] {
    return placedMarks(chart, scene)
      .map((mark) => targetOf(scene, mark))
      .sort((a, b) => a.sceneMark.dataset.panel - b.sceneMark.dataset.panel || a.sceneMark.index - b.sceneMark.index)
  },
  targetAt(chart: Chart, scene: Scene, { x, y }: Point): Target | undefined {
    const marks = placedMarks(chart, scene)
    const inside = marks.find(({ kind, box }) =>
      kind === 'point'
        ? Math.hypot(x - box.x, y - box.y) <= 22
        : x >= box.x && x <= box.x + box.width && y >= box.y - 2 && y <= box.y + box.height + 2,
    )
    const found = inside ?? nearest(chart, scene, { marks, x, y })
    return found && targetOf(scene, found)
  },
}

/** Slices of a ring, one a series. */
export const sliceHits = {
  targets(chart: Chart, scene: Scene): Target[] {
    return placedSlices(chart, scene).map(targetOfSlice)
  },
  targetAt(chart: Chart, scene: Scene, at: Point): Target | undefined {
    const found = placedSlices(chart, scene).find((slice) => isOnSlice(slice, at))
    return found && targetOfSlice(found)
  },
}

function targetOf(scene: Scene, mark: PlacedMark): Target {
  const { box, kind } = mark
  const common = {
    sceneMark: mark,
    x: box.x + box.width / 2,
    width: kind === 'point' ? 0 : box.width,
    outline: outlineOf(mark),
  }
  if (scene.horizontal) return { ...common, y: box.y, below: box.y + box.height }
  return { ...common, y: kind === 'point' ? box.y - 8 : box.y, below: box.y + box.height + 8 }
}

const outlineOf =
  ({ kind, box }: PlacedMark): Target['outline'] =>
  (context) => {
    if (kind === 'point') context.arc(box.x, box.y, 12, 0, 2 * Math.PI)
    else context.rect(box.x - 2, box.y - 2, box.width + 4, box.height + 4)
  }

function targetOfSlice({ sceneMark, angle, start, end, radius, inner, x, y }: PlacedSlice): Target {
  const middle = (radius + inner) / 2
  const at = { x: x + Math.cos(angle) * middle, y: y + Math.sin(angle) * middle }
  const outline = (context: CanvasContext): void => {
    context.arc(x, y, radius, start, end)
    context.arc(x, y, inner, end, start, true)
    context.closePath()
  }
  return { sceneMark, ...at, below: at.y, outline }
}

function nearest(
  chart: Chart,
  scene: Scene,
  { marks, x, y }: Point & { readonly marks: readonly PlacedMark[] },
): PlacedMark | undefined {
  const { left, right, top, bottom } = chart.chartArea
  if (x < left - 8 || x > right + 8 || y < top - 40 || y > bottom + 40) return undefined
  const along = ({ box }: PlacedMark): number =>
    scene.horizontal ? distance(y, box.y, box.height) : distance(x, box.x, box.width)
  const across = ({ box }: PlacedMark): number =>
    scene.horizontal ? distance(x, box.x, box.width) : distance(y, box.y, box.height)
  const [best] = [...marks].sort((a, b) => along(a) - along(b) || across(a) - across(b))
  return best
}

/** How far a coordinate is from an interval. */
function distance(value: number, start: number, length: number): number {
  return Math.max(start - value, 0, value - start - length)
}
