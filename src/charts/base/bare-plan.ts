import type { ChartLayout } from '../layout/chart-layout.ts'
import type { Scene } from '../scene.ts'

/** The plan of a chart without axes, legend and lanes: nothing but the room around it. */
export function bareLayout(scene: Scene, padding: ChartLayout['padding']): ChartLayout {
  return {
    padding,
    label: scene.sizes.label,
    axis: false,
    sparse: false,
    categories: { kind: 'lines', lines: [], height: 0 },
    legend: { kind: 'none' },
    lanes: [],
    laneHeight: 0,
    topRoom: 0,
    bottomRoom: 0,
  }
}
