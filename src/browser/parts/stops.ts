import type { Part, PartContext } from '../part.ts'
import { refreshed, shown } from '../view.ts'

const figures = 'data.figure[data-fact]'

/** What has one stop for the Tab key, its figures being reached by arrows from there: a list, a table, the tiles. */
const groups = ':is(ul, ol, table, dl):has(data.figure[data-fact])'

/**
 * Figures by key. A list or table is one stop of the Tab key; arrows, Home and End move inside, Escape leaves. Arrows
 * are the deck's while the focus came from a click, and after Escape.
 */
export const stops: Part = {
  id: 'stops',
  init(context) {
    const { view, signal } = context
    if (view.kind === 'print') return undefined
    const state = { walks: true, last: undefined as EventTarget | undefined | null, pointer: false }
    const update = (): void => {
      const part = view.kind === 'deck' ? view.current() : view.root
      if (part) arrange(part)
    }
    for (const event of [shown, refreshed]) view.root.addEventListener(event, update, { signal })
    update()
    followFocus(state, signal)
    view.root.addEventListener('keydown', (event) => walk(event, state), { signal })
    skipToSlide(context)
    return undefined
  },
}

interface Walking {
  /** Whether arrows move inside what has the focus. */
  walks: boolean
  last: EventTarget | undefined | null
  pointer: boolean
}

/** Focus by Tab, by a screen reader or a script walks; by a click it does not, nor when a closed card gives it back. */
function followFocus(state: Walking, signal: AbortSignal): void {
  const options = { signal, capture: true }
  document.addEventListener('pointerdown', () => Object.assign(state, { walks: false, pointer: true }), options)
  document.addEventListener('click', () => Object.assign(state, { pointer: false }), options)
  document.addEventListener(
    'keydown',
    ({ key }) => {
      state.pointer = false
      if (key === 'Tab') state.walks = true
    },
    options,
  )
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target.closest('dialog')) return
      if (target !== state.last && !state.pointer) state.walks = true
      state.last = target
    },
    options,
  )
}

/** Each figure is a button; of a group only the first is a stop. */
function arrange(part: HTMLElement): void {
  for (const figure of part.querySelectorAll<HTMLElement>(`${figures}:not([tabindex])`)) {
    figure.setAttribute('role', 'button')
    figure.setAttribute('aria-haspopup', 'dialog')
    const group = groupOf(figure)
    const first = group?.querySelector(figures)
    figure.tabIndex = !group || first === figure ? 0 : -1
  }
}

/** The outermost list or table around a figure, within its slide. */
function groupOf(figure: Element): Element | undefined {
  let found: Element | undefined
  for (let up = figure.closest(groups); up; up = up.parentElement?.closest(groups) ?? null) found = up
  return found
}

function walk(event: KeyboardEvent, state: Walking): void {
  const { target, key } = event
  if (!state.walks || !(target instanceof HTMLElement) || !target.matches(figures)) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const group = groupOf(target)
  const next = group && nextIn(group, target, key)
  if (key === 'Escape') {
    state.walks = false
    target.blur()
  } else if (next) {
    target.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  } else return
  event.preventDefault() // the deck leaves the key alone
}

/** The figure that an arrow leads to: in a table up and down by rows, elsewhere one after the other. At an end it stays. */
function nextIn(group: Element, from: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...group.querySelectorAll<HTMLElement>(figures)].filter((figure) => figure.checkVisibility())
  const at = all.indexOf(from)
  const cell = from.closest('td, th')
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  if (key === 'ArrowRight') return all[at + 1] ?? from
  if (key === 'ArrowLeft') return all[at - 1] ?? from
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  if (!(cell instanceof HTMLTableCellElement)) return all[at + (key === 'ArrowDown' ? 1 : -1)] ?? from
  const rest = key === 'ArrowDown' ? all.slice(at + 1) : all.slice(0, at).reverse()
  const column = cell.cellIndex
  const isBelow = (figure: HTMLElement): boolean => {
    const other = figure.closest('td, th')
    return (
      other instanceof HTMLTableCellElement && other.cellIndex === column && other.parentElement !== cell.parentElement
    )
  }
  return rest.find(isBelow) ?? from
}

/** The skip link leads to the slide in sight, not to the first. */
function skipToSlide({ view, signal }: PartContext): void {
  document.querySelector('.skip-link')?.addEventListener(
    'click',
    (event) => {
      const slide = view.current() ?? view.slides()[0]
      if (!slide) return
      event.preventDefault()
      slide.setAttribute('tabindex', '-1')
      slide.focus({ preventScroll: view.kind === 'deck' })
    },
    { signal },
  )
}
