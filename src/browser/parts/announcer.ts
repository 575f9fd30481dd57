import { fill } from '../../language/fill.ts'
import { make } from '../dom.ts'
import type { Part } from '../part.ts'
import { spokenPlace } from '../place-text.ts'
import { placeOf, refreshed, revealed, shown, titleOf } from '../view.ts'

/** The document's title names the slide, and screen readers say which one is shown and what a step revealed. */
export const announcer: Part = {
  id: 'announcer',
  init({ view, words, signal }) {
    if (view.kind === 'print') return undefined
    const region = make('div', { class: 'qd-hidden', role: 'status' })
    document.body.append(region)
    let deckTitle = document.title
    let ownTitle = ''
    const update = (): void => {
      if (document.title !== ownTitle) deckTitle = document.title // the author has given the deck another
      const slide = view.current()
      const title = slide ? titleOf(slide) : ''
      if (!slide) return
      const { number } = placeOf(slide, view.slides())
      ownTitle = title === '' ? deckTitle : fill(words.place.title, { number, title, deck: deckTitle })
      document.title = ownTitle
      if (view.kind === 'deck') region.textContent = spokenPlace(slide, view.slides(), words)
    }
    view.root.addEventListener(shown, update, { signal })
    view.root.addEventListener(refreshed, update, { signal })
    view.root.addEventListener(
      revealed,
      (event) => {
        if (event instanceof CustomEvent) region.textContent = String(event.detail)
      },
      { signal },
    )
    update()
    return () => {
      region.remove()
      document.title = deckTitle
    }
  },
}
