import type { ChartAsk } from '../../charts/base/ask.ts'
import { formatNumber } from '../../format/number.ts'
import { withUnit } from '../../format/unit.ts'
import { parseDecimal } from '../../model/rational.ts'
import { faultDiagnostic, ownValues } from '../parse/chart-spec.ts'
import { bridgeBody } from './chart-bridge.ts'
import { seriesBody } from './chart-columns.ts'
import type { ChartContext } from './chart-context.ts'
import { seriesChange } from './chart-extras.ts'
import { itemsBody, partsBody } from './chart-items.ts'
import { panelsBody } from './chart-panels.ts'
import { categoriesOf, chartColumns } from './chart-periods.ts'
import { chartUnit, coloured, draftSeries, reference, references } from './chart-series.ts'
import { captionUnit } from './chart-ticks.ts'
import { rejectNegatives, shareOfItem } from './chart-totals.ts'
import { footnoted } from './chart-words.ts'

/** Answers what a chart type asks for its block. */
export function chartAsk(context: ChartContext): ChartAsk {
  const { spec, type, document, report } = context
  const { numbers, language } = context.data.config
  return {
    spec,
    words: language.charts,
    own: (keys) => ownValues(spec, keys),
    report: (fault) => report(faultDiagnostic(fault, type, document)),
    overPeriods: (how) => seriesBody(context, how),
    comparedItems: () => itemsBody(context),
    partsOfWhole: () => partsBody(context),
    bridge: (steps) => bridgeBody(context, steps),
    panels: (panels, typeOf) => panelsBody(context, panels, typeOf),
    columns: () => chartColumns(context),
    categories: (columns) => categoriesOf(context, columns),
    reference: (item, path) => reference(context, item, path),
    references: (items, path) => references(context, items, path),
    unit: (first, column) => chartUnit(context, first, column),
    series: (reference, within) => draftSeries(context, reference, within),
    share: (part, whole, column) => shareOfItem(context, part, { whole, column }),
    change: (series, columns, as) => seriesChange(context, series, { columns, as }),
    rejectNegatives: (series, columns) => rejectNegatives(context, series, columns),
    coloured,
    footnoted: (series, columns) => footnoted(series, columns, language),
    unitWords: (unit) => captionUnit(context, unit),
    amount(value, unit) {
      const exact = parseDecimal(String(value))
      if (!exact) throw new RangeError(`no decimal number: ${value}`)
      const digits = formatNumber(exact.value, { decimals: exact.decimals, style: numbers })
      return withUnit(digits, unit, {
        currency: numbers.currency,
        language,
        number: { count: value, decimals: exact.decimals },
      })
    },
  }
}
