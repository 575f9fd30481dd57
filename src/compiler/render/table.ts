import type { TableModel } from '../../model/deck.ts'
import { escapeHtml } from '../../model/html.ts'
import { type Mark, markAt, markPattern, plainText } from '../resolve/ink.ts'
import type { ResolvedCell, ResolvedColumn, ResolvedRow, ResolvedTable } from '../resolve/resolved-table.ts'
import { expandMarks, type FootnoteMarks } from './expand.ts'

/** What texts of a block are turned into HTML with. */
export interface Inline {
  readonly marks: readonly Mark[]
  readonly footnotes: FootnoteMarks
}

/** A text with marks, as HTML. */
export const inlineHtml = (text: string, { marks, footnotes }: Inline): string =>
  expandMarks(escapeHtml(text), marks, footnotes)

const classes = (...names: readonly (string | false)[]): string => {
  const all = names.filter((name) => name !== false && name !== '')
  return all.length > 0 ? ` class="${all.join(' ')}"` : ''
}

/** The table as a figure. Units stand in its caption once; `notes` are HTML. */
export function renderTable(table: ResolvedTable, notes: readonly string[], inline: Inline): string {
  const [labels, ...columns] = table.columns
  const corner = labels ? headingHtml(labels, inline) : ''
  const first = corner === '' ? '<td class="label"></td>' : `<th scope="col" class="label">${corner}</th>`
  const head = `<tr>${first}${columns.map((column) => `<th scope="col"${classes(columnClass(column), column.emphasis && 'emphasis')}>${headingHtml(column, inline)}</th>`).join('')}</tr>`
  const body = table.rows.map((row) => rowHtml(row, columns, inline)).join('\n')
  const caption = [
    table.caption === '' ? '' : `<span class="table-title">${inlineHtml(table.caption, inline)}</span>`,
    table.unit === '' ? '' : `<span class="table-unit">${escapeHtml(table.unit)}</span>`,
  ].filter((part) => part !== '')
  const list = notes.map((note) => `<li>${note}</li>`).join('')
  return [
    `<figure class="table" id="${table.id}">`,
    caption.length > 0 ? `<figcaption>${caption.join(' ')}</figcaption>` : '',
    `<table><thead>${head}</thead>\n<tbody>\n${body}\n</tbody></table>`,
    list === '' ? '' : `<ul class="table-notes">${list}</ul>`,
    '</figure>',
  ].join('')
}

const columnClass = ({ kind }: ResolvedColumn): string =>
  kind === 'text' ? 'text-cell' : kind === 'figure' ? 'figure-cell' : `figure-cell ${kind}`

function headingHtml({ label, sub }: ResolvedColumn, inline: Inline): string {
  const below = sub === undefined ? '' : ` <span class="sub">${inlineHtml(sub, inline)}</span>`
  return `${inlineHtml(label, inline)}${below}`
}

function rowHtml(row: ResolvedRow, columns: readonly ResolvedColumn[], inline: Inline): string {
  const label = inlineHtml(row.label, inline)
  if (row.kind === 'heading')
    return `<tr class="heading"><th scope="colgroup" colspan="${columns.length + 1}">${label}</th></tr>`
  const cells = columns.map((column, index) => {
    const cell = row.cells[index] ?? { text: '', pad: '' }
    return `<td${classes(columnClass(column), column.emphasis && 'emphasis')}>${cellHtml(cell, column, inline)}</td>`
  })
  const names = classes(row.kind === 'total' && 'total', row.indent > 0 && `indent-${row.indent}`)
  return `<tr${names}><th scope="row">${label}</th>${cells.join('')}</tr>`
}

/** The closing parenthesis of a negative hangs outside the column, so that digits stand over digits; not under a mark. */
function cellHtml(cell: ResolvedCell, column: ResolvedColumn, inline: Inline): string {
  const html = inlineHtml(cell.text, inline)
  if (column.kind === 'text') return html
  return `${html.replace(/\)<\/data>(?!<sup)/, `<span class="hang">)</span></data>`)}${cell.pad}`
}

/** The table as data: texts as read, each number with its use and its fact. */
export function tableModel(table: ResolvedTable, marks: readonly Mark[]): TableModel {
  const plain = (text: string): string => plainText(text, marks)
  return {
    id: table.id,
    caption: plain(table.caption),
    unit: table.unit,
    columns: table.columns.map(({ label, sub, kind, emphasis }) => ({
      label: plain(label),
      kind,
      emphasis,
      ...(sub !== undefined && { sub: plain(sub) }),
    })),
    rows: table.rows.map(({ label, kind, indent, cells }) => ({
      label: plain(label),
      total: kind === 'total',
      indent,
      cells: cells.map(({ text }) => ({ text: plain(text), ...figureIn(text, marks) })),
    })),
    notes: table.notes.map(plain),
  }
}

function figureIn(text: string, marks: readonly Mark[]): { use: string | null; fact: string | null } {
  for (const [character] of text.matchAll(markPattern)) {
    const mark = markAt(marks, character)
    if (mark.kind === 'figure') return { use: mark.use.key, fact: mark.use.fact }
  }
  return { use: null, fact: null }
}
