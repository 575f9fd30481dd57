import type { FactRequest } from '../../charts/live/pointing.ts'
import type { CardRequest } from '../dialogs/fact-card-dialog.ts'
import { closest, make } from '../dom.ts'
import { isBareFile } from '../embedded.ts'
import { loadModule } from '../modules.ts'
import type { Layer, Part } from '../part.ts'
import { shown } from '../view.ts'

/** Where a figure comes from: click, tap or Enter on any figure, or on a chart's bar ("qd:fact" events). */
export const factCard: Part = {
  id: 'fact-card',
  init(context) {
    const { view, words, layers, signal, say } = context
    const dialog = make('dialog', {
      class: 'qd-card',
      'data-scrolls': '',
      'aria-labelledby': 'qd-card-title qd-card-value',
    })
    document.body.append(dialog)
    const open = (request: CardRequest): void => {
      const shows = loadModule(() => import('../dialogs/fact-card-dialog.ts')).then(({ showCard }) =>
        showCard(dialog, request, context),
      )
      shows.catch(() => say(isBareFile() ? words.said.fromDisk : words.said.noCards))
    }
    const openFigure = (event: Event): void => {
      const figure = figureAt(event)
      if (!figure?.dataset.fact || document.documentElement.classList.contains('is-overview')) return
      event.preventDefault()
      event.stopPropagation()
      open({ fact: figure.dataset.fact, printed: (figure.textContent ?? '').trim(), about: figure })
    }
    view.root.addEventListener('click', openFigure, { signal })
    view.root.addEventListener('keydown', (event) => isPress(event) && openFigure(event), { signal, capture: true })
    view.root.addEventListener('qd:fact', (event) => openFromChart(event, open), { signal })
    view.root.addEventListener(shown, () => view.kind === 'deck' && dialog.close(), { signal })
    document.addEventListener(
      'pointerdown',
      (event) => !closest(event, '.qd-card, .figure, .figure-cell') && dialog.close(),
      { signal },
    )
    layers.push(cardLayer(dialog))
    const asked = context.figure !== undefined && figureOn(view.current(), context.figure)
    if (asked) requestAnimationFrame(() => open(asked))
    return () => dialog.remove()
  },
}

/** The fact on a slide that the address asks for; one that a chart alone draws stands in the table behind that. */
function figureOn(slide: HTMLElement | undefined, fact: string): CardRequest | undefined {
  const figures = [...(slide?.querySelectorAll<HTMLElement>(`data.figure[data-fact="${CSS.escape(fact)}"]`) ?? [])]
  const figure = figures.find((one) => one.checkVisibility()) ?? figures[0]
  if (!figure) return undefined
  const about = figure.checkVisibility() ? figure : (figure.closest('.chart')?.querySelector('.chart-box') ?? figure)
  return { fact, printed: (figure.textContent ?? '').trim(), about }
}

/** Any key of the deck closes the card; only Escape does nothing else. A high card is scrolled by its arrows. */
function cardLayer(dialog: HTMLDialogElement): Layer {
  return {
    isOpen: () => dialog.open,
    close: () => dialog.close(),
    press(key) {
      if (/^(shift|control|alt|meta|tab)$/.test(key)) return false
      dialog.close()
      return key === 'escape'
    },
  }
}

/** The figure under the pointer, or the only one of the table cell there. */
function figureAt(event: Event): HTMLElement | undefined {
  const figures = closest(event, '.figure-cell')?.querySelectorAll<HTMLElement>('data.figure[data-fact]')
  return closest(event, 'data.figure[data-fact]') ?? (figures?.length === 1 ? figures[0] : undefined)
}

const isPress = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' '

/** A chart names the fact, its text, and where on the screen its mark is. */
function openFromChart(event: Event, open: (request: CardRequest) => void): void {
  if (!(event instanceof CustomEvent)) return
  const { fact, printed, x, y, width, height }: FactRequest = event.detail
  open({ fact, printed, about: new DOMRect(x - width / 2, y, width, height) })
}
