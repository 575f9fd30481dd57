import { diffWordsWithSpace } from 'diff'

/** A piece of a text: in both, only in the old deck, or only in the new one. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Two texts as one, word by word. */
export const wordPieces = (before: string, after: string): readonly Piece[] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }))
