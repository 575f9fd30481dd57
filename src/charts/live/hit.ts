import { ArcElement, type Chart } from 'chart.js'
import { type DrawnMark, drawnMarks } from '../drawn.ts'
import { type Scene, type Subject, subjectAt } from '../scene.ts'

/** A mark of a live chart, and the point a tooltip hangs from. */
export interface Target {
  readonly subject: Subject
  readonly x: number
  readonly y: number
  /** Where a tooltip goes that finds no room above. */
  readonly below: number
}

/** Every mark, category by category, in the order the keyboard walks them. */
export function targets(chart: Chart, scene: Scene): Target[] {
  if (scene.model.type === 'doughnut') return slices(chart, scene)
  return drawnMarks(chart, scene)
    .map((mark) => targetOf(scene, mark))
    .sort((a, b) => a.subject.link.panel - b.subject.link.panel || a.subject.index - b.subject.index)
}

function targetOf(scene: Scene, mark: DrawnMark): Target {
  const { box, kind } = mark
  if (scene.horizontal) return { subject: mark, x: box.x + box.width / 2, y: box.y, below: box.y + box.height }
  return {
    subject: mark,
    x: box.x + box.width / 2,
    y: kind === 'point' ? box.y - 8 : box.y,
    below: box.y + box.height + 8,
  }
}

function slices(chart: Chart, scene: Scene): Target[] {
  return chart.getDatasetMeta(0).data.flatMap((element, index) => {
    const subject = subjectAt(scene, 0, index)
    if (!subject || !(element instanceof ArcElement) || !chart.getDataVisibility(index)) return []
    const { x, y } = element.tooltipPosition(true)
    return [{ subject, x: x ?? 0, y: y ?? 0, below: y ?? 0 }]
  })
}

/** The mark under a point of the canvas, else the nearest of the category that the point is in. */
export function targetAt(
  chart: Chart,
  scene: Scene,
  { x, y }: { readonly x: number; readonly y: number },
): Target | undefined {
  if (scene.model.type === 'doughnut') return sliceAt(chart, scene, { x, y })
  const marks = drawnMarks(chart, scene)
  const inside = marks.find(({ kind, box }) =>
    kind === 'point'
      ? Math.hypot(x - box.x, y - box.y) <= 22
      : x >= box.x && x <= box.x + box.width && y >= box.y - 2 && y <= box.y + box.height + 2,
  )
  const found = inside ?? nearest(chart, scene, { marks, x, y })
  return found && targetOf(scene, found)
}

function nearest(
  chart: Chart,
  scene: Scene,
  { marks, x, y }: { readonly marks: readonly DrawnMark[]; readonly x: number; readonly y: number },
): DrawnMark | undefined {
  const { left, right, top, bottom } = chart.chartArea
  if (x < left - 8 || x > right + 8 || y < top - 40 || y > bottom + 40) return undefined
  const along = ({ box }: DrawnMark): number =>
    scene.horizontal ? distance(y, box.y, box.height) : distance(x, box.x, box.width)
  const across = ({ box }: DrawnMark): number =>
    scene.horizontal ? distance(x, box.x, box.width) : distance(y, box.y, box.height)
  const [best] = [...marks].sort((a, b) => along(a) - along(b) || across(a) - across(b))
  return best
}

/** How far a coordinate is from an interval. */
function distance(value: number, start: number, length: number): number {
  return Math.max(start - value, 0, value - start - length)
}

function sliceAt(chart: Chart, scene: Scene, { x, y }: { readonly x: number; readonly y: number }): Target | undefined {
  const elements = chart.getDatasetMeta(0).data
  const index = elements.findIndex((element) => element instanceof ArcElement && element.inRange(x, y, false))
  return slices(chart, scene).find(({ subject }) => subject.index === index)
}
