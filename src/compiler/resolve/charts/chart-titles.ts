import type { Reference, TitleChange } from '../../../charts/base/chart-builder.ts'
import type { StepSpec } from '../../../charts/base/keys.ts'
import { chartSummary } from '../../../charts/chart-types.ts'
import { metricNamed } from '../../../format/fact-names.ts'
import { counted, fill } from '../../../language/fill.ts'
import type { Language } from '../../../language/language.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { duplicateChartTitle } from '../../diagnostics/visuals.ts'
import type { BridgeBasis } from './chart-bridge-marks.ts'
import type { ChartContext } from './chart-context.ts'
import { periodLabel } from './chart-periods.ts'

/** More names than these are counted: a title says what a chart is about, and its marks have all names. */
const mostNames = 4

/** "Recurring revenue and one-time revenue", "Air, sea, road and 4 more": the title of a chart that has none. */
export function generatedTitle(labels: readonly string[], language: Language): string {
  const { lists, charts, tag } = language
  const all = [...new Set(labels)]
  const own = all.length > mostNames ? all.slice(0, mostNames - 1) : all
  const haveNames = own.slice(1).some((label) => isName(label, language))
  const shown = own.map((label, index) => (index === 0 || haveNames ? label : inSentence(label, language)))
  const more = all.length - own.length
  const parts = more > 0 ? [...shown, counted(tag, charts.titles.more, more)] : shown
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(lists.separator)}${lists.lastSeparator}${parts.at(-1)}`
}

/** "Parcels, change on a year before"; "Parcels and change on a year before" where the values stand beside it. */
export function titleOfChange(title: string, change: TitleChange | undefined, { charts, lists }: Language): string {
  if (!change) return title
  const { yearChange, quarterChange } = charts.titles
  const words = change.over === 'year' ? yearChange : quarterChange
  return `${title}${change.besideValues ? lists.lastSeparator : lists.separator}${words}`
}

/** The one kind of change that series show, beside values of the same line items or alone; a label of the author's says it itself. */
export function changeOf(references: readonly Pick<Reference, 'spec' | 'label'>[]): TitleChange | undefined {
  const isChange = ({ spec }: Pick<Reference, 'spec'>): boolean =>
    spec.label === undefined && spec.measure !== undefined && spec.measure !== 'value'
  const [changes, values] = [references.filter(isChange), references.filter((one) => !isChange(one))]
  const spans = new Set(changes.map(({ spec }) => (spec.measure?.startsWith('yoy') ? 'year' : 'quarter')))
  const [over] = spans
  const named = new Set(values.map(({ label }) => label))
  if (over === undefined || spans.size > 1 || (values.length > 0 && !changes.every(({ label }) => named.has(label))))
    return undefined
  return { over, besideValues: values.length > 0 }
}

/** "Process Control", "Laboratory": what would keep its capital in a sentence. Beside one behind the first label all keep theirs. */
const isName = (label: string, language: Language): boolean =>
  /^\p{Lu}\p{Ll}/u.test(label) && inSentence(label, language) === label

/**
 * A label inside a sentence: its case stays, as a name has its own ("China & North America", "International Package").
 * Only a common word that leads an otherwise small label gets a small letter.
 */
function inSentence(label: string, { capitalNouns, commonWords }: Language): string {
  const [word = ''] = /^\p{L}+(?:-\p{L}+)*/u.exec(label) ?? []
  const rest = label.slice(word.length)
  const isPlain = !capitalNouns && commonWords.includes(word.toLowerCase()) && !/\p{Lu}\p{Ll}/u.test(rest)
  return isPlain && /^\p{Lu}\p{Ll}/u.test(word) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}

/** "Operating income, FY07 to FY08", "Sales to net profit, FY08": what a bridge leads from, and to. */
export function bridgeTitle(
  context: ChartContext,
  made: { readonly steps: readonly StepSpec[]; readonly basis: BridgeBasis; readonly labels: readonly string[] },
): string {
  const { language } = context.data.config
  const { titles } = language.charts
  const [first, last] = [made.steps[0], made.steps.at(-1)]
  const [start = '', end = ''] = [made.labels[0], made.labels.at(-1)]
  if (last?.end === undefined && last?.subtotal === undefined) return fill(titles.bridgeFrom, { start })
  const isPlain = [first, last].every((step) => step?.label === undefined && step?.scenario === undefined)
  const [from, to] = [made.basis.from, made.basis.to ?? made.basis.from]
  const { metrics } = context.data
  const [a, b] = [metricNamed(metrics, first?.start ?? ''), metricNamed(metrics, last?.end ?? '')]
  if (!isPlain || !from || !to || !a || !b) return fill(titles.bridgeBetween, { start, end: inSentence(end, language) })
  const [earlier, later] = [periodLabel(context, from), periodLabel(context, to)]
  if (a.id === b.id && from.label !== to.label)
    return fill(titles.bridgeOver, { metric: a.label, from: earlier, to: later })
  if (from.label === to.label)
    return fill(titles.bridgeWithin, { start: a.label, end: inSentence(b.label, language), period: later })
  return fill(titles.bridgeBetween, { start, end: inSentence(end, language) })
}

/** A chart of a slide, and where it stands; a title of its author's own stays as it is. */
interface TitledChart {
  readonly model: ChartModel
  readonly hasOwnTitle: boolean
  readonly place: Place
}

/** Charts of one slide with a title each: generated ones that are alike say what differs, and a title that stays alike is reported. */
export function distinctTitles(
  charts: readonly TitledChart[],
  language: Language,
  report: (diagnostic: Diagnostic) => void,
): readonly ChartModel[] {
  const isShared = ({ model }: TitledChart, among: readonly TitledChart[]): boolean =>
    among.some((other) => other.model.id !== model.id && sameTitle(other.model, model))
  const apart = charts.map((chart) =>
    chart.hasOwnTitle || !isShared(chart, charts)
      ? chart
      : {
          ...chart,
          model: withTitle(
            chart.model,
            `${chart.model.title}${language.lists.separator}${spanOf(chart.model)}`,
            language,
          ),
        },
  )
  for (const [index, { model, place }] of apart.entries())
    if (apart.slice(0, index).some((other) => sameTitle(other.model, model)))
      report(duplicateChartTitle(model.title, place))
  return apart.map(({ model }) => model)
}

const sameTitle = (a: ChartModel, b: ChartModel): boolean => a.title.toLowerCase() === b.title.toLowerCase()

/** "1Q08–4Q08": of line items side by side, which the title names already, the periods are the series. */
function spanOf({ title, categories, series }: ChartModel): string {
  const areItems = categories.some(({ label }) => title.toLowerCase().includes(label.toLowerCase()))
  const labels = (areItems ? series : categories).map(({ label }) => label)
  const [first = '', last = first] = [labels[0], labels.at(-1)]
  return first === last ? first : `${first}–${last}`
}

function withTitle(model: ChartModel, title: string, { charts }: Language): ChartModel {
  return { ...model, title, summary: chartSummary({ ...model, title }, charts) }
}
