import type { Chart, Plugin } from 'chart.js'
import { readableColor } from '../../format/colors/color.ts'
import type { ChartMark, ChartModel, ChartSeries } from '../../model/chart.ts'
import type { Size } from '../layout/box.ts'
import type { ChartLayout } from '../layout/chart-layout.ts'
import { spreadEvenly } from '../layout/label-placement.ts'
import { type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { baseline, createTypesetter, type Typesetter, type Weight } from '../layout/text.ts'
import { type Scene, sceneOf, seriesColor, textSizes } from '../scene.ts'

/** A piece of a label in one style; the footnote letter is raised. */
interface Run {
  readonly text: string
  readonly style: 'value' | 'letter' | 'change' | 'name'
}

type Line = readonly Run[]
type Side = 0 | 1

/** The labels of one side: lines of each series, null where it has no value there. */
interface SideLabels {
  readonly lines: readonly (readonly Line[] | null)[]
  readonly width: number
}

const leaderLength = 34 // px between a line's end and its label
const lineStep = 1.15 // height of a line of a label, in sizes
const labelGap = 5 // px between labels

const headHeight = ({ sizes }: Pick<Scene, 'sizes'>): number => Math.round(sizes.category * 1.7)

/** The labels' widths beside the lines, the periods above them. */
export function slopePadding(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout['padding'] {
  const [left, right] = [0, 1].map((side) => sideLabels(scene, typesetter, { side: side === 0 ? 0 : 1, size }))
  const gap = scene.compact ? leaderLength / 2 : leaderLength
  return {
    top: headHeight(scene) + 12,
    right: (right?.width ?? 0) + gap,
    bottom: 16,
    left: (left?.width ?? 0) + gap,
  }
}

/** The share of the chart's width that the labels of a side may take. */
const sideShare = (side: Side, compact: boolean): number => (side === 0 ? 0.28 : compact ? 0.4 : 0.36)

/**
 * Value, change and name on one line; else the name below them, in as many lines as it needs or, where that is too high
 * or wide, cut short in one; else, where there are more lines than have room for two each (`mostNamed` says how many
 * those are), values alone at the left and names cut short beside them at the right.
 */
function sideLabels(scene: Scene, typesetter: Typesetter, { side, size }: { side: Side; size: Size }): SideLabels {
  const room = size.height - headHeight(scene)
  const limit = size.width * sideShare(side, scene.compact)
  const by = (form: Form): SideLabels['lines'] => labelsBy(scene, form, { side, limit, typesetter })
  const whole = [oneLine, wrapped].map((form) => withWidth(scene, typesetter, by(form)))
  const found = whole.find(({ lines, width }) => width <= limit && heightOf(scene, lines) <= room)
  if (found) return found
  const cut = [nameBelow, side === 0 ? valueOnly : oneLine].map((form) => cutTo(scene, typesetter, by(form), limit))
  return withWidth(scene, typesetter, cut.find((lines) => heightOf(scene, lines) <= room) ?? cut.at(-1) ?? [])
}

/** Width of an average character in text sizes, a high estimate: the compiler, which asks, has no font to measure with. */
const letterWidth = 0.6

/** How many lines of a slope can be named at both ends in a box: two lines of text each, or one where all names are short. */
export function mostNamed({ series, arrows }: Pick<ChartModel, 'series' | 'arrows'>, size: Size): number {
  const sizes = textSizes(size)
  const room = size.height - headHeight({ sizes }) + labelGap
  const isShort = series.every(({ id, label, marks }) =>
    ([0, 1] as const).every((side) => {
      const change = side === 1 ? arrows.find((arrow) => arrow.series === id)?.text : undefined
      const text = [label, marks[side]?.text ?? '', ...(change === undefined ? [] : [change])].join(' ')
      return text.length * letterWidth * sizes.label <= size.width * sideShare(side, false)
    }),
  )
  return Math.floor(room / ((isShort ? 1 : 2) * sizes.label * lineStep + labelGap))
}

/** The names that a side of a slope prints shorter than they are, though there is room for their lines. */
export function cutNames(scene: Scene, typesetter: Typesetter, size: Size): readonly string[] {
  return ([0, 1] as const).flatMap((side) => {
    const { lines } = sideLabels(scene, typesetter, { side, size })
    return scene.model.series.flatMap(({ label }, index) =>
      lines[index]?.some((line) => line.some(({ text, style }) => style === 'name' && text.trimEnd().endsWith('…'))) &&
      !label.endsWith('…')
        ? [label]
        : [],
    )
  })
}

/** The lines of text that the labels of both sides take. */
export const linesOfNames = (scene: Scene, typesetter: Typesetter, size: Size): number =>
  ([0, 1] as const)
    .flatMap((side) => sideLabels(scene, typesetter, { side, size }).lines)
    .reduce((all, lines) => all + (lines?.length ?? 0), 0)

interface FormInput {
  readonly side: Side
  readonly limit: number
  readonly typesetter: Typesetter
}

type Form = (scene: Scene, input: FormInput & { series: ChartSeries; mark: ChartMark }) => readonly Line[]

function labelsBy(scene: Scene, form: Form, input: FormInput): SideLabels['lines'] {
  return scene.model.series.map((series) => {
    const mark = series.marks[input.side]
    return mark ? form(scene, { ...input, series, mark }) : null
  })
}

const figures: (scene: Scene, input: { series: ChartSeries; mark: ChartMark; side: Side }) => Line = (scene, input) => {
  const { series, mark, side } = input
  const change = side === 1 ? scene.model.arrows.find((arrow) => arrow.series === series.id) : undefined
  return [
    { text: mark.text, style: 'value' },
    ...(mark.footnote ? [{ text: mark.footnote, style: 'letter' } as const] : []),
    ...(change ? [{ text: ` ${change.text}`, style: 'change' } as const] : []),
  ]
}

const oneLine: Form = (scene, input) => {
  const { label } = input.series
  const shown = figures(scene, input)
  return input.side === 0
    ? [[{ text: `${label} `, style: 'name' }, ...shown]]
    : [[...shown, { text: ` ${label}`, style: 'name' }]]
}

const nameBelow: Form = (scene, input) => [figures(scene, input), [{ text: input.series.label, style: 'name' }]]

const wrapped: Form = (scene, input) => {
  const { typesetter, limit, series } = input
  const name = typesetter.wrap(series.label, { width: limit, size: scene.sizes.label }) ?? [series.label]
  return [figures(scene, input), ...name.map((text): Line => [{ text, style: 'name' }])]
}

const valueOnly: Form = (scene, input) => [figures(scene, input)]

const weights: Readonly<Record<Run['style'], Weight>> = { value: 600, letter: 600, change: 400, name: 400 }

const runSize = ({ sizes }: Scene, { style }: Run): number => (style === 'letter' ? sizes.label * 0.7 : sizes.label)

const lineWidth = (scene: Scene, typesetter: Typesetter, line: Line): number =>
  line.reduce((sum, run) => sum + typesetter.width(run.text, runSize(scene, run), weights[run.style]), 0)

function withWidth(scene: Scene, typesetter: Typesetter, lines: SideLabels['lines']): SideLabels {
  return {
    lines,
    width: Math.max(0, ...lines.flatMap((one) => one ?? []).map((line) => lineWidth(scene, typesetter, line))),
  }
}

const heightOf = (scene: Scene, lines: SideLabels['lines']): number =>
  lines.reduce((sum, one) => sum + (one ? one.length * scene.sizes.label * lineStep + labelGap : 0), -labelGap)

/** Names, which stand last, cut with an ellipsis until their line fits. */
function cutTo(scene: Scene, typesetter: Typesetter, lines: SideLabels['lines'], limit: number): SideLabels['lines'] {
  const cut = (line: Line): Line => {
    const name = line.at(-1)
    if (name?.style !== 'name') return line
    let text = name.text
    while (text.length > 1 && lineWidth(scene, typesetter, [...line.slice(0, -1), { ...name, text }]) > limit)
      text = `${text.slice(0, -2).trimEnd()}…`
    return text.length > 2 ? [...line.slice(0, -1), { ...name, text }] : line.slice(0, -1)
  }
  return lines.map((label) => (label === null ? null : label.map(cut)))
}

/** The two periods, a vertical rule under each, and the labels at both ends of the lines. */
export const slopeLabels: Plugin = {
  id: 'slope-labels',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (scene) drawRules(chart, scene)
  },
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene || scene.state.labelAlpha <= 0) return
    const previous = chart.ctx.globalAlpha
    chart.ctx.globalAlpha = scene.state.labelAlpha
    for (const side of [0, 1] as const) drawSide(chart, scene, side)
    chart.ctx.globalAlpha = previous
  },
}

function drawRules(chart: Chart, scene: Scene): void {
  const { left, right, top, bottom } = chart.chartArea
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const { theme, sizes } = scene
  for (const [index, x] of [left, right].entries()) {
    drawLine(chart.ctx, [x, top - 8, x, bottom + 8], { color: theme.lineColor, width: 1.5 })
    const category = scene.model.categories[index]
    if (!category) continue
    const weight = category.emphasis ? (600 as const) : (400 as const)
    const half = typesetter.width(category.label, sizes.category, weight) / 2
    const at = Math.min(chart.width - half, Math.max(half, x))
    const color = category.emphasis ? theme.textColor : theme.mutedColor
    typesetter.draw(
      category.label,
      { x: at, y: sizes.category * baseline },
      { size: sizes.category, weight, color, align: 'center' },
    )
  }
}

function drawSide(chart: Chart, scene: Scene, side: Side): void {
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const { lines } = sideLabels(scene, typesetter, { side, size: { width: chart.width, height: chart.height } })
  const size = scene.sizes.label
  const marks = placedMarks(chart, scene).filter(({ index }) => index === side)
  const wanted = marks.flatMap((mark) => {
    const label = lines[scene.model.series.indexOf(mark.dataset.series)]
    const length = (label?.length ?? 0) * size * lineStep
    return label ? [{ mark, label, length, start: mark.box.y - (size * lineStep) / 2 }] : []
  })
  const place = { from: headHeight(scene), to: chart.height }
  const free = place.to - place.from - wanted.reduce((sum, { length }) => sum + length, 0)
  const gap = Math.max(labelGap, Math.min(size * 0.6, free / Math.max(1, wanted.length))) // apart where there is room
  const starts = spreadEvenly(wanted, { ...place, gap })
  for (const [index, one] of wanted.entries()) {
    const y = starts[index] ?? 0
    drawLeader(chart, scene, { mark: one.mark, y: y + (size * lineStep) / 2, side })
    drawLabel(chart, scene, { ...one, typesetter, y, side })
  }
}

/** A thin line to a label that had to move. */
function drawLeader(chart: Chart, scene: Scene, { mark, y, side }: { mark: PlacedMark; y: number; side: Side }): void {
  const out = side === 0 ? -1 : 1
  const end = labelEdge(chart, scene, side) - out * 4
  if (Math.abs(mark.box.y - y) < 3) return
  drawLine(chart.ctx, [mark.box.x + out * 11, mark.box.y, end, y], { color: scene.theme.lineColor, width: 1.5 })
}

function labelEdge(chart: Chart, scene: Scene, side: Side): number {
  const gap = scene.compact ? leaderLength / 2 : leaderLength
  return side === 0 ? chart.chartArea.left - gap : chart.chartArea.right + gap
}

function drawLabel(
  chart: Chart,
  scene: Scene,
  {
    mark,
    label,
    typesetter,
    y,
    side,
  }: { mark: PlacedMark; label: readonly Line[]; typesetter: Typesetter; y: number; side: Side },
): void {
  const { theme, sizes } = scene
  const { series } = mark.dataset
  const isContext = series.color === 0 // grey lines, whose names are to be read all the same
  const color = isContext
    ? theme.textColor
    : readableColor(seriesColor(scene, series), theme.textColor, theme.surfaceColor)
  for (const [row, line] of label.entries()) {
    let x = labelEdge(chart, scene, side) - (side === 0 ? lineWidth(scene, typesetter, line) : 0)
    for (const run of line) {
      const size = runSize(scene, run)
      const base = y + sizes.label * (row * lineStep + baseline) - (run.style === 'letter' ? sizes.label * 0.34 : 0)
      const weight = weights[run.style]
      typesetter.draw(
        run.text,
        { x, y: base },
        { size, weight, color: run.style === 'change' || run.style === 'letter' ? theme.mutedColor : color },
      )
      x += typesetter.width(run.text, size, weight)
    }
  }
}
