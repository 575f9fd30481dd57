import { fill } from '../../../language/fill.ts'
import type { FactWords } from '../../../language/language.ts'
import type { Block, FieldContent, Group, Inline, Text } from '../../../model/content.ts'
import type { Note, TableModel, Tile } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Place } from '../../../model/source-file.ts'
import type { PrintedFigure } from '../placeholders/figure-uses.ts'

/** Looks a fact up by its id. */
export type FindFact = (id: string) => Fact | undefined

/**
 * What a reader learns of a figure that no source gives as such; undefined where no note is needed. What was
 * computed from such a figure takes its note.
 */
function footnoteOf(fact: Fact, find: FindFact, words: FactWords): string | undefined {
  for (const id of fact.inputs) {
    const input = find(id)
    const note = input && footnoteOf(input, find, words)
    if (note !== undefined) return note
  }
  if (fact.inputs.length > 0) return undefined
  const { formula = '' } = fact
  if (fact.status === 'derived') return formula === '' ? words.derived : fill(words.derivedFrom, { formula })
  // a target that is a range prints as one
  const isRange = fact.status === 'range' && fact.scenario === 'actual' && formula !== ''
  return isRange ? fill(words.rangeFrom, { formula }) : undefined
}

/** Documents of a fact and of what it was computed from, in order. */
export function documentsOf(fact: Fact, find: FindFact): readonly string[] {
  const own = fact.sources.map(({ document }) => document)
  if (own.length > 0) return own
  return fact.inputs.flatMap((id) => {
    const input = find(id)
    return input ? documentsOf(input, find) : []
  })
}

/** Footnote marks by fact, and the notes that they lead to. */
export interface Footnotes {
  readonly marks: ReadonlyMap<string, string>
  readonly notes: readonly Note[]
}

interface Marking {
  readonly find: FindFact
  readonly words: FactWords
  readonly markOf: (index: number) => string
  readonly place: Place
}

/** A mark for each note that the figures need, in the order in which they are printed. */
export function footnotesOf(figures: readonly PrintedFigure[], { find, words, markOf, place }: Marking): Footnotes {
  const marks = new Map<string, string>()
  const byNote = new Map<string, string>()
  for (const { fact } of figures) {
    const note = footnoteOf(fact, find, words)
    if (note === undefined) continue
    const mark = byNote.get(note) ?? markOf(byNote.size)
    byNote.set(note, mark)
    marks.set(fact.id, mark)
  }
  const notes = [...byNote].map(
    ([text, mark]): Note => ({ mark, origin: 'derived', runs: [{ kind: 'data', text }], place }),
  )
  return { marks, notes }
}

/** †, ‡, §, ‖, ¶, then doubled: as printed after a figure and before its note. */
export function signMark(index: number): string {
  const symbols = ['†', '‡', '§', '‖', '¶']
  return (symbols[index % symbols.length] ?? '†').repeat(Math.floor(index / symbols.length) + 1)
}

/** a, b, c … for the notes of a table. */
export const letterMark = (index: number): string => String.fromCharCode(97 + (index % 26))

type Marks = Footnotes['marks']

function markRuns(runs: readonly Inline[], marks: Marks): readonly Inline[] {
  if (marks.size === 0) return runs
  return runs.map((run) => {
    const mark = run.kind === 'figure' ? marks.get(run.fact) : undefined
    return mark === undefined ? run : { ...run, mark }
  })
}

export const markText = <T extends Text>(text: T, marks: Marks): T => ({ ...text, runs: markRuns(text.runs, marks) })

/** The blocks with the marks of their footnotes after the figures. */
export function markBlocks(blocks: readonly Block[], marks: Marks): readonly Block[] {
  if (marks.size === 0) return blocks
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
      case 'code':
        return markText(block, marks)
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, blocks: markBlocks(item.blocks, marks) })) }
      case 'quote':
        return { ...block, blocks: markBlocks(block.blocks, marks) }
      case 'grid':
        return {
          ...block,
          head: block.head.map((cell) => markText(cell, marks)),
          rows: block.rows.map((row) => row.map((cell) => markText(cell, marks))),
        }
      default:
        return block
    }
  })
}

export const markGroup = ({ heading, blocks }: Group, marks: Marks): Group => ({
  heading: markText(heading, marks),
  blocks: markBlocks(blocks, marks),
})

export function markField(field: FieldContent, marks: Marks): FieldContent {
  switch (field.kind) {
    case 'text':
      return { ...field, text: markText(field.text, marks) }
    case 'list':
      return { ...field, items: field.items.map((item) => markField(item, marks)) }
    case 'map':
      return {
        ...field,
        entries: Object.fromEntries(Object.entries(field.entries).map(([key, item]) => [key, markField(item, marks)])),
      }
    case 'value':
      return field
  }
}

export function markTile(tile: Tile, marks: Marks): Tile {
  const { label, period, value, change, note } = tile
  return {
    ...tile,
    label: markRuns(label, marks),
    period: markRuns(period, marks),
    value: markRuns(value, marks),
    change: markRuns(change, marks),
    note: markRuns(note, marks),
  }
}

/** The table with letters after its derived figures and their notes before the author's. */
export function markTable(table: TableModel, { marks, notes }: Footnotes): TableModel {
  return {
    ...table,
    caption: table.caption && markText(table.caption, marks),
    columns: table.columns.map((column) => ({
      ...column,
      label: markRuns(column.label, marks),
      ...(column.head && { head: markRuns(column.head, marks) }),
    })),
    rows: table.rows.map((row) => ({
      ...row,
      label: markRuns(row.label, marks),
      cells: row.cells.map((cell) => ({ ...cell, runs: markRuns(cell.runs, marks) })),
    })),
    notes: [...notes, ...table.notes.map((note) => markText(note, marks))],
  }
}
