import type { Lexicon, WordKind } from './lexicon.ts'

/** A word of the text that says something of a number near it. */
export interface WordToken extends Pick<WordKind, 'kind' | 'sense' | 'certain'> {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Direction, comparison and versus words, in order; overlapping ones give way to the longer. */
export function findWords(text: string, { kinds }: Lexicon): readonly WordToken[] {
  const found = kinds.flatMap(({ kind, sense, certain, pattern }) =>
    [...text.matchAll(pattern)].map(
      (match): WordToken => ({
        kind,
        sense,
        certain,
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      }),
    ),
  )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(
    (word, index) =>
      !found
        .slice(0, index)
        .some((other) => other.end > word.start && other.end - other.start >= word.end - word.start && other !== word),
  )
}

/** Whether a direction word may be praise, or mean something else: it proves neither a rise nor a fall. */
export function isNeutral(text: string, { words }: Lexicon): boolean {
  const sense = words.senses.get(text.toLowerCase())
  return !sense?.certain || sense.direction === 'better' || sense.direction === 'worse'
}
