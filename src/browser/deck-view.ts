import Reveal from 'reveal.js'
import { hasSameInputs } from '../model/memory.ts'
import { createAddress, slideOfHash } from './address.ts'
import { closest } from './dom.ts'
import { announce, blackened, isBackup, neighbour, refreshed, revealed, shown, slidesOf, type View } from './view.ts'

type RevealDeck = InstanceType<typeof Reveal>

/** Keys, touch and the address are ours: reveal.js knows nothing of back-up slides, and numbers addresses from zero. */
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
  hash: false,
  respondToHashChanges: false,
  keyboard: false,
  touch: false,
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
}

/** One slide at a time, run by reveal.js. */
export async function deckView(root: HTMLElement): Promise<View> {
  const page = document.documentElement
  for (const slide of slidesOf(root)) {
    if (isBackup(slide)) slide.dataset.visibility = 'uncounted' // for the line of progress
    slide.dataset.backgroundColor = 'rgba(0, 0, 0, 0)' // else reveal.js has the style of the page computed anew for each
  }
  const deck: RevealDeck = new Reveal(root, options)
  page.classList.add('is-deck') // first, since reveal.js measures
  await deck.initialize()
  removeOwnAnnouncements(root)
  const end = new AbortController()
  announceChanges(root, end.signal)
  let known = slidesOf(root)
  return {
    kind: 'deck',
    root,
    slides: () => slidesOf(root),
    current: () => deck.getCurrentSlide(),
    ...movement(deck, root, end.signal),
    isBlack: () => deck.isPaused(),
    setBlack: (on) => {
      deck.togglePause(on)
      announce(root, blackened)
    },
    refresh: (changed) => {
      const now = slidesOf(root)
      refresh(deck, { before: known, now, changed })
      known = now
      announce(root, refreshed)
    },
    destroy: () => {
      end.abort()
      deck.destroy()
      page.classList.remove('is-deck', 'on-deep')
    },
  }
}

/** Steps, jumps and the address. Only a jump makes an entry of the browser's history. */
function movement(deck: RevealDeck, root: HTMLElement, signal: AbortSignal): Pick<View, 'go' | 'next' | 'previous'> {
  const address = createAddress(signal)
  let origin: HTMLElement | undefined // where the back-up slide that shows was asked for
  const show = (slide: HTMLElement | undefined): void => {
    const from = deck.getCurrentSlide()
    if (!slide || slide === from) return
    if (!isBackup(slide)) origin = undefined
    else if (!isBackup(from)) origin = from
    deck.slide(slidesOf(root).indexOf(slide))
  }
  const go = (id: string): void => {
    const slide = slidesOf(root).find((one) => one.id === id)
    if (slide && slide !== deck.getCurrentSlide()) address.push(id)
    show(slide)
  }
  const readAddress = (): void => {
    show(slideOfHash(location.hash, slidesOf(root)))
    address.follow(deck.getCurrentSlide().id)
  }
  readAddress()
  // not deck.on: what listens so outlives the deck, and would write the address of a slide that no longer shows
  root.addEventListener('slidechanged', () => address.follow(deck.getCurrentSlide().id), { signal })
  window.addEventListener('popstate', readAddress, { signal })
  root.addEventListener('click', (event) => followLink(event, go), { signal, capture: true })
  return {
    go,
    next: () => {
      if (!deck.nextFragment()) show(neighbour(slidesOf(root), origin ?? deck.getCurrentSlide(), 1))
    },
    previous: () => {
      if (!deck.prevFragment()) show(origin ?? neighbour(slidesOf(root), deck.getCurrentSlide(), -1))
    },
  }
}

/** A link to a slide is a jump like any other. */
function followLink(event: MouseEvent, go: (id: string) => void): void {
  const hash = closest(event, 'a[href^="#"]')?.getAttribute('href') ?? ''
  if (hash === '' || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
  const root = document.querySelector<HTMLElement>('.reveal')
  const slide = root ? slideOfHash(hash, slidesOf(root)) : undefined
  if (!slide) return
  event.preventDefault()
  event.stopPropagation()
  go(slide.id)
}

/** Announces to the parts which slide is shown and what a step has revealed. */
function announceChanges(root: HTMLElement, signal: AbortSignal): void {
  root.addEventListener('slidechanged', () => announce(root, shown), { signal })
  const reveal = (event: Event, isShown: boolean): void => {
    const fragment = isShown && 'fragment' in event ? event.fragment : undefined
    const text = fragment instanceof HTMLElement ? visibleText(fragment) : ''
    root.dispatchEvent(new CustomEvent(revealed, { detail: text }))
  }
  root.addEventListener('fragmentshown', (event) => reveal(event, true), { signal })
  root.addEventListener('fragmenthidden', (event) => reveal(event, false), { signal })
}

/** innerText, unlike textContent, leaves out what is hidden. */
// biome-ignore lint/performance/useDomNodeTextContent: hidden text must not be read
const visibleText = (element: HTMLElement): string => element.innerText

interface Refreshing {
  readonly before: readonly HTMLElement[]
  readonly now: readonly HTMLElement[]
  readonly changed: readonly HTMLElement[]
}

/** Synchronizes reveal.js with replaced slides; the slide and the step that were showing stay, wherever the slide now is. */
function refresh(deck: RevealDeck, { before, now, changed }: Refreshing): void {
  const current = deck.getCurrentSlide()
  const { h, f } = deck.getIndices()
  if (!hasSameInputs(before, now)) deck.sync() // it lays out the whole deck anew: half of the time that a page takes for an edit
  for (const slide of changed) deck.syncSlide(slide)
  const at = now.indexOf(current)
  if (at < 0) deck.slide(Math.min(h, now.length - 1))
  else if (at !== h || changed.includes(current)) deck.slide(at, 0, f)
}

/** role="application" would take reading keys away from screen readers, reveal.js would read out whole slides, and its box for notes is an empty stop. */
function removeOwnAnnouncements(root: HTMLElement): void {
  root.removeAttribute('role')
  for (const own of root.querySelectorAll('.aria-status, .speaker-notes')) own.remove()
}
