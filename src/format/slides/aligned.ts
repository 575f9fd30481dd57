import type { Inline } from '../../model/content.ts'

/** The most columns that stand beside a bar, and where the rows are narrow, whose figures end with the margin. */
export const mostColumns = (isNarrow: boolean): number => (isNarrow ? 3 : 2)

/** Of a row beside a bar, as parts of its width: a column of so many, and the step to the next. */
export function alignedColumn(count: number, isNarrow: boolean): { readonly width: number; readonly step: number } {
  return isNarrow ? { width: 1 / count, step: 1 / count } : { width: 0.46, step: 0.48 }
}

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
