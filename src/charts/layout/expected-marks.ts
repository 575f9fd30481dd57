import { isFigureEnd } from '../base/bridge-ends.ts'
import { panelGutters } from '../base/panel-grid.ts'
import { ratioRange, valueRange } from '../base/range.ts'
import type { Range } from '../base/traits.ts'
import { barFill } from '../colors/fill.ts'
import { type Scene, type SceneDataset, sceneMarkAt } from '../scene.ts'
import type { Box, Size } from './box.ts'
import type { ChartLayout } from './chart-layout.ts'
import { panelGrid, panelWidth } from './panel-heads.ts'
import type { PlacedMark } from './placed-marks.ts'

/** Where the categories and values of a dataset lie: the plot, or a panel of it. */
interface Plot {
  readonly box: Box
  readonly range: Range
}

/** The plot that the layout leaves free. */
export const plotBox = ({ padding }: ChartLayout, { width, height }: Size): Box => ({
  x: padding.left,
  y: padding.top,
  width: width - padding.left - padding.right,
  height: height - padding.top - padding.bottom,
})

/**
 * The bars and points of a chart, in pixels of its box, where Chart.js will put them: for the compiler, which asks whether
 * labels have room without loading what draws. src/charts/svg/svg.test.ts holds the two against each other.
 */
export function expectedMarks(scene: Scene, layout: ChartLayout, size: Size): PlacedMark[] {
  const ends = scene.model.categories.map(() => new Map<string, number>())
  return scene.datasets.flatMap(({ series }, datasetIndex) =>
    series.marks.flatMap((_, index): readonly PlacedMark[] => {
      const sceneMark = sceneMarkAt(scene, datasetIndex, index)
      if (!sceneMark) return []
      const { mark, dataset } = sceneMark
      const plot = plotOf(scene, dataset, plotBox(layout, size))
      const line = series.mark === 'line'
      const own = isFigureEnd(scene.model, mark) ? mark.value : mark.base
      const root = own ?? (dataset.stacked && !line ? stackedFrom(ends[index], mark.value) : 0)
      const at = alongValues(scene, plot)
      const [across, thickness] = acrossCategories(scene, { dataset, index, plot })
      const tip = at(isFigureEnd(scene.model, mark) ? mark.value : root + mark.value)
      const fill = barFill(scene, sceneMark)
      const whisker =
        mark.low !== undefined && mark.high !== undefined && !dataset.stacked
          ? { whisker: [at(mark.low), at(mark.high)] as const }
          : {}
      if (line || dataset.series.axis === 'ratio') {
        const y = at(mark.value)
        const box = { x: across, y, width: 0, height: 0 }
        return [{ ...sceneMark, kind: 'point', box, tip: y, root: y, fill, ...whisker }]
      }
      const box = barBox(scene, { across, thickness, tip, root: at(root) })
      return [{ ...sceneMark, kind: 'bar', box, tip, root: at(root), fill, ...whisker }]
    }),
  )
}

/** The line at zero that lines cross, where a dataset's marks stand over and under it. */
export function zeroLine(scene: Scene, dataset: SceneDataset, whole: Box): Box | undefined {
  const plot = plotOf(scene, dataset, whole)
  if (scene.horizontal || dataset.series.axis === 'ratio' || plot.range.min >= 0 || plot.range.max <= 0)
    return undefined
  const half = 2 // px, with what keeps digits off it
  return { ...plot.box, y: alongValues(scene, plot)(0) - half, height: 2 * half }
}

/** Where a part of a stack begins: parts above and below zero have a stack each. */
function stackedFrom(ends: Map<string, number> | undefined, value: number): number {
  const side = value < 0 ? 'below' : 'above'
  const from = ends?.get(side) ?? 0
  ends?.set(side, from + value)
  return from
}

function plotOf(scene: Scene, { panel, series }: SceneDataset, whole: Box): Plot {
  const range = valueRange(scene.model, scene.traits)
  if (scene.model.panels) return { box: panelBox(scene, panel, whole), range }
  const ratio = scene.traits.ratioPanel?.(scene.sizes.label)
  if (!ratio) return { box: whole, range }
  const height = whole.height * ratio.share
  if (series.axis === 'value') return { box: { ...whole, y: whole.y + height, height: whole.height - height }, range }
  const inner = { ...whole, y: whole.y + ratio.above, height: height - ratio.above - ratio.below }
  return { box: inner, range: ratioRange(scene.model) }
}

/** The plot of a panel. */
export function panelBox(scene: Scene, panel: number, whole: Box): Box {
  const { columns, rows } = panelGrid(scene.model)
  const { side, top, bottom } = panelGutters(scene)
  const [width, height] = [whole.width / columns, whole.height / rows]
  const x = whole.x + (panel % columns) * width + side
  const y = whole.y + Math.floor(panel / columns) * height + top
  return { x, y, width: width - 2 * side, height: height - top - bottom }
}

function alongValues({ horizontal }: Scene, { box, range }: Plot): (value: number) => number {
  const span = range.max - range.min || 1
  return (value) => {
    const part = (value - range.min) / span
    return horizontal ? box.x + part * box.width : box.y + box.height - part * box.height
  }
}

/** The middle of a mark along the categories, and how thick its bar is. */
function acrossCategories(
  scene: Scene,
  { dataset, index, plot: { box } }: { readonly dataset: SceneDataset; readonly index: number; readonly plot: Plot },
): readonly [middle: number, thickness: number] {
  const [from, length] = scene.horizontal ? [box.y, box.height] : [box.x, box.width]
  const pitch = length / Math.max(1, dataset.model.categories.length)
  const middle = from + (index + 0.5) * pitch
  if (dataset.series.mark === 'line') return [middle, 0]
  const { categoryPercentage, barPercentage, maxBarThickness } = barThickness(scene, dataset.model, dataset.stacked)
  const beside = dataset.stacked
    ? [dataset]
    : scene.datasets.filter(
        ({ panel, series }) => panel === dataset.panel && series.mark === 'bar' && series.marks[index],
      )
  const chunk = (pitch * categoryPercentage) / beside.length
  const start = middle - (pitch * categoryPercentage) / 2
  return [start + (beside.indexOf(dataset) + 0.5) * chunk, Math.min(maxBarThickness, chunk * barPercentage)]
}

function barBox(
  { horizontal }: Scene,
  { across, thickness, tip, root }: { across: number; thickness: number; tip: number; root: number },
): Box {
  const [start, length] = [Math.min(tip, root), Math.abs(tip - root)]
  const edge = across - thickness / 2
  return horizontal
    ? { x: start, y: edge, width: length, height: thickness }
    : { x: edge, y: start, width: thickness, height: length }
}

interface Thickness {
  readonly categoryPercentage: number
  readonly barPercentage: number
  readonly maxBarThickness: number
}

/** Groups keep together: where few columns would reach their greatest width, the group is made narrower, not its gaps wider. */
export function barThickness(scene: Scene, { series, categories }: SceneDataset['model'], stacked: boolean): Thickness {
  const bars = series.filter(({ mark }) => mark === 'bar').length
  const across = scene.model.panels ? panelWidth(scene) : scene.size.width * 0.85
  const length = scene.horizontal ? scene.size.height : across
  const pitch = length / Math.max(1, categories.length)
  if (bars > 1 && !stacked) {
    const widest = scene.horizontal
      ? Math.max(48, Math.min(72, (pitch * ofRow) / bars))
      : Math.max(130, Math.min(176, (pitch * 0.5) / bars))
    return { categoryPercentage: Math.min(0.84, (bars * widest) / pitch), barPercentage: 0.94, maxBarThickness: widest }
  }
  const widest = widestBar(scene, { stacked, count: categories.length, pitch })
  return { categoryPercentage: stacked ? 0.74 : 0.68, barPercentage: 1, maxBarThickness: widest }
}

const ofRow = 0.6 // of the height of its row, which a bar takes that lies beside few others

/** How thick a bar may be that stands by itself: parts in a stack need room for words, steps of a bridge stand close to the next, few bars in rows weigh more. */
function widestBar(
  { horizontal, compact, traits, size }: Scene,
  { stacked, count, pitch }: { readonly stacked: boolean; readonly count: number; readonly pitch: number },
): number {
  if (horizontal) return compact ? 28 : Math.max(72, Math.min(144, pitch * ofRow))
  if (traits.family === 'bridge') return count > 4 ? 200 : 264
  if (stacked) return count > 3 ? 220 : 264
  if (count === 1) return 320
  if (count === 2 && size.height > 700) return 280 // two alone in a high chart would stand lost
  return compact ? 168 : Math.max(168, Math.min(208, pitch * 0.57))
}
