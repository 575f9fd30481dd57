import type { ChartModel } from '../../../model/chart.ts'
import { type Inline, plainText, type Text } from '../../../model/content.ts'
import type { BoundDeck, TableModel, Visual } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import { once } from '../../../model/memory.ts'
import type { Place } from '../../../model/source-file.ts'

/** A label of a visual, and the numbers that stand under it. */
export interface LabelledFigures {
  /** Of one line (a row, a series, a column), or of the whole visual or part of it (a title, a heading). */
  readonly kind: 'row' | 'column' | 'series' | 'category' | 'tile' | 'title' | 'heading'
  readonly text: string
  /** What else stands over a column: its head, and the line under its label ("FY20 guidance", "Issued July 30, 2020"). */
  readonly about?: string
  readonly facts: readonly Fact[]
  readonly place: Place
}

type FindFact = (id: string | null | undefined) => readonly Fact[]

const factsIn = (runs: readonly Inline[], find: FindFact): readonly Fact[] =>
  runs.flatMap((run) => (run.kind === 'figure' ? find(run.fact) : []))

interface Head {
  readonly text: string
  readonly about: string
  /** The cells under it, from one up to another. */
  readonly from: number
  readonly to: number
}

/** What stands over several columns, each once. */
function headsOf(columns: TableModel['columns']): readonly Head[] {
  const heads: Head[] = []
  columns.slice(1).forEach(({ head = [], label, sub = [] }, at) => {
    const [text, about] = [plainText(head), [label, sub].map(plainText).join('\n')]
    const last = heads.at(-1)
    if (text === '') return
    if (last?.text === text && last.to === at)
      heads[heads.length - 1] = { ...last, about: `${last.about}\n${about}`, to: at + 1 }
    else heads.push({ text, about, from: at, to: at + 1 })
  })
  return heads
}

function tableLabels({ caption, columns, rows, place }: TableModel, find: FindFact): readonly LabelledFigures[] {
  const cells = rows.map((row) => row.cells.map(({ runs }) => factsIn(runs, find)))
  const factsOfRow = (at: number): readonly Fact[] => (cells[at] ?? []).flat()
  const headings = rows.flatMap((row, at): readonly LabelledFigures[] => {
    if (row.kind !== 'heading') return []
    const next = rows.findIndex(({ kind }, index) => index > at && kind === 'heading')
    const own = cells.slice(at + 1, next < 0 ? undefined : next).flat(2)
    return [{ kind: 'heading', text: plainText(row.label), facts: own, place: row.place }]
  })
  return [
    ...(caption ? [{ kind: 'title' as const, text: plainText(caption.runs), facts: cells.flat(2), ...caption }] : []),
    ...columns.slice(1).map(({ kind, label, head = [], sub = [] }, at) => ({
      kind: 'column' as const,
      text: plainText(label),
      about: [head, sub].map(plainText).join('\n'),
      facts: kind === 'figure' ? cells.flatMap((row) => row[at] ?? []) : [],
      place,
    })),
    ...headsOf(columns).map(({ text, about, from, to }) => ({
      ...{ kind: 'column' as const, text, about, place },
      facts: cells.flatMap((row) => row.slice(from, to).flat()),
    })),
    ...rows.flatMap((row, at) =>
      row.kind === 'heading'
        ? []
        : [{ kind: 'row' as const, text: plainText(row.label), facts: factsOfRow(at), place: row.place }],
    ),
    ...headings,
  ]
}

const placeIn = (texts: readonly Text[], label: string, place: Place): Place =>
  texts.find(({ runs }) => plainText(runs) === label)?.place ?? place

function chartLabels(chart: ChartModel, find: FindFact, placeOf: (label: string) => Place): readonly LabelledFigures[] {
  const { title, series, categories, totals = [], panels = [] } = chart
  const own = series.map(({ label, marks }) => ({ label, facts: marks.flatMap((mark) => find(mark?.fact)) }))
  const all = [...own.flatMap(({ facts }) => facts), ...totals.flatMap((total) => find(total?.fact))]
  return [
    { kind: 'title', text: title, facts: all, place: placeOf(title) },
    ...own.map(({ label, facts }) => ({ kind: 'series' as const, text: label, facts, place: placeOf(label) })),
    ...categories.map(({ label }, at) => ({
      kind: 'category' as const,
      text: label,
      facts: series.flatMap(({ marks }) => find(marks[at]?.fact)),
      place: placeOf(label),
    })),
    ...panels.flatMap((panel) => chartLabels(panel, find, placeOf)),
  ]
}

/** Every label of a chart or table with the numbers under it, as its reader sees them; tiles are read as text. */
export const labelsOf = once((deck: BoundDeck) =>
  once((visual: Visual): readonly LabelledFigures[] => {
    const find: FindFact = (id) => (id ? [deck.facts.get(id) ?? []].flat() : [])
    if (visual.kind === 'table') return tableLabels(visual.table, find)
    if (visual.kind === 'tiles') return []
    return chartLabels(visual.chart, find, (label) => placeIn(visual.texts, label, visual.place))
  }),
)
