import { parsePeriod } from '../../format/period-text.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { FigureUse, Slide } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Metric } from '../../model/figure.ts'
import { once } from '../../model/memory.ts'
import type { Calendar, Period } from '../../model/period.ts'
import type { Place } from '../../model/source-file.ts'
import { addText, poolMatches, type TextPool, textMatches, type WordMatch } from './matches/text-pool.ts'
import type { TextRun } from './text-runs.ts'

/** A printed number with the fact that it prints. */
export interface ShownFigure {
  readonly slide: Pick<Slide, 'id'>
  readonly use: FigureUse
  readonly fact: Fact
}

/** Part of a passage: the author's own words, or something bound. Offsets are into the passage's text. */
export type PassagePiece = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'figure'; readonly shown: ShownFigure }
  | { readonly kind: 'period'; readonly period: Period | undefined }
  | { readonly kind: 'plain' } // marked as text by its author
  | { readonly kind: 'data' } // words of the data: a label, a field, a cell
)

/** One run of text as a reader sees it, with what is bound in it. */
export interface Passage {
  readonly slide: Slide
  readonly region: TextRun['region']
  readonly text: string
  readonly pieces: readonly PassagePiece[]
  readonly place: Place
  readonly pool: TextPool
  /** The number that the text is a note of. */
  readonly of: ShownFigure | undefined
  /** Line items, whose names may stand in the text. */
  readonly metrics: ReadonlyMap<string, Metric>
}

export type FigurePiece = Extract<PassagePiece, { kind: 'figure' }>

export interface PassageSource {
  readonly slide: Slide
  readonly run: TextRun
  readonly shown: ReadonlyMap<string, ShownFigure>
  readonly calendar: Calendar
  /** Takes in the passage's text. */
  readonly pool: TextPool
  readonly metrics: ReadonlyMap<string, Metric>
}

/** Lays the parts of a run one after the other. */
export function readPassage({ slide, run, shown, calendar, pool, metrics }: PassageSource): Passage {
  const pieces: PassagePiece[] = []
  let text = ''
  for (const part of run.parts) {
    const start = text.length
    const figure = typeof part !== 'string' && 'use' in part ? shown.get(part.use) : undefined
    text +=
      typeof part === 'string'
        ? part
        : 'use' in part
          ? (figure?.use.text ?? '')
          : 'plain' in part
            ? part.plain
            : 'data' in part
              ? part.data
              : part.text
    const span = { start, end: text.length }
    if (typeof part === 'string') pieces.push({ ...span, kind: 'text' })
    else if (figure) pieces.push({ ...span, kind: 'figure', shown: figure })
    else if ('period' in part) pieces.push({ ...span, kind: 'period', period: parsePeriod(part.period, calendar) })
    else pieces.push({ ...span, kind: 'data' in part ? 'data' : 'plain' })
  }
  addText(text, pool)
  const of = run.of === undefined ? undefined : shown.get(run.of)
  return { slide, region: run.region, text, pieces, place: run.place, pool, of, metrics }
}

export const figuresOf = once(({ pieces }: Passage): readonly FigurePiece[] =>
  pieces.filter((piece): piece is FigurePiece => piece.kind === 'figure'),
)

/** Whether a range lies wholly in the author's own words. */
export function isOwnWords({ pieces }: Passage, start: number, end: number): boolean {
  return pieces.some((piece) => piece.kind === 'text' && piece.start <= start && end <= piece.end)
}

/** Whether no part of a range is a figure or a period: own words, and what they mark as plain text. */
function isUnbound({ pieces }: Passage, start: number, end: number): boolean {
  return pieces.every(
    ({ kind, start: from, end: to }) =>
      to <= start || end <= from || kind === 'text' || kind === 'plain' || kind === 'data',
  )
}

/** Every match of a global expression in the author's own words; `marked`: also in what they mark as plain text. */
export function matchesIn(passage: Passage, expression: RegExp, marked = false): readonly WordMatch[] {
  const matches = poolMatches(passage.text, expression, passage.pool)
  if (matches.length === 0) return matches
  const counts = marked ? isUnbound : isOwnWords
  return matches.filter(({ start, end }) => counts(passage, start, end))
}

/** The same, of one passage alone: for expressions that few passages need. */
export const matchesOf = (passage: Passage, expression: RegExp): readonly WordMatch[] =>
  textMatches(passage.text, expression).filter(({ start, end }) => isOwnWords(passage, start, end))

/** Offsets into a passage's text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

function between(passage: Passage, offset: number, ends: RegExp): TextRange {
  let start = 0
  for (const match of matchesIn(passage, ends)) {
    if (match.start >= offset) return { start, end: match.start }
    start = match.end
  }
  return { start, end: passage.text.length }
}

/** The clause, or the sentence, around an offset; a sentence may have several clauses. */
export const clauseAt = (passage: Passage, offset: number, { clauseEnd }: WordPatterns): TextRange =>
  between(passage, offset, clauseEnd)
export const sentenceAt = (passage: Passage, offset: number, { sentenceEnd }: WordPatterns): TextRange =>
  between(passage, offset, sentenceEnd)

/** The text between two offsets with bound numbers and periods blanked, so that only words are left. */
export function ownText(passage: Passage, start: number, end: number): string {
  return passage.pieces
    .filter((piece) => piece.end > start && piece.start < end)
    .map((piece) => {
      const text = passage.text.slice(Math.max(start, piece.start), Math.min(end, piece.end))
      return piece.kind === 'text' ? text : ' '.repeat(text.length)
    })
    .join('')
}
