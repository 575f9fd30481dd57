import { valueRange } from '../../../charts/base/range.ts'
import { formatNumber } from '../../../format/numbers/number.ts'
import { unitWords } from '../../../format/units.ts'
import type { ChartCategory, ChartModel, ChartSeries, ChartTick } from '../../../model/chart.ts'
import type { NumberStyle } from '../../../model/deck.ts'
import { multiply, powerOfTen, type Rational, toNumber } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import type { ChartContext } from './chart-context.ts'

const steps = [1n, 2n, 5n] as const

/** Round values, four to six of them, that cover what the chart shows; from zero where bars stand. */
function chartTicks(
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

/** Round values for the axis of what is drawn. */
export function ticksOf(
  context: ChartContext,
  { series, unit, categories }: { series: readonly ChartSeries[]; unit: Unit; categories: readonly ChartCategory[] },
): Pick<ChartModel, 'ticks'> {
  const { type, spec } = context
  const length = Math.max(0, ...series.map(({ marks }) => marks.length))
  const shape = {
    series,
    categories:
      categories.length > 0
        ? categories
        : Array.from({ length }, () => ({ label: '', scenario: 'actual' as const, emphasis: false })),
    bounds: null,
    ...(spec.totals !== undefined && spec.totals !== false ? { totals: [] } : {}),
  }
  const percent = unit.kind === 'percent' || type.shares
  return { ticks: chartTicks(valueRange(shape, type), { numbers: context.data.config.numbers, percent }) }
}

/** The unit in words, as it stands in the caption. */
export const captionUnit = (context: ChartContext, unit: Unit): string =>
  unitWords(unit, context.data.config.language, context.data.config.numbers)
