import { fill } from '../../language/fill.ts'
import type { PageWords } from '../../language/page-words.ts'
import type { Part } from '../part.ts'
import { refreshed, revealed, shown, titleOf, type View } from '../view.ts'

interface SpeakerWindow {
  update(): void
  close(): void
}

/** Minutes and seconds: "5:07", "1:02:30". */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`
}

/**
 * The speaker's window. It is built from here, element by element, because the content security policy allows no
 * script or style written into it; it shows copies of the slides and runs no deck of its own.
 */
function openSpeaker(view: View, { place: places, speaker: words }: PageWords): SpeakerWindow | undefined {
  const popup = window.open('', 'quarterdeck-speaker', 'width=1280,height=800')
  if (!popup) return undefined
  const page = popup.document
  const sheets = copyStyles(page, words)
  const make = (name: string, kind: string, text = ''): HTMLElement => {
    const element = page.createElement(name)
    element.className = kind
    element.textContent = text
    return element
  }
  const now = make('div', 'qd-frame')
  const next = make('div', 'qd-frame qd-next')
  const notes = make('div', 'qd-notes')
  const clock = make('p', 'qd-clock')
  const reset = make('button', 'qd-reset', words.reset)
  const place = make('p', 'qd-place')
  const bar = make('header', 'qd-times')
  bar.append(place, clock, reset)
  page.body.replaceChildren(bar, now, next, notes)
  const timer = startTimer(popup, clock)
  reset.addEventListener('click', timer.reset)
  popup.addEventListener('keydown', (event) => onKey(event, view))
  const update = (): void => {
    const slides = view.slides()
    const current = view.current()
    const at = current ? slides.indexOf(current) : -1
    const following = slides[at + 1]
    place.textContent = fill(places.position, { number: at + 1, total: slides.length })
    showCopy(now, current)
    showCopy(next, following)
    next.dataset.title = following ? fill(words.next, { title: titleOf(following) }) : words.last
    notes.replaceChildren(...[...(current?.querySelectorAll('.notes') ?? [])].flatMap((note) => copies(note, page)))
  }
  popup.addEventListener('resize', update)
  for (const sheet of sheets) sheet.addEventListener('load', update) // sizes hold once the style has arrived
  update()
  popup.focus()
  return { update: () => !popup.closed && update(), close: () => popup.close() }
}

/** The deck's own style sheets, and the classes that lay slides out as they print. */
function copyStyles(page: Document, words: PageWords['speaker']): readonly Node[] {
  page.documentElement.className = 'is-print qd-speaker'
  page.documentElement.lang = document.documentElement.lang
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"], style')].map((sheet) => {
    const copy = page.importNode(sheet, true)
    if (sheet instanceof HTMLLinkElement) copy.setAttribute('href', sheet.href)
    return copy
  })
  page.head.replaceChildren(...sheets)
  page.title = fill(words.title, { title: document.title })
  return sheets
}

const copies = (element: Element, page: Document): Node[] =>
  [...element.childNodes].map((node) => page.importNode(node, true))

function showCopy(frame: HTMLElement, slide: HTMLElement | undefined): void {
  const page = frame.ownerDocument
  const slides = page.createElement('div')
  slides.className = 'slides'
  if (slide) {
    const copy = page.importNode(slide, true)
    copy.removeAttribute('style')
    copy.hidden = false
    copy.inert = true
    for (const live of copy.querySelectorAll('canvas, .chart-toggles, .chart-tooltip')) live.remove()
    for (const box of copy.querySelectorAll('.chart-box')) box.classList.remove('is-live')
    for (const image of copy.querySelectorAll('img'))
      image.src = new URL(image.getAttribute('src') ?? '', document.baseURI).href
    slides.append(copy)
  }
  frame.replaceChildren(slides)
  slides.style.zoom = String(frame.clientWidth / 1920)
}

function startTimer(popup: Window, clock: HTMLElement): { reset(): void } {
  const state = { since: performance.now() }
  const tick = (): void => {
    const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    clock.textContent = `${elapsedText(performance.now() - state.since)} · ${time}`
  }
  popup.setInterval(tick, 500)
  tick()
  return {
    reset: () => {
      state.since = performance.now()
      tick()
    },
  }
}

function onKey(event: KeyboardEvent, view: View): void {
  if (['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'n'].includes(event.key)) view.next()
  else if (['ArrowLeft', 'ArrowUp', 'PageUp', 'p'].includes(event.key)) view.previous()
  else return
  event.preventDefault()
}

/** A second window with this slide, the next, notes and a timer (key S). Presenter edition only. */
export const speaker: Part = {
  id: 'speaker',
  init({ view, commands, words, signal, say }) {
    if (view.kind !== 'deck') return undefined
    const state: { open: SpeakerWindow | undefined } = { open: undefined }
    const run = (): void => {
      state.open = openSpeaker(view, words)
      if (!state.open) say(words.said.windowRefused)
    }
    for (const event of [shown, refreshed, revealed]) {
      view.root.addEventListener(event, () => state.open?.update(), { signal })
    }
    commands.push({ id: 'speaker', title: words.commands.speaker, keys: ['s'], run })
    return () => state.open?.close()
  },
}
