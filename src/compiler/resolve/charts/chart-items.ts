import {
  type Cell,
  type ChartBody,
  type Column,
  type DraftSeries,
  noExtras,
  type Reference,
} from '../../../charts/base/chart-builder.ts'
import { type ChartCategory, lossSlot } from '../../../model/chart.ts'
import { compare } from '../../../model/rational.ts'
import { type ChartContext, highlightedMetric } from './chart-context.ts'
import { categoriesOf, chartColumns } from './chart-periods.ts'
import { chartUnit, coloured, draftSeries, references, rejectOverlaps } from './chart-series.ts'
import { captionUnit } from './chart-ticks.ts'
import { changeOf } from './chart-titles.ts'
import { chartTotals, rejectNegatives, rejectNothing, wholeMetric, withShares } from './chart-totals.ts'

/** Line items compared in one period (bars), or side by side in several. */
export function itemsBody(context: ChartContext): ChartBody | undefined {
  const refs = references(context, context.spec.items ?? [], ['items'])
  const columns = chartColumns(context)
  const [first] = columns
  const unit = chartUnit(context, refs, first)
  if (!unit || refs.length === 0 || !first) return undefined
  const rows = sorted(
    context,
    refs.map((reference) => {
      const own = ownColumns(context, reference) ?? columns
      const period = own === columns ? undefined : own[0]?.label
      return { reference, period, draft: draftSeries(context, reference, { columns: own, unit }) }
    }),
  )
  const highlighted = highlightedMetric(
    context,
    rows.map(({ reference }) => reference.metric.id),
  )
  const isPair = rows.length === 2 && rows.every(({ reference: { spec } }) => spec.color) // each in its colour: both are what the chart is about
  return {
    ...noExtras,
    names: rows.map(({ reference }) => reference.label),
    change: changeOf(refs),
    categories: rows.map(({ reference: { label, metric, spec, path } }) => {
      const emphasis = highlighted === undefined ? isPair || isAgainstContext(spec, rows) : metric.id === highlighted
      return { ...namedIn(context, { label, spec, path }), scenario: 'actual', emphasis }
    }),
    series: coloured(columnSeries(columns, rows, highlighted)),
    unit: captionUnit(context, unit),
    notes: [],
  }
}

/** The column of an item in a period of its own. */
function ownColumns(context: ChartContext, { spec: { period }, path }: Reference): readonly Column[] | undefined {
  return period === undefined ? undefined : chartColumns(context, { period, path })
}

/** A series for each column, with a bar for each item. */
function columnSeries(
  columns: readonly Column[],
  rows: readonly ItemRow[],
  highlighted: string | undefined,
): readonly DraftSeries[] {
  const [lead] = rows
  if (!lead) return []
  const isOnly = columns.length === 1
  return columns.map((column, index) => ({
    ...lead.draft,
    id: column.label,
    label: isOnly && lead.reference.spec.measure === 'yoy' ? `YoY, ${column.label}` : namesOfPeriods(column, rows),
    color: isOnly ? colorOf(rows, highlighted) : undefined,
    mark: 'bar',
    axis: 'value',
    cells: rows.map((row) => itemCell(row, index)),
  }))
}

/** What counts against the company, as its block says, keeps the colour of falls beside bars in another. */
function itemCell({ draft, reference }: ItemRow, index: number): Cell | null {
  const cell = draft.cells[index]
  if (!cell || reference.spec.color !== lossSlot) return cell ?? null
  return { ...cell, mark: { ...cell.mark, isFall: true } }
}

/**
 * The one colour of bars of line items, each of which has its name beside it: as the block says for the first that is not
 * context, else that of the highlighted item, else the slot that all of them share. Where each has another it is the
 * brand's, which in no order of the bars is that of one of them instead of the others'.
 */
function colorOf(rows: readonly ItemRow[], highlighted: string | undefined): number {
  const shown = rows.filter(({ reference }) => reference.spec.color !== 0)
  const written = shown.find(({ reference }) => reference.spec.color !== undefined)
  const about = written ?? shown.find(({ reference }) => reference.metric.id === highlighted)
  const [first, ...others] = new Set(
    (about ? [about] : shown.length > 0 ? shown : rows).map(({ draft }) => draft.color),
  )
  return others.length === 0 ? (first ?? 1) : 1
}

/** An item's name and, where it stands in a group, the heading over it: its label says both, as the same item may stand in two. */
function namedIn(
  context: ChartContext,
  { label, spec: { group }, path }: Pick<Reference, 'label' | 'spec' | 'path'>,
): Pick<ChartCategory, 'label' | 'group'> {
  if (group === undefined) return { label }
  const heading = context.printText(group, [...path, 'group'])
  const { separator } = context.data.config.language.lists
  return { label: `${label}${separator}${heading}`, group: { heading, name: label } }
}

/** Items in colour 0 are context: beside them the others stand out. */
const isAgainstContext = ({ color }: Reference['spec'], rows: readonly ItemRow[]): boolean =>
  color !== 0 && rows.some(({ reference }) => reference.spec.color === 0)

const namesOfPeriods = ({ label }: Column, rows: readonly ItemRow[]): string =>
  [...new Set([label, ...rows.flatMap(({ period }) => period ?? [])])].join(', ')

interface ItemRow {
  /** Where it is not that of the block. */
  readonly period?: string | undefined
  readonly reference: Reference
  readonly draft: DraftSeries
}

function sorted(context: ChartContext, rows: readonly ItemRow[]): readonly ItemRow[] {
  const { sort = 'none' } = context.spec
  if (sort === 'none') return rows
  const turn = sort === 'descending' ? -1 : 1
  const groups = [...new Set(rows.map(({ reference }) => reference.spec.group))]
  return [...rows].sort((a, b) => {
    const apart = groups.indexOf(a.reference.spec.group) - groups.indexOf(b.reference.spec.group)
    if (apart !== 0) return apart
    const [one, other] = [a.draft.cells[0], b.draft.cells[0]]
    if (!one || !other) return one ? -1 : other ? 1 : 0
    return turn * compare(one.value, other.value)
  })
}

/** A split of a whole into items: one series a part, the whole in the middle. */
export function partsBody(context: ChartContext): ChartBody | undefined {
  const { items, series } = context.spec
  const refs = references(context, items ?? series ?? [], [items ? 'items' : 'series'])
  const columns = chartColumns(context).slice(0, 1)
  const unit = chartUnit(context, refs, columns[0])
  if (!unit || refs.length === 0 || columns.length === 0) return undefined
  const drafts = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
  rejectNegatives(context, drafts, columns)
  rejectNothing(context, drafts, columns)
  rejectOverlaps(context, drafts)
  const rows = sorted(
    context,
    refs.flatMap((reference, index) => (drafts[index] ? [{ reference, draft: drafts[index] }] : [])),
  )
  const { totals: named, share, decimals } = context.spec
  const totals = named === undefined || named === false ? undefined : chartTotals(context, drafts, { columns, unit })
  const wholeMark = share === undefined ? totals?.marks[0] : undefined // the share stands in its place
  const parts = rows.map(({ draft }) => draft)
  const isShown = (): boolean => true
  const whole = totals?.metric ?? (share === undefined ? undefined : wholeMetric(context, drafts))
  const shown = coloured(withShares(context, parts, { whole, columns, isShown, decimals }))
  return {
    ...noExtras,
    names: shown.map(({ label }) => label),
    categories: categoriesOf(context, columns).map((category) => ({ ...category, emphasis: false })),
    series: shown,
    ...(wholeMark ? { whole: { text: wholeMark.text, fact: wholeMark.fact } } : {}),
    unit: captionUnit(context, unit),
    notes: [],
  }
}
