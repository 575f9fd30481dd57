import Reveal from 'reveal.js'
import { announce, idFromHash, refreshed, revealed, shown, slidesOf, type View } from './view.ts'

type RevealDeck = InstanceType<typeof Reveal>

/** Keys that reveal.js would take, left to the parts: Escape, O, G, A, "/", F1. */
const leftToParts = Object.fromEntries([27, 65, 71, 79, 112, 191].map((key) => [key, () => undefined]))

const options: ConstructorParameters<typeof Reveal>[1] = {
  width: 1920,
  height: 1080,
  margin: 0,
  minScale: 0.05,
  maxScale: 8,
  center: false,
  display: 'flex',
  controls: false,
  slideNumber: false,
  progress: true,
  hash: true,
  transition: 'fade',
  backgroundTransition: 'none',
  viewDistance: 2,
  mobileViewDistance: 2,
  overview: false,
  help: false,
  jumpToSlide: false,
  autoAnimate: false,
  previewLinks: false,
  hideInactiveCursor: true,
  postMessage: false,
  postMessageEvents: false,
  focusBodyOnPageVisibilityChange: false,
  scrollActivationWidth: 0,
  keyboard: leftToParts,
  keyboardCondition: (event: KeyboardEvent) => isForDeck(event),
}

/** One slide at a time, run by reveal.js. */
export async function deckView(root: HTMLElement): Promise<View> {
  const page = document.documentElement
  normaliseHash(root)
  const deck: RevealDeck = new Reveal(root, options)
  page.classList.add('is-deck') // first, since reveal.js measures
  await deck.initialize()
  removeOwnAnnouncements(root)
  announceChanges(deck, root)
  return {
    kind: 'deck',
    root,
    slides: () => slidesOf(root),
    current: () => deck.getCurrentSlide(),
    go: (id) => {
      const index = slidesOf(root).findIndex((slide) => slide.id === id)
      if (index >= 0) deck.slide(index)
    },
    next: () => deck.next(),
    previous: () => deck.prev(),
    refresh: (changed) => {
      refresh(deck, slidesOf(root), changed)
      announce(root, refreshed)
    },
    destroy: () => {
      deck.destroy()
      page.classList.remove('is-deck', 'on-deep')
    },
  }
}

/** Announces to the parts which slide is shown and what a step has revealed. */
function announceChanges(deck: RevealDeck, root: HTMLElement): void {
  deck.on('slidechanged', () => announce(root, shown))
  for (const change of ['fragmentshown', 'fragmenthidden']) {
    deck.on(change, (event: Event) => {
      const fragment = change === 'fragmentshown' && 'fragment' in event ? event.fragment : undefined
      const text = fragment instanceof HTMLElement ? visibleText(fragment) : ''
      root.dispatchEvent(new CustomEvent(revealed, { detail: text }))
    })
  }
}

/** innerText, unlike textContent, leaves out what is hidden. */
// biome-ignore lint/performance/useDomNodeTextContent: hidden text must not be read
const visibleText = (element: HTMLElement): string => element.innerText

/** Synchronizes reveal.js with replaced slides; the slide and the step that were showing stay, wherever the slide now is. */
function refresh(deck: RevealDeck, slides: readonly HTMLElement[], changed: readonly HTMLElement[]): void {
  const current = deck.getCurrentSlide()
  const { h, f } = deck.getIndices()
  deck.sync()
  for (const slide of changed) deck.syncSlide(slide)
  const at = slides.indexOf(current)
  if (at < 0) deck.slide(Math.min(h, slides.length - 1))
  else if (at !== h || changed.includes(current)) deck.slide(at, 0, f)
}

/** "#revenues", as links of the page without scripts have it, becomes reveal.js's "#/revenues". */
function normaliseHash(root: HTMLElement): void {
  const id = idFromHash(location.hash)
  const isSlide = id !== undefined && slidesOf(root).some((slide) => slide.id === id)
  if (isSlide && !location.hash.startsWith('#/')) history.replaceState(null, '', `#/${id}`)
}

/** The deck's keys work unless something else has the keyboard: a dialog, a card, the overview, a control. */
function isForDeck(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') || document.documentElement.classList.contains('is-overview')) return false
  const control = event.target instanceof Element && event.target.closest('a, button, summary, [role="button"]')
  return !(control && (event.key === 'Enter' || event.key === ' '))
}

/** role="application" would take reading keys away from screen readers, and reveal.js would read out whole slides. */
function removeOwnAnnouncements(root: HTMLElement): void {
  root.removeAttribute('role')
  root.querySelector('.aria-status')?.remove()
}
