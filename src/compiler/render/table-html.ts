import { escapeHtml } from '../../format/html.ts'
import { unitGap, unsaidUnit, withoutNamedUnits } from '../../format/slides/row-units.ts'
import { plainText } from '../../model/content.ts'
import type { Note, TableCell, TableColumn, TableModel, TableRow } from '../../model/deck.ts'
import { columnName, isWiderThanPhone } from '../resolve/tables/phone-table.ts'
import { figureHtml, inlineHtml, text, type Uses } from './inline-html.ts'

const classes = (...names: readonly (string | false)[]): string => {
  const all = names.filter((name) => name !== false && name !== '')
  return all.length > 0 ? ` class="${all.join(' ')}"` : ''
}

/** The table as a figure. Units stand in its caption once. */
export function renderTable(table: TableModel, uses: Uses): string {
  const [labels, ...columns] = table.columns
  const corner = labels ? headingHtml(labels, uses) : ''
  const first = corner === '' ? '<td class="label"></td>' : `<th scope="col" class="label">${corner}</th>`
  const own = columns.map(
    (column, index) =>
      `<th scope="col"${classes(columnClass(column), column.emphasis && 'emphasis', startsSpan(columns, index) && 'span-start')}>${headingHtml(column, uses)}</th>`,
  )
  const head = `${spansHtml(columns, uses)}<tr>${first}${own.join('')}</tr>`
  const isWide = isWiderThanPhone(table)
  const names = isWide ? columns.map(columnName) : []
  const body = withoutNamedUnits(table.rows)
    .map((row) => rowHtml(row, { columns, names }, uses))
    .join('\n')
  const caption = [
    table.caption === null ? '' : `<span class="table-title">${inlineHtml(table.caption.runs, uses)}</span>`,
    table.unit === '' ? '' : `<span class="table-unit">${escapeHtml(table.unit)}</span>`,
  ].filter((part) => part !== '')
  const list = table.notes.map((note) => `<li>${noteHtml(note, uses)}</li>`).join(' ')
  return [
    `<figure class="table" id="${table.id}"${isWide ? ' data-cards' : ''}>`,
    caption.length > 0 ? `<figcaption>${caption.join(' ')}</figcaption>` : '',
    `<table>${gridHtml(table)}<thead>${head}</thead>\n<tbody>\n${body}\n</tbody></table>`,
    list === '' ? '' : `<ul class="table-notes">${list}</ul>`,
    '</figure>',
  ].join('')
}

const headKey = (column: TableColumn | undefined): string => JSON.stringify(column?.head ?? [])

/** Whether a column is the first under a head, or after one: a gap parts it from its neighbour. */
const startsSpan = (columns: readonly TableColumn[], index: number): boolean =>
  headKey(columns[index]) !== headKey(columns[index - 1]) && index > 0

/** The row of heads that stand over several columns each; none where no column has one. */
function spansHtml(columns: readonly TableColumn[], uses: Uses): string {
  if (columns.every(({ head }) => head === undefined)) return ''
  const starts = columns.flatMap((_, index) => (index === 0 || startsSpan(columns, index) ? [index] : []))
  const cells = starts.map((start, at) => {
    const end = starts[at + 1] ?? columns.length
    const span = end - start > 1 ? ` colspan="${end - start}"` : ''
    const { head } = columns[start] ?? {}
    if (head === undefined) return `<td${span}${classes(start > 0 && 'span-start')}></td>`
    return `<th scope="colgroup"${span}${classes('span', start > 0 && 'span-start')}>${inlineHtml(head, uses)}</th>`
  })
  return `<tr class="spans"><td class="label"></td>${cells.join('')}</tr>`
}

/** Widths as attributes: the page's policy takes no inline style. */
const gridHtml = ({ grid = [] }: TableModel): string =>
  grid.length === 0 ? '' : `<colgroup>${grid.map((width) => `<col width="${width}%">`).join('')}</colgroup>`

/** A note with its mark in front; on a page to read it stands in full. */
export function noteHtml({ mark, runs, short }: Note, uses: Uses): string {
  const full = inlineHtml(runs, uses)
  const html =
    short === undefined
      ? full
      : `<span class="in-full">${full}</span><span class="in-short">${escapeHtml(short)}</span>`
  return mark === undefined ? html : `<sup class="mark">${escapeHtml(mark)}</sup>\u00a0${html}`
}

const classOfKind: Readonly<Record<TableColumn['kind'], string>> = {
  label: 'label',
  text: 'text-cell',
  unit: 'text-cell',
  figure: 'figure-cell',
  change: 'figure-cell change',
  share: 'figure-cell share',
  progress: 'figure-cell share', // ".progress" is reveal's own
}

const columnClass = ({ kind }: TableColumn): string => classOfKind[kind]

function headingHtml({ label, sub, mark }: TableColumn, uses: Uses): string {
  const below = sub === undefined ? '' : ` <span class="sub">${inlineHtml(sub, uses)}</span>`
  const note = mark === undefined ? '' : `<sup class="mark">${escapeHtml(mark)}</sup>`
  return `${inlineHtml(label, uses)}${note}${below}`
}

function unitHtml({ unit, label }: TableRow): string {
  const rest = unit === undefined ? '' : unsaidUnit(unit, plainText(label))
  return rest === '' ? '' : `${unitGap(rest)}<span class="row-unit">${escapeHtml(rest)}</span>`
}

interface Columns {
  readonly columns: readonly TableColumn[]
  /** Of each, where the rows are cards on a phone. */
  readonly names: readonly string[]
}

function rowHtml(row: TableRow, { columns, names: heads }: Columns, uses: Uses): string {
  const label = inlineHtml(row.label, uses)
  if (row.kind === 'heading')
    return `<tr${classes('heading', row.indent > 0 && `indent-${row.indent}`)}><th scope="colgroup" colspan="${columns.length + 1}">${label}${unitHtml(row)}</th></tr>`
  const cells = columns.map((column, index) => {
    const cell = row.cells[index] ?? { runs: [], pad: '' }
    const head = heads[index] ? ` data-head="${escapeHtml(heads[index])}"` : ''
    return `<td${classes(columnClass(column), column.emphasis && 'emphasis', startsSpan(columns, index) && 'span-start')}${head}>${cellHtml(cell, column, uses)}</td>`
  })
  const names = classes(
    row.kind === 'total' && 'total',
    row.highlight === true && 'highlight',
    row.indent > 0 && `indent-${row.indent}`,
  )
  const terms = (row.terms ?? []).map((term) => `${term.isTaken ? '-' : '+'}${term.row}`).join(' ')
  return `<tr${names}${terms === '' ? '' : ` data-terms="${terms}"`}><th scope="row">${label}${unitHtml(row)}</th>${cells.join('')}</tr>`
}

/** The closing parenthesis of a negative hangs outside the column, so that digits stand over digits; not under a mark. */
function cellHtml({ runs, pad }: TableCell, column: TableColumn, uses: Uses): string {
  if (column.kind === 'text' || column.kind === 'unit') return inlineHtml(runs, uses)
  const html = runs.map((run) => {
    const hangs = run.kind === 'figure' && run.mark === undefined && run.text.endsWith(')')
    return hangs
      ? figureHtml(run, `${text(run.text.slice(0, -1))}<span class="hang">)</span>`, uses)
      : inlineHtml([run], uses)
  })
  return `${html.join('')}${pad}`
}
