/** The part of an element that outlining needs, so that this runs without a page in tests. */
interface Outlined<Self> {
  readonly classList: { add(name: string): void }
  closest(selector: string): Self | null
  setAttribute(name: string, value: string): void
  scrollIntoView(options?: { block: 'nearest' }): void
}

/** The key that a row of tie-out.html asks for: index.html?tick=revenues.3#/revenues. Keys hold letters, digits, dots and dashes. */
export function tickOf(search: string): string | undefined {
  const key = new URLSearchParams(search).get('tick')
  return key !== null && /^[\w.-]+$/.test(key) ? key : undefined
}

/** Outlines the printed number with that key; of a number in a chart, or in its closed table, the chart. Gives what it outlined. */
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
