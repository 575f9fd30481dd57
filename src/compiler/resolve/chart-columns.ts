import { percent } from '../../format/unit.ts'
import type { Unit } from '../../model/unit.ts'
import { type Body, captionUnit, ticksOf } from './chart-body.ts'
import type { ChartContext } from './chart-context.ts'
import { chartArrows, chartRows } from './chart-extras.ts'
import { type Column, categoriesOf, chartColumns } from './chart-periods.ts'
import { chartUnit, coloured, type DraftSeries, draftSeries, factOf, references } from './chart-series.ts'
import { chartTotals, rejectNegatives, shareSeries } from './chart-totals.ts'
import { footnoted } from './chart-words.ts'

/** Series over periods: columns, stacks, lines, bars by period. */
export function seriesBody(context: ChartContext): Body | undefined {
  const { spec } = context
  const refs = references(context, spec.series ?? [], ['series'])
  const columns = chartColumns(context)
  const unit = chartUnit(context, refs.find(({ spec: { as } }) => as !== 'line') ?? refs[0], columns[0])
  if (!unit || refs.length === 0 || columns.length === 0) return undefined
  const values = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
  const ratio = ratioSeries(context, columns)
  const stacked = spec.type.startsWith('stacked') || (spec.totals !== undefined && spec.totals !== false)
  if (stacked) rejectNegatives(context, values, columns)
  const totals = stacked ? chartTotals(context, values, { columns, unit }) : undefined
  const drawn =
    spec.type === 'stacked-column-100' && totals ? shareSeries(context, values, { totals, columns }) : values
  const subject = { columns, series: values, total: totals?.metric }
  const marked = footnoted(coloured([...drawn, ...ratio]), columns, context.data.config.language)
  const showsTotals = totals !== undefined && spec.totals !== undefined && spec.totals !== false
  return {
    categories: categoriesOf(context, columns),
    series: marked.series,
    rows: chartRows(context, subject),
    arrows: chartArrows(context, subject),
    ...(showsTotals ? { totals: totals.marks } : {}),
    unit: drawnUnit(context, unit, showsTotals),
    notes: marked.notes,
    ...ticksOf(context, { categories: [], series: marked.series, unit }),
  }
}

/** Shares are labelled in per cent; only the totals over them are amounts. */
function drawnUnit(context: ChartContext, unit: Unit, showsTotals: boolean): string {
  const amounts = captionUnit(context, unit)
  if (context.spec.type !== 'stacked-column-100' || unit.kind === 'percent') return amounts
  const shares = captionUnit(context, percent)
  return showsTotals ? `${shares}, totals in ${amounts}` : shares
}

function ratioSeries(context: ChartContext, columns: readonly Column[]): DraftSeries[] {
  const { ratio, type } = context.spec
  if (ratio === undefined || type !== 'column-line') return []
  return references(context, [ratio], ['ratio']).flatMap((reference) => {
    const [first] = columns
    const written = { ...reference, path: ['ratio'] }
    if (!first) return []
    return [draftSeries(context, written, { columns, unit: factOf(context, reference, first).unit, axis: 'ratio' })]
  })
}
