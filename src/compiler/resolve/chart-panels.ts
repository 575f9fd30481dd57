import type { ChartModel } from '../../model/chart.ts'
import { type Body, captionUnit, none } from './chart-body.ts'
import type { ChartContext } from './chart-context.ts'
import { categoriesOf, chartColumns } from './chart-periods.ts'
import { chartUnit, coloured, draftSeries, references } from './chart-series.ts'
import { chartSummary, generatedTitle } from './chart-words.ts'

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
        ? generatedTitle(
            series.map(({ label }) => label),
            context.data.config.language,
          )
        : context.printText(title, ['panels', index, 'title'])
    const isLine = series.every(({ mark }) => mark === 'line')
    const type = isLine ? 'line' : series.length > 1 ? 'grouped-column' : 'column'
    const shell = {
      type,
      title: text,
      unit: captionUnit(context, unit),
      categories,
      series: coloured(series),
    } as const
    return {
      ...shell,
      ...none,
      id: `${context.chartId}-${index + 1}`,
      summary: chartSummary(shell, context.data.config.language),
      bounds: null,
      labels: 'auto',
      legend: 'none',
      sources: [],
    }
  })
  return { ...none, categories, series: [], panels: models, unit: captionUnit(context, unit) }
}
