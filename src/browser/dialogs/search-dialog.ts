import { counted } from '../../language/fill.ts'
import { closest, make } from '../dom.ts'
import type { PartContext } from '../part.ts'
import { titleOf } from '../view.ts'

/** The searchable text of a slide. */
export interface SearchEntry {
  readonly id: string
  readonly number: string // as printed: "12", "B1"
  readonly title: string
  readonly text: string
}

interface SearchHit {
  readonly entry: SearchEntry
  /** The words around the first match in the slide's text; "" when the match is in the title. */
  readonly excerpt: string
}

/**
 * Slides that hold every word of the query, best first: the slide's number, then titles, then text. Punctuation and
 * separators do not matter: "sga" finds "SG&A", "69731" finds "69,731".
 */
export function findSlides(entries: readonly SearchEntry[], query: string): readonly SearchHit[] {
  const words = normalize(query).trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries.map((entry) => ({ entry, excerpt: '' }))
  return entries
    .map((entry, at) => ({ entry, at, rank: rank(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.at - b.at)
    .map(({ entry }) => ({ entry, excerpt: excerptOf(entry, words) }))
}

function rank(entry: SearchEntry, words: readonly string[]): number {
  if (words.length === 1 && words[0] === entry.number.toLowerCase()) return 4
  if (normalize(entry.title).startsWith(words.join(' '))) return 3
  const [title, text] = [finder(entry.title), finder(entry.text)]
  if (words.every((word) => title(word) >= 0)) return 2
  return words.every((word) => title(word) >= 0 || text(word) >= 0) ? 1 : 0
}

function excerptOf({ title, text }: SearchEntry, words: readonly string[]): string {
  const inTitle = finder(title)
  const word = words.find((candidate) => inTitle(candidate) < 0)
  const at = word === undefined ? -1 : finder(text)(word)
  if (at < 0) return ''
  const start = at < 24 ? 0 : text.lastIndexOf(' ', at - 20) + 1
  return `${start > 0 ? '… ' : ''}${text.slice(start, start + 120)}`
}

/** Where a word stands in a text: as it is typed, else with nothing but letters and digits compared; -1 if nowhere. */
function finder(text: string): (word: string) => number {
  const plain = normalize(text)
  const places: number[] = []
  let bare = ''
  for (const [at, sign] of [...plain].map((each, index) => [index, each] as const)) {
    const isKept =
      /[\p{L}\p{N}]/u.test(sign) || (/\s/.test(sign) && !/^\d\s\d{3}(?!\d)/.test(plain.slice(at - 1, at + 5)))
    if (!isKept) continue
    bare += sign
    places.push(at)
  }
  return (word) => {
    const at = plain.indexOf(word)
    if (at >= 0) return at
    const found = bare.indexOf(bareWord(word))
    return bareWord(word) === '' || found < 0 ? -1 : (places[found] ?? -1)
  }
}

const bareWord = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '')

/** Lower case, plain dashes and spaces: as people type rather than as it is typeset. Keeps the length. */
const normalize = (text: string): string =>
  [...text]
    .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
    .join('')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s/g, ' ')

/** Opens the search over the slides. */
export function openSearch(context: PartContext): void {
  const words = context.words.search
  const entries = context.view.slides().map(entryOf)
  const input = makeInput(words)
  const list = make('ol', { id: 'qd-hits', role: 'listbox', 'aria-label': words.results })
  const count = make('output', { class: 'qd-count', role: 'status' })
  const dialog = make('dialog', { class: 'qd-dialog qd-search', 'aria-label': words.title }, input, count, list)
  const update = (): void => {
    const hits = findSlides(entries, input.value)
    list.replaceChildren(...hits.map(resultItem))
    count.textContent = hits.length === 0 ? words.none : counted(context.data.language, words.hits, hits.length)
    select(input, list, 0)
  }
  const jump = (item: HTMLElement | undefined): void => {
    dialog.close()
    if (item?.dataset.slide) context.view.go(item.dataset.slide)
  }
  input.addEventListener('input', update)
  dialog.addEventListener('keydown', (event) => {
    const at = [...list.children].findIndex((item) => item.ariaSelected === 'true')
    if (event.key === 'ArrowDown') select(input, list, at + 1)
    else if (event.key === 'ArrowUp') select(input, list, at - 1)
    else if (event.key === 'Enter') jump(list.querySelector<HTMLElement>('[aria-selected="true"]') ?? undefined)
    else if (event.key === 'Escape')
      dialog.close() // at once, whatever was typed
    else return
    event.preventDefault()
  })
  list.addEventListener('click', (event) => jump(closest(event, 'li')))
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  update()
  dialog.showModal()
}

function makeInput({ hint, label }: PartContext['words']['search']): HTMLInputElement {
  return make('input', {
    type: 'search',
    placeholder: hint,
    'aria-label': label,
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'qd-hits',
    autocomplete: 'off',
    spellcheck: 'false',
  })
}

const blocks = 'td, th, li, p, dt, dd, h3, h4, h5, figcaption, caption, blockquote, div'

/** What a slide says for readers: without its headline, which is apart, and what only repeats or serves it. */
const left =
  '.notes, .foot, .chart-drawing, .chart-toggles, .chart-tooltip, .chart-spoken, sup, summary, button, h1, h2'

function entryOf(slide: HTMLElement): SearchEntry {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  let last: Element | null = null
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement || parentElement.closest(left)) continue
    const block = parentElement.closest(blocks)
    if (block !== last) words.push(block?.matches('td, th') && last?.matches('td, th') ? ' · ' : ' ')
    words.push(textContent ?? '')
    last = block
  }
  const text = words
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/( ·)+ /g, ' · ')
    .trim()
  return { id: slide.id, number: slide.dataset.number ?? '', title: titleOf(slide), text }
}

function resultItem({ entry, excerpt }: SearchHit, index: number): HTMLElement {
  return make(
    'li',
    { role: 'option', id: `qd-hit-${index}`, 'data-slide': entry.id },
    make('span', { class: 'qd-number' }, entry.number),
    make('strong', {}, entry.title),
    excerpt !== '' && make('p', {}, excerpt),
  )
}

function select(input: HTMLElement, list: HTMLElement, index: number): void {
  const items = [...list.children]
  const at = Math.min(Math.max(index, 0), items.length - 1)
  for (const [place, item] of items.entries()) item.setAttribute('aria-selected', String(place === at))
  input.setAttribute('aria-activedescendant', items[at]?.id ?? '')
  items[at]?.scrollIntoView({ block: 'nearest' })
}
