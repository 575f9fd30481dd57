import type { ChartModel } from '../../model/chart.ts'
import type { ChartsData, FactsData } from '../../model/page-data.ts'

/** A line item that charts of the deck show, and the charts of it alone: of quarters, of years. */
export interface Answer {
  readonly metric: string
  readonly charts: readonly ChartModel[]
}

/** Charts for one line item are two at most: those with the most periods. */
const most = 2

/**
 * What the charts of some slides can answer, by the names of the line items. Nothing is computed and no period is added:
 * an answer is a series as a slide shows it, without the others around it.
 */
export function answersOf(
  charts: ChartsData,
  { facts }: Pick<FactsData, 'facts'>,
  slides: ReadonlySet<string>,
): readonly Answer[] {
  const found = new Map<string, ChartModel[]>()
  for (const model of Object.values(charts)) {
    if (!slides.has(model.id.replace(/-chart-\d+$/, ''))) continue
    for (const [index, series] of model.series.entries()) {
      const named = series.marks.flatMap((mark) => (mark?.fact ? [facts[mark.fact]?.metric ?? ''] : []))
      const [metric = ''] = named
      if (metric === '' || named.length < 2 || named.some((name) => name !== metric)) continue
      if (series.marks.some((mark) => mark?.step !== undefined)) continue
      found.set(metric, [...(found.get(metric) ?? []), alone(model, index, metric)])
    }
  }
  return [...found]
    .map(([metric, all]) => ({ metric, charts: widest(all) }))
    .sort((a, b) => (a.metric < b.metric ? -1 : 1))
}

/** The answers whose names have all words of what is typed; those that begin with it, the item before its shares, come first. */
export function answersTo(answers: readonly Answer[], typed: string): readonly Answer[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const begins = ({ metric }: Answer): boolean => metric.toLowerCase().startsWith(words.join(' '))
  const hits = answers.filter(({ metric }) => words.every((word) => metric.toLowerCase().includes(word)))
  return [...hits.filter(begins), ...hits.filter((hit) => !begins(hit))]
}

function alone(model: ChartModel, index: number, metric: string): ChartModel {
  const series = model.series[index]
  const {
    totals: _totals,
    whole: _whole,
    panels: _panels,
    own: _own,
    ratioBounds: _ratio,
    ticks: _ticks,
    ground: _ground, // the answer has the light one
    ...rest
  } = model
  return {
    ...rest,
    id: `answer-${model.id}-${index}`,
    type: series?.mark === 'line' ? 'line' : 'column',
    title: metric,
    unit: series?.axis === 'ratio' ? '' : model.unit, // whose values have their own
    series: series ? [{ ...series, axis: 'value' }] : [],
    rows: [],
    arrows: [],
    bounds: null,
    legend: 'none',
    labels: 'all',
  }
}

const factsIn = ({ series }: ChartModel): readonly string[] =>
  series.flatMap(({ marks }) => marks.flatMap((mark) => (mark?.fact ? [mark.fact] : [])))

/** The longest first; one whose figures others show already is left out. */
function widest(all: readonly ChartModel[]): readonly ChartModel[] {
  const kept: ChartModel[] = []
  const shown = new Set<string>()
  for (const model of [...all].sort((a, b) => factsIn(b).length - factsIn(a).length)) {
    const own = factsIn(model)
    if (kept.length >= most || own.every((fact) => shown.has(fact))) continue
    kept.push(model)
    for (const fact of own) shown.add(fact)
  }
  return kept
}
