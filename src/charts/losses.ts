import type { ChartType } from './chart-type.ts'
import type { ChartLayout } from './layout/chart-layout.ts'
import { expectedMarks, plotBox } from './layout/expected-marks.ts'
import { estimatedTypesetter as typesetter } from './layout/letters.ts'
import { isShownByLeg, plateHolds, plateSizes } from './layout/outside/brackets.ts'
import { panelHeads } from './layout/panel-heads.ts'
import { namedShare, ringHole, sliceRoom, sliceTexts } from './layout/slice-texts.ts'
import { tierGroups } from './layout/tiers.ts'
import { missingValues, printedLabels } from './plugins/printed-labels.ts'
import { valueLabels } from './plugins/value-labels.ts'
import type { Scene } from './scene.ts'

/** A chart that is laid out, its letters estimated. */
export interface LaidOut {
  readonly type: ChartType
  readonly scene: Scene
  readonly layout: ChartLayout
}

/** Names and labels that are cut short or left out. */
export const lostLabels = ({ type, scene, layout }: LaidOut): readonly string[] => [
  ...new Set(type.cutNames?.(scene, typesetter, scene.size) ?? cutLabels(scene, layout)),
]

/** Values that are not printed although the block leaves it to the chart which are. */
export const lostValues = ({ type, scene, layout }: LaidOut): readonly string[] =>
  type.plugins.includes(valueLabels) ? missingValues(scene, typesetter, drawingOf(scene, layout)) : []

/** How many values and totals are printed, of those too that may be left out. */
export function countOfValues({ type, scene, layout }: LaidOut): number {
  if (!type.plugins.includes(valueLabels)) return 0
  const { marks, totals } = printedLabels(scene, typesetter, drawingOf(scene, layout))
  return marks.size + totals.size
}

function cutLabels(scene: Scene, layout: ChartLayout): readonly string[] {
  const { family } = scene.traits
  if (family === 'panels') return [...panelHeads(scene).cut, ...inLegend(scene, layout)]
  if (family === 'parts') return longNames(scene, layout)
  return [
    ...inCategories(scene, layout),
    ...inGroups(layout),
    ...inRows(scene, layout),
    ...inLegend(scene, layout),
    ...inArrows(scene, layout),
  ]
}

const drawingOf = (scene: Scene, layout: ChartLayout) => ({
  marks: expectedMarks(scene, layout, scene.size),
  plot: plotBox(layout, scene.size),
  size: scene.size,
})

const pitchOf = ({ model, size, horizontal }: Scene, { padding }: ChartLayout): number =>
  (horizontal ? size.height - padding.top - padding.bottom : size.width - padding.left - padding.right) /
  Math.max(1, model.categories.length)

/** Labels cut with an ellipsis, and those that would run into the next. */
function inCategories(scene: Scene, layout: ChartLayout): readonly string[] {
  const { categories } = layout
  const { model, sizes, horizontal } = scene
  if (categories.kind === 'tiers')
    // thinned out evenly, if anything has room
    return categories.step === undefined ? tierGroups(model).map(({ group }) => group) : []
  if (categories.step !== undefined) return [] // thinned out evenly
  const pitch = pitchOf(scene, layout)
  const extents = categories.lines.map((lines) =>
    horizontal
      ? lines.length * sizes.category * 1.15
      : Math.max(0, ...lines.map((line) => typesetter.width(line, sizes.category))),
  )
  return model.categories.flatMap(({ label }, index) => {
    const [own = 0, next] = [extents[index], extents[index + 1]]
    return isCut(categories.lines[index] ?? [], label) || (next !== undefined && (own + next) / 2 > pitch)
      ? [label]
      : []
  })
}

const inGroups = ({ groups }: ChartLayout): readonly string[] =>
  (groups?.heads ?? []).flatMap(({ heading, lines }) => (isCut(lines, heading) ? [heading] : []))

const isCut = (lines: readonly string[], label: string): boolean =>
  lines.some((line) => line.endsWith('…') && !label.includes(line))

/** Cells of the rows under the labels that stand too close to be printed all. */
function inRows(scene: Scene, layout: ChartLayout): readonly string[] {
  const pitch = pitchOf(scene, layout)
  const { rows } = scene.model
  const size = layout.rows?.size ?? scene.sizes.small
  return rows.flatMap(({ label, cells }) => {
    const widest = Math.max(0, ...cells.map(({ text }) => typesetter.width(text, size)))
    return widest + 4 > pitch ? [`${label} of ${cells.length} periods`] : []
  })
}

function inLegend({ size, sizes }: Scene, { legend }: ChartLayout): readonly string[] {
  if (legend.kind !== 'top') return []
  return legend.entries.flatMap(({ text, x }) => (x + typesetter.width(text, sizes.label) > size.width ? [text] : []))
}

/** What an arrow says beside its number, where the number alone has room; the column that it comes from needs no words. */
function inArrows(scene: Scene, layout: ChartLayout): readonly string[] {
  const pitch = pitchOf(scene, layout)
  const { arrows, categories } = scene.model
  return arrows.flatMap((arrow) => {
    const plate = { arrow, room: Math.abs(arrow.to - arrow.from) * pitch }
    return isShownByLeg(arrow, categories) || plateHolds(plateSizes(scene), typesetter, plate) ? [] : [arrow.label]
  })
}

/** Names beside the slices that are cut, and all names where a side of the ring has no room for its own. */
function longNames(scene: Scene, { padding }: ChartLayout): readonly string[] {
  const { model, sizes, size } = scene
  const values = model.series.map(({ marks }) => marks[0]?.value ?? 0)
  const whole = values.reduce((all, value) => all + value, 0)
  let before = 0
  const sides = values.map((value) => {
    const middle = (before + value / 2) / whole
    before += value
    return middle > 0.5
  })
  const limit = { size: sizes.label, room: sliceRoom(scene, padding.left), height: size.height }
  const ring = Math.min(size.width - padding.left - padding.right, size.height - padding.top - padding.bottom)
  const inside = namedShare(scene, typesetter, ring * ringHole)?.series
  return [false, true].flatMap((side) => {
    const parts = model.series.filter((_, index) => sides[index] === side && index !== inside)
    const names = parts.map(({ label }) => label)
    const marks = parts.map((series) => ({ name: series.label, value: series.marks[0]?.text ?? '' }))
    const { lines, fits } = sliceTexts(typesetter, marks, limit)
    const endsShort = (index: number): boolean => lines[index]?.some((runs) => runs.at(-1)?.text.endsWith('…')) === true
    return fits ? names.filter((_, index) => endsShort(index)) : names
  })
}
