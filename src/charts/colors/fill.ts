import { type Scene, type SceneMark, seriesColor } from '../scene.ts'
import { lighter, mix } from './color.ts'

/** The colour of a mark itself: series or, in a bridge, what the step is. */
export function markColor(scene: Scene, { dataset, mark }: Pick<SceneMark, 'dataset' | 'mark'>): string {
  const { theme } = scene
  if (mark.step === 'up') return theme.upColor
  if (mark.step === 'down') return theme.downColor
  if (mark.step) return theme.totalColor
  return seriesColor(scene, dataset.series)
}

/** The ground of a bar: outlined ones stay white, and next to an emphasised column the others step back a little. */
export function barFill(scene: Scene, sceneMark: SceneMark): string {
  const { theme } = scene
  const color = markColor(scene, sceneMark)
  const { drawn } = sceneMark.mark
  if (drawn === 'target') return theme.surfaceColor
  if (drawn === 'forecast') return mix(color, theme.surfaceColor, 0.88)
  return stepsBack(sceneMark) ? lighter(color, theme.surfaceColor, 0.3) : color
}

function stepsBack({ dataset, category, mark }: SceneMark): boolean {
  const { model } = dataset
  if (mark.step || dataset.stacked || category.emphasis || model.series.length > 1) return false
  return model.categories.some(({ emphasis }) => emphasis)
}
