import type { FiguresTable } from '../../model/page-data.ts'
import { button, make } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'

/** The door of the dev server for figures; a page of the network has no token for it. */
const door = '/@quarterdeck/figures/'
const token = document.querySelector<HTMLMetaElement>('meta[name="quarterdeck-door"]')?.content

const listeners = new Set<(table: FiguresTable) => void>()
import.meta.hot?.on('deck:figures', (table: FiguresTable) => {
  for (const listener of listeners) listener(table)
})
const introduce = (): void => {
  if (token !== undefined) import.meta.hot?.send('deck:figures-ready', { token })
}
introduce()
import.meta.hot?.on('vite:ws:connect', introduce) // after a break

type Answer<T> = { readonly value: T } | { readonly error: string }

async function post<T>(path: string, body: Blob): Promise<Answer<T>> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-Quarterdeck-Token': token ?? '' }
  const response = await fetch(`${door}${path}`, { method: 'POST', headers, body })
  const answer = await response.json()
  return response.ok ? { value: answer } : { error: String(answer.error ?? response.status) }
}

/** The dry table over the slide: Enter writes, Escape leaves everything as it is. */
function showTable({ id, title, heads, rows, notes, why, write, close }: FiguresTable, { say }: PartContext): void {
  for (const open of document.querySelectorAll<HTMLDialogElement>('.qd-figures')) open.close()
  const cells = (name: 'th' | 'td', texts: readonly string[]): HTMLElement =>
    make('tr', {}, ...texts.map((text) => make(name, {}, text)))
  const table = make(
    'table',
    {},
    make('thead', {}, cells('th', heads)),
    make('tbody', {}, ...rows.map((row) => cells('td', row))),
  )
  const reason =
    why === undefined ? undefined : make('input', { required: '', minlength: '8', 'aria-label': why, placeholder: why })
  const failure = make('p', { role: 'alert' })
  const submit = write === undefined ? undefined : make('button', { type: 'submit' }, write)
  const form = make(
    'form',
    { class: 'qd-help', method: 'dialog' },
    make('h2', { id: 'qd-figures-title' }, title),
    rows.length > 0 && table,
    ...notes.map((note) => make('p', {}, note)),
    failure,
    reason,
    submit,
    button(close, () => dialog.close()),
  )
  const dialog = make('dialog', { class: 'qd-dialog qd-figures', 'aria-labelledby': 'qd-figures-title' }, form)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const query = new URLSearchParams({ id: String(id), ...(reason && { why: reason.value }) })
    const answer = await post<unknown>(`write?${query}`, new Blob([]))
    if ('value' in answer) dialog.close()
    else failure.textContent = answer.error
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  const first = reason ?? submit
  first?.focus()
  say(title)
}

/** Figures of finance files while writing: what the mapping names and somebody saved, or what is dropped on the page. */
export const liveFigures: Part = {
  id: 'live-figures',
  init(context) {
    if (token === undefined) return undefined
    const { signal } = context
    const show = (table: FiguresTable): void => showTable(table, context)
    listeners.add(show)
    const hasFile = ({ dataTransfer }: DragEvent): boolean =>
      [...(dataTransfer?.items ?? [])].some(({ kind }) => kind === 'file')
    document.addEventListener('dragover', (event) => hasFile(event) && event.preventDefault(), { signal })
    document.addEventListener(
      'drop',
      async (event) => {
        const [file] = event.dataTransfer?.files ?? []
        if (!file) return
        event.preventDefault()
        const answer = await post<FiguresTable>(`read?${new URLSearchParams({ name: file.name })}`, file)
        if ('value' in answer) show(answer.value)
        else context.say(answer.error)
      },
      { signal },
    )
    return () => listeners.delete(show)
  },
}
