import { valueRange } from '../../../charts/base/range.ts'
import { chartTypeOf } from '../../../charts/chart-types.ts'
import { panelGrid } from '../../../charts/layout/panel-heads.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Frame, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'

interface PanelFrame {
  readonly panel: ChartModel
  readonly box: Frame
  readonly title: readonly Item[]
}

/** Small multiples as charts of their own, on one scale. */
export function panelFrames(
  chart: ChartModel,
  frame: Frame,
  { look, size }: { readonly look: DeckLook; readonly size: number },
): readonly PanelFrame[] {
  const { panels = [] } = chart
  const { columns, rows } = panelGrid(chart)
  const [gap, rowGap] = [24, 20]
  const width = (frame.width - gap * (columns - 1)) / columns
  const height = (frame.height - rowGap * (rows - 1)) / rows
  const bounds = valueRange(chart, chartTypeOf(chart.type))
  const head = Math.round(size * 1.4)
  return panels.map((panel, index) => {
    const x = frame.x + (index % columns) * (width + gap)
    const y = frame.y + Math.floor(index / columns) * (height + rowGap)
    const title: Item = {
      kind: 'text',
      name: 'Panel',
      frame: { x, y, width, height: head },
      paragraphs: [{ runs: [{ text: panel.title, bold: true }], size, color: look.ink, line: 1.2 }],
      unwrapped: true,
    }
    return { panel: { ...panel, bounds }, box: { x, y: y + head, width, height: height - head }, title: [title] }
  })
}
