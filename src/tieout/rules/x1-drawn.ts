import { chartTypeOf } from '../../charts/chart-types.ts'
import type { ChartMark, ChartModel, ChartSeries } from '../../model/chart.ts'
import { chartsOf, type NumberStyle } from '../../model/deck.ts'
import { toNumber } from '../../model/rational.ts'
import { plainDigits } from '../arithmetic/printed-value.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'

/** A mark of a chart, with the name of its series and category. */
interface NamedMark {
  readonly mark: ChartMark
  readonly name: string
  /** Marks of one axis and one unit are drawn at one scale. */
  readonly axis: ChartSeries['axis']
}

const closeTo = (a: number, b: number, slack: number): boolean =>
  Math.abs(a - b) <= slack + 1e-9 * Math.max(Math.abs(a), Math.abs(b))

function marksOf(chart: ChartModel): readonly NamedMark[] {
  const series = chart.series.flatMap(({ label, marks, axis }) =>
    marks.flatMap((mark, index) =>
      mark ? [{ mark, axis, name: `${label} ${chart.categories[index]?.label ?? ''}` }] : [],
    ),
  )
  const totals = (chart.totals ?? []).flatMap((mark, index) =>
    mark ? [{ mark, axis: 'value' as const, name: `total ${chart.categories[index]?.label ?? ''}` }] : [],
  )
  return [...series, ...totals]
}

/** Digits of a label and what half its last place is worth; undefined for words and ranges. */
function digitsOf(text: string, numbers: NumberStyle): { value: number; slack: number } | undefined {
  const found = plainDigits(text, numbers).match(/\d+(?:\.\d+)?/g)
  const [only] = found ?? []
  if (!only || found?.length !== 1) return undefined
  const decimals = only.split('.')[1]?.length ?? 0
  return { value: Number(only), slack: 0.5 * 10 ** -decimals }
}

function labelFault({ mark }: NamedMark, numbers: NumberStyle): string | undefined {
  const label = digitsOf(mark.text, numbers)
  if (!label || mark.low !== undefined) return undefined
  return closeTo(Math.abs(mark.value), label.value, label.slack)
    ? undefined
    : `drawn as ${mark.value}, labelled ${mark.text}`
}

/** The power of ten from the fact to the mark, NaN when there is none: a chart must draw all figures of a unit at one scale. */
function scaleFault({ mark }: NamedMark, { deck }: RuleContext): number | undefined {
  const { numbers } = deck.config
  const fact = mark.fact === null ? undefined : deck.facts.get(mark.fact)
  if (!fact?.value || mark.low !== undefined) return undefined
  const value = Math.abs(toNumber(fact.value))
  const drawn = Math.abs(mark.value)
  if (value === 0 || drawn === 0) return value === drawn ? undefined : Number.NaN
  const power = Math.log10(drawn / value)
  const whole = Math.round(power)
  // a step of a bridge takes up what rounding leaves open, within the last digit of its label
  const slack = mark.step === 'up' || mark.step === 'down' ? 2 * (digitsOf(mark.text, numbers)?.slack ?? 0) : 0
  const isOfLength = closeTo(power, whole, 1e-6) || closeTo(drawn, value * 10 ** whole, slack)
  return isOfLength ? fact.unit.exponent - whole : Number.NaN
}

/** Marks that are not drawn at the scale of the first of their axis and unit, or at none. */
function lengthFaults(drawn: readonly NamedMark[], context: RuleContext): readonly string[] {
  const usual = new Map<string, number>()
  return drawn.flatMap((each) => {
    const { mark, axis, name } = each
    const scale = scaleFault(each, context)
    const unit = mark.fact === null ? undefined : context.deck.facts.get(mark.fact)?.unit
    if (scale === undefined || !unit) return []
    const key = `${axis} ${unit.kind} ${unit.base}`
    if (!usual.has(key) && !Number.isNaN(scale)) usual.set(key, scale)
    return scale === usual.get(key) ? [] : [`${name}: the mark is not of the length of ${mark.fact}`]
  })
}

/** Stacks as high as their total: exact numbers, so that only the labels' rounding may differ. */
function stackFaults(chart: ChartModel, numbers: NumberStyle): readonly string[] {
  if (!chartTypeOf(chart.type).links.includes('parts-to-total')) return []
  return (chart.totals ?? []).flatMap((total, index) => {
    const parts = chart.series.filter(({ mark }) => mark === 'bar').map(({ marks }) => marks[index])
    if (!total || total.low !== undefined || parts.some((part) => !part || part.low !== undefined)) return []
    const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0)
    const slack = (digitsOf(total.text, numbers)?.slack ?? 0.5) * (parts.length + 1)
    return closeTo(sum, total.value, slack)
      ? []
      : [`${chart.categories[index]?.label}: parts make ${sum}, the total is ${total.value}`]
  })
}

/** Shares of a category that make 100, but for the rounding of figures and labels. */
function shareFaults(chart: ChartModel, numbers: NumberStyle): readonly string[] {
  if (!chartTypeOf(chart.type).links.includes('shares-to-100')) return []
  return chart.categories.flatMap(({ label }, index) => {
    const shares = chart.series.filter(({ mark }) => mark === 'bar').map(({ marks }) => marks[index])
    if (shares.length === 0 || shares.some((share) => !share)) return []
    const sum = shares.reduce((all, share) => all + (share?.value ?? 0), 0)
    const slack = shares.reduce((all, share) => all + (digitsOf(share?.text ?? '', numbers)?.slack ?? 0.5), 0)
    return closeTo(sum, 100, slack) ? [] : [`${label}: shares make ${sum}`]
  })
}

function checkChart(chart: ChartModel, context: RuleContext, at: Pick<Finding, 'slide' | 'place'>): readonly Finding[] {
  const { numbers } = context.deck.config
  const drawn = marksOf(chart)
  const faults = [
    ...drawn.flatMap((each) => {
      const fault = labelFault(each, numbers)
      return fault === undefined ? [] : [`${each.name}: ${fault}`]
    }),
    ...lengthFaults(drawn, context),
    ...stackFaults(chart, numbers),
    ...shareFaults(chart, numbers),
    ...(chartTypeOf(chart.type).faults?.(chart) ?? []),
  ]
  const facts = [...new Set(drawn.flatMap(({ mark }) => (mark.fact === null ? [] : [mark.fact])))]
  const about = { ...at, facts }
  if (faults.length === 0)
    return facts.length === 0
      ? []
      : [
          finding('X1', 'ticked', {
            ...about,
            message: `${chart.id}: ${drawn.length} marks are as long as their figures`,
          }),
        ]
  return faults.map((fault) => finding('X1', 'error', { ...about, message: `invalid mark in ${chart.id}, ${fault}` }))
}

export const x1: Rule = {
  id: 'X1',
  title: 'what is drawn is what the data say',
  check: (context) =>
    context.deck.slides.flatMap((slide) =>
      chartsOf(slide).flatMap(({ chart, place }) => {
        const at = { slide: slide.id, place }
        return [chart, ...(chart.panels ?? [])].flatMap((each) => checkChart(each, context, at))
      }),
    ),
}
