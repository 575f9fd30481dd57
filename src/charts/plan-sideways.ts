import type { Size } from './box.ts'
import { labelWidth, widestLabel } from './label.ts'
import { legendPlan } from './legend-plan.ts'
import type { Plan } from './planned.ts'
import { valueRange } from './range.ts'
import type { Scene } from './scene.ts'
import { lineHeight, type Typesetter } from './text.ts'

const gap = 10

/** The plan of horizontal bars: labels at the left in at most 42 % of the width, values beyond the bars' ends. */
export function planSideways(scene: Scene, setter: Typesetter, size: Size): Plan {
  const { model, sizes } = scene
  const limit = { width: size.width * 0.42, size: sizes.category, weight: 600 as const }
  const lines = model.categories.map(({ label }) => setter.wrap(label, limit)?.slice(0, 3) ?? [label])
  const left = Math.max(0, ...lines.flat().map((line) => setter.width(line, sizes.category, 600))) + 16
  const legend = legendPlan(scene, setter, size)
  const { min, max } = valueRange(model, scene.traits)
  const ends = scene.stacked ? (model.totals ?? []) : model.series.flatMap(({ marks }) => marks)
  const labels = ends.flatMap((mark) => (mark ? [mark] : []))
  const widest = widestLabel(setter, labels, sizes.label) + gap
  const negative = labels.filter(({ value }) => value < 0)
  const leftRoom =
    min < 0
      ? Math.max(0, ...negative.map((mark) => labelWidth(setter, mark, { size: sizes.label, weight: 600 }))) + gap
      : 0
  return {
    padding: {
      top: legend.kind === 'top' ? legend.height : 2,
      right: max > 0 || min === max ? widest : 4,
      bottom: 2,
      left: left + leftRoom,
    },
    label: sizes.label,
    axis: false,
    sparse: false,
    categories: { kind: 'lines', lines, height: sizes.category * lineHeight },
    legend: legend.kind === 'right' ? { kind: 'none' } : legend,
    lanes: [],
    laneHeight: 0,
    headroom: 0,
    footroom: 0,
  }
}
