import type { Chart } from 'chart.js'
import { type Scene, type Subject, subjectAt } from './scene.ts'

/** A slice of a ring where Chart.js has put it; angles clockwise from the right, in radians. */
export interface DrawnSlice {
  readonly subject: Subject
  /** Its middle. */
  readonly angle: number
  readonly start: number
  readonly end: number
  readonly radius: number
  readonly inner: number
  readonly x: number
  readonly y: number
}

/** Every visible slice, at the end of a running animation. */
export function drawnSlices(chart: Chart, scene: Scene): DrawnSlice[] {
  return chart.getDatasetMeta(0).data.flatMap((element, index) => {
    const subject = subjectAt(scene, 0, index)
    if (!subject || !chart.getDataVisibility(index)) return []
    const arc: Readonly<Record<string, unknown>> = element.getProps(
      ['x', 'y', 'startAngle', 'endAngle', 'outerRadius', 'innerRadius'],
      true,
    )
    const read = (name: string): number => (typeof arc[name] === 'number' ? arc[name] : 0)
    const [start, end] = [read('startAngle'), read('endAngle')]
    const [radius, inner] = [read('outerRadius'), read('innerRadius')]
    return [{ subject, angle: (start + end) / 2, start, end, radius, inner, x: read('x'), y: read('y') }]
  })
}

/** Whether a point is on the slice. */
export function isOnSlice({ start, end, radius, inner, x, y }: DrawnSlice, at: { x: number; y: number }): boolean {
  const far = Math.hypot(at.x - x, at.y - y)
  if (far < inner || far > radius) return false
  const turn = 2 * Math.PI
  const angle = (((Math.atan2(at.y - y, at.x - x) - start) % turn) + turn) % turn
  return angle <= end - start
}
