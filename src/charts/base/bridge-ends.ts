import type { ChartMark, ChartModel } from '../../model/chart.ts'
import type { Box } from '../layout/box.ts'
import type { Range } from './traits.ts'

/** Whether a bridge has its totals as figures, so that its steps take the whole height. */
export const hasFigureEnds = ({ own }: Pick<ChartModel, 'own'>): boolean => own?.ends === 'figures'

/** Whether a mark is a total that stands as a figure on the level where the bridge is there, over a column that is cut. */
export const isFigureEnd = (model: Pick<ChartModel, 'own'>, { step }: Pick<ChartMark, 'step'>): boolean =>
  hasFigureEnds(model) && (step === 'start' || step === 'subtotal' || step === 'end')

const under = 0.42 // of the height of the steps: room below the lowest level for its column

/** A column from its level down to the base line, with a clean cut across: zero is farther below than the plot shows. */
export interface CutColumn {
  readonly box: Box
  /** The corners of the cut, clockwise. */
  readonly cut: readonly (readonly [x: number, y: number])[]
}

/** All columns of a bridge are cut at one height, which is below the lowest of them. */
export function cutColumn(
  { x, width }: Pick<Box, 'x' | 'width'>,
  tip: number,
  plot: Pick<Box, 'y' | 'height'>,
): CutColumn {
  const bottom = plot.y + plot.height
  const middle = bottom - (plot.height * under * 0.5) / (1 + under)
  const [slant, gap] = [Math.min(10, width / 10), Math.min(14, width / 7)]
  const [left, right] = [x - 2, x + width + 2] // beyond the edges, so that an outline is cut as well
  return {
    box: { x, y: tip, width, height: Math.max(0, bottom - tip) },
    cut: [
      [left, middle + slant],
      [right, middle - slant],
      [right, middle - slant + gap],
      [left, middle + slant + gap],
    ],
  }
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
