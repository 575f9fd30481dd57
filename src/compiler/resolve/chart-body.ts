import { unitWords } from '../../format/unit.ts'
import type { ChartCategory, ChartModel, ChartSeries } from '../../model/chart.ts'
import { valueRange } from '../../model/chart-range.ts'
import type { Unit } from '../../model/unit.ts'
import type { ChartContext } from './chart-context.ts'
import { chartTicks } from './chart-ticks.ts'

/** The parts of a chart that its numbers decide; id, title and words come last. */
export type Body = Pick<
  ChartModel,
  'categories' | 'series' | 'rows' | 'arrows' | 'totals' | 'whole' | 'panels' | 'unit' | 'notes' | 'ticks'
>

/** A body without rows, arrows and notes. */
export const none = { rows: [], arrows: [], notes: [] } as const

/** Round values for the axis of what is drawn. */
export function ticksOf(
  context: ChartContext,
  { series, unit, categories }: { series: readonly ChartSeries[]; unit: Unit; categories: readonly ChartCategory[] },
): Pick<ChartModel, 'ticks'> {
  const { type, totals } = context.spec
  const length = Math.max(0, ...series.map(({ marks }) => marks.length))
  const shape = {
    type,
    series,
    categories:
      categories.length > 0
        ? categories
        : Array.from({ length }, () => ({ label: '', scenario: 'actual' as const, emphasis: false })),
    bounds: null,
    ...(totals !== undefined && totals !== false ? { totals: [] } : {}),
  }
  const percent = unit.kind === 'percent' || type === 'stacked-column-100'
  return { ticks: chartTicks(valueRange(shape), { numbers: context.data.config.numbers, percent }) }
}

/** The unit in words, as it stands in the caption. */
export const captionUnit = (context: ChartContext, unit: Unit): string =>
  unitWords(unit, context.data.config.language, context.data.config.numbers)
