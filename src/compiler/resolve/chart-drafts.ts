import { unitWords } from '../../format/unit.ts'
import type { ChartCategory, ChartModel, ChartSeries } from '../../model/chart.ts'
import { valueRange } from '../../model/chart-range.ts'
import { compare } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { bridge } from './chart-bridge.ts'
import type { ChartContext } from './chart-context.ts'
import { chartArrows, chartRows } from './chart-extras.ts'
import { type Column, categoriesOf, chartColumns } from './chart-periods.ts'
import {
  chartUnit,
  coloured,
  type DraftSeries,
  draftSeries,
  factOf,
  type Reference,
  references,
} from './chart-series.ts'
import { chartTicks } from './chart-ticks.ts'
import { chartTotals, rejectNegatives, shareSeries } from './chart-totals.ts'
import { chartSummary, footnoted, generatedTitle } from './chart-words.ts'

/** The parts of a chart that its numbers decide; id, title and words come last. */
export type Body = Pick<
  ChartModel,
  'categories' | 'series' | 'rows' | 'arrows' | 'totals' | 'whole' | 'panels' | 'unit' | 'notes' | 'ticks'
>

const none = { rows: [], arrows: [], notes: [] } as const

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
  const marked = footnoted(coloured([...drawn, ...ratio]), columns)
  const showsTotals = totals && spec.totals !== undefined && spec.totals !== false
  return {
    categories: categoriesOf(context, columns),
    series: marked.series,
    rows: chartRows(context, subject),
    arrows: chartArrows(context, subject),
    ...(showsTotals ? { totals: totals.marks } : {}),
    unit: unitWords(unit, context.data.config.numbers),
    notes: marked.notes,
    ...ticksOf(context, { categories: [], series: marked.series, unit }),
  }
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

function ticksOf(
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

/** Line items compared in one period (bars), or side by side in several. */
export function itemsBody(context: ChartContext): Body | undefined {
  const refs = references(context, context.spec.items ?? [], ['items'])
  const columns = chartColumns(context)
  const [first] = columns
  const unit = chartUnit(context, refs[0], first)
  if (!unit || refs.length === 0 || !first) return undefined
  const rows = sorted(
    context,
    refs.map((reference) => ({ reference, draft: draftSeries(context, reference, { columns, unit }) })),
  )
  const series = columns.map((column, index): DraftSeries | undefined => {
    const [lead] = rows
    if (!lead) return undefined
    const label =
      columns.length === 1
        ? lead.reference.spec.measure === 'yoy'
          ? `YoY, ${column.label}`
          : column.label
        : column.label
    return {
      ...lead.draft,
      id: column.label,
      label,
      color: columns.length === 1 ? (lead.draft.color ?? 1) : undefined,
      mark: 'bar',
      axis: 'value',
      cells: rows.map(({ draft }) => draft.cells[index] ?? null),
    }
  })
  const marked = footnoted(
    coloured(series.filter((one) => one !== undefined)),
    rows.map(({ reference }) => reference),
  )
  return {
    ...none,
    categories: rows.map(({ reference }) => ({ label: reference.label, scenario: 'actual', emphasis: false })),
    series: marked.series,
    unit: unitWords(unit, context.data.config.numbers),
    notes: marked.notes,
  }
}

interface ItemRow {
  readonly reference: Reference
  readonly draft: DraftSeries
}

function sorted(context: ChartContext, rows: readonly ItemRow[]): readonly ItemRow[] {
  const { sort = 'none' } = context.spec
  if (sort === 'none') return rows
  const turn = sort === 'descending' ? -1 : 1
  return [...rows].sort((a, b) => {
    const [one, other] = [a.draft.cells[0], b.draft.cells[0]]
    if (!one || !other) return one ? -1 : other ? 1 : 0
    return turn * compare(one.value, other.value)
  })
}

/** A split of a whole into items: one series a part, the whole in the middle. */
export function partsBody(context: ChartContext): Body | undefined {
  const { items, series } = context.spec
  const refs = references(context, items ?? series ?? [], [items ? 'items' : 'series'])
  const columns = chartColumns(context).slice(0, 1)
  const unit = chartUnit(context, refs[0], columns[0])
  if (!unit || refs.length === 0 || columns.length === 0) return undefined
  const drafts = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
  rejectNegatives(context, drafts, columns)
  const rows = sorted(
    context,
    refs.flatMap((reference, index) => (drafts[index] ? [{ reference, draft: drafts[index] }] : [])),
  )
  const wholeMark =
    context.spec.totals === undefined || context.spec.totals === false
      ? undefined
      : chartTotals(context, drafts, { columns, unit }).marks[0]
  const marked = footnoted(coloured(rows.map(({ draft }) => draft)), columns)
  return {
    ...none,
    categories: categoriesOf(context, columns).map((category) => ({ ...category, emphasis: false })),
    series: marked.series,
    ...(wholeMark ? { whole: { text: wholeMark.text, fact: wholeMark.fact } } : {}),
    unit: unitWords(unit, context.data.config.numbers),
    notes: marked.notes,
  }
}

/** A bridge from a start over changes to an end. */
export function bridgeBody(context: ChartContext): Body | undefined {
  const { spec } = context
  const steps = spec.steps ?? []
  const written = spec.unit === undefined ? undefined : chartUnit(context, undefined, undefined)
  if (spec.unit !== undefined && !written) return undefined
  const made = bridge(context, steps, written)
  if (!made) return undefined
  const series: ChartSeries = { id: 'bridge', label: 'Bridge', color: 1, mark: 'bar', axis: 'value', marks: made.marks }
  const { series: marked, notes } = footnoted([series], made.categories)
  const unit = unitWords(made.unit, context.data.config.numbers)
  return {
    ...none,
    categories: made.categories,
    series: marked,
    unit,
    notes,
    ...ticksOf(context, { series: marked, unit: made.unit, categories: made.categories }),
  }
}

/** Panels of the same periods on one scale. */
export function panelsBody(context: ChartContext): Body | undefined {
  const columns = chartColumns(context)
  const panels = context.spec.panels ?? []
  const categories = categoriesOf(context, columns)
  const drafts = panels.map((panel, index) => references(context, panel.series, ['panels', index, 'series']))
  const unit = chartUnit(context, drafts.flat()[0], columns[0])
  if (!unit || columns.length === 0) return undefined
  const models = drafts.map((refs, index): ChartModel => {
    const series = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
    const { title } = panels[index] ?? {}
    const text =
      title === undefined
        ? generatedTitle(series.map(({ label }) => label))
        : context.printText(title, ['panels', index, 'title'])
    const isLine = series.every(({ mark }) => mark === 'line')
    const type = isLine ? 'line' : series.length > 1 ? 'grouped-column' : 'column'
    const shell = {
      type,
      title: text,
      unit: unitWords(unit, context.data.config.numbers),
      categories,
      series: coloured(series),
    } as const
    return {
      ...shell,
      ...none,
      id: `${context.chartId}-${index + 1}`,
      summary: chartSummary(shell),
      bounds: null,
      labels: 'auto',
      legend: 'none',
      sources: [],
    }
  })
  return { ...none, categories, series: [], panels: models, unit: unitWords(unit, context.data.config.numbers) }
}
