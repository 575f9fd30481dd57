import { hasFigureEnds } from '../../../charts/base/bridge-ends.ts'
import { unitBeside } from '../../../charts/chart-types.ts'
import { onGround } from '../../../charts/colors/theme.ts'
import { sliceStep } from '../../../charts/layout/slice-texts.ts'
import { shareColor } from '../../../charts/plugins/slice-labels.ts'
import { drawSvg } from '../../../charts/svg/svg.ts'
import { escapeHtml } from '../../../format/html.ts'
import { type ChartMark, type ChartModel, shareIn } from '../../../model/chart.ts'
import type { Slide } from '../../../model/deck.ts'
import type { PresentationInput } from '../input.ts'
import type { ChartItem, Frame, Item } from '../items.ts'
import type { ChartVisual, SlideScope } from '../layouts/scope.ts'
import { type DeckLook, onDark } from '../look.ts'
import { officeTypesetter } from '../text/letters.ts'
import { bracketItems } from './bracket-items.ts'
import { bridgeSeries, levelsOf, overLevels } from './bridge-chart.ts'
import { chartWorkbook, sheetOf } from './chart-sheet.ts'
import { type Categories, chartSpaceXml, type NativeSeries } from './chart-xml.ts'
import { type Geometry, geometryOf } from './geometry.ts'
import { categoriesOf, marksSeries, plotOptions } from './marks-chart.ts'
import { breakItems, brokenAxisItems, nameItems, rowItems, shareItems, slopeItems, spareItems } from './overlays.ts'
import { panelFrames } from './panels.ts'
import { legendXml, type PlotOptions, plotAreaXml } from './plot-xml.ts'
import { ringPlot, ringSeries } from './ring-chart.ts'
import { namedShareOf, ringNames, ringOf } from './ring-names.ts'
import { sideItems } from './side-items.ts'
import { stepItems } from './step-items.ts'
import { type ChartUses, pointValue, usesOfChart } from './values.ts'

interface ChartContext {
  readonly input: PresentationInput
  readonly uses: ChartUses
  /** Of the letters of panels: those of the whole. */
  readonly sizes?: Geometry['scene']['sizes']
}

type PointOf = (mark: ChartMark) => ReturnType<typeof pointValue>

const valueReader = ({ input, uses }: ChartContext): PointOf => {
  return (mark) => pointValue(mark, { uses, numbers: input.numbers })
}

/** Every number of a chart in words, for those who do not see it. */
function chartInWords(chart: ChartModel, total: string): string {
  const panels = chart.panels ?? []
  if (panels.length > 0)
    return [chart.summary, ...panels.map((panel) => chartInWords(panel, total))].filter(Boolean).join(' ')
  const at = (index: number): string => chart.categories[index]?.label ?? ''
  const list = (label: string, marks: readonly ({ readonly text: string } | null)[]): readonly string[] => {
    const values = marks.flatMap((mark, index) =>
      mark && mark.text !== '' ? [[at(index), mark.text].filter(Boolean).join(' ')] : [],
    )
    return values.length === 0 ? [] : [`${label}: ${values.join(', ')}`]
  }
  const lines = [
    ...chart.series.flatMap(({ label, marks }) => list(label, marks)),
    ...(chart.totals ? list(total, chart.totals) : []),
    ...chart.rows.flatMap(({ label, cells }) => list(label, cells)),
    ...chart.arrows.map(({ label, text }) => `${label}: ${text}`),
  ]
  const unit = unitBeside(chart)
  return `${chart.title}${unit === '' ? '' : ` (${unit})`}. ${lines.join('; ')}.`
}

interface NativeParts {
  readonly chart: ChartModel
  readonly series: readonly NativeSeries[]
  readonly categories: Categories
  readonly plot: (sheet: ReturnType<typeof sheetOf>) => { readonly plotArea: string; readonly legend: string }
  readonly size: number
}

function nativeItem(
  { chart, series, categories, plot, size }: NativeParts,
  frame: Frame,
  { input }: ChartContext,
): ChartItem {
  const { look, language, date } = input
  const sheet = sheetOf(chart.title, categories, series)
  const { plotArea, legend } = plot(sheet)
  return {
    kind: 'chart',
    name: 'Chart',
    alt: chartInWords(chart, language.charts.total),
    frame,
    xml: ({ workbook }) => chartSpaceXml({ plotArea, legend, workbook, size }, look),
    workbook: chartWorkbook(sheet, series, { title: chart.title, date }),
  }
}

/** Printed digits may round beyond the page's scale: the axis reaches as far as they do. */
function covering(options: PlotOptions, series: readonly NativeSeries[], isStacked: boolean): PlotOptions {
  const values = series.filter(({ axis }) => axis === 'value')
  const single = values
    .filter(({ kind }) => kind === 'line' || !isStacked)
    .flatMap((one) => one.values.flatMap((value) => (value ? [value.number] : [])))
  const bars = isStacked ? values.filter(({ kind }) => kind === 'bar') : []
  const stacks = (bars[0]?.values ?? []).flatMap((_, at) => {
    const numbers = bars.map((one) => one.values[at]?.number ?? 0)
    const sum = (sign: number): number => numbers.reduce((all, each) => (each * sign > 0 ? all + each : all), 0)
    return [sum(1), sum(-1)]
  })
  const all = [...single, ...stacks]
  return { ...options, range: { min: Math.min(options.range.min, ...all), max: Math.max(options.range.max, ...all) } }
}

/** Columns, bars, lines and bridges with what stands about them. */
function markItems(chart: ChartModel, geometry: Geometry, frame: Frame, context: ChartContext): readonly Item[] {
  const { input } = context
  const { look, language } = input
  const { scene, layout, type } = geometry
  const words = language.handouts.bridge
  const isBridge = type.family === 'bridge'
  const pointOf = valueReader(context)
  const series = isBridge
    ? bridgeSeries(chart, { look, geometry, pointOf, names: words })
    : marksSeries(chart, { look, geometry, pointOf, totalName: language.charts.total })
  const reaching = isBridge ? series.slice(1) : series // the first holds the steps, which start from no zero
  const placed = plotOptions(chart, geometry, frame)
  const options = hasFigureEnds(chart)
    ? overLevels(placed, levelsOf(chart, pointOf))
    : covering(placed, reaching, isBridge || scene.stacked)
  const [isSlope, bridge] = [options.atEdges === true, { grouping: 'stacked', overlap: 100 } as const]
  const drawn = isSlope ? series.map((one) => ({ ...one, labels: one.labels.map(() => undefined) })) : series
  const native = nativeItem(
    {
      chart,
      series: drawn,
      categories: isBridge ? { labels: chart.categories.map(({ label }) => label) } : categoriesOf(chart, geometry),
      size: layout.labelSize,
      plot: (sheet) => ({
        plotArea: plotAreaXml(drawn, isBridge ? { ...options, ...bridge } : options, {
          look,
          size: layout.labelSize,
          sheet,
        }),
        legend: layout.legend.kind === 'top' ? topLegend(drawn, geometry, frame, input) : '',
      }),
    },
    frame,
    context,
  )
  if (isSlope) return [native, ...slopeItems(chart, geometry, frame, look)]
  const overlays = scene.horizontal
    ? sideItems(geometry, frame, look)
    : [...nameItems(geometry, frame, look), ...bracketItems(chart, geometry, frame)]
  return [
    native,
    ...brokenAxisItems(geometry, frame),
    ...spareItems(geometry, frame),
    ...breakItems(geometry, frame, look),
    ...(isBridge ? stepItems(geometry, { frame, look, levels: levelsOf(chart, pointOf), plot: options }) : []),
    ...overlays,
    ...rowItems(chart, geometry, frame, look),
    ...sideTotals(chart, geometry, frame),
    ...shareItems(geometry, frame),
  ]
}

function topLegend(
  series: readonly NativeSeries[],
  { scene, layout }: Geometry,
  frame: Frame,
  { look }: PresentationInput,
): string {
  const height = layout.legend.kind === 'top' ? layout.legend.height : 0
  return legendXml(series, { frame, height, size: scene.sizes.label }, look)
}

/** Totals right of stacked bars: no native label stands there, so they are text. */
function sideTotals(chart: ChartModel, { scene, marks, layout }: Geometry, frame: Frame): readonly Item[] {
  if (!scene.horizontal || !chart.totals) return []
  return chart.totals.flatMap((total, index): readonly Item[] => {
    const own = marks.filter((mark) => mark.index === index)
    const [first] = own
    if (!total || total.text === '' || !first) return []
    const end = Math.max(...own.map(({ box }) => box.x + box.width))
    const height = layout.labelSize * 1.3
    const y = first.box.y + first.box.height / 2 - height / 2
    return [
      {
        kind: 'text',
        name: 'Total',
        frame: { x: frame.x + end + 7, y: frame.y + y, width: Math.max(60, frame.width - end - 7), height },
        paragraphs: [{ runs: [{ text: total.text, bold: true }], size: layout.labelSize, line: 1.2 }],
        anchor: 'middle',
        unwrapped: true,
      },
    ]
  })
}

/** Parts of a whole as a ring, with the whole in its middle. */
function ringItems(chart: ChartModel, geometry: Geometry, frame: Frame, context: ChartContext): readonly Item[] {
  const { look } = context.input
  const series = ringSeries(chart, { look, geometry, pointOf: valueReader(context) })
  const ring = ringOf(geometry)
  const size = geometry.scene.sizes.label
  const native = nativeItem(
    {
      chart,
      series: [series],
      categories: { labels: chart.series.map(({ label }) => label) },
      size,
      plot: (sheet) => ringPlot(series, { ring, size: frame }, { look, size, sheet }),
    },
    frame,
    context,
  )
  const named = namedShareOf(geometry)
  const drawn = [native, ...ringNames(geometry, frame, named)]
  const share = shareIn(chart)
  const middle = share ?? chart.whole
  if (!middle || middle.text === '') return drawn
  const side = 2 * ring.radius
  const [left, top] = [frame.x + ring.x - ring.radius, frame.y + ring.y - ring.radius]
  const inner = { x: left + side * 0.2, y: top + side * 0.3, width: side * 0.6, height: side * 0.4 }
  const wide = officeTypesetter.width(middle.text, 1, 600)
  const fitting = Math.min(size * (share ? 4 : 1.4), (side * 0.46) / wide) // within the hole of the ring
  const color = share ? shareColor(geometry.scene) : look.ink
  const words = (named?.lines ?? []).map(({ text, weight }) => ({
    runs: [{ text, bold: weight === 600 }],
    size,
    align: 'center' as const,
    line: sliceStep,
    color: weight === 600 ? look.ink : look.muted,
  }))
  const number = { runs: [{ text: middle.text, bold: true }], size: named?.size ?? fitting, color }
  return [
    ...drawn,
    {
      kind: 'text',
      name: 'Whole',
      frame: inner,
      paragraphs: [{ ...number, align: 'center', line: named ? 1 : 1.15 }, ...words],
      anchor: 'middle',
      unwrapped: true,
    },
  ]
}

/** A drawing whose words are set in the office font, bold where it has no weight between. */
const inOfficeFont = (svg: string, font: string): string =>
  svg
    .replace(/ font-family="[^"]*"/g, ` font-family="${escapeHtml(font)}, Arial, sans-serif"`)
    .replace(/ font-weight="600"/g, ' font-weight="700"')

/** What PowerPoint has no chart for, as a picture in vectors whose words hold the numbers. */
function drawnItems(chart: ChartModel, frame: Frame, { input }: ChartContext): readonly Item[] {
  const { look } = input
  const svg = inOfficeFont(drawSvg(chart, look.chart, { width: frame.width, height: frame.height }), look.font)
  const png = input.pixels(chart.id)
  if (!png) throw new Error(`no picture of ${chart.id}`)
  return [
    {
      kind: 'picture',
      name: 'Chart',
      alt: chartInWords(chart, input.language.charts.total),
      frame,
      image: { ending: 'png', content: png, svg: Buffer.from(svg) },
    },
  ]
}

function chartItems(chart: ChartModel, frame: Frame, context: ChartContext): readonly Item[] {
  const geometry = geometryOf(chart, frame, context.input.look, context.sizes)
  switch (geometry.type.family) {
    case 'field':
      return drawnItems(chart, frame, context)
    case 'parts':
      return ringItems(chart, geometry, frame, context)
    case 'panels':
      return panelFrames(chart, frame, { look: context.input.look, size: geometry.scene.sizes.label }).flatMap(
        ({ panel, box, title }) => [...title, ...chartItems(panel, box, { ...context, sizes: geometry.scene.sizes })],
      )
    default:
      return markItems(chart, geometry, frame, context)
  }
}

/** Whether a chart is drawn as a picture. */
export const isDrawn = (chart: ChartModel, look: PresentationInput['look']): boolean =>
  geometryOf(chart, { width: 800, height: 400 }, look).type.family === 'field'

/** The look of charts on the ground of their slide. */
const lookOn = ({ tone }: Slide, look: DeckLook): DeckLook =>
  tone === 'dark' ? { ...onDark(look), chart: onGround(look.chart, tone) } : look

/** Draws the charts of a slide. */
export const chartDrawer = ({
  slide,
  input,
}: {
  readonly slide: Slide
  readonly input: PresentationInput
}): SlideScope['drawChart'] => {
  const own = { ...input, look: lookOn(slide, input.look) }
  return (visual: ChartVisual, frame: Frame) =>
    chartItems(visual.chart, frame, { input: own, uses: usesOfChart(slide.uses, visual.chart.id) })
}
