import type { DeclaredUnit } from '../words/unit-line.ts'
import type { TextLine } from './lines.ts'

export interface TextHeading {
  readonly text: string
  readonly line: number
  readonly column: number
  /** 1–6 as in Markdown; 10 a free line, 11 a line that ends with a colon. */
  readonly level: number
  readonly slide: number
}

/** A bullet, a line or a paragraph, with the map from its characters to lines and columns. */
export interface TextItem {
  readonly id: number
  readonly text: string
  readonly segments: readonly { readonly offset: number; readonly line: number; readonly column: number }[]
  readonly parent: number | undefined
  readonly slide: number
  /** Nearest first. */
  readonly headings: readonly TextHeading[]
  /** The nearest heading above, not too far, that names a period. */
  readonly periodHeading: TextHeading | undefined
  readonly unit: DeclaredUnit | undefined
  readonly isHeading: boolean
}

export interface TableBlock {
  readonly id: number
  readonly lines: readonly TextLine[]
  readonly slide: number
  readonly headings: readonly TextHeading[]
  readonly periodHeading: TextHeading | undefined
  readonly unit: DeclaredUnit | undefined
  /** Lines right above a table without rules: its header may be among them. */
  readonly above: readonly TextLine[]
}

export interface TextDocument {
  readonly lines: readonly TextLine[]
  readonly headings: readonly TextHeading[]
  readonly items: readonly TextItem[]
  readonly tables: readonly TableBlock[]
  readonly slides: number
}

/** Line and column of a character of an item. */
export function placeIn(item: Pick<TextItem, 'segments'>, offset: number): { line: number; column: number } {
  const segment = item.segments.findLast((candidate) => candidate.offset <= offset) ?? item.segments[0]
  return segment ? { line: segment.line, column: segment.column + offset - segment.offset } : { line: 1, column: 1 }
}
