/** A new element with a class and, if given, text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  element.className = className
  if (text !== '') element.textContent = text
  return element
}

/** A pointer's place in an element's own pixels, however the element is scaled on screen. */
export function placeIn(
  element: HTMLElement,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): { x: number; y: number } {
  const rect = element.getBoundingClientRect()
  const scale = rect.width > 0 ? element.clientWidth / rect.width : 1
  return { x: (clientX - rect.left) * scale, y: (clientY - rect.top) * scale }
}

/** The reverse: where a place in the element is on the screen. */
export function placeOnScreen(
  element: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  const rect = element.getBoundingClientRect()
  const scale = element.clientWidth > 0 ? rect.width / element.clientWidth : 1
  return { x: rect.left + x * scale, y: rect.top + y * scale }
}

export const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
