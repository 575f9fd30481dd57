import { chartSummary } from '../../../charts/chart-types.ts'
import type { Language } from '../../../language/language.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { duplicateChartTitle } from '../../diagnostics/visuals.ts'

/** "Recurring revenue and one-time revenue": the title of a chart that has none. */
export function generatedTitle(labels: readonly string[], language: Language): string {
  const { lists } = language
  const own = [...new Set(labels)]
  const areNames = own.filter((label) => isName(label, language)).length > 1
  const unique = own.map((label, index) => (index === 0 || areNames ? label : inSentence(label, language)))
  if (unique.length < 2) return unique[0] ?? ''
  return `${unique.slice(0, -1).join(lists.separator)}${lists.lastSeparator}${unique.at(-1)}`
}

/** "Process Control", "Laboratory": what would keep its capital in a sentence. Among several of them all labels keep theirs. */
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
  const areItems = categories.every(({ label }) => title.toLowerCase().includes(label.toLowerCase()))
  const labels = (areItems ? series : categories).map(({ label }) => label)
  const [first = '', last = first] = [labels[0], labels.at(-1)]
  return first === last ? first : `${first}–${last}`
}

function withTitle(model: ChartModel, title: string, { charts }: Language): ChartModel {
  return { ...model, title, summary: chartSummary({ ...model, title }, charts) }
}
