import type { Chart } from 'chart.js'
import type { HitTests } from '../chart-type.ts'
import { type DotLayout, dotFieldOf, dotLayoutOn, litParts } from '../layout/dot-layout.ts'
import type { CanvasContext } from '../layout/text.ts'
import { type Scene, sceneMarkAt } from '../scene.ts'
import type { Target } from './hits.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The parts of a field in their order, then the whole. */
export const dotHits: HitTests = {
  targets: (chart, scene) => stretches(chart, scene).map(({ target }) => target),
  targetAt(chart, scene, { x, y }) {
    const { field, grid } = dotLayoutOn(chart, scene)
    const [column, row] = [Math.floor((x - field.x) / grid.pitch), Math.floor((y - field.y) / grid.pitch)]
    if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) return undefined
    const dot = row * grid.columns + column
    const touched = stretches(chart, scene).filter(({ from, to }) => from < dot + 1 - 1e-6 && to > dot + 1e-6)
    const overlap = ({ from, to }: Stretch): number => Math.min(to, dot + 1) - Math.max(from, dot)
    const parts = touched.filter(({ isWhole }) => !isWhole).sort((a, b) => overlap(b) - overlap(a))
    return (parts[0] ?? touched[0])?.target
  },
}

function stretches(chart: Chart, scene: Scene): (Stretch & { readonly isWhole: boolean; readonly target: Target })[] {
  const layout = dotLayoutOn(chart, scene)
  const parts = litParts(scene, (_, { value }) => value).flatMap(({ datasetIndex, from, to }) => {
    const sceneMark = sceneMarkAt(scene, datasetIndex, 0)
    return sceneMark ? [{ from, to, isWhole: false, target: targetOf(layout, { from, to }, sceneMark) }] : []
  })
  const [dataset] = scene.datasets
  const mark = scene.model.totals?.[0]
  const category = scene.model.categories[0]
  if (!dataset || !mark || !category) return parts
  const { each, whole } = dotFieldOf(scene.model)
  const all = { from: 0, to: whole / each }
  const sceneMark = { datasetIndex: scene.datasets.length, index: 0, dataset, mark, category }
  return [...parts, { ...all, isWhole: true, target: targetOf(layout, all, sceneMark) }]
}

function targetOf({ field, grid }: DotLayout, stretch: Stretch, sceneMark: Target['sceneMark']): Target {
  const { columns, pitch } = grid
  const [first, last] = [Math.floor(stretch.from + 1e-6), Math.max(0, Math.ceil(stretch.to - 1e-6) - 1)]
  const [top, bottom] = [Math.floor(first / columns), Math.floor(last / columns)]
  const y = (row: number): number => field.y + row * pitch
  const x = (column: number): number => field.x + column * pitch
  const [start, end] = [x(first % columns), x((last % columns) + 1)]
  const [left, right] = top === bottom ? [start, end] : [x(0), x(columns)]
  const outline = (context: CanvasContext): void => {
    if (top === bottom) {
      context.rect(start, y(top), end - start, pitch)
      return
    }
    const corners = [
      [start, y(top)],
      [right, y(top)],
      [right, y(bottom)],
      [end, y(bottom)],
      [end, y(bottom + 1)],
      [left, y(bottom + 1)],
      [left, y(top + 1)],
      [start, y(top + 1)],
    ] as const
    for (const [index, [a, b]] of corners.entries()) index === 0 ? context.moveTo(a, b) : context.lineTo(a, b)
    context.closePath()
  }
  return { sceneMark, x: (left + right) / 2, y: y(top), below: y(bottom + 1), outline }
}
