import { make } from '../dom.ts'
import { isBareFile } from '../embedded.ts'
import type { Part } from '../part.ts'
import { shown } from '../view.ts'

/** Of a page opened from a disk, a line says what waits for the offline file, until the deck moves on. */
export const fromDisk: Part = {
  id: 'from-disk',
  init({ view, words, signal }) {
    if (!isBareFile() || view.kind === 'print') return undefined
    const line = make('p', { class: 'qd-disk', role: 'note' }, words.said.fromDisk)
    document.body.append(line)
    if (view.kind === 'deck') view.root.addEventListener(shown, () => line.remove(), { signal })
    line.addEventListener('click', () => line.remove(), { signal })
    return () => line.remove()
  },
}
