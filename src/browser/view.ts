import type { Edition } from '../model/deck.ts'

/** How the slides are shown: one at a time (deck), one under the other to read (page), as printed (print), or beside their notes (speaker). */
export interface View {
  readonly kind: 'deck' | 'page' | 'print' | 'speaker'
  readonly root: HTMLElement
  slides(): readonly HTMLElement[]
  current(): HTMLElement | undefined
  /** Shows the slide with that id, as a jump: Back returns. */
  go(id: string): void
  /** The next step or slide; from a back-up slide, the slide after the one that it was asked for from. */
  next(): void
  /** The step or slide before; from a back-up slide, the one that it was asked for from. */
  previous(): void
  /** Whether the screen is black; where nobody presents it never is. */
  isBlack(): boolean
  setBlack(on: boolean): void
  /** To be called when slides were replaced, added, removed or put in another order. */
  refresh(changed: readonly HTMLElement[]): void
  destroy(): void
}

/** What decides on the view: the address's query, e.g. "?print-pdf", whether the window is small, and the edition. */
interface Asked {
  readonly search: string
  readonly isSmall: boolean
  readonly edition: Edition
}

/** Which view a window gets. The speaker's is of the presenter edition only. */
export function viewKind({ search, isSmall, edition }: Asked): View['kind'] {
  if (/[?&]print-pdf\b/.test(search)) return 'print'
  if (edition === 'presenter' && /[?&]speaker=/.test(search)) return 'speaker'
  return isSmall ? 'page' : 'deck'
}

/** Events of a view, dispatched on its root: a slide came up, slides were replaced, a step was shown or hidden, the screen became black or bright. */
export const shown = 'qd:shown'
export const refreshed = 'qd:refreshed'
export const revealed = 'qd:revealed'
export const blackened = 'qd:black'

/** Slides of a root, in order. */
export function slidesOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.slides > section')]
}

/** A back-up slide, which only the presenter edition has: moving on passes over it. */
export const isBackup = (slide: { readonly dataset: DOMStringMap }): boolean => slide.dataset.hidden !== undefined

/** The slide that is so many slides of the talk further, back-up slides not counted; undefined beyond the first and last. */
export function neighbour<Slide extends { readonly dataset: DOMStringMap }>(
  slides: readonly Slide[],
  from: Slide | undefined,
  step: 1 | -1,
): Slide | undefined {
  const at = from ? slides.indexOf(from) : -1
  const rest = step > 0 ? slides.slice(at + 1) : slides.slice(0, Math.max(at, 0)).reverse()
  return rest.find((slide) => !isBackup(slide))
}

/** The slide's headline as plain text, without the marks of its notes. */
export function titleOf(slide: Element): string {
  const heading = slide.querySelector('h1, h2')?.cloneNode(true)
  if (!(heading instanceof Element)) return ''
  for (const mark of heading.querySelectorAll('sup')) mark.remove()
  return (heading.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** What is printed on a slide as its number ("12", "B1"), and how many slides the talk has. */
export function placeOf(slide: HTMLElement, slides: readonly HTMLElement[]): { number: string; total: number } {
  return { number: slide.dataset.number ?? '', total: slides.filter((one) => !isBackup(one)).length }
}

/** Dispatches an event of the view, for the parts. */
export function announce(root: HTMLElement, event: string): void {
  root.dispatchEvent(new CustomEvent(event))
}
