import type { ChartModel } from '../model/chart.ts'
import { chartTypeOf } from './chart-types.ts'
import { defaultTheme } from './colors/theme.ts'
import { fittingScene } from './fitting-scene.ts'
import type { Size } from './layout/box.ts'
import { estimatedTypesetter } from './layout/letters.ts'
import type { LaidOut } from './losses.ts'

/** A chart as the compiler lays it out: in a box of a size in pixels, its letters estimated. */
export function laidOut(model: ChartModel, size: Size): LaidOut {
  const type = chartTypeOf(model.type)
  const scene = fittingScene(model, { type, theme: defaultTheme, size })
  const layout = type.layout(scene, estimatedTypesetter, size)
  scene.state.layout = layout
  return { type, scene, layout }
}
