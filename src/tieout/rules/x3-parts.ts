import { chartTypeOf } from '../../charts/chart-types.ts'
import { isValidIn } from '../../format/comparison.ts'
import type { ChartModel, ChartSeries } from '../../model/chart.ts'
import { type BoundDeck, chartsOf } from '../../model/deck.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule } from '../rule.ts'

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

export const x3: Rule = {
  id: 'X3',
  title: 'a printed total stands over all its parts',
  check: ({ deck }) =>
    deck.slides.flatMap((slide) =>
      chartsOf(slide).flatMap(({ chart, place }) => checkChart(chart, { slide: slide.id, place }, deck)),
    ),
}
