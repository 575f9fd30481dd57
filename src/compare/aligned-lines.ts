import { diffArrays } from 'diff'
import type { Slide } from '../model/deck.ts'
import { type Piece, wordPieces } from './pieces.ts'
import { chartLines, type SlideLine, slideLines } from './slide-lines.ts'

/** A line of a slide as it was and as it is, beside each other; one side is empty where only the other deck has it. */
export interface AlignedLine {
  readonly where: SlideLine['where']
  /** What became of it: its words, or only figures and periods in them. */
  readonly kind: 'same' | 'wording' | 'figures' | 'charts' | 'notes'
  readonly pieces: readonly Piece[]
  readonly was: SlideLine | undefined
  readonly is: SlideLine | undefined
}

const kindOf = (where: SlideLine['where'], otherwise: 'wording' | 'figures'): AlignedLine['kind'] =>
  where === 'note' ? 'notes' : where === 'chart' ? 'charts' : otherwise

function alignedLine(was: SlideLine | undefined, is: SlideLine | undefined): readonly AlignedLine[] {
  const where = is?.where ?? was?.where
  if (where === undefined) return []
  if (was && is && was.text === is.text)
    return [{ where, kind: 'same', pieces: [{ kind: 'same', text: is.text }], was, is }]
  const kind = kindOf(where, was && is && was.words === is.words ? 'figures' : 'wording')
  return [{ where, kind, pieces: wordPieces(was?.text ?? '', is?.text ?? ''), was, is }]
}

const allLines = (slide: Slide | undefined): readonly SlideLine[] =>
  slide ? [...slideLines(slide), ...chartLines(slide)] : []

/** Every line of a slide of two decks in reading order, those that changed beside what they were. */
export function alignedLines(was: Slide | undefined, is: Slide | undefined): readonly AlignedLine[] {
  const [before, after] = [allLines(was), allLines(is)]
  const isSame = (a: SlideLine, b: SlideLine): boolean => a.where === b.where && a.words === b.words
  const parts = diffArrays([...before], [...after], { comparator: isSame })
  const aligned: AlignedLine[] = []
  let [at, now] = [0, 0]
  for (const [index, { added, removed, value }] of parts.entries()) {
    if (added && parts[index - 1]?.removed) continue // placed beside what went
    const taken = removed && parts[index + 1]?.added ? (parts[index + 1]?.value.length ?? 0) : 0
    const [had, has] = [added ? 0 : value.length, removed ? taken : value.length]
    for (let step = 0; step < Math.max(had, has); step++)
      aligned.push(
        ...alignedLine(step < had ? before[at + step] : undefined, step < has ? after[now + step] : undefined),
      )
    at += had
    now += has
  }
  return aligned
}
