import type { Scene } from '../scene.ts'
import type { Size } from './box.ts'
import type { LegendEntry, LegendLayout } from './chart-layout.ts'
import type { Typesetter } from './text.ts'

export const swatch = { width: 18, gap: 8, between: 26 } as const

export function legendLayout(scene: Scene, typesetter: Typesetter, size: Size): LegendLayout {
  const { model } = scene
  if (model.legend === 'none' || model.series.length < 2) return { kind: 'none' }
  if (model.legend === 'direct' && !scene.compact && canNameDirectly(scene)) {
    const limit = { width: Math.min(260, size.width * 0.22), size: scene.sizes.label, weight: 600 as const }
    const names = model.series.map(({ label }) => typesetter.wrap(label, limit))
    if (names.every((lines) => lines !== undefined && lines.length <= 3)) {
      const lines = names.map((name) => name ?? [])
      const width = Math.max(...lines.flat().map((line) => typesetter.width(line, scene.sizes.label, 600)))
      return { kind: 'right', width, names: lines }
    }
  }
  return topLegend(scene, typesetter, size)
}

/** True for stacks, and for lines alone or over columns; columns side by side need a legend. */
function canNameDirectly({ model, traits }: Scene): boolean {
  if (!model.series.every(({ marks }) => marks.at(-1))) return false
  return traits.namesAtEnds === 'always' || model.series.filter(({ mark }) => mark === 'bar').length <= 1
}

function topLegend(scene: Scene, typesetter: Typesetter, size: Size): LegendLayout {
  const entries: LegendEntry[] = []
  let [x, row] = [0, 0]
  for (const [series, { label }] of scene.model.series.entries()) {
    const width = swatch.width + swatch.gap + typesetter.width(label, scene.sizes.label)
    if (x > 0 && x + width > size.width) [x, row] = [0, row + 1]
    entries.push({ series, text: label, x, row })
    x += width + swatch.between
  }
  return { kind: 'top', height: Math.round((row + 1) * scene.sizes.label * 1.5) + 6, entries }
}
