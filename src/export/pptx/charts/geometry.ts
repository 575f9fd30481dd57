import { valueRange } from '../../../charts/base/range.ts'
import type { Range } from '../../../charts/base/traits.ts'
import type { ChartType } from '../../../charts/chart-type.ts'
import { chartTypeOf } from '../../../charts/chart-types.ts'
import { fittingScene } from '../../../charts/fitting-scene.ts'
import type { Size } from '../../../charts/layout/box.ts'
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
  /** Of the chart's box. */
  readonly size: Size
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

/** A value that has room where the plot is as high as on the page stands in a lower one, too. */
const withThoseOf = (page: PrintedLabels | undefined, own: PrintedLabels): PrintedLabels => ({
  ...own,
  marks: new Set([...own.marks, ...(page?.marks ?? [])]),
  totals: new Set([...own.totals, ...(page?.totals ?? [])]),
})

export function geometryOf(
  model: ChartModel,
  size: Size,
  { chart: theme }: DeckLook,
  sizes?: Scene['sizes'],
): Geometry {
  const type = chartTypeOf(model.type)
  const own = fittingScene(model, { type, theme, size })
  const scene = sizes ? { ...own, sizes } : own
  const natural = type.layout(scene, officeTypesetter, size)
  const printsValues = type.plugins.includes(valueLabels)
  const printedIn = (one: ChartLayout): PrintedLabels => {
    scene.state.layout = one
    return printedLabels(scene, officeTypesetter, { marks: marksIn(one), plot: plotBox(one, size), size })
  }
  const isMarked = type.family !== 'parts' && type.family !== 'field'
  const marksIn = (one: ChartLayout): readonly PlacedMark[] => (isMarked ? expectedMarks(scene, one, size) : [])
  const onPage = printsValues ? printedIn(natural) : undefined
  const layout = withHeadroom(natural)
  scene.state.layout = layout
  const marks = marksIn(layout)
  const plot = plotBox(layout, size)
  const printed = printsValues ? withThoseOf(onPage, printedIn(layout)) : undefined
  return { type, scene, layout, size, plot, range: valueRange(model, type), marks, printed }
}
