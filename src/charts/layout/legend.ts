import type { ChartSeries } from '../../model/chart.ts'
import type { Range } from '../base/traits.ts'
import type { Scene } from '../scene.ts'
import { centerY, type Size } from './box.ts'
import type { LegendEntry, LegendLayout } from './chart-layout.ts'
import type { PlacedMark } from './placed-marks.ts'
import type { Typesetter } from './text.ts'
import { endSize, mostLarger } from './value-size.ts'

export const swatch = { width: 18, gap: 8, between: 26 } as const

export function legendLayout(scene: Scene, typesetter: Typesetter, size: Size): LegendLayout {
  const { model } = scene
  if (model.legend === 'none' || model.series.length < 2) return { kind: 'none' }
  const isUnder = model.spread && !scene.horizontal // beside the plot, names would push its columns off the words under them
  if (model.legend === 'direct' && !scene.compact && !isUnder && canNameDirectly(scene)) {
    const room = Math.min(260, size.width * 0.22) * Math.max(1, scene.sizes.label / usualLabel)
    const limit = { width: room, size: scene.sizes.label, weight: 600 as const }
    const names = model.series.map(({ label }) => typesetter.wrap(label, limit))
    if (names.every((lines) => lines !== undefined && lines.length <= 3)) {
      const lines = names.map((name) => name ?? [])
      const width = Math.max(...lines.flat().map((line) => typesetter.width(line, scene.sizes.label, 600)))
      return { kind: 'right', width, names: lines, gap: nameGap(scene, typesetter, { width, size }) }
    }
  }
  return topLegend(scene, model.series, { typesetter, size })
}

const usualLabel = 28 // px: names in larger type take so much more, in as many lines
const leastGap = 18
/** Between a value and a name. */
export const nameClearance = 6

const besidePoint = 13

/** The last values stand in the middle of their category, which may be narrower than they are; those of crowded lines beside it. */
function nameGap(
  scene: Scene,
  typesetter: Typesetter,
  { width, size }: { readonly width: number; readonly size: Size },
): number {
  const { model, traits } = scene
  if (model.labels === 'none') return leastGap
  const pitch = (size.width - width - leastGap) / Math.max(1, model.categories.length)
  const texts = [...model.series.map(({ marks }) => marks.at(-1)?.text ?? ''), model.totals?.at(-1)?.text ?? '']
  const widest = Math.max(...texts.map((text) => typesetter.width(text, endSize(scene), 600)))
  if (widest <= pitch) return leastGap
  const over = traits.family === 'lines' ? widest + besidePoint : (widest - pitch) / 2
  return Math.max(leastGap, Math.ceil(over) + nameClearance + 2)
}

/** Where the middle of each name is: of its mark, but of bars side by side that of the shortest, so that they keep their order. */
export function nameMiddles(ends: readonly PlacedMark[], line: number): readonly number[] {
  const beside = ends.filter(({ kind, dataset }) => kind === 'bar' && !dataset.stacked)
  if (beside.length < 2) return ends.map(({ box }) => centerY(box))
  const shared = Math.max(...beside.map(({ box }) => centerY(box)))
  return ends.map((end) => {
    const place = beside.indexOf(end)
    return place < 0 ? centerY(end.box) : shared + (place - (beside.length - 1) / 2) * 2 * line
  })
}

const nearly = 0.85 // of the room: the values of an axis make columns a little narrower

/** How much of the width of names is free already: between the last marks with their values and the edge of the plot. */
export function roomBesideLast(
  { model, sizes, traits, stacked }: Scene,
  typesetter: Typesetter,
  pitch: number,
): number {
  const marks = model.series.flatMap(({ marks: own }) => own.at(-1) ?? [])
  const values = [...marks, ...(model.totals?.at(-1) ? [model.totals.at(-1)] : [])]
  const widest = Math.max(0, ...values.map((mark) => typesetter.width(mark?.text ?? '', sizes.label * mostLarger, 600)))
  const bars = model.series.filter(({ mark }) => mark === 'bar').length
  const taken = bars === 0 ? 20 : pitch * (stacked || bars === 1 ? 0.74 : 0.84)
  const beside = traits.family === 'lines' || bars === 0 ? 2 * (widest + besidePoint) : widest
  return Math.max(0, ((pitch - Math.max(taken, beside)) / 2) * nearly - 4)
}

/** Whether the base line runs through the plot, where names beside the last marks would stand on it. */
export const isCrossed = ({ min }: Range): boolean => min < 0

/**
 * Where names begin: close to the last marks and their values, at most where the layout has room for them; beyond the end of a
 * base line that runs through the plot.
 */
export function nameStart(
  edges: readonly number[],
  { right, gap, crossed }: { readonly right: number; readonly gap: number; readonly crossed: boolean },
): number {
  const close = Math.max(...edges) + leastGap
  return Math.min(right + gap, crossed ? Math.max(close, right + leastGap) : close)
}

const mostBars = { always: Number.POSITIVE_INFINITY, 'one-bar': 1, 'three-bars': 3 } as const

/** True for stacks, and for lines alone or over columns; of many columns side by side a name at the end would not say which it means. */
function canNameDirectly({ model, traits }: Scene): boolean {
  if (!model.series.every(({ marks }) => marks.at(-1))) return false
  return model.series.filter(({ mark }) => mark === 'bar').length <= mostBars[traits.namesAtEnds]
}

/** The names of series in rows over the plot. */
export function topLegend(
  scene: Scene,
  named: readonly Pick<ChartSeries, 'label'>[],
  { typesetter, size }: { readonly typesetter: Typesetter; readonly size: Size },
): LegendLayout {
  const entries: LegendEntry[] = []
  let [x, row] = [0, 0]
  for (const [series, { label }] of named.entries()) {
    const width = swatch.width + swatch.gap + typesetter.width(label, scene.sizes.label)
    if (x > 0 && x + width > size.width) [x, row] = [0, row + 1]
    entries.push({ series, text: label, x, row })
    x += width + swatch.between
  }
  return { kind: 'top', height: Math.round((row + 1) * scene.sizes.label * 1.5) + 6, entries }
}
