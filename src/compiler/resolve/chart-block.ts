import type { TextRun } from '../../model/deck.ts'
import { chartFindings } from '../diagnostics/follow-ups.ts'
import type { Block } from '../parse/slide.ts'
import type { BlockEnvironment } from './block.ts'
import { resolveChart } from './chart.ts'
import { plainText, runParts } from './ink.ts'
import type { Visual } from './resolved-slide.ts'
import { resolveText } from './text.ts'

/** Fills the placeholders of a chart block and gives it its numbers. Text inside a drawing is plain text. */
export function resolveChartBlock(
  block: Block,
  id: string,
  environment: Omit<BlockEnvironment, 'document' | 'place' | 'id'>,
): Visual | undefined {
  const { context, ink, report } = environment
  const [slideId = '', number = '1'] = id.split(/-chart-(?=\d+$)/)
  const texts: TextRun[] = []
  const result = resolveChart({
    yaml: block.yaml.text,
    place: { ...block.place, line: block.place.line + 1, column: 1 },
    slideId,
    index: Number(number),
    data: context.data,
    facts: context.facts,
    ...(environment.readers && { read: environment.readers.spec }),
    printText(text, origin) {
      const marked = resolveText(text, origin, environment)
      texts.push({ region: 'chart', parts: runParts(marked.text, ink.marks), place: marked.place })
      return plainText(marked.text, ink.marks)
    },
  })
  if (result.ok) return { kind: 'chart', ...result.value, texts, place: block.place }
  for (const diagnostic of chartFindings(result.diagnostics)) report(diagnostic)
  return undefined
}
