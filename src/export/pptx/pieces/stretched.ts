import type { Frame, Item } from '../items.ts'

/** What stays free below such a table. */
const clear = 28

/** Rows of a table by itself share the height of a frame. */
export function stretched(items: readonly Item[], { y, height }: Pick<Frame, 'y' | 'height'>): readonly Item[] {
  const bottom = y + height - clear
  if (items.filter(({ kind }) => kind === 'table').length !== 1 || items.at(-1)?.kind !== 'table') return items
  return items.map((item) => {
    if (item.kind !== 'table' || item.rows.length < 2) return item
    const { frame, rows } = item
    const more = Math.max(0, bottom - frame.y - frame.height) / (rows.length - 1)
    const grown = rows.map((row, index) => (index === 0 ? row : { ...row, height: row.height + more }))
    return { ...item, frame: { ...frame, height: Math.max(frame.height, bottom - frame.y) }, rows: grown }
  })
}
