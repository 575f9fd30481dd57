import { announce, idFromHash, refreshed, shown, slidesOf, type View } from './view.ts'

/** Slides one under the other, as a document; the address follows links, not scrolling. */
export function pageView(root: HTMLElement, kind: 'page' | 'print'): View {
  const end = new AbortController()
  const { watch, unwatch, current } = watchSlides(root)
  const step = (by: number): void => {
    const slides = slidesOf(root)
    const at = slides.indexOf(current() ?? root)
    slides[Math.max(at, 0) + by]?.scrollIntoView()
  }
  document.documentElement.classList.toggle('is-print', kind === 'print')
  window.addEventListener('hashchange', scrollToHash, { signal: end.signal })
  watch()
  scrollToHash()
  return {
    kind,
    root,
    slides: () => slidesOf(root),
    current,
    go: (id) => {
      history.replaceState(null, '', `#/${id}`)
      scrollToHash()
    },
    next: () => step(1),
    previous: () => step(-1),
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

function scrollToHash(): void {
  const id = idFromHash(location.hash)
  if (id) document.getElementById(id)?.scrollIntoView()
}

/** Keeps track of how much of each slide is in sight. */
function watchSlides(root: HTMLElement): {
  readonly watch: () => void
  readonly unwatch: () => void
  readonly current: () => HTMLElement | undefined
} {
  const seen = new Map<Element, number>()
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) seen.set(entry.target, entry.intersectionRatio * entry.boundingClientRect.height)
    announce(root, shown)
  })
  const watch = (): void => {
    watcher.disconnect()
    for (const slide of slidesOf(root)) watcher.observe(slide)
  }
  const current = (): HTMLElement | undefined =>
    slidesOf(root).reduce<HTMLElement | undefined>(
      (best, slide) => ((seen.get(slide) ?? 0) > ((best && seen.get(best)) ?? 0) ? slide : best),
      undefined,
    )
  return { watch, unwatch: () => watcher.disconnect(), current }
}
