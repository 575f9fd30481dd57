import { calmer, mix } from '../../format/colors/color.ts'
import type { ChartMark } from '../../model/chart.ts'
import { type Scene, type SceneMark, seriesColor } from '../scene.ts'
import type { ChartTheme } from './theme.ts'

/** A mark's own colour: that of its series or, in a bridge, of the kind of step. */
export function markColor(scene: Scene, { dataset, mark }: Pick<SceneMark, 'dataset' | 'mark'>): string {
  const { theme } = scene
  if (mark.step === 'up') return theme.upColor
  if (mark.step === 'down') return theme.downColor
  if (mark.step) return theme.totalColor
  if (isFall(scene, { dataset, mark })) return theme.downColor
  return seriesColor(scene, dataset.series)
}

/** Bars to the left of zero, in a chart of line items with one bar each: a fall has one colour, as in a bridge. */
function isFall(
  { horizontal, stacked, model }: Scene,
  { dataset, mark }: Pick<SceneMark, 'dataset' | 'mark'>,
): boolean {
  return horizontal && !stacked && model.series.length === 1 && dataset.series.mark === 'bar' && mark.value < 0
}

/** The colour of bars beside the one that matters: lighter, and nearer to the grey of what is context. */
export function calmColor(color: string, { palette, surfaceColor }: ChartTheme): string {
  return calmer(color, mix(palette[0] ?? color, surfaceColor, 0.5), surfaceColor)
}

/** Between which the steps of a bridge lead. */
export const isTotal = ({ step }: Pick<ChartMark, 'step'>): boolean =>
  step === 'start' || step === 'subtotal' || step === 'end'

/** The bar with which a bridge begins: where it ends is the result. */
export const startsBridge = ({ step }: Pick<ChartMark, 'step'>): boolean => step === 'start'

/**
 * A bar's fill: outlined bars stay as the ground, next to an emphasised column the others are calm, and so is the bar with which
 * a bridge begins: where it ends is the result.
 */
export function barFill(scene: Scene, sceneMark: SceneMark): string {
  const { theme } = scene
  const color = markColor(scene, sceneMark)
  const { drawn } = sceneMark.mark
  if (drawn === 'target') return theme.surfaceColor
  if (drawn === 'forecast') return mix(color, theme.surfaceColor, 0.88)
  return isCalm(sceneMark) ? calmColor(color, theme) : color
}

function isCalm({ dataset, category, mark }: SceneMark): boolean {
  const { model } = dataset
  if (startsBridge(mark)) return true
  if (mark.step || dataset.stacked || category.emphasis || model.series.length > 1) return false
  return model.categories.some(({ emphasis }) => emphasis)
}
