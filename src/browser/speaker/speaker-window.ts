import { fill } from '../../language/fill.ts'
import { button, make } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'
import { placeText } from '../place-text.ts'
import { isBackup, neighbour, refreshed, titleOf } from '../view.ts'
import { kept } from './kept.ts'
import { type DeckState, openLink, type ToDeck, type ToSpeaker } from './link.ts'
import { elapsedText, leadOf, type Plan, planOf } from './pacing.ts'
import { showSlide, stepsOf } from './slide-copy.ts'

/** How often the deck is asked where it is, and after how long without an answer it is gone, in ms. */
const asking = 2000
const patience = 5000

interface Panes {
  readonly place: HTMLElement
  readonly pace: HTMLElement
  readonly clock: HTMLElement
  readonly alert: HTMLElement
  readonly now: HTMLElement
  readonly next: HTMLElement
  readonly nextTitle: HTMLElement
  readonly notes: HTMLElement
}

/** The speaker's window: this slide, the next step, notes, clock and pace. It shows what the deck says that it shows. */
export const speakerWindow: Part = {
  id: 'speaker-window',
  init(context) {
    const { view, words, query, signal, data } = context
    const session = new URLSearchParams(query).get('speaker') ?? ''
    let state: DeckState | undefined
    let answered = 0
    let shownState = ''
    const link = openLink<ToDeck, ToSpeaker>(session, {
      side: 'speaker',
      receive: (message) => {
        answered = message.kind === 'gone' ? 0 : performance.now()
        if (message.kind === 'state') state = message.state
        update()
      },
      signal,
    })
    const panes = addPanes(context)
    const times = startClock(context)
    const update = (): void => {
      panes.alert.hidden = answered > 0
      panes.alert.textContent = state ? words.speaker.cutOff : words.speaker.waiting
      if (state && JSON.stringify(state) !== shownState) showState(state, panes, context)
      shownState = JSON.stringify(state ?? '')
    }
    const again = (): void => {
      shownState = ''
      delete panes.notes.dataset.slide
      update()
    }
    const tick = (): void => {
      if (answered > 0 && performance.now() - answered > patience) answered = 0
      panes.alert.hidden = answered > 0
      if (answered === 0 && performance.now() > patience) panes.alert.textContent = words.speaker.cutOff
      times.show(panes, state?.slide)
    }
    document.addEventListener('keydown', (event) => onKey(event, panes.notes, link.send), { signal })
    view.root.addEventListener(refreshed, again, { signal })
    window.addEventListener('pagehide', () => link.send({ kind: 'gone' }), { signal })
    const timers = [window.setInterval(() => link.send({ kind: 'ask' }), asking), window.setInterval(tick, 500)]
    document.title = fill(words.speaker.title, { title: data.title })
    link.send({ kind: 'ask' })
    update()
    tick()
    return () => {
      for (const timer of timers) window.clearInterval(timer)
    }
  },
}

function addPanes({ data, words: { speaker: words } }: PartContext): Panes {
  const [place, pace, clock] = [make('output'), make('output', { class: 'qd-pace' }), make('p', { class: 'qd-clock' })]
  const alert = make('p', { class: 'qd-cut', role: 'alert' })
  const [now, next] = [make('div', { class: 'qd-frame' }), make('div', { class: 'qd-frame' })]
  const nextTitle = make('h2')
  const notes = make('section', { class: 'qd-notes', tabindex: '0', 'aria-label': words.notes })
  const size = resizeNotes(notes)
  const bar = make(
    'header',
    { class: 'qd-times' },
    place,
    pace,
    clock,
    button('−', () => size(-2), { 'aria-label': words.smaller, title: words.smaller }),
    button('+', () => size(2), { 'aria-label': words.larger, title: words.larger }),
    button(words.reset, () => document.dispatchEvent(new CustomEvent(restart))),
  )
  const slides = make('div', { class: 'qd-frames' }, make('h2', {}, words.now), now, nextTitle, next)
  const main = make(
    'main',
    { class: 'qd-desk' },
    bar,
    alert,
    slides,
    notes,
    make('p', { class: 'qd-keys' }, words.keys),
  )
  main.prepend(make('h1', { class: 'qd-hidden' }, fill(words.title, { title: data.title })))
  document.body.append(main)
  notes.focus()
  return { place, pace, clock, alert, now, next, nextTitle, notes }
}

const restart = 'qd:restart'

/** Keys and buttons change the size of the notes; the browser remembers it. */
function resizeNotes(notes: HTMLElement): (by: number) => void {
  const memory = kept('local', 'notes-size')
  let size = Number(memory.read() ?? 24)
  const resize = (by: number): void => {
    size = Math.min(60, Math.max(16, size + by))
    notes.style.fontSize = `${size}px`
    memory.write(String(size))
  }
  notes.addEventListener('qd:size', (event) => event instanceof CustomEvent && resize(event.detail))
  resize(0)
  return resize
}

function showState(state: DeckState, panes: Panes, { view, words: all }: PartContext): void {
  const words = all.speaker
  const slides = view.slides()
  const slide = slides.find(({ id }) => id === state.slide)
  if (!slide) return
  const hasStep = state.steps < stepsOf(slide)
  const following = hasStep ? slide : neighbour(slides, slide, 1)
  const title = following ? fill(words.next, { title: titleOf(following) }) : words.last
  panes.place.textContent = placeText(slide, slides, all)
  panes.nextTitle.textContent = hasStep ? words.nextStep : title
  showSlide(panes.now, slide, state.steps)
  showSlide(panes.next, following, hasStep ? state.steps + 1 : 0)
  panes.now.classList.toggle('is-black', state.isBlack)
  panes.now.dataset.black = state.isBlack ? words.black : ''
  if (panes.notes.dataset.slide === slide.id) return // scrolled as far as it was read
  const notes = [...slide.querySelectorAll('.notes')].flatMap((note) => [...note.cloneNode(true).childNodes])
  panes.notes.replaceChildren(...(notes.length > 0 ? notes : [make('p', { class: 'qd-none' }, words.noNotes)]))
  panes.notes.dataset.slide = slide.id
  panes.notes.scrollTop = 0
}

/** The clock goes on through reloads of both windows, and says how the talk keeps to its plan. */
function startClock({ view, data, words: { speaker: words } }: PartContext): {
  show(panes: Pick<Panes, 'clock' | 'pace'>, slide: string | undefined): void
} {
  const memory = kept('session', 'start')
  const start = (): void => memory.write(String(Date.now()))
  if (memory.read() === undefined) start()
  document.addEventListener(restart, start)
  return {
    show({ clock, pace }, slide) {
      const elapsed = Date.now() - Number(memory.read())
      const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
      const talk = view.slides().filter((one) => !isBackup(one))
      const plan = planOf(talk.map(timed), data.duration)
      const end = [...plan.values()].at(-1)?.to ?? 0
      const spent = elapsedText(elapsed)
      const times = end > 0 ? fill(words.planned, { elapsed: spent, planned: elapsedText(end) }) : spent
      clock.textContent = `${times} · ${time}`
      const lead = paceText(elapsed, plan.get(slide ?? ''), words)
      pace.textContent = lead.text
      pace.classList.toggle('is-behind', lead.isBehind)
    },
  }
}

const timed = ({ id, dataset }: HTMLElement): { id: string; minutes?: number } =>
  dataset.minutes === undefined ? { id } : { id, minutes: Number(dataset.minutes) }

function paceText(
  elapsed: number,
  plan: Plan | undefined,
  words: PartContext['words']['speaker'],
): { readonly text: string; readonly isBehind: boolean } {
  if (!plan) return { text: '', isBehind: false }
  const lead = leadOf(elapsed, plan)
  const time = elapsedText(Math.abs(lead))
  if (lead === 0) return { text: words.onTime, isBehind: false }
  return { text: fill(lead > 0 ? words.ahead : words.behind, { time }), isBehind: lead < 0 }
}

const forwarded = ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', 'Escape', 'Enter']

/** Up and down scroll the notes, + and − size them; every other key of the deck is pressed there. */
function onKey(event: KeyboardEvent, notes: HTMLElement, send: (message: ToDeck) => void): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event
  if (ctrlKey || metaKey || altKey) return
  const isPress = key === 'Enter' || key === ' '
  if (isPress && target instanceof Element && target.closest('button, a')) return
  if (key === 'ArrowDown' || key === 'ArrowUp')
    notes.scrollBy({ top: (key === 'ArrowDown' ? 1 : -1) * Math.round(notes.clientHeight / 2) }) // by halves of a pixel, up would end elsewhere
  else if ('+=-_'.includes(key))
    notes.dispatchEvent(new CustomEvent('qd:size', { detail: '+='.includes(key) ? 2 : -2 }))
  else if (key.length === 1 || forwarded.includes(key)) send({ kind: 'key', key, shiftKey })
  else return
  event.preventDefault()
}
