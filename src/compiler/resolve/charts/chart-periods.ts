import type { Column } from '../../../charts/base/chart-builder.ts'
import { endOf, formatMonth, formatPeriod, lastPeriods, periodRange } from '../../../format/calendar.ts'
import { fiscalYear, lastMonthOf } from '../../../format/fiscal.ts'
import { fill } from '../../../language/fill.ts'
import type { ChartCategory } from '../../../model/chart.ts'
import { type Period, periodKey } from '../../../model/period.ts'
import { missingCategory, unknownChartPeriod } from '../../diagnostics/visuals.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { periodIn, scenarioIn } from '../slides/block-environment.ts'
import { type ChartContext, scenarioKind } from './chart-context.ts'

/** The periods that a chart block asks for: "last 8 quarters", "1Q07..4Q08", or a list of them. */
export function chartColumns(
  context: ChartContext,
  named?: Exclude<ListedPeriod, string> & { readonly path?: KeyPath },
): Column[] {
  if (named) return listed(context, { period: named.period, scenario: named.scenario }, named.path ?? ['of'])
  const { periods, period } = context.spec
  if (Array.isArray(periods)) return periods.flatMap((item, index) => listed(context, item, ['periods', index]))
  if (periods !== undefined) return written(context, periods, ['periods'])
  return period === undefined ? [] : written(context, period, ['period'])
}

type ListedPeriod =
  | string
  | { readonly period: string; readonly scenario?: string | undefined; readonly label?: string | undefined }

function listed(context: ChartContext, item: ListedPeriod, path: KeyPath): Column[] {
  if (typeof item === 'string') return written(context, item, path)
  const scenario = scenarioIn(context, item.scenario, [...path, 'scenario'])
  const columns = written(context, item.period, [...path, 'period'], scenario)
  const { label } = item
  return label === undefined
    ? columns
    : columns.map((column) => ({ ...column, label: context.printText(label, [...path, 'label']) }))
}

function written(
  context: ChartContext,
  text: string,
  path: KeyPath,
  scenario = context.spec.scenario ?? 'actual',
): Column[] {
  return periodsOf(context, text, path).map((period) => ({
    period,
    scenario,
    label: columnLabel(context, period, scenario),
  }))
}

/** More quarters than a century has are a slip of the key. */
const mostPeriods = 400

function periodsOf(context: ChartContext, text: string, path: KeyPath): readonly Period[] {
  const { calendar, reportingPeriod } = context.data.config
  const last = /^last\s+(\d+)\s+(quarter|halve|half|year)s?$/.exec(text.trim())
  if (last) {
    const unit = last[2] === 'quarter' ? 'quarters' : last[2] === 'year' ? 'years' : 'halves'
    const count = Number(last[1])
    const found = count > mostPeriods ? [] : lastPeriods(count, unit, reportingPeriod, calendar)
    if (found.length === 0) context.report(unknownChartPeriod(text, [], context.document.placeOf(path)))
    return found
  }
  const ends = text.split('..')
  if (ends.length !== 2) {
    const period = periodIn(context, text, path, unknownChartPeriod)
    return period ? [period] : []
  }
  const [from, to] = ends.map((end) => periodIn(context, end.trim(), path, unknownChartPeriod))
  if (!from || !to) return []
  const range = periodRange(from, to, calendar)
  if (range.length === 0) context.report(unknownChartPeriod(text, [], context.document.placeOf(path)))
  return range
}

function columnLabel(context: ChartContext, period: Period, scenario: string): string {
  const label = periodLabel(context, period)
  const kind = scenarioKind(context, scenario)
  return kind === 'actual' ? label : fill(context.data.config.language.charts[kind], { period: label })
}

/** A span's label of the calendar; months and days as "Mar 2009". */
export function periodLabel(context: ChartContext, period: Period): string {
  if (period.kind === 'span' && period.months > 1) return formatPeriod(period, context.data.config)
  return formatMonth(period, context.data.config.language)
}

export function categoriesOf(context: ChartContext, columns: readonly Column[]): ChartCategory[] {
  const emphasised = emphasisOf(context, columns)
  const breaks = breaksIn(columns)
  return columns.map((column, index) => {
    const tier = tierOf(context, column)
    const scenario = scenarioKind(context, column.scenario)
    const emphasis = emphasised.has(index)
    const afterBreak = breaks.has(index) ? ({ afterBreak: true } as const) : {}
    return { label: column.label, scenario, emphasis, ...afterBreak, ...(tier ? { tier } : {}) }
  })
}

const daysOfMonth = 365.25 / 12

/** Days by which ends lie apart; where all are ends of the fiscal calendar, by its months: quarters of 16 and 12 weeks follow each other evenly. */
function endsOf(columns: readonly Column[]): readonly number[] {
  const ends = columns.map(({ period }) => (period.kind === 'span' ? endOf(period) : period))
  return ends.every(({ fiscal }) => fiscal?.isEnd)
    ? ends.map((end) => lastMonthOf(end) * daysOfMonth)
    : ends.map(({ day }) => day)
}

/**
 * The columns before which another time passes than is usual between the chart's columns, which stand at even distances
 * whatever their dates, or before which time runs the other way, as where a second market begins anew. Months, quarters
 * and years of different lengths are as even as a calendar has them; one period twice is no step. Where no step is more usual than
 * another, that between periods of one length is: from half to half, not from a half to the year. A day among periods
 * says itself that it is none.
 */
function breaksIn(columns: readonly Column[]): ReadonlySet<number> {
  const ends = endsOf(columns)
  const steps = ends.map((end, index) => end - (ends[index - 1] ?? end))
  const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(4, 0.03 * Math.abs(b))
  const taken = steps.filter((step) => step !== 0)
  const often = (step: number): number => taken.filter((other) => isAlike(other, step)).length
  const lengths = columns.map(({ period }) => (period.kind === 'span' ? period.months : 0))
  const ofPeers = (step: number): boolean =>
    steps.some((other, index) => other === step && lengths[index] === lengths[index - 1])
  const [usual] = [...taken].sort(
    (a, b) => often(b) - often(a) || Number(ofPeers(b)) - Number(ofPeers(a)) || Math.abs(a) - Math.abs(b),
  )
  if (usual === undefined) return new Set()
  const isNamed = (index: number): boolean => lengths.some((length) => length > 0) && lengths[index] === 0
  return new Set(
    steps.flatMap((step, index) => (step !== 0 && !isAlike(step, usual) && !isNamed(index) ? [index] : [])),
  )
}

/** What the words for those who do not see a chart say of its breaks, which are drawn. */
export function breakNotes(context: ChartContext, categories: readonly ChartCategory[]): readonly string[] {
  const { charts, lists } = context.data.config.language
  const labels = categories.flatMap(({ label, afterBreak }) => (afterBreak ? [label] : []))
  return labels.length === 0 ? [] : [fill(charts.unevenPeriods, { periods: labels.join(lists.separator) })]
}

/** `highlight: last` is the last actual period; a name is that period, or those of the chart that lie in it; none is none. */
function emphasisOf(context: ChartContext, columns: readonly Column[]): ReadonlySet<number> {
  const { highlight = 'last' } = context.spec
  if (highlight === 'none') return new Set()
  if (highlight === 'last')
    return new Set([columns.findLastIndex(({ scenario }) => scenarioKind(context, scenario) === 'actual')])
  const whole = periodIn(context, highlight, ['highlight'])
  if (!whole) return new Set()
  const indicesOf = (isMeant: (period: Period) => boolean): readonly number[] =>
    columns.flatMap(({ period }, index) => (isMeant(period) ? [index] : []))
  const [own] = indicesOf((period) => periodKey(period) === periodKey(whole))
  const found = own === undefined ? indicesOf((period) => liesIn(period, whole)) : [own]
  const labels = columns.map(({ label }) => label)
  if (found.length === 0)
    context.report(missingCategory(periodLabel(context, whole), labels, context.document.placeOf(['highlight'])))
  return new Set(found)
}

const liesIn = (part: Period, whole: Period): boolean =>
  part.kind === 'span' &&
  whole.kind === 'span' &&
  part.start >= whole.start &&
  part.start + part.months <= whole.start + whole.months

/** "4Q08" as "4Q" over "FY08", for axes too crowded for whole labels. */
function tierOf(context: ChartContext, { period, label }: Column): ChartCategory['tier'] {
  if (period.kind !== 'span' || (period.months !== 3 && period.months !== 6)) return undefined
  const short = /^(?:\d[QH]|[QH]\d)/.exec(label)?.[0]
  const group = fiscalYear(period.start, context.data.config.calendar).label
  return short ? { short, group } : undefined
}
