import type { Lexicon } from '../words/lexicon.ts'
import { parseUnitIn } from '../words/unit-line.ts'
import { isGapRow, type TextLine } from './lines.ts'
import type { TableBlock } from './text-document.ts'

export interface TextCell {
  readonly text: string
  readonly line: number
  readonly column: number // 1-based, of the first character of the text
}

export interface TableGrid {
  readonly header: readonly (readonly TextCell[])[]
  readonly rows: readonly (readonly TextCell[])[]
}

const cell = (text: string, line: number, start: number): TextCell => ({
  text: text.trim(),
  line,
  column: start + 1 + (text.length - text.trimStart().length),
})

function pipeCells(line: TextLine): readonly TextCell[] {
  const cells: TextCell[] = []
  const first = line.text.indexOf('|')
  const opens = line.text.slice(0, first).trim() === ''
  let at = opens ? first + 1 : 0
  for (const part of line.text.slice(at).split('|')) {
    cells.push(cell(part, line.number, at))
    at += part.length + 1
  }
  if (/\|\s*$/.test(line.text)) cells.pop()
  return cells
}

function gapCells(line: TextLine): readonly TextCell[] {
  return [...line.text.matchAll(/\S(?:.*?\S)??(?=\s{2,}|\t|$)/g)].map((match) =>
    cell(match[0], line.number, match.index),
  )
}

const isSeparator = (line: TextLine): boolean => /^[\s|:+=-]+$/.test(line.text) && line.text.includes('-')

function pipeGrid(block: TableBlock): TableGrid {
  const at = block.lines.findIndex(isSeparator)
  const lines = block.lines.filter((line) => !isSeparator(line))
  const count =
    at > 0
      ? at
      : lines[0] && !/\d/.test(lines[0].text.replace(/[^|]*\|/, '').replace(/(?:FY|Q|H|20|19|')\d+|\dQ\S*/g, ''))
        ? 1
        : 0
  return { header: lines.slice(0, count).map(pipeCells), rows: lines.slice(count).map(pipeCells) }
}

/** A header above a table without rules has as many cells as the rows, or one less. */
function gapGrid(block: TableBlock): TableGrid {
  const rows = block.lines.map(gapCells)
  const width = Math.max(...rows.map((row) => row.length))
  const above = block.above.map(gapCells).filter((cells) => cells.length === width || cells.length === width - 1)
  const header = above.map((cells) =>
    cells.length === width ? cells : [{ text: '', line: cells[0]?.line ?? 1, column: 1 }, ...cells],
  )
  return { header, rows }
}

/** Whether a row under the header only says in what units the columns are: "Millions of yen | %". */
function isUnitRow(cells: readonly TextCell[], lexicon: Lexicon): boolean {
  const stated = cells.filter(({ text }) => text !== '')
  return (
    stated.length > 0 &&
    stated.every(
      ({ text }) => !/\d/.test(text) && (/^\(?%\)?$/.test(text) || parseUnitIn(`(${text})`, lexicon) !== undefined),
    )
  )
}

/** The cells of a table, with or without rules; rows of units under its header are part of that. */
export function readGrid(block: TableBlock, lexicon: Lexicon): TableGrid {
  const { header, rows } = writtenGrid(block, lexicon)
  const first = rows.findIndex((cells) => !isUnitRow(cells, lexicon))
  return first <= 0 ? { header, rows } : { header: [...header, ...rows.slice(0, first)], rows: rows.slice(first) }
}

function writtenGrid(block: TableBlock, lexicon: Lexicon): TableGrid {
  return block.lines.some((line) => line.text.includes('|') && !isGapRow(line.text, lexicon))
    ? pipeGrid(block)
    : gapGrid(block)
}
