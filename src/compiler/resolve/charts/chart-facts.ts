import type { ChartModel } from '../../../model/chart.ts'

/** The facts of all that a chart draws and prints, by their ids. */
export function factsOfChart(model: ChartModel): readonly string[] {
  const marks = [...model.series.flatMap((series) => series.marks), ...(model.totals ?? [])]
  const shares = marks.flatMap((mark) => mark?.share ?? [])
  const others = [...model.rows.flatMap(({ cells }) => cells), ...model.arrows, ...(model.whole ? [model.whole] : [])]
  const own = [...marks, ...shares, ...others].flatMap((text) => (text?.fact ? [text.fact] : []))
  return [...own, ...(model.panels ?? []).flatMap(factsOfChart)]
}
