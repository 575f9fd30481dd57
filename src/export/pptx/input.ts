import type { Language } from '../../language/language.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { Box, Deck, NumberStyle } from '../../model/deck.ts'
import type { LayoutBoxes, LoadedPicture, SlideScope } from './layouts/scope.ts'
import type { DeckLook } from './look.ts'

/** What a presentation is made from. */
export interface PresentationInput {
  readonly deck: Deck
  readonly language: Language
  readonly layouts: ReadonlyMap<string, LayoutBoxes>
  /** Layouts that are the deck's own, or that it has changed: only their boxes are known. */
  readonly ownLayouts: ReadonlySet<string>
  readonly look: DeckLook
  readonly date: string // ISO day that its properties say it is of
  /** A picture of the public folder, as slides name it; undefined where it cannot be shown. */
  readonly picture: (address: string) => LoadedPicture | undefined
  readonly qr?: SlideScope['qr']
  /** How numbers are printed. */
  readonly numbers: NumberStyle
  /** The PNG of a chart that PowerPoint has no type for, by the chart's id. */
  readonly pixels: (chart: string) => Buffer | undefined
}

/** A chart that could not be made native. */
export interface DrawnChart {
  readonly slide: string
  readonly chart: ChartModel
  readonly box: Box
}
