import type { Part } from '../part.ts'
import { refreshed } from '../view.ts'

/** Tables that may be wider or higher than their box. */
const boxes = '.chart-data, .table'

/** A table that does not fit its box is a stop of the Tab key and has a name: from there arrows scroll it. */
export const scrollers: Part = {
  id: 'scrollers',
  init({ view, signal }) {
    if (view.kind === 'print') return undefined
    const sizes = new ResizeObserver((entries) => {
      const resized = new Set(entries.flatMap(({ target }) => target.closest<HTMLElement>(boxes) ?? []))
      const scrolling = [...resized].map((box) => [box, isScroller(box)] as const) // all are measured before one is written to
      for (const [box, scrolls] of scrolling) mark(box, scrolls)
    })
    const watch = (): void => {
      sizes.disconnect()
      for (const box of view.root.querySelectorAll<HTMLElement>(boxes)) {
        box.dataset.scrolls = ''
        sizes.observe(box)
        for (const table of box.querySelectorAll('table')) sizes.observe(table)
      }
    }
    view.root.addEventListener(refreshed, watch, { signal })
    watch()
    return () => sizes.disconnect()
  },
}

const isScroller = (box: HTMLElement): boolean =>
  (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) &&
  getComputedStyle(box).overflowX !== 'visible'

function mark(box: HTMLElement, scrolls: boolean): void {
  const name = box.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? ''
  if (scrolls) {
    box.tabIndex = 0
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', name)
  } else for (const attribute of ['tabindex', 'role', 'aria-label']) box.removeAttribute(attribute)
}
