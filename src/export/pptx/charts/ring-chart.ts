import { barFill } from '../../../charts/colors/fill.ts'
import { sceneMarkAt } from '../../../charts/scene.ts'
import { textColorOn } from '../../../format/colors/color.ts'
import type { ChartMark, ChartModel } from '../../../model/chart.ts'
import type { DeckLook } from '../look.ts'
import {
  manualLayout,
  type NativeSeries,
  type PointLook,
  type SeriesContext,
  seriesXml,
  textProperties,
} from './chart-xml.ts'
import type { Geometry } from './geometry.ts'
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
    labels: marks.map((mark, index) => {
      if (!mark || mark.text === '') return undefined
      const { words } = pointOf(mark)
      return {
        bold: true,
        color: textColorOn(fills[index]?.fill ?? look.ground, look.ink, look.ground),
        position: undefined,
        ...(words !== undefined && { words }),
      }
    }),
  }
}

/** A ring with its parts named beside it. */
export function ringPlot(
  series: NativeSeries,
  { size }: { readonly size: { readonly width: number; readonly height: number } },
  context: SeriesContext,
): { readonly plotArea: string; readonly legend: string } {
  const { look } = context
  const ring = seriesXml(series, 0, context).replaceAll('<c:invertIfNegative val="0"/>', '')
  const side = Math.min(size.height, size.width * 0.6) * 0.96
  const layout = manualLayout({
    x: 0.02,
    y: (size.height - side) / 2 / size.height,
    w: side / size.width,
    h: side / size.height,
  })
  const plotArea = `<c:plotArea>${layout}<c:doughnutChart><c:varyColors val="1"/>${ring}<c:firstSliceAng val="0"/><c:holeSize val="62"/></c:doughnutChart><c:spPr><a:noFill/></c:spPr></c:plotArea>`
  const legend = `<c:legend><c:legendPos val="r"/><c:overlay val="0"/>${textProperties(context.size, { color: look.ink }, look)}</c:legend>`
  return { plotArea, legend }
}

/** Where the ring stands in its box. */
export function ringFrame({ width, height }: { readonly width: number; readonly height: number }): {
  readonly x: number
  readonly y: number
  readonly side: number
} {
  const side = Math.min(height, width * 0.6) * 0.96
  return { x: width * 0.02, y: (height - side) / 2, side }
}
