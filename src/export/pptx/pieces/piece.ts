import type { Frame, Item } from '../items.ts'

/** A part of a column: as high as it needs to be in a width and at a scale of its text. */
export interface Piece {
  readonly gap: number // above it
  readonly height: (width: number, scale: number) => number
  readonly place: (frame: Frame, scale: number) => readonly Item[]
}
