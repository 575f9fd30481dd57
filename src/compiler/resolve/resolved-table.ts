import type { TableColumn, TextRun } from '../../model/deck.ts'

/** A table whose texts hold marks. */
export interface ResolvedTable {
  readonly id: string
  readonly caption: string
  readonly unit: string
  readonly columns: readonly ResolvedColumn[] // the first is that of the labels
  readonly rows: readonly ResolvedRow[]
  readonly notes: readonly string[]
  /** Keys of the figures in its cells. */
  readonly figures: readonly string[]
  readonly texts: readonly TextRun[]
}

export interface ResolvedColumn extends Pick<TableColumn, 'kind' | 'emphasis'> {
  readonly label: string
  readonly sub?: string
}

export interface ResolvedRow {
  readonly label: string
  readonly kind: 'row' | 'total' | 'heading'
  readonly indent: number
  readonly cells: readonly ResolvedCell[]
}

export interface ResolvedCell {
  readonly text: string // marks, or "–"
  /** Spaces as wide as the decimals that other cells of the column have more, so that points align. */
  readonly pad: string
}
