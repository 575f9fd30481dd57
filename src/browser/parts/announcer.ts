import { fill } from '../../language/fill.ts'
import { make } from '../dom.ts'
import type { Part } from '../part.ts'
import { revealed, shown, slidesOf, titleOf } from '../view.ts'

/** Announces to screen readers which slide is shown, by number and headline, and what a step revealed. */
export const announcer: Part = {
  id: 'announcer',
  init({ view, words, signal }) {
    if (view.kind !== 'deck') return undefined
    const region = make('div', { class: 'qd-hidden', role: 'status' })
    document.body.append(region)
    const update = (): void => {
      const slide = view.current()
      const slides = slidesOf(view.root)
      if (!slide) return
      const at = { number: slides.indexOf(slide) + 1, total: slides.length }
      region.textContent = fill(words.place.announcement, { ...at, title: titleOf(slide) })
    }
    view.root.addEventListener(shown, update, { signal })
    view.root.addEventListener(
      revealed,
      (event) => {
        if (event instanceof CustomEvent) region.textContent = String(event.detail)
      },
      { signal },
    )
    return () => region.remove()
  },
}
