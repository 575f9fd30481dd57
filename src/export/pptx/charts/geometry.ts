import { valueRange } from '../../../charts/base/range.ts'
import type { Range } from '../../../charts/base/traits.ts'
import type { ChartType } from '../../../charts/chart-type.ts'
import { chartTypeOf } from '../../../charts/chart-types.ts'
import { fittingScene } from '../../../charts/fitting-scene.ts'
import type { ChartLayout } from '../../../charts/layout/chart-layout.ts'
import { expectedMarks, plotBox } from '../../../charts/layout/expected-marks.ts'
import type { PlacedMark } from '../../../charts/layout/placed-marks.ts'
import { type PrintedLabels, printedLabels } from '../../../charts/plugins/printed-labels.ts'
import { valueLabels } from '../../../charts/plugins/value-labels.ts'
import type { Scene } from '../../../charts/scene.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Frame } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { officeTypesetter } from '../text/letters.ts'

/** A chart as the page lays it out, measured in the office font: pixels of its box. */
export interface Geometry {
  readonly type: ChartType
  readonly scene: Scene
  readonly layout: ChartLayout
  readonly plot: Frame
  readonly range: Range
  readonly marks: readonly PlacedMark[]
  /** What is printed at marks; undefined: all of them. */
  readonly printed: PrintedLabels | undefined
}

/** Office programs set labels further from their bars than the page does, and drop those that leave the chart. */
function withHeadroom(layout: ChartLayout): ChartLayout {
  if (layout.topRoom === 0) return layout
  const more = Math.round(layout.labelSize * 0.5)
  return { ...layout, topRoom: layout.topRoom + more, padding: { ...layout.padding, top: layout.padding.top + more } }
}

export function geometryOf(
  model: ChartModel,
  size: { readonly width: number; readonly height: number },
  { chart: theme }: DeckLook,
  sizes?: Scene['sizes'],
): Geometry {
  const type = chartTypeOf(model.type)
  const own = fittingScene(model, { type, theme, size })
  const scene = sizes ? { ...own, sizes } : own
  const layout = withHeadroom(type.layout(scene, officeTypesetter, size))
  scene.state.layout = layout
  const marks = type.family === 'parts' || type.family === 'field' ? [] : expectedMarks(scene, layout, size)
  const plot = plotBox(layout, size)
  const printed = type.plugins.includes(valueLabels)
    ? printedLabels(scene, officeTypesetter, { marks, plot, size })
    : undefined
  return { type, scene, layout, plot, range: valueRange(model, type), marks, printed }
}
