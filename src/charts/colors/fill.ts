import { isDark } from '../../format/colors/chart-colors.ts'
import { clearTint, contrast, mix, shadeAgainst } from '../../format/colors/color.ts'
import type { ChartMark } from '../../model/chart.ts'
import { type Scene, type SceneDataset, type SceneMark, seriesColor } from '../scene.ts'
import type { ChartTheme } from './theme.ts'

/** A mark's own colour: that of its series or, in a bridge, of the kind of step. */
export function markColor(scene: Scene, { dataset, mark }: Pick<SceneMark, 'dataset' | 'mark'>): string {
  const { theme } = scene
  if (mark.step === 'up') return theme.upColor
  if (mark.step === 'down') return theme.downColor
  if (mark.step) return mark.value < 0 ? theme.downColor : theme.totalColor
  if (isFall(scene, { dataset, mark }) || endsFall(scene, { dataset, mark })) return theme.downColor
  return seriesColor(scene, dataset.series)
}

/** The bar in the grey of context that the chart is about is a darker grey (on the dark ground a lighter one): it has no tint. */
const isGreyInFull = ({ model }: Scene, { dataset, category }: SceneMark): boolean =>
  category.emphasis && dataset.series.color === 0 && isOneBar(dataset) && !model.panels

/**
 * Where one bar stands at each category, those to the left of zero, and upright ones of a loss: a fall has one colour, as in a bridge. So
 * has an item of which the block says that it is one, such as costs that rise.
 */
function isFall(
  { horizontal, stacked, model }: Scene,
  { dataset, mark }: Pick<SceneMark, 'dataset' | 'mark'>,
): boolean {
  if (dataset.series.mark !== 'bar') return false
  if (horizontal) return !stacked && model.series.length === 1 && (mark.value < 0 || mark.isFall === true)
  return mark.value < 0 && isOneBar(dataset) && mark.isFall === true
}

/** The bar that a chart is about, where the bracket of a fall that is bad ends at it: the fall has one colour in title, plate and bar. */
function endsFall({ model, compact }: Scene, { dataset, mark }: Pick<SceneMark, 'dataset' | 'mark'>): boolean {
  const { series } = dataset
  const at = series.marks.indexOf(mark)
  const isLower = (from: number): boolean => mark.value < (series.marks[from]?.value ?? mark.value)
  if (compact || series.mark !== 'bar' || !isOneBar(dataset) || !model.categories[at]?.emphasis) return false
  return model.arrows.some(({ tone, from, to }) => tone === 'bad' && to === at && isLower(from))
}

/**
 * The colour of bars beside the one that matters: a clear tint. The dark ground, lighter in a corner, asks for more contrast where the
 * colour has room for that.
 */
export function calmColor(color: string, { surfaceColor }: ChartTheme): string {
  const tint = clearTint(color, surfaceColor, isDark(surfaceColor) ? 4.2 : leastCalm)
  if (contrast(color, tint) >= seenApart) return tint
  return clearTint(color, surfaceColor, Math.max(leastCalm, contrast(color, surfaceColor) / 2.15))
}

/** The colour of the bar that matters: its own, or a stronger shade of it where that has no room for a tint. */
export function fullColor(color: string, theme: ChartTheme): string {
  const calm = calmColor(color, theme)
  if (contrast(color, calm) >= seenApart) return color
  return shadeAgainst(color, theme.surfaceColor, 2 * contrast(calm, theme.surfaceColor))
}

/** Contrast of the calmest marks with the ground, and of a strong mark with a calm one: 2 : 1, to a step of tints. */
const [leastCalm, seenApart] = [3.1, 1.93]

/** Between which the steps of a bridge lead. */
export const isTotal = ({ step }: Pick<ChartMark, 'step'>): boolean =>
  step === 'start' || step === 'subtotal' || step === 'end'

/** The bar with which a bridge begins: where it ends is the result. */
export const startsBridge = ({ step }: Pick<ChartMark, 'step'>): boolean => step === 'start'

/**
 * A bar's fill: outlined bars have a light tint of their edge, next to an emphasised column the others are calm, and so are
 * steps of a bridge that are context and the bar with which it begins, unless it is the one that matters: where it ends is the result.
 */
export function barFill(scene: Scene, sceneMark: SceneMark): string {
  const { theme } = scene
  const color = markColor(scene, sceneMark)
  const { drawn } = sceneMark.mark
  if (drawn === 'target') return mix(color, theme.surfaceColor, targetTint(theme))
  if (drawn === 'forecast') return mix(color, theme.surfaceColor, 0.88)
  if (isContext(sceneMark.dataset)) return contextTint(color, theme)
  if (isCalm(sceneMark)) return calmColor(color, theme)
  if (isGreyInFull(scene, sceneMark) && contrast(theme.mutedColor, calmColor(color, theme)) >= seenApart)
    return theme.mutedColor
  return hasCalm(sceneMark.dataset) ? fullColor(color, theme) : color
}

/** Whether some bars are calm beside others. */
const hasCalm = (dataset: SceneDataset): boolean =>
  isOneBar(dataset) &&
  (dataset.model.categories.some(({ emphasis }) => emphasis) ||
    dataset.series.marks.some((mark) => mark && (startsBridge(mark) || mark.isContext)))

/** Whether a series is the context of the only one in another colour of its stacks: it is not to outweigh that one. */
export const isContext = ({ model, series, stacked }: SceneDataset): boolean =>
  stacked &&
  series.color === 0 &&
  series.mark === 'bar' &&
  model.series.filter(({ color, mark }) => color !== 0 && mark === 'bar').length === 1

/** The fill of such a part, whose edge has the grey itself: that stands out from the ground, and the fill from its neighbour. */
export const contextTint = (color: string, { surfaceColor }: Pick<ChartTheme, 'surfaceColor'>): string =>
  mix(color, surfaceColor, 0.62)

/** Pixels of that edge. */
export const contextEdge = 3

/** Of the ground, in a bar that is outlined; less of a dark one, on which a target would recede behind what was reached. */
const targetTint = ({ surfaceColor }: ChartTheme): number => (isDark(surfaceColor) ? 0.5 : 0.88)

function isCalm({ dataset, category, mark }: SceneMark): boolean {
  const { model } = dataset
  if (category.emphasis) return false
  if (startsBridge(mark) || mark.isContext) return true
  if (!isOneBar(dataset)) return false
  if (mark.step) return hasDecisive(dataset, isTotal(mark))
  return model.categories.some(({ emphasis }) => emphasis)
}

/** Whether one bar stands at each category, so that one of them can be the one that matters. */
const isOneBar = ({ model, stacked }: SceneMark['dataset']): boolean =>
  !stacked && model.series.filter(({ mark }) => mark === 'bar').length === 1

/** Whether a step of a bridge is highlighted, or one of its totals: the others of the kind are calm beside it. */
const hasDecisive = ({ model, series }: SceneMark['dataset'], ofTotals: boolean): boolean =>
  series.marks.some((mark, index) => mark && isTotal(mark) === ofTotals && model.categories[index]?.emphasis === true)

/** Whether a bar is the one that its chart is about: its value is printed larger. */
export const isDecisive = (
  scene: Scene,
  { dataset, category, mark }: Omit<SceneMark, 'datasetIndex' | 'index'>,
): boolean =>
  category.emphasis &&
  dataset.series.mark === 'bar' &&
  dataset.series.axis === 'value' &&
  isOneBar(dataset) &&
  !scene.compact &&
  !scene.model.panels &&
  mark.drawn !== 'range'
