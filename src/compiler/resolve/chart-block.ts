import type { Text } from '../../model/content.ts'
import { plainText } from '../../model/content.ts'
import { type BlockEnvironment, textIn } from './block.ts'
import { type ResolvedChart, resolveChart } from './chart.ts'

/** A chart with its numbers, and its texts as written in the block. */
export interface ChartBlock extends ResolvedChart {
  readonly texts: readonly Text[]
}

/** Fills the placeholders of a chart block and gives it its numbers. Text inside a drawing is plain text. */
export function resolveChartBlock(environment: BlockEnvironment): ChartBlock | undefined {
  const { context, report, id, document } = environment
  const texts: Text[] = []
  const result = resolveChart({
    id,
    document,
    data: context.data,
    facts: context.facts,
    printText(text, path) {
      const runs = textIn(environment, text, path)
      const { path: file, line, column } = document.originOf(path)
      texts.push({ runs, place: { path: file, line, column } })
      return plainText(runs)
    },
  })
  if (result.ok) return { ...result.value, texts }
  for (const diagnostic of result.diagnostics) report(diagnostic)
  return undefined
}
