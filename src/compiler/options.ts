import type { FontLetters } from '../format/letters/text-face.ts'
import type { Language } from '../language/language.ts'
import type { ChartModel } from '../model/chart.ts'
import type { Box, DeckData, Edition, FigureUse, TableModel } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Fact } from '../model/fact.ts'

/** Whether numbers printed on one slide need the note: a total stands among its parts and they miss it by rounding. */
export type RoundingTest = (data: DeckData, printed: readonly PrintedFact[], tables: readonly TableModel[]) => boolean

interface PrintedFact {
  readonly use: FigureUse
  readonly fact: Fact
}

export interface CompileOptions {
  readonly edition: Edition
  /** Called with each new chart that the edition shows as soon as it is known, so that it can be drawn meanwhile. */
  readonly foundChart?: (model: ChartModel, box: Box) => void
  /** Says which slides need the rounding note; without it none gets one. */
  readonly needsRoundingNote?: RoundingTest
  /** Languages that a deck may be written in; those that the engine ships when absent. */
  readonly languages?: readonly Language[]
  /** Files of public/, from there, e.g. "img/plant.jpg": the pictures that slides may show; none when absent. */
  readonly pictures?: ReadonlySet<string>
  /** Classes that style sheets of the deck itself or of its theme name: slides may have them in any layout. */
  readonly classes?: ReadonlySet<string>
  /** The letters of fonts that the deck names, beyond those of the shipped font; none when absent. */
  readonly fonts?: FontLetters
  /** Whether figures may be missing: each is a gap and a warning then, and the deck is made all the same. */
  readonly draft?: boolean
  /** Where the deck will be hosted, whatever data/deck.yaml says; null for nowhere. */
  readonly address?: string | null
  /** Findings of files that the caller could not read, e.g. one that is not UTF-8: an error among them means no deck. */
  readonly unread?: readonly Diagnostic[]
}
