import type { ChartBody, Column, DraftSeries, PeriodsHow } from '../../charts/base/ask.ts'
import { percent } from '../../format/unit.ts'
import type { Unit } from '../../model/unit.ts'
import type { ChartContext } from './chart-context.ts'
import { chartArrows, chartRows } from './chart-extras.ts'
import { categoriesOf, chartColumns } from './chart-periods.ts'
import { chartUnit, coloured, draftSeries, factOf, reference, references } from './chart-series.ts'
import { captionUnit, ticksOf } from './chart-ticks.ts'
import { chartTotals, rejectNegatives, shareSeries } from './chart-totals.ts'
import { footnoted } from './chart-words.ts'

/** Series over periods: columns, stacks, lines, bars by period. */
export function seriesBody(context: ChartContext, how: PeriodsHow): ChartBody | undefined {
  const { spec } = context
  const refs = references(context, spec.series ?? [], ['series'])
  const columns = chartColumns(context)
  const unit = chartUnit(context, refs.find(({ spec: { as } }) => as !== 'line') ?? refs[0], columns[0])
  if (!unit || refs.length === 0 || columns.length === 0) return undefined
  const values = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
  const ratio = ratioSeries(context, columns, how)
  const { stacked = false, shares = false } = how
  if (stacked) rejectNegatives(context, values, columns)
  const totals = stacked ? chartTotals(context, values, { columns, unit }) : undefined
  const drawn = shares && totals ? shareSeries(context, values, { totals, columns }) : values
  const subject = { columns, series: values, total: totals?.metric }
  const marked = footnoted(coloured([...drawn, ...ratio]), columns, context.data.config.language)
  const showsTotals = totals !== undefined && spec.totals !== undefined && spec.totals !== false
  return {
    names: marked.series.map(({ label }) => label),
    categories: categoriesOf(context, columns),
    series: marked.series,
    rows: chartRows(context, subject),
    arrows: chartArrows(context, subject),
    ...(showsTotals ? { totals: totals.marks } : {}),
    unit: shares ? sharesUnit(context, unit, showsTotals) : captionUnit(context, unit),
    notes: marked.notes,
    ...ticksOf(context, { categories: [], series: marked.series, unit }),
  }
}

/** Shares are labelled in per cent; only the totals over them are amounts. */
function sharesUnit(context: ChartContext, unit: Unit, showsTotals: boolean): string {
  const amounts = captionUnit(context, unit)
  if (unit.kind === 'percent') return amounts
  const shares = captionUnit(context, percent)
  return showsTotals ? `${shares}, totals in ${amounts}` : shares
}

function ratioSeries(context: ChartContext, columns: readonly Column[], { ratio }: PeriodsHow): DraftSeries[] {
  if (ratio === undefined) return []
  const line = reference(context, ratio, ['ratio'])
  const [first] = columns
  if (!line || !first) return []
  return [draftSeries(context, line, { columns, unit: factOf(context, line, first).unit, axis: 'ratio' })]
}
