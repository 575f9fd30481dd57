import { make } from '../dom.ts'
import type { Part } from '../part.ts'

/** Keys that reveal.js itself answers to. */
const deckKeys: readonly (readonly [string, string])[] = [
  ['→', 'Next step'],
  ['←', 'Previous step'],
  ['Home', 'First slide'],
  ['End', 'Last slide'],
  ['F', 'Full screen'],
  ['B', 'Black screen'],
]

/** What the keys do. */
export const help: Part = {
  id: 'help',
  init({ commands, view }) {
    const run = (): void => {
      const own = commands.flatMap(({ keys, title }) => (keys[0] ? [[keys[0].toUpperCase(), title] as const] : []))
      const rows = [...(view.kind === 'deck' ? deckKeys : []), ...own]
      const list = make('dl')
      for (const [key, title] of rows) list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, title))
      const heading = make('h2', { id: 'qd-help-title' }, 'Keys')
      const dialog = make(
        'dialog',
        { class: 'qd-dialog', 'aria-labelledby': 'qd-help-title' },
        make('div', { class: 'qd-help' }, heading, list),
      )
      dialog.addEventListener('close', () => dialog.remove())
      dialog.addEventListener('click', () => dialog.close())
      document.body.append(dialog)
      dialog.showModal()
    }
    commands.push({ id: 'help', title: 'This list', keys: ['?', 'f1'], run })
    return undefined
  },
}
