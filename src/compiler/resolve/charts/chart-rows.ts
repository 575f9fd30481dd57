import { unsaidUnit } from '../../../format/slides/row-units.ts'
import { isConvertible, isOwnScale } from '../../../format/units.ts'
import type { ChartModel, ChartText } from '../../../model/chart.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Display } from '../../../model/fact-book.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { type ChartContext, markDisplay, printFact } from './chart-context.ts'
import { type Measurable, measured } from './chart-extras.ts'
import { factOf, references } from './chart-series.ts'
import { captionUnit } from './chart-ticks.ts'

/** The rows under the category labels: figures of other line items, and changes, which under these say of what. */
export function chartRows(context: ChartContext, measurable: Measurable): ChartModel['rows'] {
  return [...figureRows(context, measurable), ...changeRows(context, measurable)]
}

/** A row of figures of each line item, in the unit of the chart or else its own, which its name then says. */
function figureRows(context: ChartContext, { columns, unit }: Measurable): ChartModel['rows'] {
  return references(context, context.spec.rows ?? [], ['rows']).map((item) => {
    const facts = columns.map((column) => factOf(context, item, column))
    const [first] = facts
    const shown = first && isConvertible(first.unit, unit) && !isOwnScale(item.metric) ? unit : (first?.unit ?? unit)
    const display = markDisplay(shown, item.spec.decimals)
    const cells = facts.map((fact) => figureText(context, fact, { display, path: item.path }))
    const isSaid = display.unit === true || shown === unit
    const named = isSaid ? '' : unsaidUnit(captionUnit(context, shown), item.label)
    const { separator } = context.data.config.language.lists
    return { label: named === '' ? item.label : `${item.label}${separator}${named}`, cells }
  })
}

function figureText(
  context: ChartContext,
  fact: Fact,
  { display, path }: { readonly display: Display; readonly path: KeyPath },
): ChartText {
  if (fact.value === null && fact.absence !== 'range') return { text: context.data.config.numbers.missing, fact: null }
  return { text: printFact(context, fact, display, path).text, fact: fact.id }
}

function changeRows(context: ChartContext, measurable: Measurable): ChartModel['rows'] {
  return (['yoy', 'qoq'] as const).flatMap((kind) => {
    const wanted = context.spec[kind]
    if (wanted === undefined || wanted === false) return []
    const metric = measured(context, measurable, { named: wanted === true ? undefined : wanted, path: [kind] })
    if (metric === undefined) return []
    const facts = measurable.columns.map(({ period, scenario }) =>
      context.facts.ask(kind, { metric, period, scenario }),
    )
    const cells = facts.map((fact) => changeText(context, fact, [kind]))
    const { changes, lists } = context.data.config.language
    const word = facts[0]?.comparator?.word ?? changes.comparators.year
    const { label = '', short = label } = context.data.metrics.get(metric) ?? {}
    const isUnderOthers = (context.spec.rows ?? []).length > 0
    return [{ label: isUnderOthers ? `${short}${lists.separator}${word}` : word, cells }]
  })
}

function changeText(context: ChartContext, fact: Fact, path: KeyPath): ChartText {
  const { numbers } = context.data.config
  if (fact.absence === 'not-meaningful') return { text: numbers.notMeaningful, fact: null }
  if (fact.value === null && fact.absence !== 'range') return { text: numbers.missing, fact: null }
  const form = numbers.minus === 'signs' ? 'signed' : 'value'
  const printed = printFact(context, fact, { form, comparator: false, as: fact.unit }, path)
  return { text: printed.text, fact: fact.id }
}
