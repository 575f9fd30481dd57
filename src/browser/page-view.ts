import { createAddress, slideOfHash } from './address.ts'
import { announce, neighbour, refreshed, shown, slidesOf, type View } from './view.ts'

/** Slides one under the other, as a document; the address follows the slide in sight. */
export function pageView(root: HTMLElement, kind: 'page' | 'print'): View {
  const end = new AbortController()
  const address = createAddress(end.signal)
  const follow = (slide: HTMLElement): void => {
    if (kind === 'page') address.follow(slide.id)
    announce(root, shown)
  }
  const { watch, unwatch, current } = watchSlides(root, follow)
  const go = (id: string): void => {
    address.push(id)
    scrollTo(root)
  }
  const step = (by: 1 | -1): void => neighbour(slidesOf(root), current(), by)?.scrollIntoView()
  document.documentElement.classList.toggle('is-print', kind === 'print')
  window.addEventListener('popstate', () => scrollTo(root), { signal: end.signal })
  scrollTo(root)
  watch()
  return {
    kind,
    root,
    slides: () => slidesOf(root),
    current,
    go,
    next: () => step(1),
    previous: () => step(-1),
    isBlack: () => false,
    setBlack: () => undefined,
    refresh: () => {
      watch()
      announce(root, refreshed)
    },
    destroy: () => {
      end.abort()
      unwatch()
      document.documentElement.classList.remove('is-print')
    },
  }
}

/** To the slide of the address; once more when the slides above it, drawn only when near, have got their heights. */
function scrollTo(root: HTMLElement): void {
  const slide = slideOfHash(location.hash, slidesOf(root))
  slide?.scrollIntoView()
  requestAnimationFrame(() => slide?.scrollIntoView())
}

/** The slide in sight is the one that a reader's eye is on: at a line a third down the window. */
function watchSlides(
  root: HTMLElement,
  changed: (slide: HTMLElement) => void,
): {
  readonly watch: () => void
  readonly unwatch: () => void
  readonly current: () => HTMLElement | undefined
} {
  let current: HTMLElement | undefined
  const watcher = new IntersectionObserver(
    (entries) => {
      const slide = entries.findLast(({ isIntersecting }) => isIntersecting)?.target
      if (!(slide instanceof HTMLElement) || slide === current) return
      current = slide
      changed(slide)
    },
    { rootMargin: '-33% 0px -66% 0px' },
  )
  const watch = (): void => {
    watcher.disconnect()
    for (const slide of slidesOf(root)) watcher.observe(slide)
  }
  return { watch, unwatch: () => watcher.disconnect(), current: () => current }
}
