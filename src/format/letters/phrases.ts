/** Where a line of a text may end, as positions in it: between phrases, in scripts that have no blanks. */
export type PhraseBreaks = (text: string) => readonly number[]

/** Whether a text has letters that are written without blanks. */
export const isUnspaced = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(text)

/** Signs that begin no line: closing ones, dashes, marks of length and repetition, small kana (JIS X 4051, strict). */
const noStart = /^[\s\p{Pe}\p{Pf}\p{Po}\p{Pd}\p{Lm}\p{M}℃ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ]/u

/** Signs that end no line: opening ones, and those that belong to the number behind them. */
const noEnd = /[\s\p{Ps}\p{Pi}\p{S}.,#@]$/u

/** A number goes with what it counts, and letters that know blanks stay in their word. */
const isInside = (before: string, after: string): boolean =>
  /\p{Nd}$/u.test(before) ||
  (/[\p{L}\p{N}]$/u.test(before) &&
    /^[\p{L}\p{N}]/u.test(after) &&
    !isUnspaced(before.slice(-1)) &&
    !isUnspaced(after.slice(0, 1)))

/** Whether a line may end at a position of a text. */
export function mayBreakAt(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)]
  return before !== '' && after !== '' && !noStart.test(after) && !noEnd.test(before) && !isInside(before, after)
}

/** What stands in a label where its phrases end: it has no width, and is never drawn. */
export const phraseEnd = '\u200b'

/** A label split into its phrases. */
export function withPhraseEnds(text: string, breaks: PhraseBreaks): string {
  if (!isUnspaced(text)) return text
  const ends = breaks(text)
  return ends.reduceRight((marked, at) => `${marked.slice(0, at)}${phraseEnd}${marked.slice(at)}`, text)
}
