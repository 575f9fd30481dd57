import { make } from './dom.ts'
import { cardBook } from './fact-details.ts'
import { parsePageData } from './page-data.ts'
import { pageView } from './page-view.ts'
import type { Command, Context } from './part.ts'
import { furtherParts, parts } from './parts.ts'
import type { View } from './view.ts'

/** The same condition as in templates/theme/index.css. */
const pageQuery = '(max-width: 640px), (orientation: portrait) and (max-width: 900px)'

/** Which view a window of that kind gets; `search` is the address's query, e.g. "?print-pdf". */
export function viewKind(search: string, isNarrow: boolean): View['kind'] {
  if (/[?&]print-pdf\b/.test(search)) return 'print'
  return isNarrow ? 'page' : 'deck'
}

/** Starts the view that the window asks for, with all parts, and again when the window changes its kind. */
export async function start(): Promise<void> {
  const root = document.querySelector<HTMLElement>('.reveal')
  if (!root) return
  const narrow = matchMedia(pageQuery)
  const { search } = location
  if (search) history.replaceState(null, '', location.pathname + location.hash) // reveal.js takes settings from the query
  const run = async (): Promise<() => void> => {
    const kind = viewKind(search, narrow.matches)
    return runParts(kind === 'deck' ? await startDeck(root) : pageView(root, kind), search)
  }
  let end = run()
  narrow.addEventListener('change', () => {
    end = end.then((stop) => {
      stop()
      return run()
    })
  })
}

/** The deck's own code is not loaded on a phone. */
async function startDeck(root: HTMLElement): Promise<View> {
  const { deckView } = await import('./deck-view.ts')
  return deckView(root)
}

async function runParts(view: View, query: string): Promise<() => void> {
  const end = new AbortController()
  const data = parsePageData(document.getElementById('deck-data')?.textContent ?? '')
  const said = make('div', { class: 'qd-said', role: 'status', hidden: '' })
  document.body.append(said)
  const context: Context = {
    view,
    data,
    words: data.words,
    cards: cardBook(async () => (await fetch(data.facts)).json()),
    signal: end.signal,
    query,
    commands: [] as Command[],
    say: (text) => sayIn(said, text),
  }
  const undo = [...parts, ...(await furtherParts(data.edition))].map((part) => part.init(context))
  return () => {
    end.abort()
    for (const stop of undo) stop?.()
    said.remove()
    view.destroy()
  }
}

function sayIn(element: HTMLElement, text: string): void {
  element.textContent = text
  element.hidden = false
  window.setTimeout(() => {
    if (element.textContent === text) element.hidden = true
  }, 2500)
}
