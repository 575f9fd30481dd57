import type { FactRequest } from '../../charts/live/pointing.ts'
import { documentLink } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { CardWords } from '../../language/page-words.ts'
import type { FactDetails } from '../../model/fact.ts'
import type { FactsData } from '../../model/page-data.ts'
import { button, closest, make } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'
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

const signs: readonly (readonly [RegExp, string])[] = [
  [/ \* /g, ' × '],
  [/ \/ /g, ' ÷ '],
  [/ - /g, ' − '],
]

/** A formula as a reader would write it. */
export const readableFormula = (formula: string): string =>
  signs.reduce((text, [sign, symbol]) => text.replace(sign, symbol), formula)

interface CardOptions {
  readonly data: FactsData
  readonly words: CardWords
  /** Opens the card of an input. */
  readonly show: (fact: string) => void
}

function cardContent(details: FactDetails, options: CardOptions): DocumentFragment {
  const { words, data } = options
  const { period, status, formula = '', sources = [], note = '', errata = [], ticks = [] } = details
  const list = make('dl')
  const row = (term: string, ...content: (Node | string)[]): void => {
    if (content.length > 0) list.append(make('dt', {}, term), make('dd', {}, ...content))
  }
  row(words.period, ...nonEmpty(period))
  row(words.status, ...(status ? [make('span', { class: 'qd-badge' }, words.statuses[status] ?? status)] : []))
  row(words.formula, ...nonEmpty(readableFormula(formula)))
  row(words.from, ...inputButtons(details, options))
  for (const [document, at] of sources) row(words.source, ...sourceLine(data.documents[document], at, words))
  row(words.note, ...nonEmpty(note))
  for (const erratum of errata) row(words.erratum, make('span', { class: 'qd-errata' }, erratum))
  row(words.tickedBy, ...ticks.map((tick) => make('div', {}, tick)))
  const content = document.createDocumentFragment()
  content.append(list)
  return content
}

const nonEmpty = (text: string): string[] => (text === '' ? [] : [text])

function inputButtons({ inputs = [] }: FactDetails, { data, words, show }: CardOptions): Node[] {
  const buttons = inputs.flatMap((id) => {
    const input = data.facts[id]
    if (!input) return []
    const { metric, period, value } = input
    return [button(fill(words.input, { metric, period, value }), () => show(id))]
  })
  return buttons.length > 0 ? [make('div', { class: 'qd-inputs' }, ...buttons)] : []
}

function sourceLine(
  document: FactsData['documents'][number] | undefined,
  at: string,
  words: CardWords,
): (Node | string)[] {
  const { title = '', date = '', laterEvidence } = document ?? {}
  const link = documentLink(document ?? {}, at)
  const name =
    link === undefined ? title : make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, title)
  const rest = [at, date].filter(Boolean).join(' · ')
  const later = laterEvidence === undefined ? '' : fill(words.laterEvidence, { reason: laterEvidence })
  return [name, ...[rest, later].filter(Boolean).flatMap((line) => [make('br'), line])]
}

/** Where a figure comes from: click, tap or Enter on any figure, or on a chart's bar ("qd:fact" events). */
export const factCard: Part = {
  id: 'fact-card',
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
    document.addEventListener('keydown', (event) => closeByKey(event, dialog), { signal, capture: true })
    return () => dialog.remove()
  },
}

/** The figure under the pointer, or the only one of the table cell there. */
function figureAt(event: Event): HTMLElement | undefined {
  const figures = closest(event, '.figure-cell')?.querySelectorAll<HTMLElement>('data.figure[data-fact]')
  return closest(event, 'data.figure[data-fact]') ?? (figures?.length === 1 ? figures[0] : undefined)
}

const isPress = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' '

function closeByKey(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  if (event.key !== 'Escape' || !dialog.open) return
  event.preventDefault()
  event.stopPropagation()
  dialog.close()
}

/** A chart names the fact, and where on the screen its mark is. */
function openFromChart(event: Event, open: (fact: string, about: DOMRect) => void): void {
  if (!(event instanceof CustomEvent)) return
  const { fact, x, y }: FactRequest = event.detail
  open(fact, new DOMRect(x, y, 0, 0))
}

async function show(
  dialog: HTMLDialogElement,
  fact: string,
  about: Element | DOMRect,
  context: PartContext,
): Promise<void> {
  const data = await context.facts.load().catch(() => undefined)
  const details = data?.facts[fact]
  if (!details) return context.say(context.words.said.unknownFigure)
  const figure = about instanceof Element ? about : undefined
  dialog.close()
  dialog.replaceChildren(
    make(
      'header',
      {},
      make('h2', { id: 'qd-card-title' }, details.metric),
      button('×', () => dialog.close(), { class: 'qd-close', 'aria-label': context.words.card.close }),
      make('p', { id: 'qd-card-value', class: 'qd-value' }, details.value),
    ),
    cardContent(details, {
      data,
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
