import type { PageData } from '../model/page-data.ts'
import { figureOfHash, presentFact } from './address.ts'
import { make, whenIdle } from './dom.ts'
import { fillRepeatedPictures, isBareFile, readText } from './embedded.ts'
import { loadModule } from './modules.ts'
import { createPageFile } from './page-file.ts'
import { pageView } from './page-view.ts'
import type { Command, PartContext } from './part.ts'
import { frameParts, furtherParts, loadAhead, parts } from './parts.ts'
import { type View, viewKind } from './view.ts'

/** The same condition as in templates/theme/index.css: the smallest text of a slide would be under 11 pixels. */
const pageQuery = '(width < 960px), (height < 540px)'

void start()

/** Starts the view that the window asks for, with all parts, and again when the window changes its kind. */
async function start(): Promise<void> {
  const { slide } = document.documentElement.dataset
  if (slide !== undefined && !(await (await loadModule(() => import('./slide-page.ts'))).becomeDeck(slide))) return // the page stays as it is
  const root = document.querySelector<HTMLElement>('.reveal')
  if (!root) return
  document.documentElement.dataset.started = '' // a page from a disk asks for its script otherwise
  fillRepeatedPictures()
  const small = matchMedia(pageQuery)
  const { search, hash } = location
  const { edition } = readPageData()
  const kind = (): View['kind'] => viewKind({ search, isSmall: small.matches, edition })
  if (search && kind() !== 'speaker') history.replaceState(null, '', location.pathname + location.hash) // reveal.js takes settings from the query
  const run = async (): Promise<() => void> => {
    return runParts(await startView(root, kind()), { search, hash })
  }
  let end = run()
  small.addEventListener('change', () => {
    end = end.then((stop) => {
      stop()
      return run()
    })
  })
}

/** The deck's own code, and reveal.js with it, is not loaded on a phone. */
async function startView(root: HTMLElement, kind: View['kind']): Promise<View> {
  if (kind === 'deck') return (await loadModule(() => import('./deck-view.ts'))).deckView(root)
  if (kind === 'speaker') return (await loadModule(() => import('./speaker/speaker-view.ts'))).speakerView(root)
  return pageView(root, kind)
}

async function runParts(view: View, { search: query, hash }: Pick<Location, 'search' | 'hash'>): Promise<() => void> {
  const end = new AbortController()
  const data = readPageData()
  const message = make('div', { class: 'qd-said', role: 'status', hidden: '' })
  document.body.append(message)
  const commands: Command[] = []
  const pauses = isBareFile() ? [] : undefined // what a disk does not give at once it never gives
  const context: PartContext = {
    view,
    data,
    words: data.words,
    facts: createPageFile(async () => JSON.parse(await readText(data.facts)), pauses),
    charts: createPageFile(async () => JSON.parse(await readText(data.charts)), pauses),
    signal: end.signal,
    query,
    figure: presentFact(figureOfHash(hash), readRenamed()),
    commands,
    layers: [],
    say: (text) => showBriefly(message, text),
  }
  const isFrame = document.documentElement.dataset.embed !== undefined
  const own = isFrame ? frameParts : view.kind === 'speaker' ? [] : parts
  const undo = own.map((part) => part.init(context))
  const further = isFrame ? [] : await furtherParts(view.kind, data)
  for (const part of further) undo.push(part.init(context)) // keys do not wait for these
  document.documentElement.dataset.parts = '' // all are there
  // after the first paint; asked for again when needed
  if (!isFrame) requestAnimationFrame(() => whenIdle(() => void loadAhead(context).catch(() => undefined)))
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

/** The present names of metrics that had others in earlier decks: a hosted page has them. */
function readRenamed(): Readonly<Record<string, string>> {
  const text = document.getElementById('deck-renamed')?.textContent
  return text ? JSON.parse(text) : {}
}

function showBriefly(element: HTMLElement, text: string): void {
  element.textContent = text
  element.hidden = text === ''
  window.setTimeout(() => {
    if (element.textContent === text) element.hidden = true
  }, 2500)
}
