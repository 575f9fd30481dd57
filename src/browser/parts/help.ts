import { make } from '../dom.ts'
import type { Part } from '../part.ts'

/** A dialog that lists the keys (key ? or F1). */
export const help: Part = {
  id: 'help',
  init({ commands, view, words }) {
    const run = (): void => {
      const own = commands.flatMap(({ keys, title }) => (keys[0] ? [{ key: keys[0].toUpperCase(), title }] : []))
      const rows = [...(view.kind === 'deck' ? words.help.keys : []), ...own] // first the keys of reveal.js itself
      const list = make('dl')
      for (const { key, title } of rows) list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, title))
      const heading = make('h2', { id: 'qd-help-title' }, words.help.title)
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
    commands.push({ id: 'help', title: words.commands.help, keys: ['?', 'f1'], run })
    return undefined
  },
}
