import type { Chart, Plugin, Scale } from 'chart.js'
import type { ChartModel, ChartText } from '../../model/chart.ts'
import type { CategoryLayout, ChartLayout } from '../layout/chart-layout.ts'
import { drawLabel, labelWidth } from '../layout/label.ts'
import { placeLabels } from '../layout/label-placement.ts'
import { drawLine } from '../layout/strokes.ts'
import { baseline, createTypesetter, type Typesetter } from '../layout/text.ts'
import { groupLabels, isCrossed, tierGroups } from '../layout/tiers.ts'
import { type Scene, sceneOf } from '../scene.ts'

/** Category labels and rows under the plot, never on a bar; labels that would collide are thinned out, but the last one stays. */
export const categoryLabels: Plugin = {
  id: 'category-labels',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = scene?.state.layout
    if (!scene || !layout) return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    for (const scale of Object.values(chart.scales)) {
      if (scale.axis !== 'x') continue
      const top = chart.chartArea.bottom + layout.bottomRoom + 10
      if (layout.categories.kind === 'tiers')
        drawTiers(chart, { scene, typesetter, scale, top, tiers: layout.categories })
      else drawLines(chart, { scene, typesetter, scale, top, categories: layout.categories })
    }
    drawRows(chart, scene, { typesetter, layout })
  },
}

interface Band {
  readonly scene: Scene
  readonly typesetter: Typesetter
  readonly scale: Scale
  readonly top: number
}

function drawLines(
  chart: Chart,
  {
    scene,
    typesetter,
    scale,
    top,
    categories: { lines, step = 1 },
  }: Band & { categories: Extract<CategoryLayout, { kind: 'lines' }> },
): void {
  const size = scene.sizes.category
  const last = scene.model.categories.length - 1
  const requests = scene.model.categories.flatMap((category, index) => {
    if ((last - index) % step > 0 && !category.emphasis) return []
    const text = lines[index] ?? []
    const weight = category.emphasis ? (600 as const) : (400 as const)
    const width = Math.max(0, ...text.map((line) => typesetter.width(line, size, weight)))
    // The outermost may stand over the edge a little, and else move inwards: the last is never left out.
    const x = Math.max(-10, Math.min(scale.getPixelForValue(index) - width / 2, chart.width + 10 - width))
    const box = { x, y: top, width, height: text.length * size * 1.25 }
    return {
      priority: thinning(index, scene.model),
      candidates: [{ box }],
      content: { text, weight, emphasis: category.emphasis },
    }
  })
  const bounds = { x: -12, y: 0, width: chart.width + 24, height: chart.height + 4 }
  for (const { content, box } of placeLabels(requests, { bounds, obstacles: [], gap: 4 })) {
    const color = content.emphasis ? scene.theme.textColor : scene.theme.mutedColor
    for (const [row, line] of content.text.entries()) {
      const at = { x: box.x + box.width / 2, y: box.y + size * (0.95 + row * 1.25) }
      typesetter.draw(line, at, { size, weight: content.weight, color, align: 'center' })
    }
  }
}

/** Priority: every eighth label from the end, then every fourth, every second, the rest: even steps that keep the last label. */
function thinning(index: number, model: ChartModel): number {
  const back = model.categories.length - 1 - index
  if (model.categories[index]?.emphasis || back === 0) return 0
  return back % 8 === 0 ? 1 : back % 4 === 0 ? 2 : back % 2 === 0 ? 3 : 4
}

function drawTiers(chart: Chart, band: Band & { readonly tiers: Extract<CategoryLayout, { kind: 'tiers' }> }): void {
  const { scene, typesetter, scale, top, tiers } = band
  const { model, sizes, theme } = scene
  const line = Math.round(sizes.category * 1.25)
  const pitch = (scale.right - scale.left) / Math.max(1, model.categories.length)
  if (tiers.short) drawShort(band)
  const groupTop = top + (tiers.short ? line : 0)
  const groups = tierGroups(model)
  const widthOf = (text: string): number => typesetter.width(text, sizes.category)
  const row = { pitch, left: scale.left, widthOf }
  const labels = tiers.step === undefined ? [] : groupLabels(groups, tiers.step, row)
  for (const { from } of groups) {
    const left = scale.left + from * pitch
    if (from === 0 || isCrossed(labels, left)) continue
    drawLine(chart.ctx, [left, top - 6, left, groupTop + line - 2], { color: theme.lineColor, width: 1.5 })
  }
  for (const { group, x, width } of labels) {
    const at = { x: x + width / 2, y: groupTop + sizes.category * 0.95 }
    typesetter.draw(group, at, { size: sizes.category, color: theme.mutedColor, align: 'center' })
  }
}

function drawShort({ scene, typesetter, scale, top }: Band): void {
  const { model, sizes, theme } = scene
  for (const [index, category] of model.categories.entries()) {
    const at = { x: scale.getPixelForValue(index), y: top + sizes.small * 0.95 }
    const style = category.emphasis ? { weight: 600 as const, color: theme.textColor } : { color: theme.mutedColor }
    typesetter.draw(category.tier?.short ?? '', at, { size: sizes.small, align: 'center', ...style })
  }
}

/** The rows of figures under the labels, e.g. the change to the year before; named at the left. */
function drawRows(
  chart: Chart,
  scene: Scene,
  { typesetter, layout }: { typesetter: Typesetter; layout: ChartLayout },
): void {
  const { model, theme } = scene
  const scale = chart.scales.x
  if (!scale || !layout.rows) return
  const { size, height: step } = layout.rows
  for (const [order, row] of model.rows.entries()) {
    const top = chart.height - (model.rows.length - order) * step
    drawLine(chart.ctx, [0, top - 1, chart.chartArea.right, top - 1], { color: theme.gridColor, width: 2 })
    const y = top + step / 2 + size * 0.36
    typesetter.draw(row.label, { x: 0, y }, { size, color: theme.mutedColor })
    const bounds = { from: layout.padding.left - 14, to: chart.width }
    for (const { cell, x, width, weight } of evenCells(scene, row.cells, { typesetter, scale, bounds, size })) {
      const box = { x, y: y - size * baseline, width, height: size }
      drawLabel(
        typesetter,
        { ...cell, lines: [cell.text] },
        { box, size, weight, color: theme.textColor, quiet: theme.mutedColor },
      )
    }
  }
}

interface RowCell {
  readonly cell: ChartText
  readonly x: number
  readonly width: number
  readonly weight: 400 | 600
}

/** The cells of a row, or of a crowded one every second, fourth, eighth …, counted from the last. */
function evenCells(
  { model }: Scene,
  cells: readonly ChartText[],
  {
    typesetter,
    scale,
    bounds,
    size,
  }: { typesetter: Typesetter; scale: Scale; bounds: { readonly from: number; readonly to: number }; size: number },
): readonly RowCell[] {
  const placed = cells.map((cell, index): RowCell => {
    const weight = model.categories[index]?.emphasis ? 600 : 400
    const width = labelWidth(typesetter, cell, { size, weight })
    return { cell, width, weight, x: Math.min(scale.getPixelForValue(index) - width / 2, bounds.to - width) }
  })
  for (let step = 1; ; step *= 2) {
    const even = placed.filter(({ cell, x }, index) => {
      return cell.text !== '' && x >= bounds.from && (placed.length - 1 - index) % step === 0
    })
    const isApart = even.every(({ x, width }, index) => x + width + 4 <= (even[index + 1]?.x ?? Infinity))
    if (isApart) return even
  }
}
