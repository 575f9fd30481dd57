import { chartTypeOf } from '../../charts/chart-types.ts'
import { isValidIn } from '../../format/comparison.ts'
import type { ChartModel, ChartSeries } from '../../model/chart.ts'
import { plainText } from '../../model/content.ts'
import { type BoundDeck, chartsOf, type TableModel, tablesOf } from '../../model/deck.ts'
import type { TieTerm } from '../../model/ties.ts'
import { sumTies } from '../arithmetic/sum-ties.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'

/** A category whose whole is printed, or is 100 per cent, and the parts that are not known there. */
interface OpenWhole {
  readonly category: string
  readonly whole: string
  readonly missing: readonly string[]
}

/** Whether there is such a part in the period of a category: of segments that were redefined, those of another time are not missed. */
function isPartOf(
  series: ChartSeries,
  { chart, index, deck }: { chart: ChartModel; index: number; deck: BoundDeck },
): boolean {
  const marks = [chart.totals?.[index], ...chart.series.map((one) => one.marks[index])]
  const facts = marks.flatMap((mark) => (mark?.fact ? [deck.facts.get(mark.fact)] : []))
  const period = facts.find((fact) => fact !== undefined)?.period
  return !period || isValidIn(deck.data.metrics.get(series.id.replace(/[:#].*$/, '')), period)
}

function openWholes(chart: ChartModel, deck: BoundDeck): readonly OpenWhole[] {
  const parts = chart.series.filter(({ mark, axis }) => mark === 'bar' && axis === 'value')
  const { shares } = chartTypeOf(chart.type)
  return chart.categories.flatMap(({ label }, index) => {
    const total = chart.totals?.[index]
    const missing = parts
      .filter((part) => !part.marks[index] && isPartOf(part, { chart, index, deck }))
      .map((part) => part.label)
    const isPrinted = total ? total.text !== '' : shares && missing.length < parts.length
    if (!isPrinted || missing.length === 0) return []
    return [{ category: label, whole: total ? `the total ${total.text}` : 'shares', missing }]
  })
}

function checkChart(chart: ChartModel, at: Pick<Finding, 'slide' | 'place'>, deck: BoundDeck): readonly Finding[] {
  if (!chart.totals && !chartTypeOf(chart.type).shares) return []
  const open = openWholes(chart, deck)
  const about = { ...at, facts: (chart.totals ?? []).flatMap((total) => total?.fact ?? []) }
  if (open.length === 0) return [finding('X3', 'ticked', { ...about, message: `${chart.id}: all parts are drawn` })]
  return open.map(({ category, whole, missing }) =>
    finding('X3', 'warning', {
      ...about,
      message: `missing part of ${chart.id} in ${category}: ${missing.join(', ')} under ${whole}`,
      hint: 'Add the figure (0 where there is none), show other parts, or take the period or the totals out.',
    }),
  )
}

/** What a table prints in one of its columns: figures and dashes by their metric. */
interface PrintedColumn {
  readonly heading: string
  readonly figures: ReadonlyMap<string, { readonly text: string; readonly fact: string }>
  readonly missing: ReadonlySet<string>
}

function columnsOf(table: TableModel, { deck }: RuleContext): readonly PrintedColumn[] {
  return table.columns.flatMap(({ kind, head = [], label }, index) => {
    if (kind !== 'figure') return []
    const cells = table.rows.flatMap(({ cells: row }) => row[index - 1] ?? [])
    const figures = cells.flatMap(({ runs: [run] }) => {
      if (run?.kind !== 'figure') return []
      const fact = deck.facts.get(run.fact)
      return fact?.kind === 'figure' ? [[fact.metric, { text: run.text, fact: fact.id }] as const] : []
    })
    return {
      heading: [head, label].map(plainText).filter(Boolean).join(' '),
      figures: new Map(figures),
      missing: new Set(cells.flatMap(({ missing = [] }) => missing)),
    }
  })
}

/** Totals of a table over rows of their parts: in each column with the total, the parts have figures as well. */
function checkTable(table: TableModel, slide: string, context: RuleContext): readonly Finding[] {
  const columns = columnsOf(table, context)
  const rowsOf = new Set(columns.flatMap(({ figures, missing }) => [...figures.keys(), ...missing]))
  const sums = sumTies(context).filter(
    ({ kind, total, parts }) => kind === 'sum' && rowsOf.has(total) && parts.some(({ metric }) => rowsOf.has(metric)),
  )
  return sums.flatMap(({ total, parts }) => {
    const open = columns.flatMap(({ heading, figures, missing }) => {
      const printed = figures.get(total)
      const period = printed && context.deck.facts.get(printed.fact)?.period
      const lacking = parts.filter(({ metric }) => {
        return missing.has(metric) && (!period || isValidIn(context.deck.data.metrics.get(metric), period))
      })
      return printed && lacking.length > 0 ? [{ heading, printed, lacking }] : []
    })
    const name = context.ledger.metrics.get(total)?.label ?? total
    const facts = columns.flatMap(({ figures }) => figures.get(total)?.fact ?? [])
    const about = { slide, place: table.place, facts }
    if (open.length === 0)
      return [finding('X3', 'ticked', { ...about, message: `${table.id}: ${name} stands over all its parts` })]
    return open.map(({ heading, printed, lacking }) =>
      finding('X3', 'warning', {
        ...about,
        message: `missing part of ${name} ${printed.text} in ${table.id}, column ${heading}: ${namesOf(lacking, context)}`,
        hint: 'Add the figure (0 where there is none), show other parts, or take the column or the total out.',
      }),
    )
  })
}

const namesOf = (parts: readonly TieTerm[], { ledger }: RuleContext): string =>
  parts.map(({ metric }) => ledger.metrics.get(metric)?.label ?? metric).join(', ')

export const x3: Rule = {
  id: 'X3',
  title: 'a printed total stands over all its parts',
  check: (context) =>
    context.deck.slides.flatMap((slide) => [
      ...chartsOf(slide).flatMap(({ chart, place }) => checkChart(chart, { slide: slide.id, place }, context.deck)),
      ...tablesOf(slide).flatMap((table) => checkTable(table, slide.id, context)),
    ]),
}
