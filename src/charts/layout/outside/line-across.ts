import { isDark } from '../../../format/colors/chart-colors.ts'
import { contrast, lightEnough, shadeAgainst } from '../../../format/colors/color.ts'
import type { ChartModel } from '../../../model/chart.ts'
import { valueRange } from '../../base/range.ts'
import type { Range } from '../../base/traits.ts'
import type { Scene } from '../../scene.ts'
import { type Box, contains, overlaps, type Size } from '../box.ts'
import type { ChartLayout, LineAcross } from '../chart-layout.ts'
import { expectedMarks, plotBox } from '../expected-marks.ts'
import { labelWidth } from '../label.ts'
import { lineHeight, type Typesetter } from '../text.ts'
import { besideEnd, valueSize } from '../value-size.ts'

const beside = 12 // px between the line and its value
const stub = 14 // px, a dash: a shorter piece of the line is none
const around = 6 // px between the line and the value of a bar that it leaves free
const apart = 3 // px between its value and bars or their values

interface Bar {
  readonly box: Box
  /** Its value, behind its end. */
  readonly value: Box
}

interface Room {
  readonly plot: Box
  readonly range: Range
  readonly bars: readonly Bar[]
  /** Of its own value. */
  readonly size: Size
  /** Of the chart. */
  readonly width: number
}

/** The value that a chart asks a line for, and how it is printed. */
function lineOf({ own }: Pick<ChartModel, 'own'>): { readonly value: number; readonly text: string } | undefined {
  const [value, text] = [own?.lineAt, own?.lineText]
  return typeof value === 'number' && typeof text === 'string' ? { value, text } : undefined
}

/** The line that a chart asks for, within what its bars measure. */
export function lineAcross(model: Pick<ChartModel, 'own'>, room: Room): LineAcross | undefined {
  const { plot, range, bars } = room
  const line = lineOf(model)
  if (!line) return undefined
  const { value, text } = line
  if (value <= range.min || value >= range.max) return undefined
  const x = plot.x + ((value - range.min) / (range.max - range.min)) * plot.width
  const met = bars.filter((bar) => meets(bar, x)).sort((a, b) => a.value.y - b.value.y)
  const spansBeside = (margin: number): LineAcross['spans'] =>
    without(
      [plot.y, plot.y + plot.height],
      met.map(({ value: own }) => [own.y - margin, own.y + own.height + margin]),
    )
  const spans = spansBeside(around)
  return {
    x,
    text,
    spans: spans.length > 0 ? spans : spansBeside(0),
    label: places(x, room).find((place) => isFree(place, room)) ?? overPlot(x, room),
  }
}

/** Whether the value of a bar is where the line would stand. */
const meets = ({ value }: Bar, x: number): boolean => value.x - around < x && x < value.x + value.width + around

const topOf = ({ box, value }: Bar): number => Math.min(box.y, value.y)
const bottomOf = ({ box, value }: Bar): number => Math.max(box.y + box.height, value.y + value.height)

/**
 * Where the value of a line may stand, the best place first: at its right beside a bar, from the last; between two rows, close
 * over the second, as their middle may be that of a rule. Between a bar's value and the line it would be taken for a value.
 */
function places(x: number, { bars, size }: Room): readonly Box[] {
  const order = [...bars].sort((a, b) => b.box.y - a.box.y)
  const free = order.filter((bar) => !meets(bar, x))
  const rows = free.map(({ box }) => ({ x: x + beside, y: box.y + (box.height - size.height) / 2, ...size }))
  const gaps = order.flatMap((bar) => {
    const above = Math.max(...order.filter(({ box }) => box.y < bar.box.y).map(bottomOf))
    return topOf(bar) - above >= 2 * size.height ? [topOf(bar) - apart - 1 - size.height] : []
  })
  const between = [x + beside, x - beside - size.width].flatMap((left) => gaps.map((y) => ({ x: left, y, ...size })))
  return [...rows, ...between]
}

function isFree(place: Box, { plot, bars, width }: Room): boolean {
  const bounds = { ...plot, width: width - plot.x }
  return (
    contains(bounds, place) && !bars.some(({ box, value }) => [box, value].some((one) => overlaps(one, place, apart)))
  )
}

/** How much a chart leaves free at the right of its plot for the value of a line that no bar reaches. */
export function roomBehindLine({ model, sizes }: Scene, typesetter: Typesetter): number {
  const line = lineOf(model)
  if (!line || line.value <= 0) return 0
  const ends = model.series.flatMap(({ marks }) => marks.map((mark) => mark?.value ?? 0))
  return line.value < Math.max(...ends) ? 0 : beside + typesetter.width(line.text, sizes.label, 600)
}

/** Over the line, within the chart. */
const overPlot = (x: number, { plot, size, width }: Room): Box => ({
  ...size,
  x: Math.max(0, Math.min(width - size.width, x - size.width / 2)),
  y: plot.y - size.height - apart,
})

/** A layout with the line that its chart asks for; where its value has no room among the bars, that is made above the plot. */
export function withLineAcross(scene: Scene, typesetter: Typesetter, layout: ChartLayout): ChartLayout {
  const across = acrossIn(scene, typesetter, layout)
  const { padding } = layout
  if (!across || across.label.y >= padding.top) return across ? { ...layout, across } : layout
  const more = { ...layout, padding: { ...padding, top: padding.top + across.label.height + 2 * apart } }
  const again = acrossIn(scene, typesetter, more)
  return again ? { ...more, across: again } : more
}

function acrossIn(scene: Scene, typesetter: Typesetter, layout: ChartLayout): LineAcross | undefined {
  const line = lineOf(scene.model)
  if (!line) return undefined
  const label = scene.sizes.label
  const width = typesetter.width(line.text, label, 600)
  const laidOut = { ...scene, state: { ...scene.state, layout } }
  return lineAcross(scene.model, {
    plot: plotBox(layout, scene.size),
    range: valueRange(scene.model, scene.traits),
    bars: barsWithValues(laidOut, typesetter),
    size: { width, height: label * lineHeight },
    width: scene.size.width,
  })
}

/** Bars with the room that their values take behind their ends. */
function barsWithValues(
  scene: Scene & { readonly state: { readonly layout: ChartLayout } },
  typesetter: Typesetter,
): readonly Bar[] {
  return expectedMarks(scene, scene.state.layout, scene.size).map((placed) => {
    const { box, mark } = placed
    const size = valueSize(scene, placed, scene.sizes.label)
    const width = labelWidth(typesetter, mark, { size, weight: 600 }) + besideEnd(size)
    const x = mark.value < 0 ? box.x - width : box.x + box.width
    return { box, value: { x, y: box.y + box.height / 2 - size * 0.6, width, height: size * 1.2 } }
  })
}

interface Stroke {
  readonly color: string
  readonly width: number
  readonly dash: readonly [length: number, between: number]
  /** By how much it begins before the line and ends behind it. */
  readonly over: number
}

/** The strokes of a line across, the first below: each dash has an edge in the ground's colour, which parts it from bars of any other. */
export function lineStrokes(scene: Pick<Scene, 'theme' | 'model'>): readonly [edge: Stroke, line: Stroke] {
  return [
    { color: scene.theme.surfaceColor, width: 8, dash: [18, 6], over: 2 },
    { color: pointedColor(scene), width: 4, dash: [14, 10], over: 0 },
  ]
}

/** The colour of what a chart points at, beside its bars: that of text where bars have it themselves. */
export function pointedColor({ theme, model }: Pick<Scene, 'theme' | 'model'>): string {
  const { palette, textColor, surfaceColor } = theme
  const color = model.series.some((series) => series.color === pointed) ? textColor : (palette[pointed] ?? textColor)
  if (isDark(surfaceColor)) return lightEnough(color, surfaceColor, 4.5)
  return contrast(color, surfaceColor) >= 3 ? color : shadeAgainst(color, surfaceColor, 3)
}

const pointed = 2 // slot of the palette

type Span = readonly [from: number, to: number]

/** What remains of a span without others, which are in order and may overlap: no short pieces where there are longer ones. */
function without([from, to]: Span, holes: readonly Span[]): readonly Span[] {
  const ends = holes.map((_, index) => Math.max(...holes.slice(0, index + 1).map(([, end]) => end)))
  const edges = [from, ...holes.flatMap(([start], index) => [start, ends[index] ?? start]), to]
  const pieces = edges.flatMap((edge, index): readonly Span[] => {
    const end = edges[index + 1]
    return index % 2 === 0 && end !== undefined && end > edge ? [[edge, end]] : []
  })
  const long = pieces.filter(([start, end]) => end - start > stub)
  return long.length > 0 ? long : pieces
}
