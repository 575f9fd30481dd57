import type { Slide } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'

export interface RenderedSlide {
  readonly slide: Slide
  /** Facts that the slide shows, to be gathered with their inputs. */
  readonly facts: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
