import { announce, refreshed, slidesOf, type View } from '../view.ts'

/** The slides as a store for the speaker's window: nothing of them shows, and only the deck moves. */
export function speakerView(root: HTMLElement): View {
  const page = document.documentElement
  page.classList.add('qd-speaker')
  const nothing = (): void => undefined
  return {
    kind: 'speaker',
    root,
    slides: () => slidesOf(root),
    current: () => undefined,
    go: nothing,
    next: nothing,
    previous: nothing,
    isBlack: () => false,
    setBlack: nothing,
    refresh: () => announce(root, refreshed),
    destroy: () => page.classList.remove('qd-speaker'),
  }
}
