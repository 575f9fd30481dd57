import type { Range } from '../../../charts/base/traits.ts'
import type { ChartTick } from '../../../model/chart.ts'
import type { Frame } from '../items.ts'
import { type DeckLook, lineXml } from '../look.ts'
import { officeTypesetter } from '../text/letters.ts'
import { manualLayout, type NativeSeries, type SeriesContext, seriesXml, textProperties } from './chart-xml.ts'

/** How the plots of a chart stand. */
export interface PlotOptions {
  readonly inner: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>
  readonly isSideways: boolean
  readonly grouping: 'clustered' | 'stacked' | 'percentStacked'
  readonly gapWidth: number
  readonly overlap: number
  readonly range: Range
  /** Of a ratio over the columns: its range on an axis of its own, stretched so that its line stands in its panel. */
  readonly ratioRange?: Range
  readonly categorySize: number
  /** The names stand as text of their own. */
  readonly hasOwnNames?: boolean
  readonly ticks: readonly ChartTick[] // of the value axis; none: it is not shown
  readonly tickSize: number
  /** The first and the last point stand at the edges. */
  readonly atEdges?: boolean
  readonly hasTiers?: boolean
  readonly baseline: boolean
}

const ids = { category: 111_111_111, value: 111_111_112, ratioCategory: 111_111_113, ratio: 111_111_114 } as const

function barPlot(
  series: readonly (readonly [NativeSeries, number])[],
  options: PlotOptions,
  context: SeriesContext,
): string {
  if (series.length === 0) return ''
  const { isSideways, grouping, gapWidth, overlap } = options
  const all = series.map(([one, index]) => seriesXml(one, index, context)).join('')
  return `<c:barChart><c:barDir val="${isSideways ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${all}<c:gapWidth val="${gapWidth}"/><c:overlap val="${overlap}"/><c:axId val="${ids.category}"/><c:axId val="${ids.value}"/></c:barChart>`
}

function linePlot(
  series: readonly (readonly [NativeSeries, number])[],
  axis: 'value' | 'ratio',
  context: SeriesContext,
): string {
  if (series.length === 0) return ''
  const all = series.map(([one, index]) => seriesXml(one, index, context)).join('')
  const [category, value] = axis === 'value' ? [ids.category, ids.value] : [ids.ratioCategory, ids.ratio]
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/><c:axId val="${category}"/><c:axId val="${value}"/></c:lineChart>`
}

const scaling = (orientation: 'minMax' | 'maxMin', range?: Range): string =>
  `<c:scaling><c:orientation val="${orientation}"/>${range ? `<c:max val="${Number(range.max.toPrecision(12))}"/><c:min val="${Number(range.min.toPrecision(12))}"/>` : ''}</c:scaling>`

function categoryAxis(options: PlotOptions, look: DeckLook): string {
  const { isSideways, categorySize, hasTiers, baseline, atEdges } = options
  const labels = options.hasOwnNames ? 'none' : atEdges ? 'high' : 'low'
  const axis = { color: look.chart.lineColor, width: 2 }
  const line = baseline && !atEdges ? { ...axis, color: look.ink } : undefined // a slope has a line at each end instead
  const ends = atEdges ? `<c:majorGridlines><c:spPr>${lineXml(axis, look)}</c:spPr></c:majorGridlines>` : ''
  const text = textProperties(categorySize, { color: look.ink }, look)
  return `<c:catAx><c:axId val="${ids.category}"/>${scaling(isSideways ? 'maxMin' : 'minMax')}<c:delete val="0"/><c:axPos val="${isSideways ? 'l' : 'b'}"/>${ends}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${labels}"/><c:spPr>${lineXml(line, look)}</c:spPr>${text}<c:crossAx val="${ids.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="40"/><c:noMultiLvlLbl val="${hasTiers ? 0 : 1}"/></c:catAx>`
}

function valueAxis({ isSideways, range, ticks, tickSize, atEdges }: PlotOptions, look: DeckLook): string {
  const [first, second] = ticks
  const isShown = first !== undefined && second !== undefined
  const step = isShown ? `<c:majorUnit val="${Number((second.value - first.value).toPrecision(12))}"/>` : ''
  const grid = isShown
    ? `<c:majorGridlines><c:spPr>${lineXml({ color: look.chart.gridColor, width: 1 }, look)}</c:spPr></c:majorGridlines>`
    : ''
  const text = textProperties(tickSize, { color: look.muted }, look)
  return `<c:valAx><c:axId val="${ids.value}"/>${scaling('minMax', range)}<c:delete val="${isShown ? 0 : 1}"/><c:axPos val="${isSideways ? 'b' : 'l'}"/>${grid}<c:numFmt formatCode="#,##0.######" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${isShown ? 'low' : 'none'}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:crossAx val="${ids.category}"/><c:crosses val="${isSideways ? 'autoZero' : 'autoZero'}"/><c:crossBetween val="${atEdges ? 'midCat' : 'between'}"/>${step}</c:valAx>`
}

function ratioAxes(range: Range): string {
  const common = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
  return `<c:catAx><c:axId val="${ids.ratioCategory}"/>${scaling('minMax')}<c:delete val="1"/><c:axPos val="b"/>${common}<c:crossAx val="${ids.ratio}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="${ids.ratio}"/>${scaling('minMax', range)}<c:delete val="0"/><c:axPos val="r"/><c:numFmt formatCode="General" sourceLinked="0"/>${common}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="${ids.ratioCategory}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
}

/** Columns or bars, and lines over them: on the same axes, or on a pair of their own. */
export function plotAreaXml(series: readonly NativeSeries[], options: PlotOptions, context: SeriesContext): string {
  const { look } = context
  const all = series.map((one, index) => [one, index] as const)
  const bars = all.filter(([{ kind }]) => kind === 'bar')
  const lines = (axis: 'value' | 'ratio') => all.filter(([one]) => one.kind === 'line' && one.axis === axis)
  const plots = [
    barPlot(bars, options, context),
    linePlot(lines('value'), 'value', context),
    linePlot(lines('ratio'), 'ratio', context),
  ]
  const second = options.ratioRange ? ratioAxes(options.ratioRange) : ''
  return `<c:plotArea>${manualLayout(options.inner)}${plots.join('')}${categoryAxis(options, look)}${valueAxis(options, look)}${second}<c:spPr><a:noFill/></c:spPr></c:plotArea>`
}

/** As wide as the keys and names of a legend need, as office programs spread them over all that it has. */
function legendWidth(series: readonly NativeSeries[], size: number): number {
  const widths = series.map(({ helper, kind, name }) =>
    helper ? 0 : officeTypesetter.width(name, size) * 1.05 + size * (kind === 'line' ? 3.4 : 2.2),
  )
  return widths.reduce((all, width) => all + width, 0)
}

/** Names of the series above the plot, from its left edge; helpers have none. */
export function legendXml(
  series: readonly NativeSeries[],
  { frame, height, size }: { readonly frame: Frame; readonly height: number; readonly size: number },
  look: DeckLook,
): string {
  const across = Math.min(1, legendWidth(series, size) / frame.width)
  const at = { x: 0, y: 0, w: across, h: Math.min(0.3, height / frame.height) }
  const hidden = series
    .map((one, index) =>
      one.helper ? `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>` : '',
    )
    .join('')
  return `<c:legend><c:legendPos val="t"/>${hidden}${manualLayout(at, false)}<c:overlay val="1"/>${textProperties(size, { color: look.ink }, look)}</c:legend>`
}
