import { kept } from './kept.ts'

/*
 * Deck and speaker's window are two windows of one machine. They talk over the browser itself, by a name that only the
 * two know: no server, and a deck that was loaded again goes on under its name.
 */

/** What the deck shows. */
export interface DeckState {
  readonly slide: string // its id
  readonly steps: number // of the slide's steps, how many are shown
  readonly isBlack: boolean
}

/** To the deck: where are you, and a key that was pressed in the speaker's window. */
export type ToDeck =
  | { readonly kind: 'ask' }
  | { readonly kind: 'key'; readonly key: string; readonly shiftKey: boolean }
  | { readonly kind: 'gone' }

/** To the speaker's window: where the deck is, or that it closes or is loaded again. */
export type ToSpeaker = { readonly kind: 'state'; readonly state: DeckState } | { readonly kind: 'gone' }

export interface Link<Out> {
  send(message: Out): void
}

/** The name of this deck's session: kept while its tab is open, through every reload. */
export function sessionName(): string {
  const name = kept('session', 'session')
  const known = name.read()
  if (known !== undefined) return known
  const fresh = Math.random().toString(36).slice(2, 10)
  name.write(fresh)
  return fresh
}

/** Opens the link of a session; `side` is the one that listens here. */
export function openLink<Out, In>(
  session: string,
  {
    side,
    receive,
    signal,
  }: { readonly side: 'deck' | 'speaker'; readonly receive: (message: In) => void; readonly signal: AbortSignal },
): Link<Out> {
  const channel = new BroadcastChannel(`quarterdeck ${session}`)
  channel.addEventListener('message', ({ data }) => {
    if (data?.to === side) receive(data.message)
  })
  signal.addEventListener('abort', () => channel.close())
  const to = side === 'deck' ? 'speaker' : 'deck'
  return { send: (message) => !signal.aborted && channel.postMessage({ to, message }) }
}
