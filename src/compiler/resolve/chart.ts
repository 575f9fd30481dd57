import type { ChartBody } from '../../charts/base/ask.ts'
import type { ChartSpec } from '../../charts/base/keys.ts'
import { chartSummary } from '../../charts/summary.ts'
import { chartTypeOf } from '../../charts/types.ts'
import type { ChartModel } from '../../model/chart.ts'
import { plainText, type Text } from '../../model/content.ts'
import type { FigureUse } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { chartFindings } from '../diagnostics/follow-ups.ts'
import { type BlockEnvironment, textIn } from './block.ts'
import { chartAsk } from './chart-ask.ts'
import type { ChartContext } from './chart-context.ts'
import { generatedTitle } from './chart-words.ts'

export interface ResolvedChart {
  readonly model: ChartModel
  /** Every number of the chart, printed or behind a mark. */
  readonly uses: readonly FigureUse[]
  /** Whether it keeps its scale beside charts of the same unit. */
  readonly ownScale: boolean
  /** Texts of the block with their placeholders filled. */
  readonly texts: readonly Text[]
}

/** Gives a chart block its numbers; undefined after a mistake, which is reported at its place. */
export function resolveChart(spec: ChartSpec, environment: BlockEnvironment): ResolvedChart | undefined {
  const mistakes: Diagnostic[] = []
  const texts: Text[] = []
  const { document } = environment
  const { data, facts } = environment.context
  const context: ChartContext = {
    ...environment,
    data,
    facts,
    type: chartTypeOf(spec.type),
    spec,
    report(diagnostic) {
      mistakes.push(diagnostic)
    },
    printText(text, path) {
      const runs = textIn(environment, text, path)
      const { path: file, line, column } = document.originOf(path)
      texts.push({ runs, place: { path: file, line, column } })
      return plainText(runs) // text inside a drawing is plain text
    },
    uses: [],
    sources: new Set(),
  }
  const body = context.type.body(chartAsk(context))
  const model = body && chartModel(context, body)
  for (const mistake of chartFindings(mistakes)) environment.report(mistake)
  if (!model || mistakes.length > 0) return undefined
  return { model, uses: context.uses, ownScale: spec.scale === 'own', texts }
}

function chartModel(context: ChartContext, { names, ...body }: ChartBody): ChartModel {
  const { spec, printText } = context
  const { language } = context.data.config
  const title = spec.title === undefined ? generatedTitle(names, language) : printText(spec.title, ['title'])
  const notes = (spec.notes ?? []).map((note, index) => printText(note, ['notes', index]))
  const shown = { type: spec.type, title, ...body }
  return {
    ...shown,
    id: context.id,
    summary: chartSummary(shown, language.charts),
    bounds: null,
    labels: spec.labels ?? 'auto',
    legend: spec.legend ?? 'direct',
    notes: [...body.notes, ...notes],
    sources: [...context.sources].sort(),
  }
}
