import type { ChartModel } from '../model/chart.ts'
import { chartTypeOf } from './chart-types.ts'
import { laidOut } from './laid-out.ts'
import type { Size } from './layout/box.ts'
import type { ChartLayout } from './layout/chart-layout.ts'
import { expectedMarks } from './layout/expected-marks.ts'
import { estimatedTypesetter as typesetter } from './layout/letters.ts'
import type { PlacedMark } from './layout/placed-marks.ts'
import { valueSize } from './layout/value-size.ts'
import type { Scene } from './scene.ts'

/** Between a value and what stands beside it. */
const air = 16

/**
 * Whether a chart in a box of a size leaves its lower right corner free, of so many pixels across and up. What lies in a
 * ring or in panels fills the whole box, and a field of dots keeps to the left.
 */
export function leavesCorner(model: ChartModel, size: Size, corner: Size): boolean {
  const { family } = chartTypeOf(model.type)
  if (family === 'field') return true
  if (family === 'parts' || family === 'panels') return false
  const { scene, layout } = laidOut(model, size)
  const [left, top] = [size.width - corner.width, size.height - corner.height]
  return expectedMarks(scene, layout, size).every((placed) => {
    const { x, y, width, height } = placed.box
    const end = Math.max(x + width + valueWidth(scene, placed), endOfName(layout, placed, scene.sizes.category))
    return end < left || y + height < top
  })
}

/** Where the name of a bar ends that stands at its right, as beside falls. */
function endOfName({ names, categories }: ChartLayout, { index }: PlacedMark, size: number): number {
  const edge = names?.[index]
  if (edge?.align !== 'left' || categories.kind !== 'lines') return 0
  return edge.x + Math.max(0, ...(categories.lines[index] ?? []).map((line) => typesetter.width(line, size, 600)))
}

/** What the value beside a bar takes of the width. */
const valueWidth = (scene: Scene, placed: PlacedMark): number =>
  scene.horizontal ? typesetter.width(placed.mark.text, valueSize(scene, placed, scene.sizes.label), 600) + air : 0
