import type { PageData } from '../model/page-data.ts'
import { make } from './dom.ts'
import { createFactsStore } from './facts-store.ts'
import { pageView } from './page-view.ts'
import type { Command, PartContext } from './part.ts'
import { furtherParts, parts } from './parts.ts'
import { type View, viewKind } from './view.ts'

/** The same condition as in templates/theme/index.css. */
const pageQuery = '(max-width: 640px), (orientation: portrait) and (max-width: 900px)'

void start()

/** Starts the view that the window asks for, with all parts, and again when the window changes its kind. */
async function start(): Promise<void> {
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

/** The deck's own code, and reveal.js with it, is not loaded on a phone. */
async function startDeck(root: HTMLElement): Promise<View> {
  const { deckView } = await import('./deck-view.ts')
  return deckView(root)
}

async function runParts(view: View, query: string): Promise<() => void> {
  const end = new AbortController()
  const data = readPageData()
  const message = make('div', { class: 'qd-said', role: 'status', hidden: '' })
  document.body.append(message)
  const commands: Command[] = []
  const context: PartContext = {
    view,
    data,
    words: data.words,
    facts: createFactsStore(async () => (await fetch(data.facts)).json()),
    signal: end.signal,
    query,
    commands,
    say: (text) => showBriefly(message, text),
  }
  const undo = [...parts, ...(await furtherParts(data.edition))].map((part) => part.init(context))
  return () => {
    end.abort()
    for (const stop of undo) stop?.()
    message.remove()
    view.destroy()
  }
}

/** Throws where there is none: then the page is not one of ours. */
function readPageData(): PageData {
  const text = document.getElementById('deck-data')?.textContent
  if (!text) throw new Error('missing page data: no element #deck-data')
  return JSON.parse(text)
}

function showBriefly(element: HTMLElement, text: string): void {
  element.textContent = text
  element.hidden = false
  window.setTimeout(() => {
    if (element.textContent === text) element.hidden = true
  }, 2500)
}
