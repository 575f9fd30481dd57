import type { ChartMark, ChartModel } from '../../model/chart.ts'
import type { Box } from '../layout/box.ts'
import type { Range } from './traits.ts'

/** Whether a bridge has its totals as figures, so that its steps take the whole height. */
export const hasFigureEnds = ({ own }: Pick<ChartModel, 'own'>): boolean => own?.ends === 'figures'

/** Whether a mark is a total that stands as a figure on the level where the bridge is there, over a column that fades out. */
export const isFigureEnd = (model: Pick<ChartModel, 'own'>, { step }: Pick<ChartMark, 'step'>): boolean =>
  hasFigureEnds(model) && (step === 'start' || step === 'subtotal' || step === 'end')

/** Pixels of such a figure in a chart whose labels have a size. */
export const figureSize = (label: number): number => Math.round(label * 2.3)

const under = 0.42 // of the height of the steps: room below the lowest level for its column
const bands = 24

/** How deep the column under each level is: all alike, so that nobody reads one as a multiple of another. */
export const cutDepth = (plotHeight: number): number => (plotHeight * under) / (1 + under)

/** A part of a column that fades out downwards, and how strong it is. */
export interface FadingBand {
  readonly box: Box
  readonly strength: number
}

/** A column from its level down that fades out: it goes on, out of sight, to a zero that the plot does not show. A target has its edges alone. */
export function fadingColumn(box: Box, drawn?: ChartMark['drawn']): readonly FadingBand[] {
  if (drawn !== 'target') return fading(box)
  const right = box.x + box.width - edgeWidth
  return [...fading({ ...box, width: edgeWidth }), ...fading({ ...box, x: right, width: edgeWidth })]
}

const edgeWidth = 3 // px, as of outlined columns

function fading({ x, y, width, height }: Box): readonly FadingBand[] {
  const edge = (index: number): number => Math.round(y + (index * height) / bands) // whole pixels: no seam between bands
  return Array.from({ length: bands }, (_, index) => ({
    box: { x, y: edge(index), width, height: edge(index + 1) - edge(index) },
    strength: (1 - index / bands) ** 1.4,
  }))
}

/** The slanted break across such a column, its upper edge and how thick it is. */
export function breakAcross({ x, y, width, height }: Box): {
  readonly from: Point
  readonly to: Point
  readonly gap: number
} {
  const [middle, slant] = [y + height * 0.4, Math.min(12, width / 8)]
  return { from: { x: x - 6, y: middle + slant }, to: { x: x + width + 6, y: middle - slant }, gap: 9 }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The levels between which the steps lead, and below the lowest the room of its column. */
export function levelRange({ series }: Pick<ChartModel, 'series'>): Range {
  const levels = series.flatMap(({ marks }) =>
    marks.flatMap((mark) => {
      if (!mark) return []
      const { base, value, step } = mark
      return step === 'up' || step === 'down' ? [base ?? 0, (base ?? 0) + value] : [value]
    }),
  )
  const [min, max] = [Math.min(...levels), Math.max(...levels)]
  return { min: min - (max - min) * under, max }
}
