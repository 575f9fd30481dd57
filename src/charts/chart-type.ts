import type { Chart, Plugin } from 'chart.js'
import type { ChartWords } from '../language/language.ts'
import type { ChartModel } from '../model/chart.ts'
import type { ChartBody, ChartBuilder, Fault } from './base/chart-builder.ts'
import type { TypeConfiguration } from './base/datasets.ts'
import type { Target } from './base/hits.ts'
import type { ChartSpec, OptionalKey, Shape, Zod } from './base/keys.ts'
import type { ChartTraits } from './base/traits.ts'
import type { Size } from './layout/box.ts'
import type { ChartLayout } from './layout/chart-layout.ts'
import type { Typesetter } from './layout/text.ts'
import type { Scene, SceneDataset } from './scene.ts'

/**
 * Facts of a chart that must agree with each other, for the tie-out: parts and the total over them; the shares of a
 * category and 100; the steps of a bridge, each from where the one before ended.
 */
type ChartLink = 'parts-to-total' | 'shares-to-100' | 'steps-to-end'

/** The parts of a chart that its summary describes. */
export type SummaryInput = Pick<ChartModel, 'title' | 'unit' | 'categories' | 'series' | 'panels' | 'totals' | 'own'>

/** Which mark of a drawn chart a reader points at. */
export interface HitTests {
  /** Every mark in the order in which the keyboard walks over them. */
  targets(chart: Chart, scene: Scene): readonly Target[]
  /** The mark at a point of the canvas, or the nearest that it can mean. */
  targetAt(chart: Chart, scene: Scene, at: { readonly x: number; readonly y: number }): Target | undefined
}

/** Everything about one type of chart; src/charts/chart-types.ts lists them. */
export interface ChartType extends ChartTraits {
  /** Required parts of the block; "periods" and "period" stand in for each other. */
  readonly needs: readonly string[]
  /** Shared keys that it accepts beyond those that every chart has. */
  readonly takes: readonly OptionalKey[]
  /** Shared keys that every chart has, but that have no effect in this one. */
  readonly ignores?: readonly Exclude<keyof ChartSpec, OptionalKey>[]
  /** Keys of its own. */
  readonly keys?: (zod: Zod) => Shape
  /** What is wrong with its block, apart from missing parts. */
  readonly limits?: (spec: ChartSpec) => Fault | undefined
  /** How many series can be named in a box of a size; absent: no limit. */
  readonly mostSeries?: (model: ChartModel, size: Size) => number
  /** How many categories a box of a size has room for, so that no name runs into the next and each bar is seen; absent: no limit. */
  readonly mostCategories?: (model: ChartModel, size: Size) => number
  /** The height that each of several plots has in a box of this size. */
  readonly plotHeight?: (model: ChartModel, size: Size) => number
  /** Its numbers. */
  readonly body: (builder: ChartBuilder) => ChartBody | undefined
  /** What it shows, a phrase each: "Recurring from 13,050 in 1Q08 to 14,032 in 4Q08". */
  readonly summary: (chart: SummaryInput, words: ChartWords) => readonly string[]

  readonly links: readonly ChartLink[]
  /** Where the drawing would misstate the figures, in words; the length of each mark is always checked besides. */
  readonly faults?: (model: ChartModel) => readonly string[]

  /** Which series each Chart.js dataset shows. */
  readonly datasets: (model: ChartModel) => readonly SceneDataset[]
  readonly configure: (scene: Scene) => TypeConfiguration
  /** The space that everything outside the plot takes. */
  readonly layout: (scene: Scene, typesetter: Typesetter, size: Size) => ChartLayout
  /** Names that a type with labels of its own cuts short in a box of a size. */
  readonly cutNames?: (scene: Scene, typesetter: Typesetter, size: Size) => readonly string[]
  /** Drawn in this order, each over the one before. */
  readonly plugins: readonly Plugin[]
  readonly hits: HitTests
}
