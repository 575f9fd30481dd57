import { figureSize, isFigureEnd } from '../base/bridge-ends.ts'
import { isDecisive } from '../colors/fill.ts'
import type { Scene, SceneMark } from '../scene.ts'
import { labelWidth } from './label.ts'
import type { Typesetter } from './text.ts'

type Valued = Pick<SceneMark, 'dataset' | 'category' | 'mark'>

const larger = 1.3 // times the labels beside it: the value of the bar that a chart is about
const alone = 3 // times a label: the value of the only bar of a chart
const paired = 1.7 // times a label: the values of two bars that are both what their chart is about

/** Pixels of the label of a mark in a chart whose labels have a size. */
export function valueSize(scene: Scene, valued: Valued, size: number): number {
  if (isFigureEnd(scene.model, valued.mark)) return figureSize(size)
  return isDecisive(scene, valued) ? (scene.state.layout?.decisiveSize ?? size) : size
}

/** The label of the bar that the chart is about. */
export interface DecisiveLabel {
  readonly size: number
  readonly width: number
}

/** What the label of the decisive bar takes, where there is one: larger than the others as far as it has room across. */
export function decisiveLabel(
  scene: Scene,
  typesetter: Typesetter,
  { size, room = Number.POSITIVE_INFINITY }: { readonly size: number; readonly room?: number },
): DecisiveLabel | undefined {
  const marks = scene.datasets.flatMap((dataset) =>
    dataset.series.marks.flatMap((mark, index) => {
      const category = dataset.model.categories[index]
      return mark && category && isDecisive(scene, { dataset, category, mark }) ? [mark] : []
    }),
  )
  if (marks.length === 0) return undefined
  const widthAt = (own: number): number =>
    Math.max(...marks.map((mark) => labelWidth(typesetter, mark, { size: own, weight: 600 })))
  const isOfOne = scene.datasets.length === 1 && marks.length === scene.model.categories.length
  const times = (isOfOne && [alone, paired][marks.length - 1]) || larger
  const wanted = Math.round(size * times)
  const own = widthAt(wanted) + 4 <= room ? wanted : size
  return { size: own, width: widthAt(own) }
}
