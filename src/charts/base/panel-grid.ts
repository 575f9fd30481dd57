import type { ChartModel } from '../../model/chart.ts'
import type { Scene } from '../scene.ts'
import { valueRange } from './range.ts'

/** How many columns and rows panels stand in: rows of four at most. */
export function panelGrid(model: ChartModel): { readonly columns: number; readonly rows: number } {
  const count = Math.max(1, model.panels?.length ?? 1)
  const rows = count <= 4 ? 1 : 2
  return { columns: Math.ceil(count / rows), rows }
}

/** Pixels a panel keeps free: at its sides, above for its title, below for its category labels. */
export function panelGutters(scene: Scene): { readonly side: number; readonly top: number; readonly bottom: number } {
  const { category, label } = scene.sizes
  const negative = valueRange(scene.model, scene.traits).min < 0 ? label * 1.5 : 0
  return { side: scene.compact ? 5 : 14, top: category * 1.5 + label * 1.7, bottom: category * 1.8 + negative }
}
