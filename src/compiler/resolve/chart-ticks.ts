import { formatNumber } from '../../format/number.ts'
import type { ChartModel, ChartTick } from '../../model/chart.ts'
import { valueRange } from '../../model/chart-range.ts'
import type { NumberStyle } from '../../model/deck.ts'
import { multiply, powerOfTen, type Rational, toNumber } from '../../model/rational.ts'

const steps = [1n, 2n, 5n] as const

/** Round values, four to six of them, that cover what the chart shows; from zero where bars stand. */
export function chartTicks(
  range: { readonly min: number; readonly max: number },
  { numbers, percent }: { readonly numbers: NumberStyle; readonly percent: boolean },
): ChartTick[] {
  const span = range.max - range.min
  if (!(span > 0) || !Number.isFinite(span)) return []
  let exponent = Math.floor(Math.log10(span)) - 1
  let order = 0
  const size = (): number => Number(steps[order] ?? 1n) * 10 ** exponent
  while (span / size() > 5) {
    order = (order + 1) % steps.length
    if (order === 0) exponent++
  }
  const unit: Rational = multiply({ n: steps[order] ?? 1n, d: 1n }, powerOfTen(exponent))
  const [from, to] = [Math.ceil(range.min / size() - 1e-9), Math.floor(range.max / size() + 1e-9)]
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const value = multiply(unit, { n: BigInt(from + index), d: 1n })
    const text = formatNumber(value, { decimals: Math.max(0, -exponent), style: numbers })
    return { value: toNumber(value), text: percent ? `${text}%` : text }
  })
}

/** One scale for the charts of one unit on a slide: each gets the bounds that hold them all. */
export function shareBounds(models: readonly ChartModel[]): ChartModel[] {
  return models.map((model) => {
    const family = models.filter((other) => isComparable(other, model))
    if (family.length < 2) return model
    const ranges = family.map(valueRange)
    const bounds = { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) }
    return { ...model, bounds }
  })
}

const unbounded: ReadonlySet<ChartModel['type']> = new Set(['doughnut', 'stacked-column-100', 'line'])

/** Bars of one unit and one direction are compared by eye; lines and shares have scales of their own. */
function isComparable(a: ChartModel, b: ChartModel): boolean {
  const sideways = (model: ChartModel): boolean => model.type === 'bar' || model.type === 'stacked-bar'
  return a.unit === b.unit && !unbounded.has(a.type) && !unbounded.has(b.type) && sideways(a) === sideways(b)
}
