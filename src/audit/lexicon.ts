import type { ClaimWords } from '../language/claim-words.ts'
import { compileWords, type WordPatterns } from '../language/word-patterns.ts'
import { type NumberPatterns, numberPatterns } from './number-patterns.ts'
import { type PeriodPattern, periodPatterns } from './period-patterns.ts'
import { type WordKind, wordKinds } from './word-kinds.ts'

/** The words of a language as the audit reads them, made once for a text. */
export interface Lexicon {
  readonly words: WordPatterns
  readonly numbers: NumberPatterns
  readonly periods: readonly PeriodPattern[]
  readonly kinds: readonly WordKind[]
}

/** Makes the audit's expressions of a language's words. Pure. */
export function openLexicon(claims: ClaimWords): Lexicon {
  const words = compileWords(claims)
  return {
    words,
    numbers: numberPatterns(claims),
    periods: periodPatterns(words),
    kinds: wordKinds(words),
  }
}
