import { linesIn } from '../../../charts/layout/letters.ts'
import type { Box } from '../../../model/deck.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'

const noteSize = 20
const noteLine = 1.3

/** The notes under charts that stand above the text: those of the chart that has most. */
export function heightOfChartNotes({ visuals }: ResolvedSlide, { width }: Box): number {
  const lines = visuals.flatMap((visual) =>
    visual.kind === 'chart' && visual.model.notes.length > 0
      ? [linesIn(visual.model.notes.join('   '), { width, size: noteSize })]
      : [],
  )
  return lines.length === 0 ? 0 : 10 + Math.max(...lines) * noteSize * noteLine
}
