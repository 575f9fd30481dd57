import { cardContent } from '../card-content.ts'
import { placeCard } from '../card-place.ts'
import { button, closest, make } from '../dom.ts'
import type { FactCard } from '../facts.ts'
import type { Context, Part } from '../part.ts'
import { shown } from '../view.ts'

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
