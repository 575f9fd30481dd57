import { type ChartAsk, type ChartBody, none } from '../../charts/base/ask.ts'
import type { PanelSpec } from '../../charts/base/keys.ts'
import { chartSummary } from '../../charts/summary.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { ChartContext } from './chart-context.ts'
import { categoriesOf, chartColumns } from './chart-periods.ts'
import { chartUnit, coloured, draftSeries, references } from './chart-series.ts'
import { captionUnit } from './chart-ticks.ts'
import { generatedTitle } from './chart-words.ts'

/** Panels of the same periods on one scale. */
export function panelsBody(
  context: ChartContext,
  panels: readonly PanelSpec[],
  typeOf: Parameters<ChartAsk['panels']>[1],
): ChartBody | undefined {
  const columns = chartColumns(context)
  const categories = categoriesOf(context, columns)
  const drafts = panels.map((panel, index) => references(context, panel.series, ['panels', index, 'series']))
  const unit = chartUnit(context, drafts.flat()[0], columns[0])
  if (!unit || columns.length === 0) return undefined
  const models = drafts.map((refs, index): ChartModel => {
    const series = refs.map((reference) => draftSeries(context, reference, { columns, unit }))
    const { title } = panels[index] ?? {}
    const text =
      title === undefined
        ? generatedTitle(
            series.map(({ label }) => label),
            context.data.config.language,
          )
        : context.printText(title, ['panels', index, 'title'])
    const drawn = coloured(series)
    const shell = { type: typeOf(drawn), title: text, unit: captionUnit(context, unit), categories, series: drawn }
    return {
      ...shell,
      ...none,
      id: `${context.id}-${index + 1}`,
      summary: chartSummary(shell, context.data.config.language.charts),
      bounds: null,
      labels: 'auto',
      legend: 'none',
      sources: [],
    }
  })
  const names = models.map(({ title }) => title)
  return { ...none, names, categories, series: [], panels: models, unit: captionUnit(context, unit) }
}
