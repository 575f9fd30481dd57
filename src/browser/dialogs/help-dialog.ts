import { make } from '../dom.ts'
import { shownKey } from '../keys.ts'
import type { PartContext } from '../part.ts'

/** Opens the list of all keys. */
export function openHelp({ commands, view, words }: PartContext): void {
  const rows = commands.map(({ keys, title }) => ({ key: shownKey(keys[0] ?? '', words.help.keys), title }))
  const jump = view.kind === 'deck' ? [{ key: words.help.number, title: words.help.jump }] : []
  const list = make('dl')
  for (const { key, title } of [...rows, ...jump])
    list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, title))
  const heading = make('h2', { id: 'qd-help-title' }, words.help.title)
  const dialog = make(
    'dialog',
    { class: 'qd-dialog', 'aria-labelledby': 'qd-help-title' },
    make('div', { class: 'qd-help', tabindex: '0' }, heading, list),
  )
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', () => dialog.close())
  document.body.append(dialog)
  dialog.showModal()
}
