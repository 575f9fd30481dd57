import { closest, make } from '../dom.ts'
import type { Context, Part } from '../part.ts'
import { findSlides, type SearchEntry, type SearchHit } from '../search-index.ts'
import { titleOf } from '../view.ts'

/** Jump to a slide by number, headline or any word on it (key / or Ctrl-K). */
export const search: Part = {
  id: 'search',
  init(context) {
    const { commands, words } = context
    commands.push({ id: 'search', title: words.commands.search, keys: ['/'], run: () => open(context) })
    return undefined
  },
}

function open(context: Context): void {
  const words = context.words.search
  const entries = context.view.slides().map(entryOf)
  const input = make('input', {
    type: 'search',
    placeholder: words.hint,
    'aria-label': words.label,
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'qd-hits',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const list = make('ol', { id: 'qd-hits', role: 'listbox', 'aria-label': words.results })
  const dialog = make('dialog', { class: 'qd-dialog qd-search', 'aria-label': words.title }, input, list)
  const update = (): void => {
    list.replaceChildren(...findSlides(entries, input.value).map(row))
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

function row({ entry, excerpt }: SearchHit, index: number): HTMLElement {
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
  items.forEach((item, place) => item.setAttribute('aria-selected', String(place === at)))
  input.setAttribute('aria-activedescendant', items[at]?.id ?? '')
  items[at]?.scrollIntoView({ block: 'nearest' })
}
