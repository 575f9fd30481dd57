import type { Chart, Plugin } from 'chart.js'
import { isDark } from '../../format/colors/chart-colors.ts'
import { contrast, mix, readableColor } from '../../format/colors/color.ts'
import type { ChartMark } from '../../model/chart.ts'
import type { ChartTheme } from '../colors/theme.ts'
import {
  beforeHeight,
  type DotLayout,
  type DotLegendEntry,
  type DotSlice,
  dotFieldOf,
  dotLayoutOn,
  entryHeight,
  type LitPart,
  litParts,
  visibleSlices,
} from '../layout/dot-layout.ts'
import { baseline, type CanvasContext, createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneOf, seriesColor } from '../scene.ts'
import { addPerson, addPersonSlice } from './persons.ts'

/** The dots, and a legend with the figures: big beside the field, or in lines above it where there is no room. */
export const dotField: Plugin = {
  id: 'dot-field',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    const { each, whole, isWaffle, isPeople = false } = dotFieldOf(scene.model)
    const brush: Brush = { context: chart.ctx, layout: dotLayoutOn(chart, scene), isWaffle, isPeople }
    const parts = litParts(scene, (datasetIndex, mark) => shownValue(chart, datasetIndex, mark))
    const slices = visibleSlices([...parts, { from: parts.at(-1)?.to ?? 0, to: whole / each }])
    drawUnlit(scene, brush, slices.at(-1) ?? [])
    for (const [index, part] of parts.entries()) drawPart(scene, brush, { ...part, slices: slices[index] ?? [] })
    for (const [index, part] of parts.entries())
      outlinePartial(scene, brush, { part, slices: slices[index] ?? [], isLast: part.to >= (parts.at(-1)?.to ?? 0) })
    drawLegend(scene, brush, createTypesetter(chart.ctx, scene.theme.font))
  },
}

/** A mark's value or, while the chart moves, the value reached so far. */
function shownValue(chart: Chart, datasetIndex: number, { value }: ChartMark): number {
  const props: Readonly<Record<string, unknown>> | undefined = chart
    .getDatasetMeta(datasetIndex)
    .data[0]?.getProps(['y'], false)
  const shown = typeof props?.y === 'number' ? chart.scales.y?.getValueForPixel(props.y) : undefined
  const isThere = shown === undefined || Math.abs(shown - value) <= 1e-6 * Math.max(1, Math.abs(value))
  return isThere ? value : shown
}

interface Brush {
  readonly context: CanvasContext
  readonly layout: DotLayout
  readonly isWaffle: boolean
  readonly isPeople: boolean
}

/** Half the angle of the segment of a circle that has this share of its area. */
export function halfAngle(share: number): number {
  let [low, high] = [0, Math.PI]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if ((middle - Math.sin(middle) * Math.cos(middle)) / Math.PI < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** A dot's middle and half its width. */
function dotAt({ layout: { field, grid }, isWaffle }: Brush, dot: number): { x: number; y: number; r: number } {
  const x = field.x + ((dot % grid.columns) + 0.5) * grid.pitch
  const y = field.y + (Math.floor(dot / grid.columns) + 0.5) * grid.pitch
  return { x, y, r: grid.pitch * (isWaffle ? 0.44 : 0.41) }
}

/** Adds a slice of a dot to the path; `inset` pixels smaller, so that a line about it is not larger than its neighbours. */
function addSlice(brush: Brush, { dot, from, to }: DotSlice, inset = 0): void {
  const { context, isWaffle } = brush
  const { x, y, r: full } = dotAt(brush, dot)
  const r = full - inset
  if (brush.isPeople) {
    if (from <= 0 && to >= 1) addPerson(context, { x, y, r })
    else addPersonSlice(context, { x, y, r }, { from, to })
    return
  }
  if (isWaffle) {
    context.rect(x - r + 2 * r * from, y - r, 2 * r * (to - from), 2 * r)
    return
  }
  if (from <= 0 && to >= 1) {
    context.moveTo(x + r, y)
    context.arc(x, y, r, 0, 2 * Math.PI)
    return
  }
  const [near, far] = [halfAngle(from), halfAngle(to)]
  context.moveTo(x + r * Math.cos(Math.PI - far), y + r * Math.sin(Math.PI - far))
  context.arc(x, y, r, Math.PI - far, Math.PI - near)
  context.arc(x, y, r, Math.PI + near, Math.PI + far)
  context.closePath()
}

/** Between grid and lines: seen on a poor projector too. */
export const unlitColor = ({ lineColor, gridColor, surfaceColor }: ChartTheme): string =>
  mix(lineColor, gridColor, isDark(surfaceColor) ? 0.08 : 0.64)

function drawUnlit({ theme }: Scene, brush: Brush, slices: readonly DotSlice[]): void {
  fillSlices(brush, slices, unlitColor(theme))
}

const isWhole = ({ from, to }: DotSlice): boolean => from === 0 && to === 1

/** Whole dots are one path, which is short as text. */
function fillSlices(brush: Brush, slices: readonly DotSlice[], color: string): void {
  const { context } = brush
  for (const part of [slices.filter(isWhole), slices.filter((slice) => !isWhole(slice))]) {
    context.beginPath()
    for (const slice of part) addSlice(brush, slice)
    context.fillStyle = color
    context.fill()
  }
}

type SlicedPart = Pick<LitPart, 'dataset' | 'mark' | 'datasetIndex'> & { readonly slices: readonly DotSlice[] }

function drawPart(scene: Scene, brush: Brush, part: SlicedPart): void {
  const { context } = brush
  const { theme } = scene
  const color = seriesColor(scene, part.dataset.series)
  const { drawn } = part.mark
  const { slices } = part
  const fill =
    drawn === 'target' ? theme.surfaceColor : drawn === 'forecast' ? mix(color, theme.surfaceColor, 0.8) : color
  fillSlices(brush, slices, fill)
  if (drawn === 'target' || drawn === 'forecast') {
    context.beginPath()
    for (const slice of slices) addSlice(brush, slice)
    context.strokeStyle = color
    context.lineWidth = Math.max(2, brush.layout.grid.pitch / 14)
    context.stroke()
  }
  const whole = slices.filter(isWhole)
  if (drawn === 'forecast') hatch(brush, whole, color)
  else if (part.datasetIndex % 2 === 1 && !brush.isPeople) drawHoles(brush, slices, theme.surfaceColor)
}

/** A line through each dot. */
function hatch(brush: Brush, slices: readonly { readonly dot: number }[], color: string): void {
  const { context } = brush
  context.beginPath()
  for (const { dot } of slices) {
    const { x, y, r } = dotAt(brush, dot)
    const reach = r * (brush.isWaffle ? 1 : Math.SQRT1_2)
    context.moveTo(x - reach, y + reach)
    context.lineTo(x + reach, y - reach)
  }
  context.strokeStyle = color
  context.lineWidth = 2
  context.stroke()
}

/** A hole in each dot, or what of it a slice holds: every second part can be distinguished from its neighbours in grey print too. */
function drawHoles(brush: Brush, slices: readonly DotSlice[], color: string): void {
  const { context } = brush
  context.beginPath()
  for (const slice of slices) addHole(brush, slice)
  context.fillStyle = color
  context.fill()
}

const [ofCircle, ofSquare] = [0.36, 0.3] // of half the width of a dot

function addHole(brush: Brush, { dot, from, to }: DotSlice): void {
  const { context, isWaffle } = brush
  const { x, y, r } = dotAt(brush, dot)
  const hole = r * (isWaffle ? ofSquare : ofCircle)
  const within = (offset: number): number => Math.min(hole, Math.max(-hole, offset))
  if (isWaffle) {
    const [left, right] = [within(r * (2 * from - 1)), within(r * (2 * to - 1))]
    if (right > left) context.rect(x + left, y - hole, right - left, 2 * hole)
    return
  }
  if (isWhole({ dot, from, to })) {
    context.moveTo(x + hole, y)
    context.arc(x, y, hole, 0, 2 * Math.PI)
    return
  }
  const [near, far] = [from, to].map((share) => Math.acos(within(r * Math.cos(halfAngle(share))) / hole))
  if (near === undefined || far === undefined || far <= near) return
  context.moveTo(x + hole * Math.cos(Math.PI - far), y + hole * Math.sin(Math.PI - far))
  context.arc(x, y, hole, Math.PI - far, Math.PI - near)
  context.arc(x, y, hole, Math.PI + near, Math.PI + far)
  context.closePath()
}

/** Outlines the dot in which the lit ones end, in the last part's colour where no other part shares it; likewise a slice that is all of a part. */
function outlinePartial(
  scene: Scene,
  brush: Brush,
  { part, slices, isLast }: { part: LitPart; slices: readonly DotSlice[]; isLast: boolean },
): void {
  const last = slices.at(-1)
  if (!last || !(isLast ? last.to < 1 : slices.length === 1 && last.to - last.from < 1)) return
  const { context } = brush
  context.beginPath()
  addSlice(brush, isLast ? { ...last, to: 1 } : last, 1)
  context.strokeStyle = seriesColor(scene, part.dataset.series)
  context.lineWidth = 2
  context.stroke()
}

function drawLegend(scene: Scene, brush: Brush, typesetter: Typesetter): void {
  const { entries, legend } = brush.layout
  const { label } = scene.sizes
  const indent = isKeyed(scene, legend) ? label * 1.5 : 0
  let y = legend.y
  for (const entry of entries) {
    const middle = y + (legend.isAbove ? label : legend.value * entry.times) * (baseline - 0.36) // of the digits: on their line a dot would be a decimal point
    if (indent > 0) drawKey(scene, brush, { entry, x: legend.x + label * 0.5, y: middle })
    drawEntry(scene, typesetter, { entry, x: legend.x + indent, y, layout: brush.layout })
    y += legend.isAbove ? label * 1.5 : entryHeight(entry, legend) + legend.apart
  }
}

/** The figure that the field is about has the colour of its marks and is large enough to show it. */
const isLarge = ({ sizes }: Scene, { value }: DotLayout['legend']): boolean => value > sizes.label * 1.8

/** One part whose figure is large needs no key. */
const isKeyed = (scene: Scene, legend: DotLayout['legend']): boolean =>
  scene.datasets.length > 1 || !isLarge(scene, legend)

/** A figure as large as this has the very colour of its marks, where it stands out as large text must; else a readable one. */
const largeColor = (color: string, { textColor, surfaceColor }: ChartTheme): string =>
  contrast(color, surfaceColor) >= 3 ? color : readableColor(color, textColor, surfaceColor)

interface EntryPlace {
  readonly entry: DotLegendEntry
  readonly x: number
  readonly y: number
}

function drawEntry(
  scene: Scene,
  typesetter: Typesetter,
  { entry, x, y: top, layout }: EntryPlace & { layout: DotLayout },
): void {
  const { theme, sizes } = scene
  const { isAbove, value, name: nameSize } = layout.legend
  const size = value * entry.times
  const { label } = sizes
  const raised = Math.min(size * 0.7, label)
  const isLead = entry.part !== undefined && isLarge(scene, layout.legend)
  const color = isLead && entry.part ? largeColor(seriesColor(scene, entry.part.series), theme) : theme.textColor
  const y = top + beforeHeight(entry, layout.legend)
  if (entry.before !== '')
    typesetter.draw(entry.before, { x, y: top + nameSize * baseline }, { size: nameSize, weight: 600, color })
  typesetter.draw(entry.value, { x, y: y + size * baseline }, { size, weight: 600, color })
  const after = x + typesetter.width(entry.value, size, 600)
  const letter = entry.footnote === '' ? 0 : typesetter.width(entry.footnote, raised, 600) + 2
  const lifted = { x: after + 2, y: y + size * (baseline - 0.72) + raised * 0.72 } // level with the caps
  if (letter > 0) typesetter.draw(entry.footnote, lifted, { size: raised, weight: 600, color: theme.mutedColor })
  for (const [row, line] of entry.name.entries()) {
    const below = y + size * 1.15 + nameSize * (baseline + row * 1.15)
    const at = isAbove ? { x: after + letter + label * 0.4, y: y + label * baseline } : { x, y: below }
    typesetter.draw(line, at, { size: nameSize, color: theme.mutedColor })
  }
}

/** A dot as the part has them, beside its figure; none beside the whole, which is all the dots and not the unlit rest. */
function drawKey(scene: Scene, brush: Brush, { entry, x, y }: EntryPlace): void {
  const { layout, isWaffle } = brush
  const pitch = scene.sizes.label
  const field = { x: x - pitch / 2, y: y - pitch / 2, width: pitch, height: pitch }
  const key: Brush = { ...brush, layout: { ...layout, field, grid: { columns: 1, rows: 1, pitch } } }
  const mark = entry.part?.series.marks[0]
  if (!entry.part || !mark) return
  const datasetIndex = scene.datasets.indexOf(entry.part)
  drawPart(
    scene,
    { ...key, isWaffle },
    { dataset: entry.part, mark, datasetIndex, slices: [{ dot: 0, from: 0, to: 1 }] },
  )
}
