import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ruleContext } from '../../src/tieout/tie-out.ts'
import { isOwnWords, matchesIn } from '../../src/tieout/words/passage.ts'
import { compile } from '../compile.ts'
import { anyLetter, goldenDeck } from '../golden/_decks.ts'

/** Every expression for matchAll in what a language is made into. */
function expressionsOf(value: unknown): readonly RegExp[] {
  if (value instanceof RegExp) return value.global ? [value] : []
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return []
  return Object.values(value).flatMap(expressionsOf)
}

test.each(['aarvo', 'kelpworks', 'tillman'])(
  'in the texts of %s taken together an expression finds what it finds in each',
  (name) => {
    const { evidence, deck } = compile(goldenDeck(join(import.meta.dirname, '../golden', name)), {
      edition: 'presenter',
      fonts: anyLetter,
    })
    if (!deck || !evidence) throw new Error('the golden deck does not compile')
    const { slides, words } = ruleContext({ ...evidence, slides: deck.slides })
    const passages = slides.flatMap((slide) => slide.passages)
    let matches = 0
    for (const expression of expressionsOf(words))
      for (const passage of passages) {
        const each = [...passage.text.matchAll(expression)]
          .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }))
          .filter(({ start, end }) => isOwnWords(passage, start, end))
        expect(matchesIn(passage, expression)).toMatchObject(each)
        matches += each.length
      }
    expect(matches).toBeGreaterThan(50)
  },
)
