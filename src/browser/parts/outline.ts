import type { Part } from '../part.ts'
import { shown } from '../view.ts'

/** The part of an element that outlining needs, so that this runs without a page in tests. */
interface Outlined<Self> {
  readonly classList: { add(name: string): void }
  closest(selector: string): Self | null
  setAttribute(name: string, value: string): void
  scrollIntoView(options?: { block: 'nearest' }): void
}

/** The printed number that a row of tie-out.html links to: index.html?tick=revenues.3#/revenues. Keys hold letters, digits, dots and dashes. */
export function tickOf(search: string): string | undefined {
  const key = new URLSearchParams(search).get('tick')
  return key !== null && /^[\w.-]+$/.test(key) ? key : undefined
}

/** Outlines the printed number with that key; for a number in a chart, or in its closed table, the chart. Returns what it outlined. */
export function outlineUse<Element extends Outlined<Element>>(
  key: string,
  find: (selector: string) => Element | null,
): Element | undefined {
  const owner = key.replace(/\.\d+$/, '')
  const figure =
    find(`[data-use="${key}"]`) ?? find(`[data-chart="${owner}"]`) ?? find(`section[id="${owner}"] .chart-notes`)
  if (!figure) return undefined
  const outlined = figure.closest('figure.chart') ?? figure
  outlined.classList.add('is-outlined')
  outlined.setAttribute('aria-current', 'true')
  outlined.scrollIntoView({ block: 'nearest' })
  return outlined
}

/** Outlines the figure that a row of the tie-out report links to, and focuses it; Escape or another slide ends it. */
export const outline: Part = {
  id: 'outline',
  init({ view, query, words, signal, say }) {
    const key = tickOf(query)
    if (key === undefined) return undefined
    const end = (): void => {
      for (const figure of view.root.querySelectorAll('.is-outlined')) {
        figure.classList.remove('is-outlined')
        figure.removeAttribute('aria-current')
      }
    }
    const figure = outlineUse(key, (selector) => view.root.querySelector<HTMLElement>(selector))
    if (!figure) {
      say(words.said.elsewhere)
      return undefined
    }
    for (let around = figure.closest('.fragment'); around; around = around.parentElement?.closest('.fragment') ?? null)
      around.classList.add('visible')
    if (figure.tabIndex < 0) figure.setAttribute('tabindex', '-1') // a chart
    figure.focus({ preventScroll: true })
    if (figure.closest('.notes')) say(words.said.inNotes)
    const slide = figure.closest('.slides > section')
    view.root.addEventListener(shown, () => view.kind === 'deck' && view.current() !== slide && end(), { signal })
    document.addEventListener('keydown', ({ key: pressed }) => pressed === 'Escape' && end(), { signal })
    return end
  },
}
