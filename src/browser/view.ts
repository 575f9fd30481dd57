/** How the slides are shown: one at a time (deck), one under the other to read (page), or as printed (print). */
export interface View {
  readonly kind: 'deck' | 'page' | 'print'
  readonly root: HTMLElement
  slides(): readonly HTMLElement[]
  current(): HTMLElement | undefined
  /** Shows the slide with that id. */
  go(id: string): void
  next(): void
  previous(): void
  /** To be called when slides were replaced, added, removed or put in another order. */
  refresh(changed: readonly HTMLElement[]): void
  destroy(): void
}

/** Which view a window of that width gets; `search` is the address's query, e.g. "?print-pdf". */
export function viewKind(search: string, isNarrow: boolean): View['kind'] {
  if (/[?&]print-pdf\b/.test(search)) return 'print'
  return isNarrow ? 'page' : 'deck'
}

/** Events of a view, dispatched on its root: a slide came up, slides were replaced, a fragment was shown. */
export const shown = 'qd:shown'
export const refreshed = 'qd:refreshed'
export const revealed = 'qd:revealed'

/** Slides of a root, in order. */
export function slidesOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.slides > section')]
}

/** "revenues" from "#/revenues" or "#revenues"; undefined for an empty hash. */
export function idFromHash(hash: string): string | undefined {
  const id = hash.replace(/^#\/?/, '').split('/')[0] ?? ''
  if (id === '') return undefined
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** The slide's headline as plain text. */
export function titleOf(slide: Element): string {
  return (slide.querySelector('h1, h2')?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** Dispatches an event of the view, for the parts. */
export function announce(root: HTMLElement, event: string): void {
  root.dispatchEvent(new CustomEvent(event))
}
