import { type Scene, type Subject, seriesColor } from '../scene.ts'
import { lighter, mix } from './color.ts'

/** The colour of a mark itself: series or, in a bridge, what the step is. */
export function markColor(scene: Scene, { link, mark }: Pick<Subject, 'link' | 'mark'>): string {
  const { theme } = scene
  if (mark.step === 'up') return theme.upColor
  if (mark.step === 'down') return theme.downColor
  if (mark.step) return theme.totalColor
  return seriesColor(scene, link.series)
}

/** The ground of a bar: outlined ones stay white, and next to an emphasised column the others step back a little. */
export function barFill(scene: Scene, subject: Subject): string {
  const { theme } = scene
  const color = markColor(scene, subject)
  const { drawn } = subject.mark
  if (drawn === 'target') return theme.surfaceColor
  if (drawn === 'forecast') return mix(color, theme.surfaceColor, 0.88)
  return stepsBack(subject) ? lighter(color, theme.surfaceColor, 0.3) : color
}

function stepsBack({ link, category, mark }: Subject): boolean {
  const { model } = link
  if (mark.step || link.stacked || category.emphasis || model.series.length > 1) return false
  return model.categories.some(({ emphasis }) => emphasis)
}
