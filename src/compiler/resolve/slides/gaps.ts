import type { Fact } from '../../../model/fact.ts'
import type { FactBook } from '../../../model/fact-book.ts'
import type { DeckContext } from '../deck-context.ts'
import type { AskedFact } from '../facts/facts-recorded.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** A number that a slide asks for and the data do not give. */
export interface Gap {
  readonly slide: string // its id
  readonly path: string // its file
  /** The fact that the slide asks for, and those without which it is not known; itself where it is no computed one. */
  readonly asked: Fact
  readonly missing: readonly Fact[]
}

/** The facts at the bottom of one that is missing: figures that no figure could be computed for. */
function bottomOf(fact: Fact, facts: FactBook, seen = new Set<string>()): readonly Fact[] {
  if (seen.has(fact.id)) return []
  seen.add(fact.id)
  const missing = fact.inputs.flatMap((id) => {
    const input = facts.find(id)
    return input?.absence === 'missing' ? [input] : []
  })
  return missing.length === 0 ? [fact] : missing.flatMap((input) => bottomOf(input, facts, seen))
}

interface AskingSlide {
  readonly value: Pick<ResolvedSlide, 'parsed'>
  readonly asked: readonly AskedFact[]
}

/** What each slide asks for in vain, in the order of the slides. */
export function gapsOf(slides: readonly AskingSlide[], context: DeckContext): readonly Gap[] {
  return slides.flatMap(({ value, asked }) =>
    asked
      .filter(({ fact }) => fact.absence === 'missing')
      .map(({ fact }) => {
        const { id: slide, path } = value.parsed.source
        return { slide, path, asked: fact, missing: bottomOf(fact, context.facts) }
      }),
  )
}
