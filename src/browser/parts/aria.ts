import type { Part, PartContext } from '../part.ts'
import { placeText } from '../place-text.ts'
import { refreshed, shown } from '../view.ts'

/** Names slides for screen readers, and tints the page under dark slides. */
export const aria: Part = {
  id: 'aria',
  init(context) {
    const { view, signal } = context
    const update = (): void => {
      nameSlides(view.slides(), context.words)
      const isDark =
        view.kind === 'deck' &&
        view.current()?.matches('.layout-cover, .layout-section, .layout-contact, .dark') === true
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

/** What screen readers call the slides. */
export function nameSlides(slides: readonly HTMLElement[], words: PartContext['words']): void {
  for (const slide of slides) {
    slide.setAttribute('role', 'group')
    slide.setAttribute('aria-roledescription', words.place.slide)
    slide.setAttribute('aria-label', placeText(slide, slides, words))
  }
}
