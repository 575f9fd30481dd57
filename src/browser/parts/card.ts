import { fill } from '../../language/fill.ts'
import type { CardWords } from '../../language/page-words.ts'
import { button, closest, make } from '../dom.ts'
import type { CardSource, FactCard } from '../fact-details.ts'
import { readableFormula } from '../formula.ts'
import type { Context, Part } from '../part.ts'
import { shown } from '../view.ts'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a card goes: under the thing it is about, above it where there is no room, always inside the window. */
export function placeCard(
  about: Box,
  card: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  gap = 10,
): { readonly left: number; readonly top: number } {
  const under = about.top + about.height + gap
  const over = about.top - gap - card.height
  const top = under + card.height + gap <= window.height || over < gap ? under : over
  return {
    left: clamp(about.left + about.width / 2 - card.width / 2, gap, window.width - card.width - gap),
    top: clamp(top, gap, window.height - card.height - gap),
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

interface CardOptions {
  readonly cards: ReadonlyMap<string, FactCard>
  readonly words: CardWords
  /** Opens the card of an input. */
  readonly show: (fact: string) => void
}

/** What a figure's card holds. */
function cardContent(card: FactCard, options: CardOptions): DocumentFragment {
  const { words } = options
  const list = make('dl')
  const row = (term: string, ...content: (Node | string)[]): void => {
    if (content.length > 0) list.append(make('dt', {}, term), make('dd', {}, ...content))
  }
  row(words.period, ...some(card.period))
  row(
    words.status,
    ...(card.status ? [make('span', { class: 'qd-badge' }, words.statuses[card.status] ?? card.status)] : []),
  )
  row(words.formula, ...some(readableFormula(card.formula)))
  row(words.from, ...inputs(card, options))
  for (const source of card.sources) row(words.source, ...sourceLine(source))
  row(words.note, ...some(card.note))
  for (const erratum of card.errata) row(words.erratum, make('span', { class: 'qd-errata' }, erratum))
  row(words.tickedBy, ...card.ticks.map((tick) => make('div', {}, tick)))
  const content = document.createDocumentFragment()
  content.append(list)
  return content
}

const some = (text: string): string[] => (text === '' ? [] : [text])

function inputs(card: FactCard, { cards, words, show }: CardOptions): Node[] {
  const known = card.inputs.flatMap((id) => {
    const input = cards.get(id)
    if (!input) return []
    const { metric, period, value } = input
    return [button(fill(words.input, { metric, period, value }), () => show(id))]
  })
  return known.length > 0 ? [make('div', { class: 'qd-inputs' }, ...known)] : []
}

function sourceLine(source: CardSource): (Node | string)[] {
  const title = source.url
    ? make('a', { href: source.url, target: '_blank', rel: 'noopener noreferrer' }, source.title)
    : source.title
  const rest = [source.at, source.date].filter(Boolean).join(' · ')
  return rest ? [title, make('br'), rest] : [title]
}

/** Where a figure comes from: click, tap or Enter on any figure, or on a chart's bar ("qd:fact" events). */
export const card: Part = {
  id: 'card',
  init(context) {
    const { view, signal } = context
    const dialog = make('dialog', { class: 'qd-card', 'aria-labelledby': 'qd-card-title qd-card-value' })
    document.body.append(dialog)
    const open = (fact: string, about: Element | DOMRect): void => void show(dialog, fact, about, context)
    const openFigure = (event: Event): void => {
      const figure = figureAt(event)
      if (!figure?.dataset.fact || document.documentElement.classList.contains('is-overview')) return
      event.preventDefault()
      event.stopPropagation()
      open(figure.dataset.fact, figure)
    }
    view.root.addEventListener('click', openFigure, { signal })
    view.root.addEventListener('keydown', (event) => isPress(event) && openFigure(event), { signal, capture: true })
    view.root.addEventListener('qd:fact', (event) => openFromChart(event, open), { signal })
    view.root.addEventListener(shown, () => view.kind === 'deck' && dialog.close(), { signal })
    document.addEventListener(
      'pointerdown',
      (event) => !closest(event, '.qd-card, .figure, .figure-cell') && dialog.close(),
      {
        signal,
      },
    )
    document.addEventListener('keydown', (event) => leaveByKey(event, dialog), { signal, capture: true })
    return () => dialog.remove()
  },
}

/** The figure under the pointer, or the only one of the table cell there. */
function figureAt(event: Event): HTMLElement | undefined {
  const figures = closest(event, '.figure-cell')?.querySelectorAll<HTMLElement>('data.figure[data-fact]')
  return closest(event, 'data.figure[data-fact]') ?? (figures?.length === 1 ? figures[0] : undefined)
}

const isPress = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' '

function leaveByKey(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  if (event.key !== 'Escape' || !dialog.open) return
  event.preventDefault()
  event.stopPropagation()
  dialog.close()
}

/** A chart tells which fact, and where on the screen its mark is. */
function openFromChart(event: Event, open: (fact: string, about: Element | DOMRect) => void): void {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined
  if (typeof detail !== 'object' || detail === null || !('fact' in detail) || typeof detail.fact !== 'string') return
  const x = 'x' in detail && typeof detail.x === 'number' ? detail.x : undefined
  const y = 'y' in detail && typeof detail.y === 'number' ? detail.y : undefined
  const target = event.target instanceof Element ? event.target : document.body
  open(detail.fact, x === undefined || y === undefined ? target : new DOMRect(x, y, 0, 0))
}

async function show(
  dialog: HTMLDialogElement,
  fact: string,
  about: Element | DOMRect,
  context: Context,
): Promise<void> {
  const cards = await context.cards.all().catch(() => new Map<string, FactCard>())
  const found = cards.get(fact)
  if (!found) return context.say(context.words.said.unknownFigure)
  const figure = about instanceof Element ? about : undefined
  dialog.close()
  dialog.replaceChildren(
    make(
      'header',
      {},
      make('h2', { id: 'qd-card-title' }, found.metric),
      button('×', () => dialog.close(), { class: 'qd-close', 'aria-label': context.words.card.close }),
      make('p', { id: 'qd-card-value', class: 'qd-value' }, found.value),
    ),
    cardContent(found, {
      cards,
      words: context.words.card,
      show: (input) => void show(dialog, input, about, context),
    }),
  )
  dialog.show()
  const box = about instanceof Element ? about.getBoundingClientRect() : about
  const place = placeCard(box, dialog.getBoundingClientRect(), { width: innerWidth, height: innerHeight })
  dialog.style.left = `${place.left}px`
  dialog.style.top = `${place.top}px`
  figure?.classList.add('is-shown')
  dialog.addEventListener('close', () => figure?.classList.remove('is-shown'), { once: true })
}
