/** The part of an element that outlining needs, so that this runs without a page in tests. */
interface Outlined {
  readonly classList: { add(name: string): void }
  closest(selector: string): Outlined | null
  setAttribute(name: string, value: string): void
  scrollIntoView(options?: { block: 'center' }): void
}

/** The key that a row of tie-out.html asks for: index.html?tick=revenues.3#/revenues. Keys hold letters, digits, dots and dashes. */
export function tickOf(search: string): string | undefined {
  const key = new URLSearchParams(search).get('tick')
  return key !== null && /^[\w.-]+$/.test(key) ? key : undefined
}

/** Outlines the printed number with that key; of a number in a closed table, the chart that it belongs to. */
export function outlineUse(key: string, find: (selector: string) => Outlined | null): boolean {
  const figure = find(`[data-use="${key}"]`)
  if (!figure) return false
  const outlined = figure.closest('figure.chart') ?? figure
  outlined.classList.add('is-outlined')
  outlined.setAttribute('aria-current', 'true')
  outlined.scrollIntoView({ block: 'center' })
  return true
}
