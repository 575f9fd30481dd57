import type { Inline } from '../../model/content.ts'

/** Of a row beside a bar, as parts of its width: a column, the step to the next; figures of narrow rows end with the margin. */
export const [alignedColumn, narrowColumn] = [
  { width: 0.46, step: 0.48 },
  { width: 0.5, step: 0.5 },
]

/** The columns of a row beside a bar: what is in italics, each stretch by itself; none where words stand beside these. */
export function alignedColumns(runs: readonly Inline[]): readonly (readonly Inline[])[] {
  if (runs.some((run) => !run.emphasis && (!('text' in run) || run.text.trim() !== ''))) return []
  const columns: Inline[][] = []
  let isOpen = false
  for (const run of runs) {
    if (run.emphasis && isOpen) columns.at(-1)?.push(run)
    else if (run.emphasis) columns.push([run])
    isOpen = run.emphasis === true
  }
  return columns
}
