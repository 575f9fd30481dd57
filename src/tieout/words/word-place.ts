import type { Place, SourceFile } from '../../model/source-file.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { isOwnWords, type Passage } from './passage.ts'

/** Over how many lines a run's text may be wrapped. */
const longest = 40

/** How often the same text stands in the author's words before a match. */
function rankOf(passage: Passage, { text, start }: WordMatch): number {
  let rank = 0
  for (let at = passage.text.indexOf(text); at >= 0 && at < start; at = passage.text.indexOf(text, at + 1))
    if (passage.pieces.some((piece) => piece.kind === 'text' && piece.start <= at && at + text.length <= piece.end))
      rank++
  return rank
}

/** The line without placeholders and plain marks, every character still in its column. */
function withoutPlaceholders(line: string): string {
  return line.replace(/\{\{.*?\}\}|\[\[.*?\]\]/g, (bound) => ' '.repeat(bound.length))
}

/** The exact place of a word of a passage in the slide's file; the run's own place where it cannot be found there. */
export function placeOf(passage: Passage, match: WordMatch, files: ReadonlyMap<string, SourceFile>): Place {
  const { place: fallback } = passage
  if (!isOwnWords(passage, match.start, match.end)) return fallback // the marks around plain text are no part of the match
  const file = files.get(fallback.path)
  if (file?.kind !== 'text') return fallback
  const lines = file.text.split('\n')
  let rank = rankOf(passage, match)
  for (let line = fallback.line; line <= Math.min(fallback.line + longest, lines.length); line++) {
    const text = withoutPlaceholders(lines[line - 1] ?? '')
    const from = line === fallback.line ? fallback.column - 1 : 0
    for (let at = text.indexOf(match.text, from); at >= 0; at = text.indexOf(match.text, at + 1))
      if (rank-- === 0) return { path: fallback.path, line, column: at + 1, length: match.text.length }
  }
  return fallback
}
