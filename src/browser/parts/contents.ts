import { make } from '../dom.ts'
import type { Part } from '../part.ts'
import { refreshed, titleOf } from '../view.ts'

/** At the top of the long page, a list of its slides. */
export const contents: Part = {
  id: 'contents',
  init({ view, words, signal }) {
    if (view.kind !== 'page') return undefined
    const list = make('ol')
    const nav = make('nav', { class: 'qd-contents', 'aria-label': words.contents })
    const details = make('details', {}, make('summary', {}, words.contents), list)
    nav.append(details)
    const update = (): void =>
      list.replaceChildren(
        ...view.slides().map((slide) => {
          const link = make('a', { href: `#/${encodeURIComponent(slide.id)}` }, titleOf(slide))
          const isSection = slide.classList.contains('layout-section')
          const number = make('span', { class: 'qd-number' }, slide.dataset.number)
          return make('li', isSection ? { class: 'is-section' } : {}, number, link)
        }),
      )
    list.addEventListener('click', () => {
      details.open = false
    })
    view.root.addEventListener(refreshed, update, { signal })
    update()
    view.root.before(nav)
    return () => nav.remove()
  },
}
