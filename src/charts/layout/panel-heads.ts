import type { ChartModel, ChartSeries } from '../../model/chart.ts'
import { once } from '../../model/memory.ts'
import type { Scene } from '../scene.ts'
import { swatch } from './legend.ts'
import { estimatedTypesetter as typesetter } from './letters.ts'
import { linesOf } from './text.ts'

/** A line over a panel: of its title, or of the name of a series, whose colour stands before the first. */
interface HeadLine {
  readonly text: string
  /** Pixels from the panel's left edge. */
  readonly x: number
  readonly row: number
  readonly weight: 400 | 600
  readonly series?: ChartSeries
}

export interface PanelHeads {
  /** The lines of each panel. */
  readonly panels: readonly (readonly HeadLine[])[]
  /** How many rows the highest head has. */
  readonly rows: number
  /** Titles and names that are cut. */
  readonly cut: readonly string[]
}

export const headLine = 1.15 // height of a row relative to its text
const most = 2 // lines of a title or a name
const inset = swatch.width + swatch.gap

/** Whether all panels have series of the same names and colours, which one legend over them explains. */
export function hasSharedLegend({ panels = [], legend }: ChartModel): boolean {
  const [first] = panels
  const namesOf = ({ series }: ChartModel): string => JSON.stringify(series.map(({ label, color }) => [label, color]))
  return (
    legend !== 'none' &&
    first !== undefined &&
    panels.every((panel) => panel.legend === 'top' && namesOf(panel) === namesOf(first))
  )
}

/**
 * What stands over each panel: its title and, where it has several series, their names beside their colours, which take
 * the place of a title that is made of these names. Broken by the compiler's measure, so that room and text agree.
 */
export const panelHeads = once((scene: Scene): PanelHeads => {
  const { model, sizes } = scene
  const { panels = [] } = model
  const isNamed = model.legend !== 'none' && !hasSharedLegend(model)
  const limit = { width: panelWidth(scene) * 0.985, size: sizes.category, most } // a hundredth: the measure's error
  const cut: string[] = []
  const broken = (text: string, width: number): readonly string[] => {
    const lines = linesOf(typesetter, text, { ...limit, width, weight: 600 })
    if (lines.some((line) => line.endsWith('…') && !text.includes(line))) cut.push(text)
    return lines
  }
  const heads = panels.map(({ title, series, legend }): readonly HeadLine[] => {
    const names = isNamed && legend !== 'none'
    const titles = names && legend === 'direct' ? [] : broken(title, limit.width)
    const lines = titles.map((text, row): HeadLine => ({ text, x: 0, row, weight: 600 }))
    return names ? [...lines, ...nameLines(series, { from: titles.length, limit, broken })] : lines
  })
  return { panels: heads, rows: Math.max(1, ...heads.flat().map(({ row }) => row + 1)), cut }
})

/** The names of series one after another, and below each other where a row is full. */
function nameLines(
  series: readonly ChartSeries[],
  {
    from,
    limit,
    broken,
  }: {
    readonly from: number
    readonly limit: { readonly width: number; readonly size: number }
    readonly broken: (text: string, width: number) => readonly string[]
  },
): readonly HeadLine[] {
  let [x, row, height] = [0, from, 1]
  return series.flatMap((one) => {
    const lines = broken(one.label, limit.width - inset)
    const width = inset + Math.max(0, ...lines.map((line) => typesetter.width(line, limit.size, 600)))
    if (x > 0 && x + width > limit.width) [x, row, height] = [0, row + height, 1]
    const [left, top] = [x + inset, row]
    x += width + swatch.between
    height = Math.max(height, lines.length)
    return lines.map((text, order): HeadLine => {
      const line = { text, x: left, row: top + order, weight: 600 } as const
      return order === 0 ? { ...line, series: one } : line
    })
  })
}

/** How many columns and rows panels stand in: rows of four at most. */
export function panelGrid(model: ChartModel): { readonly columns: number; readonly rows: number } {
  const count = Math.max(1, model.panels?.length ?? 1)
  const rows = count <= 4 ? 1 : 2
  return { columns: Math.ceil(count / rows), rows }
}

/** The axes of a panel: bars of the same axis stand beside each other, so each panel has its own along the periods. */
export const panelAxes = (model: ChartModel, panel: number): { readonly x: string; readonly y: string } => ({
  x: `x${panel}`,
  y: `y${Math.floor(panel / panelGrid(model).columns)}`,
})

/** Pixels that a panel keeps free at its sides. */
export const panelSide = ({ compact }: Scene): number => (compact ? 5 : 14)

/** The width of a panel's plot and head. */
export const panelWidth = (scene: Scene): number =>
  scene.size.width / panelGrid(scene.model).columns - 2 * panelSide(scene)
