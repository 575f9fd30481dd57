import type { Scene } from '../../scene.ts'
import type { RowLayout } from '../chart-layout.ts'
import type { Typesetter } from '../text.ts'

const clearance = 24 // px between a name and the plot
const between = 8 // px between two figures
const most = 30 // px: rows are read after the values over them
const few = 5 // columns, under which rows are as large as the labels

/** As large as the labels of the chart under few columns, else or where its figures would not stand beside each other a step smaller. */
export function rowLayout(scene: Scene, typesetter: Typesetter, width: number): RowLayout {
  const { rows, categories } = scene.model
  const { small, label } = scene.sizes
  const largest = categories.length <= few ? [Math.min(label, most)] : []
  const sizes = scene.compact ? [small] : [...largest, Math.max(24, label - 4), 24, small]
  const layouts = sizes.map((size): RowLayout => {
    const names = Math.max(0, ...rows.map((row) => typesetter.width(row.label, size)))
    return { size, height: Math.round(size * 1.8), width: names > 0 ? Math.ceil(names) + clearance : 0 }
  })
  const fits = ({ size, width: names }: RowLayout): boolean => {
    const pitch = (width - names) / Math.max(1, categories.length)
    const cells = rows.flatMap((row) => row.cells.map(({ text }) => typesetter.width(text, size, 600)))
    return Math.max(0, ...cells) + between <= pitch
  }
  return layouts.find(fits) ?? layouts.at(-1) ?? { size: small, height: 0, width: 0 }
}
