import { type Block, plainText } from '../../../model/content.ts'
import type { Insets, Paragraph, TableCellItem } from '../items.ts'
import { heightOf, scaled, widthOf } from '../text/measure.ts'
import { paragraph, type TextStyle } from '../text/paragraphs.ts'
import type { Piece } from './piece.ts'

type Grid = Extract<Block, { readonly kind: 'grid' }>

/** Widths of columns as browsers share them out: what each would take in one line, in proportion. */
export function sharedWidths(natural: readonly number[], width: number): readonly number[] {
  const sum = natural.reduce((all, each) => all + each, 0)
  if (sum === 0) return natural.map(() => width / Math.max(1, natural.length))
  if (sum <= width) return natural.map((each) => (each * width) / sum)
  // Narrow columns keep their width, wide ones wrap.
  const fair = width / natural.length
  const narrow = natural.filter((each) => each <= fair).reduce((all, each) => all + each, 0)
  const wide = natural.filter((each) => each > fair).reduce((all, each) => all + each, 0)
  return natural.map((each) => (each <= fair ? each : (each * (width - narrow)) / wide))
}

/** A table written in Markdown, as a native one. */
export function gridPiece({ head, rows }: Grid, style: TextStyle, gap: number): Piece {
  const inset: Insets = [style.size * 0.2, style.size * 0.5, style.size * 0.2, style.size * 0.2]
  const lines = [head, ...rows].map((cells, row) =>
    cells.map(
      ({ runs, align }): Paragraph => ({
        ...paragraph(runs, { ...style, ...(align && { align }), line: 1.3 }),
        ...(row === 0 && { bold: true }),
      }),
    ),
  )
  const padding = inset[1] + inset[3]
  const natural = head.map((_, column) =>
    Math.max(...lines.map((cells) => widthOf(cells[column] ? [cells[column]] : []) + padding)),
  )
  const heights = (width: number, scale: number): readonly number[] => {
    const widths = sharedWidths(natural, width)
    return lines.map((cells) =>
      Math.max(
        ...cells.map((cell, at) => heightOf(scaled([cell], scale), (widths[at] ?? 0) - padding) + inset[0] + inset[2]),
      ),
    )
  }
  return {
    gap,
    height: (width, scale) => heights(width, scale).reduce((all, each) => all + each, 0),
    place: (frame, scale) => {
      const each = heights(frame.width, scale)
      const items = lines.map((cells, row) => ({
        height: each[row] ?? 0,
        cells: cells.map(
          (cell): TableCellItem => ({
            paragraphs: scaled([cell], scale),
            inset,
            bottom: row === 0 ? { color: style.look.ink, width: 2 } : { color: style.look.rule, width: 1 },
          }),
        ),
      }))
      const alt = head.map(({ runs }) => plainText(runs)).join(', ')
      return [{ kind: 'table', name: 'Table', alt, frame, columns: sharedWidths(natural, frame.width), rows: items }]
    },
  }
}
