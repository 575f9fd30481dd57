import type { ChartBody, ChartBuilder } from '../base/chart-builder.ts'
import type { Zod } from '../base/keys.ts'
import { itemsInPeriod, tellablePeriods, tellableSeries } from '../base/limits.ts'
import { sideways } from '../base/sideways.ts'
import { listedValues } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'

const keys = (zod: Zod) => ({ line: zod.number().optional() })

/** Horizontal bars: a ranking of line items, or a series by period; a line through them may say what they are measured by. */
export const bar: ChartType = {
  ...sideways,
  name: 'bar',
  stacks: () => false,
  needs: [],
  takes: ['items', 'sort'],
  keys,
  limits: (spec) => itemsInPeriod(spec) ?? tellableSeries(spec) ?? tellablePeriods(spec),
  body,
  summary: listedValues,
  links: [],
}

function body(builder: ChartBuilder): ChartBody | undefined {
  const { items, series = [] } = builder.spec
  const { line } = builder.own(keys)
  const bars = items ? builder.comparedItems() : builder.overPeriods({})
  if (!bars || line === undefined) return bars
  if (line === 0) builder.report({ part: 'line', hint: 'bars begin at zero, where a line stands already: take it out.' })
  const measured = builder.references(items ?? series, [items ? 'items' : 'series'])
  const unit = builder.unit(measured, builder.columns()[0])
  return unit ? { ...bars, own: { lineAt: line, lineText: builder.amount(line, unit) } } : bars
}
