import { diffArrays } from 'diff'

/** A piece of a text: in both, only in the old deck, or only in the new one. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Letters of scripts that write blanks between words. */
const letter = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}]`

/** Blanks, a word with its digits and sign of percent, or one character: "JPY14,032", "12.6%", "4Q08", "revenues". */
const token = new RegExp(String.raw`\s+|(?:${letter}|\d)+(?:[.,]\d+)*%?|.`, 'gsu')

const tokensOf = (text: string): string[] => text.match(token) ?? []

/** Two texts as one, word by word; a number is one word. */
export const wordPieces = (before: string, after: string): readonly Piece[] =>
  diffArrays(tokensOf(before), tokensOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }))
