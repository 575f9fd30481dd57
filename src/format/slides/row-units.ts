import type { TableRow } from '../../model/deck.ts'

/** Rows without the unit that the heading over them names. */
export function withoutNamedUnits(rows: readonly TableRow[]): readonly TableRow[] {
  let named: string | undefined
  return rows.map((row) => {
    if (row.kind === 'heading') named = row.unit
    else if (row.unit !== undefined && row.unit === named) return withoutUnit(row)
    return row
  })
}

const withoutUnit = ({ unit: _, ...row }: TableRow): TableRow => row

/** Between a label and its unit: a short one, "$" or "%", never stands alone in a line. */
export const unitGap = (unit: string): string => (unit.length <= 3 ? '\u00a0' : ' ')

/**
 * What the label does not say itself of its unit: "EUR" beside "Earnings per share", nothing beside "Employees". A single
 * word goes only where it is the whole unit.
 */
export function unsaidUnit(unit: string, label: string): string {
  const words = unit.split(' ')
  const said = ` ${label
    .toLowerCase()
    .replace(/[()[\],;:]/g, ' ')
    .replace(/\s+/g, ' ')} `
  const from = words.findIndex((_, at) => said.includes(` ${words.slice(at).join(' ').toLowerCase()} `))
  return from === 0 || (from > 0 && words.length - from > 1) ? words.slice(0, from).join(' ') : unit
}
