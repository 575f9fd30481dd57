import { chartTypeOf } from '../../charts/chart-types.ts'
import type { ChartModel } from '../../model/chart.ts'
import { chartsOf } from '../../model/deck.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule } from '../rule.ts'

const hasBars = ({ series }: ChartModel): boolean => series.some(({ mark, axis }) => mark === 'bar' && axis === 'value')

/** The steps of a bridge start where the one before ended: that is their zero. */
function brokenStep({ type, series }: ChartModel): string | undefined {
  if (!chartTypeOf(type).links.includes('steps-to-end')) return undefined
  let level = 0
  for (const mark of series[0]?.marks ?? []) {
    if (!mark?.step) continue
    const floating = mark.step === 'up' || mark.step === 'down'
    const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
    const base = mark.base ?? 0
    if (floating && !near(Math.min(base, base + mark.value), Math.min(level, level + mark.value)) && !near(base, level))
      return mark.text
    level = floating ? level + mark.value : mark.value
  }
  return undefined
}

function checkChart(chart: ChartModel, at: Pick<Finding, 'slide' | 'place'>): readonly Finding[] {
  if (!hasBars(chart)) return []
  const about = { ...at, facts: [] }
  const { bounds } = chart
  if (bounds && (bounds.min > 0 || bounds.max < 0))
    return [
      finding('X2', 'error', {
        ...about,
        message: `invalid axis of ${chart.id}: its bars start at ${bounds.min > 0 ? bounds.min : bounds.max}, not at zero`,
      }),
    ]
  const broken = brokenStep(chart)
  if (broken !== undefined)
    return [
      finding('X2', 'error', {
        ...about,
        message: `invalid step ${broken} in ${chart.id}: it does not start where the one before ended`,
      }),
    ]
  return [finding('X2', 'ticked', { ...about, message: `bars of ${chart.id} start at zero` })]
}

export const x2: Rule = {
  id: 'X2',
  title: 'bars start at zero',
  check: ({ deck }) =>
    deck.slides.flatMap((slide) =>
      chartsOf(slide).flatMap(({ chart, place }) =>
        [chart, ...(chart.panels ?? [])].flatMap((each) => checkChart(each, { slide: slide.id, place })),
      ),
    ),
}
