import type { ChartModel } from '../model/chart.ts'
import type { ChartType } from './chart-type.ts'
import { chartTypeOf } from './chart-types.ts'
import { defaultTheme } from './colors/theme.ts'
import type { Size } from './layout/box.ts'
import type { ChartLayout } from './layout/chart-layout.ts'
import { estimatedTypesetter } from './layout/letters.ts'
import { createScene, type Scene } from './scene.ts'

/** A chart as the compiler lays it out: in a box of a size in pixels, its letters estimated. */
export function laidOut(
  model: ChartModel,
  size: Size,
): { readonly type: ChartType; readonly scene: Scene; readonly layout: ChartLayout } {
  const type = chartTypeOf(model.type)
  const scene = createScene(model, { traits: type, theme: defaultTheme, size, datasets: type.datasets(model) })
  const layout = type.layout(scene, estimatedTypesetter, size)
  scene.state.layout = layout
  return { type, scene, layout }
}
