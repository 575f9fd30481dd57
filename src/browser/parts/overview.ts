import { closest } from '../dom.ts'
import { inlinePictures } from '../images.ts'
import { moveKeys } from '../keys.ts'
import { type Layer, offer, type Part, type PartContext } from '../part.ts'
import { spokenPlace } from '../place-text.ts'
import { refreshed } from '../view.ts'
import { nameSlides } from './aria.ts'

/** All slides as a grid (key O or Escape), for the pointer and for every key that moves the deck. */
export const overview: Part = {
  id: 'overview',
  init(context) {
    const { view, layers, signal } = context
    if (view.kind !== 'deck') return undefined
    const run = (): void => (isOpen() ? leave(context) : enter(context))
    offer(context, 'overview', run)
    layers.push(overviewLayer(context))
    const leaveByClick = (event: Event): void => {
      const slide = isOpen() && closest(event, '.slides > section')
      if (!slide) return
      event.stopPropagation()
      leave(context, slide)
    }
    view.root.addEventListener('click', leaveByClick, { signal, capture: true })
    view.root.addEventListener(refreshed, () => isOpen() && enter(context), { signal })
    return () => isOpen() && leave(context)
  },
}

const isOpen = (): boolean => document.documentElement.classList.contains('is-overview')

/** A list box: its slides are chosen among, what stands on them is not reached one by one. */
function enter(context: PartContext): void {
  const { view, words } = context
  const slides = view.slides()
  const list = listOf(context)
  document.documentElement.classList.add('is-overview')
  for (const slide of slides) {
    slide.inert = false
    slide.removeAttribute('aria-hidden') // reveal.js's
    for (const child of slide.children) child.toggleAttribute('inert', true)
    slide.setAttribute('role', 'option')
    slide.removeAttribute('aria-roledescription')
    slide.setAttribute('aria-label', spokenPlace(slide, slides, words))
  }
  list?.setAttribute('role', 'listbox')
  list?.setAttribute('aria-label', words.commands.overview)
  list?.setAttribute('tabindex', '-1')
  list?.focus({ preventScroll: true })
  choose(context, chosen(context) ?? view.current())
  inlinePictures(view.root)
}

function leave(context: PartContext, slide = chosen(context)): void {
  const { view, words } = context
  const slides = view.slides()
  const list = listOf(context)
  const shows = slide ?? view.current()
  document.documentElement.classList.remove('is-overview')
  for (const other of slides) {
    other.classList.remove('is-chosen')
    other.removeAttribute('aria-selected')
    other.inert = other !== shows
    if (other !== shows) other.setAttribute('aria-hidden', 'true')
    for (const child of other.children) child.removeAttribute('inert')
  }
  for (const name of ['role', 'aria-label', 'tabindex', 'aria-activedescendant']) list?.removeAttribute(name)
  nameSlides(slides, words)
  list?.blur()
  if (shows) view.go(shows.id)
}

const listOf = ({ view }: PartContext): HTMLElement | null => view.root.querySelector<HTMLElement>('.slides')

const chosen = ({ view }: PartContext): HTMLElement | undefined =>
  view.slides().find((slide) => slide.classList.contains('is-chosen'))

/** Screen readers read the slide that the list names as its active one. */
function choose(context: PartContext, slide: HTMLElement | undefined): void {
  for (const other of context.view.slides()) {
    other.classList.toggle('is-chosen', other === slide)
    other.setAttribute('aria-selected', String(other === slide))
  }
  if (!slide) return
  listOf(context)?.setAttribute('aria-activedescendant', slide.id)
  slide.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function overviewLayer(context: PartContext): Layer {
  const { view } = context
  const moves: readonly string[] = [...moveKeys.next, ...moveKeys.previous, ...moveKeys.first, ...moveKeys.last]
  return {
    isOpen,
    close: () => leave(context, view.current()),
    press(key) {
      const slides = view.slides()
      const at = slides.findIndex((slide) => slide.classList.contains('is-chosen'))
      const step = stepOf(key, slides, at)
      if (step !== undefined) choose(context, slides[Math.min(Math.max(at + step, 0), slides.length - 1)])
      else if (key === 'enter' || key === ' ') leave(context)
      else if (key === 'escape') leave(context, view.current())
      else return moves.includes(key)
      return true
    },
  }
}

/** How far a key moves the choice, in slides: up and down by rows, page keys by one, as a clicker has only these. */
function stepOf(key: string, slides: readonly HTMLElement[], at: number): number | undefined {
  const columns = slides.filter((slide) => slide.offsetTop === slides[0]?.offsetTop).length
  const steps: Readonly<Record<string, number>> = {
    arrowright: 1,
    arrowleft: -1,
    arrowdown: at + columns < slides.length ? columns : 0,
    arrowup: at >= columns ? -columns : 0,
    pagedown: 1,
    pageup: -1,
    n: 1,
    p: -1,
    home: -at,
    end: slides.length - 1 - at,
  }
  return steps[key]
}
