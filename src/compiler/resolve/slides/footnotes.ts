import { fill } from '../../../language/fill.ts'
import type { ChartMark, ChartModel, ChartText } from '../../../model/chart.ts'
import type { Block, FieldContent, FigureRun, Group, Inline, Text, Tile } from '../../../model/content.ts'
import type { Note, TableModel } from '../../../model/deck.ts'
import type { Place } from '../../../model/source-file.ts'
import type { SoftMarkNote } from '../charts/chart-words.ts'
import type { PrintedFigure } from '../placeholders/figure-uses.ts'
import {
  type DerivedNote,
  derivedNote,
  isStated,
  type NoteSources,
  type StatusNote,
  statusNote,
} from './status-notes.ts'

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

const noteOf = (mark: string, text: string, rest: Pick<Note, 'place' | 'origin' | 'short'>): Note => ({
  mark,
  runs: [{ kind: 'data', text }],
  ...rest,
})

/** Derived figures and those known as a range only have one sign each on a slide. */
const derivedSigns = { derived: '†', range: '‖' } as const

/** One note a kind, at the foot: how a figure was derived where all were in one way; the cards tell it of each. */
export function derivedFootnotes(
  figures: readonly PrintedFigure[],
  sources: NoteSources,
  { taken, place }: { taken: Footnotes['marks']; place: Place },
): Footnotes {
  const marks = new Map<string, Marked>()
  const texts: Record<DerivedNote['kind'], Set<string>> = { derived: new Set(), range: new Set() }
  for (const figure of figures) {
    if (taken.has(figure.use.key)) continue
    if (isStated(figure)) marks.set(figure.use.key, { status: 'as-stated' })
    const note = derivedNote(figure, sources)
    if (note === undefined) continue
    texts[note.kind].add(note.text)
    marks.set(figure.use.key, { mark: derivedSigns[note.kind] })
  }
  const { derived, range } = texts
  const { shortNotes } = sources.words
  const ways = derived.size > 1 ? [sources.words.derivedAll] : [...derived]
  return {
    marks,
    notes: [
      ...ways.map((text) =>
        noteOf(derivedSigns.derived, text, { place, origin: 'derived', short: shortNotes.derived }),
      ),
      ...[...range].map((text) =>
        noteOf(derivedSigns.range, text, { place, origin: 'derived', short: shortNotes.range }),
      ),
    ],
  }
}

/** The notes on figures and on marks of charts, which say the same of what is derived: one line where there are both. */
export function joinedNotes(
  notes: readonly Note[],
  ofCharts: readonly SoftMarkNote[],
  { words, place }: { readonly words: NoteSources['words']; readonly place: Place },
): readonly Note[] {
  const { shortNotes } = words
  const ofDerived = ofCharts.find(({ kind }) => kind === 'derived')
  const inFigures = notes.find(({ mark }) => mark === derivedSigns.derived)
  const both =
    ofDerived && inFigures
      ? [noteOf(derivedSigns.derived, ofDerived.text, { place, origin: 'derived', short: shortNotes.derived })]
      : []
  return [
    ...both,
    ...notes.filter((note) => both.length === 0 || note !== inFigures),
    ...ofCharts
      .filter((note) => both.length === 0 || note !== ofDerived)
      .map(
        ({ kind, text }): Note => ({
          origin: 'derived',
          runs: [{ kind: 'data', text }],
          place,
          short: shortNotes[kind],
        }),
      ),
  ]
}

/** Each status has a sign of its own throughout a deck; several restatements on a slide are numbered: §1, §2. */
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
  const restated = numbered(noted.flatMap(({ note }) => (note.status === 'restated' ? [note.text] : [])))
  const printed = new Set(noted.flatMap(({ note }) => (note.status === 'corrected' ? note.printed : [])))
  const markOf = (note: StatusNote): string =>
    note.status === 'corrected' ? statusSigns.corrected : (restated.get(note.text) ?? '')
  const charted = new Set(inCharts)
  const marks = noted.map(({ figure, note }): [string, Marked] => [
    figure.use.key,
    { mark: markOf(note), ...(note.status === 'corrected' && { status: note.status }) },
  ])
  const ofCharts = noted.filter(({ figure }) => charted.has(figure))
  const correction = correctionOf([...printed], sources)
  const { shortNotes } = sources.words
  return {
    marks: new Map(marks),
    byFact: new Map(ofCharts.map(({ figure, note }) => [figure.fact.id, markOf(note)])),
    notes: [
      ...(correction === undefined
        ? []
        : [noteOf(statusSigns.corrected, correction, { place, origin: 'corrected', short: shortNotes.corrected })]),
      ...[...restated].map(([text, mark]) =>
        noteOf(mark, text, { place, origin: 'restated', short: shortNotes.restated }),
      ),
    ],
  }
}

/** One line for all that was printed otherwise, in the order of reading. */
function correctionOf(printed: readonly string[], { words, year, separator }: NoteSources): string | undefined {
  if (printed.length === 0) return undefined
  return fill(words.corrected, { year, printed: printed.map((text) => fill(words.quoted, { text })).join(separator) })
}

/** The notes on what is restated with their marks. */
function numbered(notes: readonly string[]): ReadonlyMap<string, string> {
  const texts = [...new Set(notes)]
  const sign = statusSigns.restated
  return new Map(texts.map((text, index) => [text, texts.length === 1 ? sign : `${sign}${index + 1}`]))
}

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

/** The table with the marks of its slide; those that a whole column shares stand at its heading. */
export function markTable(table: TableModel, ofSlide: Footnotes): TableModel {
  const { marks } = ofSlide
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
    notes: table.notes.map((note) => markText(note, marks)),
  }
}

/** The chart with the marks of its slide. */
export function markChart(model: ChartModel, byFact: StatusMarks['byFact']): ChartModel {
  if (byFact.size === 0) return model
  const signed = <T extends ChartText>(text: T): T => {
    const sign = text.fact === null ? undefined : byFact.get(text.fact)
    return sign === undefined ? text : { ...text, footnote: sign }
  }
  const marked = (mark: ChartMark | null): ChartMark | null => mark && signed(mark)
  return {
    ...model,
    series: model.series.map((series) => ({ ...series, marks: series.marks.map(marked) })),
    rows: model.rows.map((row) => ({ ...row, cells: row.cells.map(signed) })),
    arrows: model.arrows.map(signed),
    ...(model.totals && { totals: model.totals.map(marked) }),
    ...(model.panels && { panels: model.panels.map((panel) => markChart(panel, byFact)) }),
  }
}
