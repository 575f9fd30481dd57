import { escapeHtml } from '../../format/html.ts'
import type { Note, TableCell, TableColumn, TableModel, TableRow } from '../../model/deck.ts'
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
  const head = `<tr>${first}${columns.map((column) => `<th scope="col"${classes(columnClass(column), column.emphasis && 'emphasis')}>${headingHtml(column, uses)}</th>`).join('')}</tr>`
  const body = table.rows.map((row) => rowHtml(row, columns, uses)).join('\n')
  const caption = [
    table.caption === null ? '' : `<span class="table-title">${inlineHtml(table.caption.runs, uses)}</span>`,
    table.unit === '' ? '' : `<span class="table-unit">${escapeHtml(table.unit)}</span>`,
  ].filter((part) => part !== '')
  const list = table.notes.map((note) => `<li>${noteHtml(note, uses)}</li>`).join('')
  return [
    `<figure class="table" id="${table.id}">`,
    caption.length > 0 ? `<figcaption>${caption.join(' ')}</figcaption>` : '',
    `<table><thead>${head}</thead>\n<tbody>\n${body}\n</tbody></table>`,
    list === '' ? '' : `<ul class="table-notes">${list}</ul>`,
    '</figure>',
  ].join('')
}

/** A note with its mark in front. */
export function noteHtml({ mark, runs }: Note, uses: Uses): string {
  const html = inlineHtml(runs, uses)
  return mark === undefined ? html : `<sup class="mark">${escapeHtml(mark)}</sup> ${html}`
}

const columnClass = ({ kind }: TableColumn): string =>
  kind === 'text' ? 'text-cell' : kind === 'figure' ? 'figure-cell' : `figure-cell ${kind}`

function headingHtml({ label, sub, mark }: TableColumn, uses: Uses): string {
  const below = sub === undefined ? '' : ` <span class="sub">${inlineHtml(sub, uses)}</span>`
  const note = mark === undefined ? '' : `<sup class="mark">${escapeHtml(mark)}</sup>`
  return `${inlineHtml(label, uses)}${note}${below}`
}

function rowHtml(row: TableRow, columns: readonly TableColumn[], uses: Uses): string {
  const label = inlineHtml(row.label, uses)
  if (row.kind === 'heading')
    return `<tr class="heading"><th scope="colgroup" colspan="${columns.length + 1}">${label}</th></tr>`
  const cells = columns.map((column, index) => {
    const cell = row.cells[index] ?? { runs: [], pad: '' }
    return `<td${classes(columnClass(column), column.emphasis && 'emphasis')}>${cellHtml(cell, column, uses)}</td>`
  })
  const names = classes(row.kind === 'total' && 'total', row.indent > 0 && `indent-${row.indent}`)
  return `<tr${names}><th scope="row">${label}</th>${cells.join('')}</tr>`
}

/** The closing parenthesis of a negative hangs outside the column, so that digits stand over digits; not under a mark. */
function cellHtml({ runs, pad }: TableCell, column: TableColumn, uses: Uses): string {
  if (column.kind === 'text') return inlineHtml(runs, uses)
  const html = runs.map((run) => {
    const hangs = run.kind === 'figure' && run.mark === undefined && run.text.endsWith(')')
    return hangs
      ? figureHtml(run, `${text(run.text.slice(0, -1))}<span class="hang">)</span>`, uses)
      : inlineHtml([run], uses)
  })
  return `${html.join('')}${pad}`
}
