import { fill } from '../../language/fill.ts'
import type { FactsData } from '../../model/page-data.ts'
import type { PartContext } from '../part.ts'
import { type CopiedCell, type CopiedFigures, plainNumber } from './copied-text.ts'

interface Reader extends Pick<PartContext, 'words' | 'data'> {
  /** Undefined where the details could not be loaded. */
  readonly facts: FactsData | undefined
}

/** A note's letter and the labels of the cells that have it. */
type Marked = Map<string, string[]>

const spoken = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** The text of an element without the letters of notes. */
function textOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const mark of copy.querySelectorAll('sup.mark')) mark.remove()
  return spoken(copy.textContent)
}

function cellOf(cell: HTMLTableCellElement): CopiedCell {
  const text = textOf(cell)
  const figures = cell.querySelectorAll<HTMLDataElement>('data.figure')
  const value = figures.length === 1 ? plainNumber(text, figures[0]?.value ?? '') : undefined
  return { text, isHead: cell.tagName === 'TH', ...(value !== undefined && { value }) }
}

const emptyCell: CopiedCell = { text: '', isHead: false }

/** A row as many cells wide as its columns. */
const rowOf = (row: HTMLTableRowElement): CopiedCell[] =>
  [...row.cells].flatMap((cell) => [cellOf(cell), ...Array<CopiedCell>(Math.max(0, cell.colSpan - 1)).fill(emptyCell)])

/** What each letter in a table stands at: "Total revenues, FY07". */
function readMarks(table: HTMLTableElement, marked: Marked): void {
  const heads = [...(table.tHead?.rows ?? [])].at(-1)
  for (const mark of table.querySelectorAll('sup.mark')) {
    const cell = mark.closest('td, th')
    const row = cell?.closest('tr')
    if (!(cell instanceof HTMLTableCellElement) || !row) continue
    const labels = [textOf(row.cells[0]), textOf(heads?.cells[cell.cellIndex])]
    const place = row === heads ? textOf(cell) : [...new Set(labels)].filter(Boolean).join(', ')
    const letter = spoken(mark.textContent)
    marked.set(letter, [...(marked.get(letter) ?? []), place])
  }
}

/** A note without its letter, and what it is about. */
function noteOf(item: Element, marked: Marked): string {
  const places = marked.get(spoken(item.querySelector('sup.mark')?.textContent)) ?? []
  const note = textOf(item)
  return places.length === 0 ? note : `${note} (${places.join('; ')})`
}

/** Titles of the documents that figures come from, through what they are computed from. */
function sourcesOf(ids: readonly string[], { facts, documents }: FactsData): readonly string[] {
  const seen = new Set<string>()
  const found = new Set<number>()
  const open = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const [document] of facts[id]?.sources ?? []) found.add(document)
    open.push(...(facts[id]?.inputs ?? []))
  }
  const named = [...found].sort((a, b) => a - b).flatMap((number) => documents[number] ?? [])
  return named.map(({ title, date }) => (date === undefined ? title : `${title}, ${date}`))
}

/** The kinds and sources of figures, else the slide's own line of sources, else whose deck it is. */
function linesAbout(ids: readonly string[], slide: Element | undefined, reader: Reader): readonly string[] {
  const { facts, words, data } = reader
  const statuses = new Set(ids.flatMap((id) => facts?.facts[id]?.status || []))
  const kinds = [...statuses].map((status) => words.card.statuses[status] ?? status)
  const sources = facts ? sourcesOf(ids, facts) : []
  const printed = [...(slide?.querySelectorAll('.foot-source .source') ?? [])].map(textOf)
  const named = sources.length > 0 ? sources : printed.length > 0 ? printed : [`${data.company}, ${data.title}`]
  return [
    ...(kinds.length === 0 ? [] : [fill(words.copies.kinds, { kinds: kinds.join('; ') })]),
    fill(words.copies.sources, { sources: named.join('; ') }),
  ]
}

const titleOfSlide = (slide: Element | undefined): string => textOf(slide?.querySelector('h1, h2'))

interface Choice {
  /** The rows that are wanted, beside heads; all when absent. */
  readonly has?: (row: HTMLTableRowElement) => boolean
  /** Notes keep their letters: a picture of the chart shows these too. */
  readonly letters?: boolean
}

/** A table, or the tables behind a chart, as they are copied. */
export function figuresOf(
  figure: Element,
  reader: Reader,
  { has = () => true, letters = false }: Choice = {},
): CopiedFigures {
  const slide = figure.closest('section') ?? undefined
  const tables = [...figure.querySelectorAll('table')]
  const marked: Marked = new Map()
  for (const table of tables) readMarks(table, marked)
  const title = textOf(figure.querySelector(':scope > figcaption :is(.chart-title, .table-title)'))
  const notes = [...figure.querySelectorAll('.chart-notes > li, .table-notes > li')]
  return {
    title: title === '' ? titleOfSlide(slide) : title,
    unit: textOf(figure.querySelector(':scope > figcaption :is(.chart-unit, .table-unit)')),
    tables: tables.map((table) => ({
      caption: tables.length > 1 ? textOf(table.caption) : '',
      rows: [...table.rows].filter((row) => row.closest('thead') || has(row)).map(rowOf),
    })),
    lines: [
      ...notes.map((note) => (letters ? spoken(note.textContent) : noteOf(note, marked))),
      ...linesAbout(
        [...figure.querySelectorAll<HTMLElement>('[data-fact]')].flatMap(({ dataset }) => dataset.fact ?? []),
        slide,
        reader,
      ),
    ],
  }
}

/** A figure as it is printed in text, in a tile or by a chart. */
export interface PrintedFigure {
  readonly fact: string
  readonly printed: string
  readonly value?: string // as in the page: its digits
}

/** The figures that stand in a part of a slide, notes apart. */
export const printedIn = (part: Element): readonly PrintedFigure[] =>
  [...part.querySelectorAll<HTMLDataElement>('data.figure[data-fact]')]
    .filter((figure) => !figure.closest('.notes'))
    .map((figure) => ({ fact: figure.dataset.fact ?? '', printed: textOf(figure), value: figure.value }))

function figureRow({ fact, printed, value = '' }: PrintedFigure, facts: FactsData | undefined): readonly CopiedCell[] {
  const details = facts?.facts[fact]
  const number = plainNumber(printed, value)
  return [
    { text: details?.metric ?? '', isHead: true },
    { text: details?.period ?? '', isHead: false },
    { text: printed, isHead: false, ...(number !== undefined && { value: number }) },
  ]
}

/** Figures that stand in text or tiles, a row each with what it is; what is printed alike is the same. */
export function figuresInText(
  figures: readonly PrintedFigure[],
  slide: Element | undefined,
  reader: Reader,
): CopiedFigures {
  const { facts, words } = reader
  const rows = new Map(figures.map((figure) => [`${figure.fact} ${figure.printed}`, figureRow(figure, facts)]))
  const heads = [words.copies.figure, words.card.period, words.card.printed]
  return {
    title: titleOfSlide(slide),
    unit: '',
    tables: [{ caption: '', rows: [heads.map((text) => ({ text, isHead: true })), ...rows.values()] }],
    lines: linesAbout(
      figures.map(({ fact }) => fact),
      slide,
      reader,
    ),
  }
}
