import type { ChartMark, ChartModel, ChartSeries } from '../../model/chart.ts'
import { hasFigureEnds, levelRange } from './bridge-ends.ts'
import type { ChartTraits, Range, RangeInput } from './traits.ts'

/** What the value axis has to show: shared bounds, or the extent of all bars, stacks, lines and whiskers; bars from zero. */
export function valueRange(model: RangeInput, { stacks, axis }: Pick<ChartTraits, 'stacks' | 'axis'>): Range {
  if (hasFigureEnds(model)) return padded(levelRange(model))
  if (model.bounds) return model.bounds
  const extent = padded(extentOf(model, stacks(model)))
  return axis.range?.(extent, model) ?? extent
}

function extentOf(model: RangeInput, stacked: boolean): Range {
  const series = (model.panels?.flatMap((panel) => panel.series) ?? model.series).filter(({ axis }) => axis === 'value')
  const values = [...(stacked ? stackEnds(model) : []), ...series.flatMap((one) => ends(one))]
  const hasBars = series.some(({ mark }) => mark === 'bar')
  return hasBars ? span([0, ...values, ...acrossBars(model)]) : lineSpan(span(values))
}

/** A little beyond the value at which a line runs through the bars, so that it is seen where no bar reaches it. */
function acrossBars({ own }: RangeInput): readonly number[] {
  const line = own?.lineAt
  return typeof line === 'number' ? [line * 1.04] : []
}

/** What the ratio panel shows: not forced to start at zero, since it holds a line. */
export function ratioRange(model: Pick<ChartModel, 'series' | 'ratioBounds'>): Range {
  if (model.ratioBounds) return model.ratioBounds
  return padded(span(model.series.filter(({ axis }) => axis === 'ratio').flatMap((one) => ends(one))))
}

function ends(series: ChartSeries): number[] {
  return series.marks.flatMap((mark) => (mark ? endsOf(mark) : []))
}

function endsOf(mark: ChartMark): number[] {
  const start = mark.base ?? 0
  const from = mark.base === undefined ? [] : [mark.base]
  return [...from, start + mark.value, mark.low ?? start + mark.value, mark.high ?? start + mark.value]
}

function stackEnds(model: RangeInput): number[] {
  return model.categories.flatMap((_, index) => {
    const values = model.series
      .filter(({ mark, axis }) => mark === 'bar' && axis === 'value')
      .map(({ marks }) => marks[index]?.value ?? 0)
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))]
  })
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function span(values: readonly number[]): Range {
  return values.length === 0 ? { min: 0, max: 0 } : { min: Math.min(...values), max: Math.max(...values) }
}

/** Lines near zero start there; others keep their own extent. */
function lineSpan({ min, max }: Range): Range {
  if (min >= 0 && min < max * 0.4) return { min: 0, max }
  return { min, max }
}

function padded({ min, max }: Range): Range {
  if (min !== max) return { min, max }
  return min === 0 ? { min: 0, max: 1 } : { min: Math.min(0, min), max: Math.max(0, max) }
}
