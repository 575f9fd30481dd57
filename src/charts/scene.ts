import type { Chart } from 'chart.js'
import type { ChartCategory, ChartMark, ChartModel, ChartSeries } from '../model/chart.ts'
import type { ChartTraits } from './base/traits.ts'
import { type ChartTheme, onGround } from './colors/theme.ts'
import type { Size } from './layout/box.ts'
import type { ChartLayout } from './layout/chart-layout.ts'

/** Everything that the plugins draw from: the model, its appearance, and which dataset shows which series. */
export interface Scene {
  readonly model: ChartModel
  readonly traits: ChartTraits
  readonly theme: ChartTheme
  readonly sizes: TextSizes
  /** On a phone: 13 px text in CSS pixels instead of slide pixels. */
  readonly compact: boolean
  readonly horizontal: boolean
  /** Whether bars stand on each other. */
  readonly stacked: boolean
  readonly size: Size
  readonly datasets: readonly SceneDataset[]
  readonly state: SceneState
}

/** The part of a scene that changes. */
export interface SceneState {
  /** Set when Chart.js lays the chart out, before anything is drawn. */
  layout?: ChartLayout
  /** How far the labels have faded in, 0 to 1; changed by live charts only. */
  labelAlpha: number
}

export interface TextSizes {
  readonly label: number
  readonly category: number
  readonly small: number
}

/** The series that a dataset shows, the panel it stands in (0 except in small multiples), and whether its bars stand on others. */
export interface SceneDataset {
  readonly panel: number
  readonly model: ChartModel
  readonly series: ChartSeries
  readonly stacked: boolean
}

const compactBelow = 440 // px; the narrowest box on a slide is wider, a phone is not

const fullWidth = 1600 // px; a chart alone on its slide
const fewColumns = 8 // with one label each
const halfWidth = 800 // px; a chart beside words or another
const thirdWidth = 520 // px; one of three charts

/** How wide a letter is, on the average, in the larger type beside words. */
const letterWidth = 17

/**
 * Text sizes for a chart of a size: the fewer its columns for the width, the larger; `letters` are those of the longest word
 * under a column, which cannot be broken.
 */
export function textSizes(size: Size, columns = Number.POSITIVE_INFINITY, letters = 0): TextSizes {
  if (size.width < compactBelow) return { label: 13, category: 13, small: 12 }
  if (size.width >= fullWidth && columns <= 6) return { label: 30, category: 30, small: 24 }
  if (size.width >= fullWidth && columns <= 9) return { label: 28, category: 28, small: 24 }
  const hasRoom = columns <= fewColumns && letters * letterWidth <= size.width / columns
  const isOfFew = size.width >= thirdWidth && columns <= 3 && letters > 0
  if ((size.width >= halfWidth || isOfFew) && hasRoom) return { label: 28, category: 28, small: 22 }
  return size.width < 620 ? { label: 22, category: 22, small: 20 } : { label: 24, category: 24, small: 20 }
}

/** So many lines of a slope have room for names in large type. */
const fewLines = 3

/** What stands side by side, as far as it decides how large text can be: fields and slopes have their names at their sides. */
function columnsOf({ categories, series }: ChartModel, { family }: ChartTraits): number | undefined {
  const isSlope = family === 'lines' && categories.length < 3
  if (family === 'field' || (isSlope && series.length > fewLines)) return undefined
  // Several values stand at each column: no more columns than five have room for them in large type.
  return series.length > 1 && categories.length > 5 ? Math.max(fewColumns + 1, categories.length) : categories.length
}

/** The letters of the longest word under a column; beside bars that lie names have room of their own. */
function longestWord({ categories }: ChartModel, { axis }: ChartTraits): number {
  if (axis.orientation !== 'upright') return 0
  return Math.max(0, ...categories.flatMap(({ label }) => label.split(/[\s-]+/).map((word) => word.length)))
}

const [leastColumn, halfColumn] = [280, 180] // px from one column to the next: so few have room for larger type
const leastRow = 92 // px, of a bar that lies, or of each of those beside each other
const leastHeight = 440 // px of a chart whose names may be larger

/** Larger sizes for few marks on a large field, the largest first: as far as nothing is lost by them. */
export function largerSizes({ model, traits, sizes, compact, horizontal, stacked, size }: Scene): readonly TextSizes[] {
  const [count, most] =
    traits.family === 'parts' ? [model.series.length, mostParts] : [model.categories.length, mostLarge]
  const leastWidth = horizontal ? halfWidth : thirdWidth
  if (compact || model.panels || size.width < leastWidth || size.height < leastHeight || count > most) return []
  const bars = stacked ? 1 : Math.max(1, model.series.filter(({ mark }) => mark === 'bar').length)
  const isFull = size.width >= fullWidth
  const [pitch, least] = horizontal
    ? [size.height / count, leastRow * (bars > 1 ? 0.6 * bars : 1)]
    : [size.width / count, isFull ? leastColumn : halfColumn]
  if (pitch < least) return []
  const [label, category, small] = isFull ? [36, 34, 26] : [32, 30, 24]
  const wanted = [
    { label, category, small },
    { label, category: sizes.category, small: sizes.small },
    { label: label - 2, category: sizes.category, small: sizes.small },
  ]
  return wanted.filter((one) => one.label > sizes.label && one.category >= sizes.category)
}

/** Larger sizes for the names at both ends of a few lines across the slide, the largest first. */
export function largerNames({ model, sizes, compact, size }: Scene): readonly TextSizes[] {
  if (compact || size.width < fullWidth || size.height < leastHeight || model.series.length > mostNames) return []
  return [32, 30, 28, 26]
    .map((label) => ({ ...sizes, label, category: Math.max(label, sizes.category) }))
    .filter(({ label }) => label > sizes.label)
}

const mostNames = 5

const [mostLarge, mostParts] = [6, 4] // columns or rows; parts of a ring

/** What a scene needs besides the chart. */
interface SceneOptions {
  readonly traits: ChartTraits
  readonly theme: ChartTheme
  readonly size: Size
  readonly datasets: readonly SceneDataset[]
  /** Absent: the usual ones for so many columns in a chart of the size. */
  readonly sizes?: TextSizes
}

export function createScene(
  model: ChartModel,
  {
    traits,
    theme,
    size,
    datasets,
    sizes = textSizes(size, columnsOf(model, traits), longestWord(model, traits)),
  }: SceneOptions,
): Scene {
  return {
    model,
    traits,
    stacked: traits.stacks(model),
    theme: onGround(theme, model.ground),
    sizes,
    compact: size.width < compactBelow,
    horizontal: traits.axis.orientation === 'sideways',
    size,
    datasets,
    state: { labelAlpha: 1 },
  }
}

/** Chart.js data that carry their scene. */
export interface SceneData {
  readonly scene: Scene
}

export function sceneOf(chart: Chart): Scene | undefined {
  const data: object = chart.data
  return isSceneData(data) ? data.scene : undefined
}

function isSceneData(data: object): data is SceneData {
  return 'scene' in data
}

/** The mark behind a Chart.js element, with its series, category and place in the chart's data. */
export interface SceneMark {
  readonly datasetIndex: number
  readonly index: number
  readonly dataset: SceneDataset
  readonly mark: ChartMark
  readonly category: ChartCategory
}

/** The mark of a dataset's element; each slice of a ring is the one mark of a series. */
export function sceneMarkAt(scene: Scene, datasetIndex: number, index: number): SceneMark | undefined {
  const slices = scene.traits.elements === 'series'
  const dataset = scene.datasets[slices ? index : datasetIndex]
  const position = slices ? 0 : index
  const mark = dataset?.series.marks[position]
  const category = dataset?.model.categories[position]
  return dataset && mark && category ? { datasetIndex, index, dataset, mark, category } : undefined
}

export function seriesColor(scene: Scene, series: ChartSeries): string {
  return scene.theme.palette[series.color] ?? scene.theme.textColor
}

/** Whether a series has a colour beside others in the grey of context: it is what its chart is about. */
export const standsOut = ({ model }: { readonly model: Pick<ChartModel, 'series'> }, { color }: ChartSeries): boolean =>
  color !== 0 && model.series.some((one) => one.color === 0)
