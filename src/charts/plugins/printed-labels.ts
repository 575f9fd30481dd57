import type { ChartMark } from '../../model/chart.ts'
import type { Box } from '../layout/box.ts'
import type { PlacedMark } from '../layout/placed-marks.ts'
import type { Typesetter } from '../layout/text.ts'
import type { Scene } from '../scene.ts'
import { isEmptyStack } from './label-candidates.ts'
import { type Drawing, placeValueLabels, printedShare } from './value-labels.ts'

/** The values that a drawing leaves out although its author did not choose which it prints, as their tooltips name them; shares are always chosen. */
export function missingValues(scene: Scene, typesetter: Typesetter, drawing: Drawing): readonly string[] {
  const { labels, totals = [], categories } = scene.model
  const shares = missingShares(scene, typesetter, drawing)
  if (labels === 'fitting' || labels === 'none') return shares
  const isAsked = (index: number): boolean => labels !== 'ends' || index === 0 || index === categories.length - 1
  const { marks, totals: ofTotals } = printedLabels(scene, typesetter, drawing)
  const isSeen = (one: PlacedMark): boolean =>
    one.mark.text !== '' && !(one.dataset.stacked && one.mark.value === 0 && !isEmptyStack(scene, one))
  return [
    ...totals.flatMap((total, index) =>
      total && total.text !== '' && !ofTotals.has(index) && isAsked(index)
        ? [`${total.text} (${categories[index]?.label ?? ''})`]
        : [],
    ),
    ...drawing.marks.flatMap((one) =>
      isSeen(one) && !marks.has(one.mark) && isAsked(one.index) ? [`${one.mark.text} (${one.mark.tip.label})`] : [],
    ),
    ...shares,
  ]
}

/** The shares of parts that were asked for and have no room. */
const missingShares = (scene: Scene, typesetter: Typesetter, { marks }: Drawing): readonly string[] =>
  marks.flatMap((one) =>
    one.mark.share && !printedShare(scene, typesetter, one) ? [`${one.mark.share.text} (${one.mark.tip.label})`] : [],
  )

/** The marks whose values a drawing prints, and the categories whose totals. */
export interface PrintedLabels {
  readonly marks: ReadonlySet<ChartMark>
  /** Where the labels of the marks stand. */
  readonly places: ReadonlyMap<ChartMark, Box>
  readonly totals: ReadonlySet<number>
}

export function printedLabels(scene: Scene, typesetter: Typesetter, drawing: Drawing): PrintedLabels {
  const placed = placeValueLabels(scene, typesetter, drawing)
  return {
    marks: new Set(placed.flatMap(({ content }) => content.mark?.mark ?? [])),
    places: new Map(placed.flatMap(({ content, box }) => (content.mark ? [[content.mark.mark, box] as const] : []))),
    totals: new Set(placed.flatMap(({ content }) => (content.mark ? [] : [content.index]))),
  }
}
