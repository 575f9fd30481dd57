import type { ChartMark, ChartModel } from '../../../model/chart.ts'
import type { Block, FieldContent, FigureRun, Group, Inline, Text, Tile } from '../../../model/content.ts'
import type { Note, TableModel } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Place } from '../../../model/source-file.ts'
import type { PrintedFigure } from '../placeholders/figure-uses.ts'
import { derivedNote, type FindFact, isStated, type NoteSources, type StatusNote, statusNote } from './status-notes.ts'

/** Documents of a fact and of what it was computed from, in order. */
export function documentsOf(fact: Fact, find: FindFact): readonly string[] {
  const own = fact.sources.map(({ document }) => document)
  if (own.length > 0) return own
  return fact.inputs.flatMap((id) => {
    const input = find(id)
    return input ? documentsOf(input, find) : []
  })
}

/** What stands after a printed number, and its status where that is not the fact's. */
interface Marked {
  readonly mark?: string
  /** "as-stated" of a derived number of which a source prints the very digits. */
  readonly status?: StatusNote['status'] | 'as-stated'
}

/** Marks by the key of the printed number, and the notes that they lead to. */
export interface Footnotes {
  readonly marks: ReadonlyMap<string, Marked>
  readonly notes: readonly Note[]
}

const noteOf = (mark: string, text: string, place: Place, origin: Note['origin']): Note => ({
  mark,
  origin,
  runs: [{ kind: 'data', text }],
  place,
})

/** A mark for each note on a derived figure, in the order in which they are printed; `taken` have another mark. */
export function derivedFootnotes(
  figures: readonly PrintedFigure[],
  sources: NoteSources,
  { markOf, taken, place }: { markOf: (index: number) => string; taken: Footnotes['marks']; place: Place },
): Footnotes {
  const marks = new Map<string, Marked>()
  const byNote = new Map<string, string>()
  for (const figure of figures) {
    if (taken.has(figure.use.key)) continue
    if (isStated(figure)) marks.set(figure.use.key, { status: 'as-stated' })
    const note = derivedNote(figure, sources)
    if (note === undefined) continue
    const mark = byNote.get(note) ?? markOf(byNote.size)
    byNote.set(note, mark)
    marks.set(figure.use.key, { mark })
  }
  return { marks, notes: [...byNote].map(([text, mark]) => noteOf(mark, text, place, 'derived')) }
}

/** Each status has a sign of its own throughout a deck; several notes of one status on a slide are numbered: ‡1, ‡2. */
const statusSigns: Readonly<Record<StatusNote['status'], string>> = { corrected: '‡', restated: '§' }

/** Marks of corrected and restated figures of one slide, wherever they stand on it; all notes stand at its foot. */
export interface StatusMarks extends Footnotes {
  /** Marks of charts, whose numbers are known by their facts. */
  readonly byFact: ReadonlyMap<string, string>
}

interface SlideFigures {
  readonly inText: readonly PrintedFigure[]
  /** In tables and charts a figure is marked, not what is computed from it. */
  readonly inTables: readonly PrintedFigure[]
  readonly inCharts: readonly PrintedFigure[]
}

/** Marks what the errata correct on a slide and what is restated, in the order of reading. */
export function statusMarks(
  { inText, inTables, inCharts }: SlideFigures,
  sources: NoteSources,
  place: Place,
): StatusMarks {
  const inVisuals = new Set([...inTables, ...inCharts])
  const noted = [...inText, ...inVisuals].flatMap((figure) => {
    const note = statusNote(figure, sources)
    const isEcho = note?.status === 'restated' && inVisuals.has(figure) && figure.fact.kind !== 'figure'
    return note && !isEcho ? [{ figure, note }] : []
  })
  const kinds = new Map(noted.map(({ note }) => [note.text, note.status]))
  const byText = new Map([...numbered(kinds, 'corrected'), ...numbered(kinds, 'restated')])
  const markOf = ({ text }: StatusNote): string => byText.get(text) ?? ''
  const charted = new Set(inCharts)
  const marks = noted.map(({ figure, note }): [string, Marked] => [
    figure.use.key,
    { mark: markOf(note), ...(note.status === 'corrected' && { status: note.status }) },
  ])
  const ofCharts = noted.filter(({ figure }) => charted.has(figure))
  return {
    marks: new Map(marks),
    byFact: new Map(ofCharts.map(({ figure, note }) => [figure.fact.id, markOf(note)])),
    notes: [...byText].map(([text, mark]) => noteOf(mark, text, place, kinds.get(text) ?? 'corrected')),
  }
}

/** The notes of one status with their marks. */
function numbered(
  kinds: ReadonlyMap<string, StatusNote['status']>,
  status: StatusNote['status'],
): readonly [text: string, mark: string][] {
  const texts = [...kinds].flatMap(([text, kind]) => (kind === status ? [text] : []))
  const sign = statusSigns[status]
  return texts.map((text, index) => [text, texts.length === 1 ? sign : `${sign}${index + 1}`])
}

/** †, ‖, ¶, then doubled: as printed after a derived figure and before its note. */
export function signMark(index: number): string {
  const symbols = ['†', '‖', '¶']
  return (symbols[index % symbols.length] ?? '†').repeat(Math.floor(index / symbols.length) + 1)
}

/** a, b, c … for the notes of a table. */
export const letterMark = (index: number): string => String.fromCharCode(97 + (index % 26))

type Marks = Footnotes['marks']

function markRuns(runs: readonly Inline[], marks: Marks): readonly Inline[] {
  if (marks.size === 0) return runs
  return runs.map((run) => {
    const marked = run.kind === 'figure' ? marks.get(run.use) : undefined
    return run.kind === 'figure' && marked ? markRun(run, marked) : run
  })
}

/** Only an unusual status is shown: none of a number that a source prints as well. */
function markRun({ status, ...run }: FigureRun, { mark, status: own }: Marked): FigureRun {
  const shown = own === 'as-stated' ? undefined : (own ?? status)
  return { ...run, ...(shown !== undefined && { status: shown }), ...(mark !== undefined && { mark }) }
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

/** The marks of a row's figures in one column. */
const cellMarks = (table: TableModel, index: number, marks: Marks): readonly (string | undefined)[] =>
  table.rows.flatMap(({ cells }) =>
    (cells[index]?.runs ?? []).flatMap((run) => (run.kind === 'figure' ? [marks.get(run.use)?.mark] : [])),
  )

/** The mark that all figures of a column of at least two share, which then stands once, at its heading. */
function columnMark(table: TableModel, index: number, { marks, notes }: Footnotes): string | undefined {
  const [first, ...others] = cellMarks(table, index, marks)
  const isRestated = notes.some(({ mark, origin }) => mark === first && origin === 'restated')
  return isRestated && others.length > 0 && others.every((mark) => mark === first) ? first : undefined
}

/** The table with letters after its derived figures and their notes before the author's, and the marks of its slide. */
export function markTable(table: TableModel, own: Footnotes, ofSlide: Footnotes): TableModel {
  const marks: Marks = new Map([...own.marks, ...ofSlide.marks])
  const columns = table.columns.map((column, index) => {
    const mark = column.kind === 'figure' ? columnMark(table, index - 1, ofSlide) : undefined
    const head = column.head && { head: markRuns(column.head, marks) }
    return { ...column, label: markRuns(column.label, marks), ...head, ...(mark !== undefined && { mark }) }
  })
  return {
    ...table,
    caption: table.caption && markText(table.caption, marks),
    columns,
    rows: table.rows.map((row) => ({
      ...row,
      label: markRuns(row.label, marks),
      cells: row.cells.map((cell, index) => ({
        ...cell,
        runs: columns[index + 1]?.mark === undefined ? markRuns(cell.runs, marks) : cell.runs,
      })),
    })),
    notes: [...own.notes, ...table.notes.map((note) => markText(note, marks))],
  }
}

/** The chart with the marks of its slide after the letters of its own notes. */
export function markChart(model: ChartModel, byFact: StatusMarks['byFact']): ChartModel {
  if (byFact.size === 0) return model
  const marked = (mark: ChartMark | null): ChartMark | null => {
    const sign = mark?.fact ? byFact.get(mark.fact) : undefined
    return mark && sign !== undefined ? { ...mark, footnote: `${mark.footnote ?? ''}${sign}` } : mark
  }
  return {
    ...model,
    series: model.series.map((series) => ({ ...series, marks: series.marks.map(marked) })),
    ...(model.totals && { totals: model.totals.map(marked) }),
    ...(model.panels && { panels: model.panels.map((panel) => markChart(panel, byFact)) }),
  }
}
