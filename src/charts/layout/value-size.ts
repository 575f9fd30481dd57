import type { ChartMark } from '../../model/chart.ts'
import { isFigureEnd } from '../base/bridge-ends.ts'
import { isDecisive } from '../colors/fill.ts'
import type { Scene, SceneMark } from '../scene.ts'
import { labelWidth } from './label.ts'
import { lineHeight, type Typesetter } from './text.ts'

type Valued = Pick<SceneMark, 'dataset' | 'category' | 'mark'>

/** Times the labels beside it: the value of the bar that a chart is about, as large as it has room. */
const larger = [1.7, 1.5, 1.3] as const
const alone = 3 // times a label: the value of the only bar of a chart
const [most, mostAboutZero] = [56, 44] // px: no value beside others is larger than the headline, nor takes the room of bars that go both ways
const few = 2 // bars at most that a chart can be about
const smallWidth = 620 // px, under which a chart has small letters

/** The largest that a value may be, where bars stand beside others. */
export const mostLarger = larger[0]

/** Pixels of a total that is a figure, in a chart whose labels have a size. */
export const figureSize = ({ compact }: Pick<Scene, 'compact'>, label: number): number =>
  compact ? Math.round(label * 2.3) : largeSize(label, mostLarger)

const largeSize = (label: number, times: number, limit: number = most): number =>
  Math.min(Math.max(limit, label), Math.round(label * times))

/** Whether the value of a bar stands under it, or at its left. What prints as zero is no fall for a reader. */
export const hangs = ({ step, value, text }: Pick<ChartMark, 'step' | 'value' | 'text'>): boolean => {
  const isBelowZero = value < 0 && (text === '' || /[1-9]/.test(text))
  return step ? step === 'down' || (step !== 'up' && isBelowZero) : isBelowZero
}

/** Pixels of the label of a mark in a chart whose labels have a size. */
export function valueSize(scene: Scene, valued: Valued, size: number): number {
  if (isFigureEnd(scene.model, valued.mark)) return figureSize(scene, size)
  return isLarger(scene, valued) ? (scene.state.layout?.decisiveSize ?? size) : size
}

const fewLines = 2 // whose values at the period that matters have room to be larger

/** Whether a chart prints these values of its lines larger. */
const hasLargerEnds = ({ traits, model, compact }: Scene): boolean =>
  traits.family === 'lines' && !compact && !model.panels && model.series.length <= fewLines

const isLarger = (scene: Scene, valued: Valued): boolean =>
  isDecisive(scene, valued) || (hasLargerEnds(scene) && valued.category.emphasis && valued.mark.drawn !== 'range')

/** Pixels of the value at the end of a line, at most. */
export const endSize = (scene: Scene): number => scene.sizes.label * (hasLargerEnds(scene) ? (larger.at(-1) ?? 1) : 1)

/** Pixels between the end of a bar that lies and its value, which stands off by its size. */
export const besideEnd = (size: number): number => Math.max(7, Math.round(size * 0.22))

/** The label of the bar that the chart is about, or of a line at the period that matters. */
export interface DecisiveLabel {
  readonly size: number
  readonly width: number
  /** Whether one stands over its bar or at its right, and whether one stands under it or at its left. */
  readonly isAbove: boolean
  readonly isBelow: boolean
}

interface Room {
  readonly width: number
  readonly height: number
}

/** What the label of the decisive bar takes, where there is one: larger than the others as far as it has room. */
export function decisiveLabel(
  scene: Scene,
  typesetter: Typesetter,
  {
    size,
    room,
    bothWays = false,
  }: { readonly size: number; readonly room: Partial<Room>; readonly bothWays?: boolean },
): DecisiveLabel | undefined {
  const marks = scene.datasets.flatMap((dataset) =>
    dataset.series.marks.flatMap((mark, index) => {
      const category = dataset.model.categories[index]
      return mark && category && isLarger(scene, { dataset, category, mark }) ? [mark] : []
    }),
  )
  if (marks.length === 0) return undefined
  const widthAt = (own: number): number =>
    Math.max(...marks.map((mark) => labelWidth(typesetter, mark, { size: own, weight: 600 })))
  const isAlone = scene.model.categories.length === 1 && scene.datasets.length === 1
  const { width = Number.POSITIVE_INFINITY, height = Number.POSITIVE_INFINITY } = room
  const fits = (own: number): boolean => widthAt(own) + 4 <= width && own * lineHeight <= height
  const isModest = marks.length > few || scene.size.width < smallWidth || hasLargerEnds(scene)
  const times = isModest ? larger.slice(-1) : larger
  const wanted = isAlone ? [size * alone] : times.map((one) => largeSize(size, one, bothWays ? mostAboutZero : most))
  const own = wanted.find(fits) ?? size
  return { size: own, width: widthAt(own), isAbove: !marks.every(hangs), isBelow: marks.some(hangs) }
}
