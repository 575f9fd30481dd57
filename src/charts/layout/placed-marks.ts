import type { Chart } from 'chart.js'
import { barFill } from '../colors/fill.ts'
import { type Scene, type SceneMark, sceneMarkAt } from '../scene.ts'
import type { Box } from './box.ts'

/** A slice of a ring where Chart.js has put it; angles clockwise from the right, in radians. */
export interface PlacedSlice {
  readonly sceneMark: SceneMark
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
export function placedSlices(chart: Chart, scene: Scene): PlacedSlice[] {
  return chart.getDatasetMeta(0).data.flatMap((element, index) => {
    const sceneMark = sceneMarkAt(scene, 0, index)
    if (!sceneMark || !chart.getDataVisibility(index)) return []
    const arc: Readonly<Record<string, unknown>> = element.getProps(
      ['x', 'y', 'startAngle', 'endAngle', 'outerRadius', 'innerRadius'],
      true,
    )
    const read = (name: string): number => (typeof arc[name] === 'number' ? arc[name] : 0)
    const [start, end] = [read('startAngle'), read('endAngle')]
    const [radius, inner] = [read('outerRadius'), read('innerRadius')]
    return [{ sceneMark, angle: (start + end) / 2, start, end, radius, inner, x: read('x'), y: read('y') }]
  })
}

/** Whether a point is on the slice. */
export function isOnSlice({ start, end, radius, inner, x, y }: PlacedSlice, at: { x: number; y: number }): boolean {
  const far = Math.hypot(at.x - x, at.y - y)
  if (far < inner || far > radius) return false
  const turn = 2 * Math.PI
  const angle = (((Math.atan2(at.y - y, at.x - x) - start) % turn) + turn) % turn
  return angle <= end - start
}

/** A bar or point where Chart.js has put it. */
export interface PlacedMark extends SceneMark {
  readonly kind: 'bar' | 'point'
  readonly box: Box
  /** Where its value lies along the value axis, in pixels, and where it starts from. */
  readonly tip: number
  readonly root: number
  /** Pixels of the low and the high of a mark that has whiskers. */
  readonly whisker?: readonly [low: number, high: number]
  /** Background colour of the bar. */
  readonly fill: string
}

/** Whether whiskers are drawn: not of what is derived, and not too short to be recognized. */
export const hasWhisker = (placed: PlacedMark | undefined): boolean =>
  placed?.whisker !== undefined &&
  placed.mark.drawn !== 'derived' &&
  Math.abs(placed.whisker[0] - placed.whisker[1]) >= 16

type Shape = Pick<PlacedMark, 'kind' | 'box' | 'tip' | 'root'>

/** Every visible bar and point; `final` asks for the places at the end of a running animation. */
export function placedMarks(chart: Chart, scene: Scene, final = true): PlacedMark[] {
  return chart.data.datasets.flatMap((_, datasetIndex) => {
    if (!chart.isDatasetVisible(datasetIndex)) return []
    const meta = chart.getDatasetMeta(datasetIndex)
    return meta.data.flatMap((element, index) => {
      const sceneMark = sceneMarkAt(scene, datasetIndex, index)
      if (!sceneMark) return []
      const shape = barOrPoint(element.getProps(['x', 'y', 'base', 'width', 'height', 'horizontal'], final))
      if (!shape) return []
      const { low, high } = sceneMark.mark
      const whisker =
        meta.vScale && low !== undefined && high !== undefined && !sceneMark.dataset.stacked
          ? ([meta.vScale.getPixelForValue(low), meta.vScale.getPixelForValue(high)] as const)
          : undefined
      const { base, value } = sceneMark.mark
      const ends =
        meta.vScale && base !== undefined // Chart.js orders the ends of a floating bar by size, not by direction
          ? { tip: meta.vScale.getPixelForValue(base + value), root: meta.vScale.getPixelForValue(base) }
          : {}
      return [{ ...sceneMark, ...shape, ...ends, fill: barFill(scene, sceneMark), ...(whisker ? { whisker } : {}) }]
    })
  })
}

/** Points, and small boxes along the lines between neighbouring points of a series: labels keep off them. */
export function lineObstacles(marks: readonly PlacedMark[]): Box[] {
  const points = marks.filter(({ kind }) => kind === 'point')
  const around = points.map(({ box: { x, y } }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))
  const between = points.flatMap((point, order) => {
    const next = points[order + 1]
    if (!next || next.datasetIndex !== point.datasetIndex || next.index !== point.index + 1) return []
    const steps = Math.max(2, Math.ceil(Math.hypot(next.box.x - point.box.x, next.box.y - point.box.y) / 8))
    return Array.from({ length: steps - 1 }, (_, step) => {
      const part = (step + 1) / steps
      const x = point.box.x + (next.box.x - point.box.x) * part
      const y = point.box.y + (next.box.y - point.box.y) * part
      return { x: x - 2, y: y - 2, width: 4, height: 4 }
    })
  })
  return [...around, ...between]
}

function barOrPoint(props: Readonly<Record<string, unknown>>): Shape | undefined {
  const { x, y, base, width, height, horizontal } = props
  if (!isPlaced(x) || !isPlaced(y)) return undefined
  if (!isPlaced(base)) return { kind: 'point', box: { x, y, width: 0, height: 0 }, tip: y, root: y }
  if (horizontal === true && isPlaced(height)) {
    const box = { x: Math.min(x, base), y: y - height / 2, width: Math.abs(x - base), height }
    return { kind: 'bar', box, tip: x, root: base }
  }
  if (!isPlaced(width)) return undefined
  const box = { x: x - width / 2, y: Math.min(y, base), width, height: Math.abs(y - base) }
  return { kind: 'bar', box, tip: y, root: base }
}

function isPlaced(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
