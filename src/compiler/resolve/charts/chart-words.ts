import { fill } from '../../../language/fill.ts'
import type { Language } from '../../../language/language.ts'
import type { ChartModel } from '../../../model/chart.ts'

const soft = ['derived', 'range'] as const

/** Labels of the categories in which a chart, or a panel of it, draws such marks. */
function labelsOf({ categories, series, panels = [] }: ChartModel, kind: (typeof soft)[number]): readonly string[] {
  const own = categories.flatMap(({ label }, at) =>
    series.some(({ marks }) => marks[at]?.drawn === kind) ? [label] : [],
  )
  return [...own, ...panels.flatMap((panel) => labelsOf(panel, kind))]
}

/** A sentence at the foot of a slide, and the kind of marks that it is about. */
export interface SoftMarkNote {
  readonly kind: (typeof soft)[number]
  readonly text: string
}

/** What the foot of a slide says of marks in its charts that stand for less than a published figure: a sentence a kind. */
export function softMarkNotes(
  models: readonly ChartModel[],
  { charts: words, lists }: Pick<Language, 'charts' | 'lists'>,
): readonly SoftMarkNote[] {
  return soft.flatMap((kind) => {
    const labels = new Set(models.flatMap((model) => labelsOf(model, kind)))
    return labels.size === 0 ? [] : [{ kind, text: fill(words[kind], { periods: [...labels].join(lists.separator) }) }]
  })
}
