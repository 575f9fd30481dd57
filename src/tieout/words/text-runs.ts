import { type FieldContent, type Inline, type Text, type Tile, textsIn } from '../../model/content.ts'
import type { Slide, TableModel, TableRow, Visual } from '../../model/deck.ts'
import type { Place } from '../../model/source-file.ts'

/** Text of a slide as a reader sees it, with figures in place: what the claim rules read. */
export interface TextRun {
  readonly region: 'title' | 'subtitle' | 'body' | 'note' | 'table' | 'chart' | 'footnote' | 'tile'
  readonly parts: readonly (
    | string
    | { readonly use: string }
    | { readonly plain: string }
    | { readonly data: string }
    | { readonly period: string; readonly text: string }
  )[]
  readonly place: Place
  /** Key of the number that the text is a note of: under that of a tile, in the row of a table. */
  readonly of?: string
}

type RunPart = TextRun['parts'][number]

function partOf(run: Inline): readonly RunPart[] {
  switch (run.kind) {
    case 'figure':
      return [{ use: run.use }]
    case 'period':
      return [{ period: run.period, text: run.text }]
    case 'plain':
      return [{ plain: run.text }]
    case 'data':
      return [{ data: run.text }]
    case 'picture':
      return run.alt.flatMap(partOf)
    case 'break':
      return [' ']
    case 'text':
      return [run.text]
  }
}

/** The parts of a text for the rules that read claims: own words that follow each other are one part. */
function partsOf(runs: readonly Inline[]): TextRun['parts'] {
  const parts: RunPart[] = []
  for (const part of runs.flatMap(partOf)) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (part !== '') parts.push(part)
  }
  return parts
}

const space: Inline = { kind: 'text', text: ' ' }

/** Texts of several cells or parts as one line, a space between. */
const joined = (all: readonly (readonly Inline[])[]): readonly Inline[] =>
  all.flatMap((runs, index) => (index === 0 ? runs : [space, ...runs]))

const run = (region: TextRun['region'], { runs, place }: Text): TextRun => ({ region, parts: partsOf(runs), place })

function fieldTexts(field: FieldContent): readonly Text[] {
  switch (field.kind) {
    case 'text':
      return [field.text]
    case 'list':
      return field.items.flatMap(fieldTexts)
    case 'map':
      return Object.values(field.entries).flatMap(fieldTexts)
    case 'value':
      return []
  }
}

/** A row of a table as one line; words in a column of their own beside its figures are said of the first of these. */
function rowRuns(row: TableRow, columns: TableModel['columns']): readonly TextRun[] {
  const cells = row.cells.map((cell, at) => ({ ...cell, kind: columns[at + 1]?.kind }))
  const number = cells
    .flatMap(({ kind, runs }) => (kind === 'figure' ? runs : []))
    .find(({ kind }) => kind === 'figure')
  const isApart = ({ kind, runs }: (typeof cells)[number]): boolean =>
    number !== undefined && kind === 'text' && runs.some((each) => each.kind === 'text')
  const line = joined([row.label, ...cells.filter((cell) => !isApart(cell)).map(({ runs }) => runs)])
  const of = number?.kind === 'figure' ? { of: number.use } : {}
  return [
    run('table', { runs: line, place: row.place }),
    ...cells.filter(isApart).map(({ runs, place = row.place }) => ({ ...run('table', { runs, place }), ...of })),
  ]
}

/** A table's title, its headings, a line a row, its notes. What the engine adds by itself is not checked. */
function tableRuns({ caption, columns, rows, notes, place }: TableModel): readonly TextRun[] {
  const headed = columns.filter(({ label }) => label.length > 0)
  const parts = headed.flatMap(({ head, label, sub }, index) => [
    ...(head && JSON.stringify(head) !== JSON.stringify(headed[index - 1]?.head) ? [head] : []),
    label,
    ...(sub ? [sub] : []),
  ])
  const headings = joined(parts)
  return [
    ...(caption ? [run('table', caption)] : []),
    ...(headings.every(({ kind }) => kind === 'data') ? [] : [run('table', { runs: headings, place })]),
    ...rows.flatMap((row) => rowRuns(row, columns)),
    ...notes.filter(({ origin }) => origin === 'author').map((note) => run('footnote', note)),
  ]
}

function tileRuns({ label, period, value, change, note, place, notePlace }: Tile): readonly TextRun[] {
  const runs = joined([label, period, value, change].filter((part) => part.length > 0))
  const main = run('tile', { runs, place })
  if (note.length === 0) return [main]
  const own = value.find(({ kind }) => kind === 'figure')
  const of = own?.kind === 'figure' ? { of: own.use } : {}
  return [main, { ...run('tile', { runs: note, place: notePlace }), ...of }]
}

function visualRuns(visual: Visual): readonly TextRun[] {
  switch (visual.kind) {
    case 'chart':
      return visual.texts.map((text) => run('chart', text))
    case 'table':
      return tableRuns(visual.table)
    case 'tiles':
      return visual.tiles.flatMap(tileRuns)
  }
}

/** The texts of a slide as its readers see them, with the numbers in place: what the rules of the tie-out read. */
export function textRunsOf(slide: Slide): readonly TextRun[] {
  const { title, subtitle, takeaway, fields, lead, groups, visuals, footnotes, layoutTexts, notes } = slide
  const body = [...textsIn(lead), ...groups.flatMap((group) => [group.heading, ...textsIn(group.blocks)])]
  const rounding = footnotes.filter(({ origin }) => origin === 'rounding')
  return [
    ...(title ? [run('title', title)] : []),
    ...(subtitle ? [run('subtitle', subtitle)] : []),
    ...(takeaway ? [run('body', takeaway)] : []),
    ...Object.values(fields)
      .flatMap(fieldTexts)
      .map((text) => run('body', text)),
    ...body.filter(({ runs }) => runs.length > 0).map((text) => run('body', text)),
    ...rounding.map((note) => run('footnote', note)),
    ...visuals.flatMap(visualRuns),
    ...textsIn(notes)
      .filter(({ runs }) => runs.length > 0)
      .map((text) => run('note', text)),
    ...layoutTexts.map((text) => run('body', text)),
  ]
}
