import { barFill } from '../../../charts/colors/fill.ts'
import { ringHole } from '../../../charts/layout/slice-texts.ts'
import { sceneMarkAt } from '../../../charts/scene.ts'
import type { ChartMark, ChartModel } from '../../../model/chart.ts'
import type { Frame } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { manualLayout, type NativeSeries, type PointLook, type SeriesContext, seriesXml } from './chart-xml.ts'
import type { Geometry } from './geometry.ts'
import type { Ring } from './ring-names.ts'
import type { PointValue } from './values.ts'

/** The one series of a ring: a point a part. */
export function ringSeries(
  model: ChartModel,
  {
    look,
    geometry,
    pointOf,
  }: { readonly look: DeckLook; readonly geometry: Geometry; readonly pointOf: (mark: ChartMark) => PointValue },
): NativeSeries {
  const marks = model.series.map((series) => series.marks[0] ?? null)
  const fills = model.series.map((_, index): PointLook => {
    const mark = sceneMarkAt(geometry.scene, 0, index)
    return { fill: mark ? barFill(geometry.scene, mark) : look.rule, stroke: { color: look.ground, width: 2 } }
  })
  return {
    name: model.title,
    kind: 'bar',
    axis: 'value',
    values: marks.map((mark) => (mark ? pointOf(mark) : null)),
    look: { fill: undefined },
    points: fills,
    labels: marks.map(() => undefined), // beside the ring, with their names
  }
}

/** A ring by itself: its parts are named beside it. */
export function ringPlot(
  series: NativeSeries,
  { ring: { x, y, radius }, size }: { readonly ring: Ring; readonly size: Pick<Frame, 'width' | 'height'> },
  context: SeriesContext,
): { readonly plotArea: string; readonly legend: string } {
  const own = seriesXml(series, 0, context).replaceAll('<c:invertIfNegative val="0"/>', '')
  const layout = manualLayout({
    x: (x - radius) / size.width,
    y: (y - radius) / size.height,
    w: (2 * radius) / size.width,
    h: (2 * radius) / size.height,
  })
  const plotArea = `<c:plotArea>${layout}<c:doughnutChart><c:varyColors val="1"/>${own}<c:firstSliceAng val="0"/><c:holeSize val="${ringHole * 100}"/></c:doughnutChart><c:spPr><a:noFill/></c:spPr></c:plotArea>`
  return { plotArea, legend: '' }
}
