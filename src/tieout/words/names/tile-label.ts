import { figuresOf, type Passage } from '../passage.ts'
import type { LabelledFigures } from './labelled-figures.ts'

/** The label of a tile that its author wrote, with the numbers in it. */
export function tileLabel(passage: Passage): LabelledFigures | undefined {
  const [label] = passage.pieces
  if (passage.region !== 'tile' || label?.kind !== 'text') return undefined
  const facts = figuresOf(passage).map(({ shown }) => shown.fact)
  return { kind: 'tile', text: passage.text.slice(0, label.end).trim(), facts, place: passage.place }
}
