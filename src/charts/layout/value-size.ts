import { figureSize, isFigureEnd } from '../base/bridge-ends.ts'
import { isDecisive } from '../colors/fill.ts'
import type { Scene, SceneMark } from '../scene.ts'
import { labelWidth } from './label.ts'
import type { Typesetter } from './text.ts'

type Valued = Pick<SceneMark, 'dataset' | 'category' | 'mark'>

const decisive = 1.3 // times the labels beside it: the value of the bar that a chart is about

/** Pixels of the label of a mark in a chart whose labels have a size. */
export function valueSize(scene: Scene, valued: Valued, size: number): number {
  if (isFigureEnd(scene.model, valued.mark)) return figureSize(size)
  return isDecisive(scene, valued) ? Math.round(size * decisive) : size
}

const valuedOf = ({ datasets }: Scene): readonly Valued[] =>
  datasets.flatMap((dataset) =>
    dataset.series.marks.flatMap((mark, index): readonly Valued[] => {
      const category = dataset.model.categories[index]
      return mark && category ? [{ dataset, category, mark }] : []
    }),
  )

/** Pixels of the largest label of all marks: that of the bar that the chart is about, where it is about one. */
export const largestValue = (scene: Scene, size: number): number =>
  Math.max(size, ...valuedOf(scene).map((valued) => valueSize(scene, valued, size)))

/** How wide the label is that is larger than the others; 0 where none is. */
export function widestDecisive(scene: Scene, typesetter: Typesetter, size: number): number {
  const own = valuedOf(scene).filter((valued) => isDecisive(scene, valued))
  const style = { size: Math.round(size * decisive), weight: 600 as const }
  return Math.max(0, ...own.map(({ mark }) => labelWidth(typesetter, mark, style)))
}
