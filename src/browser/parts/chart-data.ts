import { button, closest } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'

/** Rows of cells as CSV text after RFC 4180: quoted where needed, lines ended by CR LF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: string): string {
  const text = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Text that a spreadsheet program would run: it begins as a formula does and is no number. */
const isFormula = (cell: string): boolean =>
  /^[=@\t\r]|^[+-](?!\s?\p{Sc}?\s?[\d.,'\u00a0\u202f]+\s?(?:%|\p{L}{0,6})?$)/u.test(cell)

/** The cells of a table as text, a row a line; a column's second line goes in parentheses. */
function tableRows(table: HTMLTableElement): string[][] {
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
  )
}

/** The table behind each chart: opened by its button or key D, copied as CSV by button or key C. */
export const chartData: Part = {
  id: 'chart-data',
  init(context) {
    const { view, commands, words, signal } = context
    view.root.addEventListener('toggle', (event) => offerCopy(event, context), { signal, capture: true })
    commands.push(
      { id: 'chart-data', title: words.commands['chart-data'], keys: ['d'], run: () => toggleAll(context) },
      { id: 'copy', title: words.commands.copy, keys: ['c'], run: () => void copy(tablesOf(context), context) },
    )
    return undefined
  },
}

function toggleAll({ view, words, say }: PartContext): void {
  const all = [...(view.current()?.querySelectorAll<HTMLDetailsElement>('details.chart-data') ?? [])]
  const open = all.some((details) => !details.open)
  for (const details of all) details.open = open
  if (all.length === 0) say(words.said.noChart)
}

/** Tables of the slide that are in view: opened chart tables, else all tables of the slide, else those of its charts. */
function tablesOf({ view }: PartContext): HTMLTableElement[] {
  const find = (selector: string): HTMLTableElement[] => [
    ...(view.current()?.querySelectorAll<HTMLTableElement>(selector) ?? []),
  ]
  const choices = [find('details[open] table'), find('figure.table table'), find('details table')]
  return choices.find((tables) => tables.length > 0) ?? []
}

function offerCopy(event: Event, context: PartContext): void {
  const details = closest(event, 'details.chart-data')
  const table = details?.querySelector('table')
  if (!details || !table || details.querySelector('.qd-copy')) return
  details
    .querySelector('summary')
    ?.after(button(context.words.charts.copy, () => void copy([table], context), { class: 'qd-copy' }))
}

async function copy(tables: readonly HTMLTableElement[], { words: { said }, say }: PartContext): Promise<void> {
  if (tables.length === 0) return say(said.nothingToCopy)
  const text = tables.map((table) => csvText(tableRows(table))).join('\r\n')
  const isCopied = await writeClipboard(text)
  say(isCopied ? said.copied : said.copyRefused)
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text) // pages opened from a disk have no clipboard API
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'qd-hidden'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
