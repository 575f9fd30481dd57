import type { ChartMark, ChartModel } from '../../model/chart.ts'
import type { Range } from './traits.ts'

/** Whether a bridge has its totals as figures, so that its steps take the whole height. */
export const hasFigureEnds = ({ own }: Pick<ChartModel, 'own'>): boolean => own?.ends === 'figures'

/** Whether a mark is a total that stands as a figure on the level where the bridge is there: no bar, hence none cut off. */
export const isFigureEnd = (model: Pick<ChartModel, 'own'>, { step }: Pick<ChartMark, 'step'>): boolean =>
  hasFigureEnds(model) && (step === 'start' || step === 'subtotal' || step === 'end')

/** Pixels of such a figure in a chart whose labels have a size. */
export const figureSize = (label: number): number => Math.round(label * 2.3)

/** The levels between which the steps lead. */
export function levelRange({ series }: Pick<ChartModel, 'series'>): Range {
  const levels = series.flatMap(({ marks }) =>
    marks.flatMap((mark) => {
      if (!mark) return []
      const { base, value, step } = mark
      return step === 'up' || step === 'down' ? [base ?? 0, (base ?? 0) + value] : [value]
    }),
  )
  return { min: Math.min(...levels), max: Math.max(...levels) }
}
