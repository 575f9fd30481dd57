import { closest, make } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'
import { titleOf } from '../view.ts'

/** The searchable text of a slide. */
export interface SearchEntry {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly text: string
}

interface SearchHit {
  readonly entry: SearchEntry
  /** The words around the first match in the slide's text; "" when the match is in the title. */
  readonly excerpt: string
}

/** Slides that hold every word of the query, best first: the slide's number, then titles, then text. */
export function findSlides(entries: readonly SearchEntry[], query: string): readonly SearchHit[] {
  const words = normalize(query).split(' ').filter(Boolean)
  if (words.length === 0) return entries.map((entry) => ({ entry, excerpt: '' }))
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.entry.number - b.entry.number)
    .map(({ entry }) => ({ entry, excerpt: excerptOf(entry, words) }))
}

function rank(entry: SearchEntry, words: readonly string[]): number {
  if (words.length === 1 && words[0] === String(entry.number)) return 4
  const [title, text] = [normalize(entry.title), normalize(entry.text)]
  if (title.startsWith(words.join(' '))) return 3
  if (words.every((word) => title.includes(word))) return 2
  return words.every((word) => title.includes(word) || text.includes(word)) ? 1 : 0
}

function excerptOf(entry: SearchEntry, words: readonly string[]): string {
  const text = entry.text.replace(/\s+/g, ' ')
  const title = normalize(entry.title)
  const word = words.find((candidate) => !title.includes(candidate))
  const at = word === undefined ? -1 : normalize(text).indexOf(word)
  if (at < 0) return ''
  const start = at < 24 ? 0 : text.lastIndexOf(' ', at - 20) + 1
  return `${start > 0 ? '… ' : ''}${text.slice(start, start + 120)}`
}

/** Lower case, plain dashes and spaces: as people type rather than as it is typeset. Keeps the length. */
function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s/g, ' ')
    .trimStart()
}

/** Jump to a slide by number, headline or any word on it (key / or Ctrl-K). */
export const search: Part = {
  id: 'search',
  init(context) {
    const { commands, words } = context
    commands.push({ id: 'search', title: words.commands.search, keys: ['/'], run: () => open(context) })
    return undefined
  },
}

function open(context: PartContext): void {
  const words = context.words.search
  const entries = context.view.slides().map(entryOf)
  const input = makeInput(words)
  const list = make('ol', { id: 'qd-hits', role: 'listbox', 'aria-label': words.results })
  const dialog = make('dialog', { class: 'qd-dialog qd-search', 'aria-label': words.title }, input, list)
  const update = (): void => {
    list.replaceChildren(...findSlides(entries, input.value).map(resultItem))
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

function entryOf(slide: HTMLElement, index: number): SearchEntry {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement?.closest('.notes, .foot, .chart-drawing, h1, h2'))
      words.push(endsBlock(walker.currentNode) ? ' ' : '', textContent ?? '')
  }
  return { id: slide.id, number: index + 1, title: titleOf(slide), text: words.join('').replace(/\s+/g, ' ').trim() }
}

/** Whether a text is the first of its list item, cell or paragraph: words of two of them do not run together. */
function endsBlock(text: Node): boolean {
  return text.parentElement?.matches('data, strong, em, time, span, a, sup') !== true && text.previousSibling === null
}

function resultItem({ entry, excerpt }: SearchHit, index: number): HTMLElement {
  return make(
    'li',
    { role: 'option', id: `qd-hit-${index}`, 'data-slide': entry.id },
    make('span', { class: 'qd-number' }, String(entry.number)),
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
