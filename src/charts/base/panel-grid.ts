import { headLine, panelGrid, panelHeads, panelSide } from '../layout/panel-heads.ts'
import type { Scene } from '../scene.ts'
import { valueRange } from './range.ts'

/** What keeps the titles of a second row of panels off the periods of the first. */
export const aboveHead = ({ model, sizes: { category } }: Scene): number =>
  panelGrid(model).rows > 1 ? Math.round(category * 0.7) : 0

/** Pixels a panel keeps free: at its sides, above for its title and names, below for its category labels and the values under its marks. */
export function panelGutters(scene: Scene): { readonly side: number; readonly top: number; readonly bottom: number } {
  const { category, label } = scene.sizes
  const hasLines = scene.datasets.some(({ series }) => series.mark === 'line')
  const isBelow = hasLines || valueRange(scene.model, scene.traits).min < 0
  const head = category * (1.5 + (panelHeads(scene).rows - 1) * headLine)
  return {
    side: panelSide(scene),
    top: aboveHead(scene) + head + label * 1.7,
    bottom: category * 1.8 + (isBelow ? label * (hasLines ? 1.9 : 1.5) : 0),
  }
}

/** The height of a panel's plot in a chart of a size. */
export function panelPlotHeight(scene: Scene): number {
  const { top, bottom } = panelGutters(scene)
  return scene.size.height / panelGrid(scene.model).rows - top - bottom
}
