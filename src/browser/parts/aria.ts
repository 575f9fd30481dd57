import { fill } from '../../language/fill.ts'
import type { Part, PartContext } from '../part.ts'
import { refreshed, shown, slidesOf } from '../view.ts'

/** Names slides and figures for screen readers, makes figures reachable by key, and tints the page under dark slides. */
export const aria: Part = {
  id: 'aria',
  init(context) {
    const { view, signal } = context
    const update = (): void => {
      addLabels(view.root, context)
      const isDark =
        view.kind === 'deck' && view.current()?.matches('.layout-cover, .layout-section, .layout-contact') === true
      document.documentElement.classList.toggle('on-deep', isDark)
    }
    document.documentElement.classList.add('is-live')
    makeMain(view.root)
    view.root.addEventListener(shown, update, { signal })
    view.root.addEventListener(refreshed, update, { signal })
    update()
    return () => document.documentElement.classList.remove('is-live')
  },
}

/** The deck is the page's main landmark; the page's heading, which only screen readers see, belongs inside it. */
function makeMain(root: HTMLElement): void {
  root.setAttribute('role', 'main')
  const heading = document.querySelector('body > h1')
  if (heading) root.prepend(heading)
}

function addLabels(root: HTMLElement, { view, words: { place } }: PartContext): void {
  const slides = slidesOf(root)
  slides.forEach((slide, index) => {
    slide.setAttribute('role', 'group')
    slide.setAttribute('aria-roledescription', place.slide)
    slide.setAttribute('aria-label', fill(place.position, { number: index + 1, total: slides.length }))
  })
  const current = view.kind === 'deck' ? view.current() : root
  for (const figure of current?.querySelectorAll('data.figure[data-fact]:not([tabindex])') ?? []) {
    figure.setAttribute('tabindex', '0')
    figure.setAttribute('role', 'button')
    figure.setAttribute('aria-haspopup', 'dialog')
  }
}
