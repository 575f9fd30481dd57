import type { Language } from '../language/language.ts'
import type { ChartModel } from '../model/chart.ts'
import type { DeckData, Edition, FigureUse } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { CompileCache } from './cache.ts'

/** Whether numbers printed on one slide need the note: a total stands among its parts and they miss it by rounding. */
export type RoundingTest = (uses: readonly FigureUse[], facts: ReadonlyMap<string, Fact>) => boolean

export interface CompileOptions {
  readonly edition: Edition
  /** Draws a chart's still picture; without it there are none. */
  readonly drawChart?: (model: ChartModel, size: { readonly width: number; readonly height: number }) => string
  /** Takes an asset's text and gives its address. */
  readonly assetUrl?: (name: string, content: string) => string
  /** Tells which slides need the rounding note; without it none gets one. */
  readonly roundingTest?: (data: DeckData) => RoundingTest
  /** Languages that a deck may be written in; those that the engine ships when absent. */
  readonly languages?: readonly Language[]
  /** Kept by the caller, so that the next compilation makes only what changed. */
  readonly cache?: CompileCache
}
