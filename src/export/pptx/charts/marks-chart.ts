import { hasFigureEnds } from '../../../charts/base/bridge-ends.ts'
import { lineWidth } from '../../../charts/base/datasets.ts'
import { ratioRange } from '../../../charts/base/range.ts'
import type { Range } from '../../../charts/base/traits.ts'
import { barFill, contextEdge, contextTint, isContext, markColor } from '../../../charts/colors/fill.ts'
import { centerX, centerY } from '../../../charts/layout/box.ts'
import { labelWidth } from '../../../charts/layout/label.ts'
import { hasWhisker, type PlacedMark } from '../../../charts/layout/placed-marks.ts'
import { valueSize } from '../../../charts/layout/value-size.ts'
import { seriesColor } from '../../../charts/scene.ts'
import { textColorOn } from '../../../format/colors/color.ts'
import type { ChartMark, ChartModel, ChartSeries } from '../../../model/chart.ts'
import type { Frame } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { officeTypesetter } from '../text/letters.ts'
import { type Categories, isSoft, type NativeSeries, type PointLabel, type PointLook } from './chart-xml.ts'
import type { Geometry } from './geometry.ts'
import type { PlotOptions } from './plot-xml.ts'
import { hasOwnNames } from './side-items.ts'
import type { PointValue } from './values.ts'

interface MarksContext {
  readonly look: DeckLook
  readonly geometry: Geometry
  readonly pointOf: (mark: ChartMark) => PointValue
  readonly totalName: string
}

/** How a bar is drawn: targets outlined, forecasts hatched, parts of a stack with a seam. */
function barLook(
  placed: PlacedMark,
  { geometry: { scene }, look }: Pick<MarksContext, 'geometry' | 'look'>,
): PointLook {
  const { mark, dataset } = placed
  const fill = barFill(scene, placed)
  const color = markColor(scene, placed)
  if (mark.drawn === 'target') return { fill, stroke: { color, width: 4 } }
  if (mark.drawn === 'forecast') return { fill, stroke: { color, width: 2 }, hatch: color }
  if (isContext(dataset)) return { fill, stroke: { color, width: contextEdge } }
  return dataset.stacked ? { fill, stroke: { color: look.ground, width: 1.5 } } : { fill }
}

/** A value stands beyond the whisker of its range, as parts of the chart's box. */
function beyondWhisker(
  placed: PlacedMark,
  position: PointLabel['position'],
  { scene, size }: Geometry,
): PointLabel['offset'] {
  const { whisker, tip, mark } = placed
  if (!whisker || !hasWhisker(placed)) return undefined
  const [low, high] = whisker
  const isBelow = position === 'b' || (position === 'outEnd' && mark.value < 0)
  const end = isBelow ? low : high
  if (position === 'l' || position === 'r' || position === 'ctr') return undefined
  return scene.horizontal ? [(end - tip) / size.width, 0] : [0, (end - tip) / size.height]
}

function labelOf(placed: PlacedMark, context: MarksContext): PointLabel | undefined {
  const { look, geometry, pointOf } = context
  const { mark, kind, dataset, category, fill } = placed
  if (mark.text === '' || (geometry.printed && !geometry.printed.marks.has(mark))) return undefined
  const isInside = kind === 'bar' && dataset.stacked
  const { words } = pointOf(mark)
  const size = valueSize(geometry.scene, placed, geometry.layout.labelSize)
  const color = isInside ? textColorOn(fill, look.ink, look.ground) : look.ink
  const position = kind === 'point' ? pointPosition(placed, geometry) : isInside ? 'ctr' : 'outEnd'
  const offset = beyondWhisker(placed, position, geometry)
  return {
    bold: category.emphasis && !dataset.stacked,
    ...(size > geometry.layout.labelSize && { size }),
    color,
    position,
    ...(offset && { offset }),
    ...(words !== undefined && { words: words.replaceAll(' ', '\u00a0') }), // a label stays in its line
    ...(mark.footnote !== undefined && { footnote: mark.footnote, printed: mark.text }),
  }
}

/** Values of lines stand on the side of their points that the page has them on; else above, and those of the lowest line below. */
export function pointPosition(
  { dataset, index, mark, box }: PlacedMark,
  { marks, printed }: Geometry,
): 't' | 'b' | 'l' | 'r' {
  const lines = marks.filter(
    (other) => other.kind === 'point' && other.index === index && other.dataset.series.axis === dataset.series.axis,
  )
  const place = printed?.places.get(mark)
  if (place) {
    const [x, y] = [centerX(place) - centerX(box), centerY(place) - centerY(box)]
    if (Math.abs(y) < place.height / 2) return x < 0 ? 'l' : 'r'
    // At a corner of the point, where a line would run through a value over its middle: that of the only line has room below.
    const isOver = y < 0 && (lines.length > 1 || Math.abs(x) < place.width * 0.4)
    return isOver ? 't' : 'b'
  }
  if (lines.length < 2) return 't'
  const lowest = lines.reduce((low, other) => (other.tip > low.tip ? other : low))
  return lowest.dataset.series === dataset.series ? 'b' : 't'
}

/** How a series is drawn whose bars have no look of their own, and its square in the legend. */
function seriesFill(series: ChartSeries, color: string, { scene }: Geometry): PointLook {
  const dataset = scene.datasets.find((one) => one.series === series)
  if (!dataset || !isContext(dataset)) return { fill: color }
  return { fill: contextTint(color, scene.theme), stroke: { color, width: contextEdge } }
}

function nativeSeries(series: ChartSeries, context: MarksContext): NativeSeries {
  const { geometry, pointOf } = context
  const placed = new Map(
    geometry.marks.flatMap((one) => (one.dataset.series === series ? [[one.index, one] as const] : [])),
  )
  const color = seriesColor(geometry.scene, series)
  const isLine = series.mark === 'line' || series.axis === 'ratio'
  const own: PointLook = isLine
    ? { fill: undefined, stroke: { color, width: lineWidth(geometry.scene, series) } }
    : seriesFill(series, color, geometry)
  const points = series.marks.map((_, index) => {
    const one = placed.get(index)
    return one && one.kind === 'bar' ? barLook(one, context) : undefined
  })
  const whiskers = series.marks.map((mark, index) =>
    mark?.low !== undefined && mark.high !== undefined && hasWhisker(placed.get(index))
      ? ([mark.value - mark.low, mark.high - mark.value] as const)
      : undefined,
  )
  return {
    name: series.label,
    kind: isLine ? 'line' : 'bar',
    axis: series.axis,
    values: series.marks.map((mark) => (mark ? pointOf(mark) : null)),
    look: own,
    points,
    labels: series.marks.map((_, index) => {
      const one = placed.get(index)
      return one && labelOf(one, context)
    }),
    whiskers,
    ...(isLine && {
      marker: {
        size: series.marks.length > 16 ? 2 : 8,
        hollow: series.marks.flatMap((mark, index) => (mark && isSoft(mark) ? [index] : [])),
      },
    }),
  }
}

/** Totals over stacks: a line that is not seen places their labels. */
function totalsSeries(
  model: ChartModel,
  { pointOf, geometry, totalName, look }: MarksContext,
): readonly NativeSeries[] {
  const { totals } = model
  if (!totals || geometry.type.shares) return []
  return [
    {
      name: totalName,
      kind: 'line',
      axis: 'value',
      values: totals.map((mark) => (mark ? pointOf(mark) : null)),
      look: { fill: undefined },
      points: [],
      helper: true,
      labels: totals.map((mark, index): PointLabel | undefined => {
        if (!mark || mark.text === '' || (geometry.printed && !geometry.printed.totals.has(index))) return undefined
        const { words } = pointOf(mark)
        const position = geometry.scene.horizontal ? 'r' : mark.value < 0 ? 'b' : 't'
        return { bold: true, color: look.ink, position, ...(words !== undefined && { words }) }
      }),
    },
  ]
}

/** The series of a chart of columns, bars or lines. */
export const marksSeries = (model: ChartModel, context: MarksContext): readonly NativeSeries[] => [
  ...model.series.map((series) => nativeSeries(series, context)),
  ...(context.geometry.scene.horizontal ? [] : totalsSeries(model, context)),
]

/** Periods in two tiers where they are crowded. */
export function categoriesOf({ categories }: ChartModel, { layout, scene }: Geometry): Categories {
  if (layout.categories.kind !== 'tiers') {
    const { lines } = layout.categories
    return {
      labels: categories.map(({ label, group }, index) => {
        const own = scene.horizontal ? lines[index]?.join('\n') : undefined
        const name = group?.name ?? label
        // Names beside bars keep the lines for which there is room: one that leaves the chart squeezes all of it.
        return own !== undefined && own.replaceAll('\n', ' ') === name ? own : name
      }),
    }
  }
  const groups = categories.map(({ tier }, index) =>
    index > 0 && categories[index - 1]?.tier?.group === tier?.group ? '' : (tier?.group ?? ''),
  )
  return { labels: categories.map(({ tier, label }) => tier?.short ?? label), groups }
}

/** How wide the gaps between the bars are, from where the page has them. */
function barSpacing({ marks, plot, scene }: Geometry): { readonly gapWidth: number; readonly overlap: number } {
  const bars = marks.filter(({ kind }) => kind === 'bar')
  const across = (one: PlacedMark): readonly [number, number] =>
    scene.horizontal ? [one.box.y, one.box.height] : [one.box.x, one.box.width]
  const [first] = bars
  const width = first ? across(first)[1] : 0
  if (!first || width === 0) return { gapWidth: 100, overlap: 0 }
  const pitch = (scene.horizontal ? plot.height : plot.width) / Math.max(1, scene.model.categories.length)
  const starts = [
    ...new Set(bars.filter(({ index }) => index === first.index).map((one) => Math.round(across(one)[0]))),
  ].sort((a, b) => a - b)
  const count = scene.stacked
    ? 1
    : scene.model.series.filter(({ mark, axis }) => mark === 'bar' && axis === 'value').length
  const step = starts.length > 1 ? ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / (starts.length - 1) : width
  const overlap = scene.stacked ? 100 : Math.max(-100, Math.min(100, Math.round((1 - step / width) * 100)))
  const group = width + step * (count - 1)
  return { gapWidth: Math.max(0, Math.min(500, Math.round(((pitch - group) / width) * 100))), overlap }
}

/** The ranges of both axes: a ratio has a panel of its own above the columns, both on one plot. */
function ranges({ scene, plot, range }: Geometry): Pick<PlotOptions, 'range' | 'ratioRange'> {
  const panel = scene.traits.ratioPanel?.(scene.sizes.label)
  if (!panel) return { range }
  const { share, above, below } = panel
  const ratio = ratioRange(scene.model)
  const [top, bottom] = [above, plot.height * share - below]
  const perPixel = (ratio.max - ratio.min || 1) / Math.max(1, bottom - top)
  return {
    range: { min: range.min, max: range.min + (range.max - range.min) / (1 - share) },
    ratioRange: { min: ratio.min - (plot.height - bottom) * perPixel, max: ratio.max + top * perPixel },
  }
}

const besideValue = 24 // px that the value of a bar and its name leave free around the value

/** Room for the labels of negative bars, between them and the names of the categories: a part of the plot here. */
function labelRoom({ scene, layout, range, marks, plot }: Geometry): number {
  if (!scene.horizontal) return layout.bottomRoom > 4 ? layout.bottomRoom : 0
  if (range.min >= 0) return 0
  const widths = marks.flatMap((placed) => {
    const { mark } = placed
    const size = valueSize(scene, placed, layout.labelSize)
    return mark.value < 0 ? [labelWidth(officeTypesetter, mark, { size, weight: 600 })] : []
  })
  return Math.min(plot.x, Math.max(0, ...widths) + besideValue)
}

/** The plot and its range, the plot reaching as far as the room for labels. */
function roomyPlot(geometry: Geometry): { readonly plot: Frame } & ReturnType<typeof ranges> {
  const { plot, scene } = geometry
  const room = labelRoom(geometry)
  const length = scene.horizontal ? plot.width : plot.height
  const longer = ({ min, max }: Range): Range => ({ min: min - ((max - min) * room) / Math.max(1, length), max })
  const { range, ratioRange: ratio } = ranges(geometry)
  const roomy = scene.horizontal
    ? { ...plot, x: plot.x - room, width: plot.width + room }
    : { ...plot, height: plot.height + room }
  return { plot: roomy, range: longer(range), ...(ratio && { ratioRange: longer(ratio) }) }
}

/** The plot where the page has it, in parts of the chart's box. */
export function plotOptions(
  model: ChartModel,
  geometry: Geometry,
  size: { readonly width: number; readonly height: number },
): PlotOptions {
  const { scene, layout, type } = geometry
  const { plot, ...axes } = roomyPlot(geometry)
  const isEdged = layout.categories.kind === 'lines' && layout.categories.lines.length === 0
  return {
    inner: {
      x: plot.x / size.width,
      y: plot.y / size.height,
      w: plot.width / size.width,
      h: plot.height / size.height,
    },
    isSideways: scene.horizontal,
    grouping: scene.stacked ? 'stacked' : 'clustered',
    ...barSpacing(geometry),
    ...axes,
    categorySize: layout.categories.kind === 'tiers' ? scene.sizes.small : scene.sizes.category,
    ticks: layout.showsAxis ? (model.ticks ?? []) : [],
    tickSize: scene.sizes.small,
    atEdges: isEdged && type.family === 'lines',
    hasTiers: layout.categories.kind === 'tiers',
    hasOwnNames: hasOwnNames(geometry),
    baseline:
      !hasFigureEnds(model) &&
      (model.series.some(({ mark }) => mark === 'bar') || (geometry.range.min <= 0 && geometry.range.max >= 0)),
  }
}
