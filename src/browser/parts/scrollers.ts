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
      for (const { target } of entries) {
        const box = target.closest<HTMLElement>(boxes)
        if (box) mark(box)
      }
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

function mark(box: HTMLElement): void {
  const isScroller = getComputedStyle(box).overflowX !== 'visible'
  const overflows = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1
  const name = box.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? ''
  if (isScroller && overflows) {
    box.tabIndex = 0
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', name)
  } else for (const attribute of ['tabindex', 'role', 'aria-label']) box.removeAttribute(attribute)
}
