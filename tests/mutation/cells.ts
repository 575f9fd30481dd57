/** A cell of a CSV text, by its offsets; quotes are part of the stretch, not of the value. */
export interface Cell {
  readonly line: number // from 0
  readonly column: number // from 0
  readonly start: number
  readonly end: number
  readonly value: string
}

/** Every cell of a CSV text, with its place in it. */
export function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = []
  let [line, column, start, quoted] = [0, 0, 0, false]
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (character === '"') quoted = !quoted
    const ends = at === text.length || (!quoted && (character === ',' || character === '\n'))
    if (!ends) continue
    const raw = text.slice(start, at)
    cells.push({ line, column, start, end: at, value: raw.replace(/^"|"$/g, '').replaceAll('""', '"') })
    start = at + 1
    column = character === '\n' ? 0 : column + 1
    if (character === '\n') line++
  }
  return cells
}

/** A figure's cell with what its row and column say of it. */
export interface FigureCell extends Cell {
  readonly path: string
  readonly metric: string
  readonly unit: string
  readonly scenario: string
  readonly measure: string
  readonly period: string
}

const fixed = new Set(['metric', 'unit', 'scenario', 'measure', 'status', 'source', 'at', 'note'])

/** Cells of a file of data/figures that hold one plain number. */
export function figureCells(path: string, text: string): readonly FigureCell[] {
  const cells = cellsOf(text)
  const head = cells.filter(({ line }) => line === 0).map(({ value }) => value.trim())
  const rows = new Map<number, Map<string, string>>()
  for (const { line, column, value } of cells) {
    const row = rows.get(line) ?? new Map<string, string>()
    row.set(head[column] ?? '', value)
    rows.set(line, row)
  }
  return cells
    .filter(
      ({ line, column, value }) => line > 0 && !fixed.has(head[column] ?? '') && /^-?\d[\d,]*(?:\.\d+)?$/.test(value),
    )
    .map((cell) => {
      const row = rows.get(cell.line)
      const of = (name: string): string => row?.get(name) ?? ''
      return {
        ...cell,
        path,
        metric: of('metric'),
        unit: of('unit'),
        scenario: of('scenario'),
        measure: of('measure') || 'value',
        period: head[cell.column] ?? '',
      }
    })
}
