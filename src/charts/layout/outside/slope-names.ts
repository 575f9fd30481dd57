import type { ChartMark, ChartModel, ChartSeries } from '../../../model/chart.ts'
import { type Scene, standsOut, textSizes } from '../../scene.ts'
import type { Size } from '../box.ts'
import type { ChartLayout } from '../chart-layout.ts'
import type { Typesetter, Weight } from '../text.ts'

/** A piece of a label in one style; the footnote letter is raised, and all of a line that stands out among context is strong. */
export interface Run {
  readonly text: string
  readonly style: 'value' | 'letter' | 'change' | 'name'
  readonly isStrong: boolean
}

export type Line = readonly Run[]
export type Side = 0 | 1

/** The labels of one side: lines of each series, null where it has no value there. */
interface SideLabels {
  readonly lines: readonly (readonly Line[] | null)[]
  readonly width: number
}

export const leaderLength = 34 // px between a line's end and its label
export const lineStep = 1.15 // height of a line of a label, in sizes
export const labelGap = 5 // px between labels
export const strongValue = 1.4 // size of the value of a strong label, in sizes of labels

export const headHeight = ({ sizes }: Pick<Scene, 'sizes'>): number => Math.round(sizes.category * 1.7)

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
const sideShare = (side: Side, compact: boolean): number =>
  (compact ? ([0.28, 0.4] as const) : ([0.32, 0.36] as const))[side]

/**
 * Value, change and name on one line; else the name below them, in as many lines as it needs or, where that is too high
 * or wide, cut short in one; else, where there are more lines than have room for two each (`mostNamed` says how many
 * those are), values alone at the left and names cut short beside them at the right.
 */
export function sideLabels(
  scene: Scene,
  typesetter: Typesetter,
  { side, size }: { side: Side; size: Size },
): SideLabels {
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
  const strong = series.some((one) => standsOut({ model: { series } }, one))
    ? (strongValue - 1) * sizes.label * lineStep
    : 0
  return Math.floor((room - strong) / ((isShort ? 1 : 2) * sizes.label * lineStep + labelGap))
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
  const isStrong = standsOut(scene, series)
  return [
    { text: mark.text, style: 'value', isStrong },
    ...(mark.footnote ? [{ text: mark.footnote, style: 'letter', isStrong } as const] : []),
    ...(change ? [{ text: ` ${change.text}`, style: 'change', isStrong } as const] : []),
    ...(change?.footnote ? [{ text: change.footnote, style: 'letter', isStrong } as const] : []),
  ]
}

const named = (scene: Scene, series: ChartSeries, text: string): Run => ({
  text,
  style: 'name',
  isStrong: standsOut(scene, series),
})

const oneLine: Form = (scene, input) => {
  const { series, side } = input
  const shown = figures(scene, input)
  return side === 0
    ? [[named(scene, series, `${series.label} `), ...shown]]
    : [[...shown, named(scene, series, ` ${series.label}`)]]
}

const nameBelow: Form = (scene, input) => [figures(scene, input), [named(scene, input.series, input.series.label)]]

const wrapped: Form = (scene, input) => {
  const { typesetter, limit, series } = input
  const name = typesetter.wrap(series.label, { width: limit, size: scene.sizes.label }) ?? [series.label]
  return [figures(scene, input), ...name.map((text): Line => [named(scene, series, text)])]
}

const valueOnly: Form = (scene, input) => [figures(scene, input)]

export const weightOf = ({ style, isStrong }: Run): Weight =>
  style === 'value' || style === 'letter' || (isStrong && style === 'name') ? 600 : 400

export function runSize({ sizes: { label } }: Scene, { style, isStrong }: Run): number {
  const size = style === 'letter' ? 0.7 : style === 'value' && isStrong ? strongValue : 1
  return label * size
}

export const lineWidth = (scene: Scene, typesetter: Typesetter, line: Line): number =>
  line.reduce((sum, run) => sum + typesetter.width(run.text, runSize(scene, run), weightOf(run)), 0)

/** How high a line of a label is: by its largest run, for signs stand within the height of figures. */
export const stepOf = (scene: Scene, line: Line): number =>
  Math.max(scene.sizes.label, ...line.map((run) => runSize(scene, run))) * lineStep

export const lengthOf = (scene: Scene, label: readonly Line[]): number =>
  label.reduce((sum, line) => sum + stepOf(scene, line), 0)

function withWidth(scene: Scene, typesetter: Typesetter, lines: SideLabels['lines']): SideLabels {
  return {
    lines,
    width: Math.max(0, ...lines.flatMap((one) => one ?? []).map((line) => lineWidth(scene, typesetter, line))),
  }
}

const heightOf = (scene: Scene, lines: SideLabels['lines']): number =>
  lines.reduce((sum, one) => sum + (one ? lengthOf(scene, one) + labelGap : 0), -labelGap)

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
