import { fill } from '../../language/fill.ts'
import { make } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'
import { placeOf, titleOf } from '../view.ts'

/** On paper, a page with the notes follows each slide that has some. Presenter edition only. */
export const notesPages: Part = {
  id: 'notes-pages',
  init(context) {
    const { view, signal } = context
    const remove = (): void => {
      for (const page of view.root.querySelectorAll('.notes-page')) page.remove()
    }
    const add = (): void => {
      remove()
      for (const slide of view.slides()) addPage(slide, context)
    }
    if (view.kind === 'print') add()
    else {
      window.addEventListener('beforeprint', add, { signal })
      window.addEventListener('afterprint', remove, { signal })
    }
    return remove
  },
}

function addPage(slide: HTMLElement, { view, words }: PartContext): void {
  const notes = [...slide.querySelectorAll('.notes')].flatMap((note) => [...note.cloneNode(true).childNodes])
  if (notes.length === 0) return
  const { number } = placeOf(slide, view.slides())
  const heading = make('h2', {}, fill(words.speaker.notesPage, { number, title: titleOf(slide) }))
  slide.after(make('article', { class: 'notes-page' }, heading, ...notes))
}
