import type { ChartModel } from './chart.ts'
import { plainText } from './content.ts'
import type { Slide, TableModel } from './deck.ts'
import type { Place } from './source-file.ts'

/** The charts of a slide, each with the place of its block. */
export const chartsOf = ({ visuals }: Slide): readonly { readonly chart: ChartModel; readonly place: Place }[] =>
  visuals.flatMap((visual) => (visual.kind === 'chart' ? [{ chart: visual.chart, place: visual.place }] : []))

export const tablesOf = ({ visuals }: Slide): readonly TableModel[] =>
  visuals.flatMap((visual) => (visual.kind === 'table' ? [visual.table] : []))

/** The title as read aloud, "" where there is none. */
export const titleOf = ({ title }: Slide): string => (title ? plainText(title.runs) : '')
