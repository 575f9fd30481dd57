import type { Column } from '../../../charts/base/chart-builder.ts'
import { fill } from '../../../language/fill.ts'
import type { Language, MarkNote } from '../../../language/language.ts'
import type { ChartMark, ChartSeries } from '../../../model/chart.ts'

/** Gives derived and range marks their footnote letter, and says under the chart what each letter means. */
export function footnoted(
  series: readonly ChartSeries[],
  columns: readonly Pick<Column, 'label'>[],
  { charts: words, lists }: Language,
): { series: ChartSeries[]; notes: string[] } {
  const kinds = (['derived', 'range'] as const).filter((kind) =>
    series.some(({ marks }) => marks.some((mark) => mark?.drawn === kind)),
  )
  const letters = new Map(kinds.map((kind, index) => [kind, String.fromCharCode(97 + index)]))
  const letterOf = (mark: ChartMark): string | undefined =>
    mark.drawn === 'derived' || mark.drawn === 'range' ? letters.get(mark.drawn) : undefined
  const marked = series.map((one) => ({
    ...one,
    marks: one.marks.map((mark) => {
      const footnote = mark ? letterOf(mark) : undefined
      return mark && footnote ? { ...mark, footnote } : mark
    }),
  }))
  const notes = kinds.map((kind) => {
    const periods = periodsOf(series, columns, kind).join(lists.separator)
    return `${letters.get(kind) ?? ''} ${fill(words[kind][shapeOf(series, kind)], { periods })}`
  })
  return { series: marked, notes }
}

/** What the note calls the marks of a kind: what their series are drawn as. */
function shapeOf(series: readonly ChartSeries[], kind: ChartMark['drawn']): keyof MarkNote {
  const drawn = series.filter(({ marks }) => marks.some((mark) => mark?.drawn === kind))
  const lines = drawn.filter(({ mark }) => mark === 'line').length
  return lines === 0 ? 'bars' : lines === drawn.length ? 'points' : 'both'
}

function periodsOf(
  series: readonly ChartSeries[],
  columns: readonly Pick<Column, 'label'>[],
  kind: ChartMark['drawn'],
): readonly string[] {
  return columns.flatMap(({ label }, index) =>
    series.some(({ marks }) => marks[index]?.drawn === kind) ? [label] : [],
  )
}
