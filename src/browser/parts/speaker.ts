import { offer, type Part, type PartContext } from '../part.ts'
import { type DeckState, openLink, sessionName, type ToDeck, type ToSpeaker } from '../speaker/link.ts'
import { blackened, refreshed, revealed, shown } from '../view.ts'
import { presenting } from './wake-lock.ts'

/**
 * The deck's end of the speaker's window (key S), which is this page once more with "?speaker=…". It receives what shows
 * whenever that changes or it asks, and its keys are pressed here. Presenter edition only.
 */
export const speaker: Part = {
  id: 'speaker',
  init(context) {
    const { view, words, signal, say } = context
    const session = sessionName()
    const link = openLink<ToSpeaker, ToDeck>(session, {
      side: 'deck',
      receive: (message) => {
        if (message.kind === 'key') return press(message)
        sayPresenting(message.kind === 'ask')
        if (message.kind === 'ask') update()
      },
      signal,
    })
    const update = (): void => link.send({ kind: 'state', state: stateOf(context) })
    for (const event of [shown, refreshed, revealed, blackened]) view.root.addEventListener(event, update, { signal })
    window.addEventListener('pagehide', () => link.send({ kind: 'gone' }), { signal })
    const run = (): void => {
      if (!openSpeaker(session)) say(words.said.windowRefused)
    }
    offer(context, 'speaker', run)
    update()
    return undefined
  },
}

function stateOf({ view }: PartContext): DeckState {
  const slide = view.current()
  const steps = slide?.querySelectorAll('.fragment.visible').length ?? 0
  return { slide: slide?.id ?? '', steps, isBlack: view.isBlack() }
}

/** The window of that name, if it is open, comes to the front as it is: its clock goes on. */
function openSpeaker(session: string): boolean {
  const popup = window.open('', `quarterdeck-${session}`, 'width=1280,height=800')
  if (!popup) return false
  if (isEmpty(popup)) popup.location.replace(`${location.pathname}?speaker=${session}`)
  popup.focus()
  return true
}

function isEmpty({ location }: Window): boolean {
  try {
    return location.href === 'about:blank'
  } catch {
    return false // a page opened from a disk does not learn the address: it is the speaker's window
  }
}

/** As if it had been pressed here, but not on what has the focus here. */
function press({ key, shiftKey }: Extract<ToDeck, { kind: 'key' }>): void {
  const modal = document.querySelector<HTMLDialogElement>('dialog:modal')
  if (modal && key === 'Escape') modal.close()
  else document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
}

const sayPresenting = (is: boolean): boolean => document.dispatchEvent(new CustomEvent(presenting, { detail: is }))
