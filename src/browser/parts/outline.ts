import { outlineUse, tickOf } from '../outline-use.ts'
import type { Part } from '../part.ts'
import { shown } from '../view.ts'

/** Outlines the figure that a row of the tie-out report leads to, and gives it the keyboard; Escape or another slide ends it. */
export const outline: Part = {
  id: 'outline',
  init({ view, query, words, signal, say }) {
    const key = tickOf(query)
    if (key === undefined) return undefined
    const end = (): void => {
      for (const figure of view.root.querySelectorAll('.is-outlined')) {
        figure.classList.remove('is-outlined')
        figure.removeAttribute('aria-current')
      }
    }
    const figure = outlineUse(key, (selector) => view.root.querySelector<HTMLElement>(selector))
    if (!figure) {
      say(words.said.elsewhere)
      return undefined
    }
    for (let around = figure.closest('.fragment'); around; around = around.parentElement?.closest('.fragment') ?? null)
      around.classList.add('visible')
    if (figure.tabIndex < 0) figure.setAttribute('tabindex', '-1') // a chart
    figure.focus({ preventScroll: true })
    if (figure.closest('.notes')) say(words.said.inNotes)
    const slide = figure.closest('.slides > section')
    view.root.addEventListener(shown, () => view.kind === 'deck' && view.current() !== slide && end(), { signal })
    document.addEventListener('keydown', ({ key: pressed }) => pressed === 'Escape' && end(), { signal })
    return end
  },
}
