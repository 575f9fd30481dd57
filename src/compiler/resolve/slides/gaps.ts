import type { Fact } from '../../../model/fact.ts'
import type { AskedFact } from '../facts/facts-recorded.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** A number that a slide asks for and the data do not give. */
export interface Gap {
  readonly slide: string // its id
  readonly path: string // its file
  readonly asked: Fact
}

interface AskingSlide {
  readonly value: Pick<ResolvedSlide, 'parsed'>
  readonly asked: readonly AskedFact[]
}

/** What each slide asks for in vain, in the order of the slides. */
export function gapsOf(slides: readonly AskingSlide[]): readonly Gap[] {
  return slides.flatMap(({ value, asked }) =>
    asked
      .filter(({ fact }) => fact.absence === 'missing')
      .map(({ fact }) => {
        const { id: slide, path } = value.parsed.source
        return { slide, path, asked: fact }
      }),
  )
}
