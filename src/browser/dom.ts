type Child = Node | string | undefined | false

/** Makes an element with attributes and children; undefined and false children are left out. Text is never HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false))
  return element
}

/** A button that does one thing. */
export function button(
  label: string,
  press: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, label)
  element.addEventListener('click', press)
  return element
}

/** The element that an event came from, or the nearest around it, that matches. */
export function closest(event: Event, selector: string): HTMLElement | undefined {
  const target = event.target
  return target instanceof Element ? (target.closest<HTMLElement>(selector) ?? undefined) : undefined
}

/** Parses one element out of the renderer's own HTML. */
export function elementFrom(html: string): HTMLElement | undefined {
  const template = document.createElement('template')
  template.innerHTML = html
  const element = template.content.firstElementChild
  return element instanceof HTMLElement ? element : undefined
}

/** Runs when the page has nothing to do: not in the frame that shows a slide. Safari has no requestIdleCallback. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run)
  else setTimeout(run, 300)
}
