import { documentLink } from '../../format/links.ts'
import { fill } from '../../language/fill.ts'
import type { CardWords } from '../../language/page-words.ts'
import type { CardFact, FactsData } from '../../model/page-data.ts'
import { figureAddress } from '../address.ts'
import { button, make } from '../dom.ts'
import { loadModule } from '../modules.ts'
import { copyText, deckAddress, type PartContext, sayNotLoaded } from '../part.ts'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a card goes: beside the thing it is about, under or above it where there is no room, always inside the window. */
export function placeCard(
  about: Box,
  card: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
  gap = 12,
): { readonly left: number; readonly top: number } {
  const right = about.left + about.width + gap
  const left = about.left - gap - card.width
  const top = clamp(about.top - gap, gap, window.height - card.height - gap)
  if (right + card.width + gap <= window.width) return { left: right, top }
  if (left >= gap) return { left, top }
  const under = about.top + about.height + gap
  const over = about.top - gap - card.height
  return {
    left: clamp(about.left + about.width / 2 - card.width / 2, gap, window.width - card.width - gap),
    top: clamp(
      under + card.height + gap <= window.height || over < gap ? under : over,
      gap,
      window.height - card.height - gap,
    ),
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
  /** The text that was asked about, "" for an input of another figure. */
  readonly printed: string
  readonly words: CardWords
  /** Opens the card of an input. */
  readonly show: (fact: string) => void
}

function cardContent(details: CardFact, options: CardOptions): DocumentFragment {
  const { words, data, printed } = options
  const { period, status, formula = '', sources = [], note = '', errata = [], ticks = [] } = details
  const list = make('dl')
  const row = (term: string, ...content: (Node | string)[]): void => {
    if (content.length > 0) list.append(make('dt', {}, term), make('dd', {}, ...content))
  }
  if (printed !== details.value) row(words.printed, ...nonEmpty(printed))
  row(words.period, ...nonEmpty(period))
  row(words.status, ...(status ? [make('span', { class: 'qd-badge' }, words.statuses[status] ?? status)] : []))
  for (const [document, at] of sources) row(words.source, ...sourceLine(data.documents[document], at, words))
  row(words.formula, ...nonEmpty(readableFormula(formula)))
  row(words.from, ...inputButtons(details, options))
  row(words.note, ...nonEmpty(note))
  for (const erratum of errata) row(words.erratum, make('span', { class: 'qd-errata' }, erratum))
  row(words.tickedBy, ...ticks.map((tick) => make('div', { class: 'qd-check' }, data.ticks[tick] ?? '')))
  const content = document.createDocumentFragment()
  content.append(list)
  return content
}

const nonEmpty = (text: string): string[] => (text === '' ? [] : [text])

function inputButtons({ inputs = [] }: CardFact, { data, words, show }: CardOptions): Node[] {
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

interface Shown {
  readonly fact: string
  readonly details: CardFact
  readonly printed: string
}

/** A button that copies the figure, with what it is and where it comes from. */
function copyButton({ fact, details, printed }: Shown, context: PartContext): HTMLElement {
  const figure = { fact, printed: printed === '' ? details.value : printed }
  const copy = async (): Promise<void> =>
    (await loadModule(() => import('../copies/copies.ts'))).copyOne(figure, context)
  return button(context.words.card.copyFigure, () => void copy().catch(() => sayNotLoaded(context)))
}

/** In a site: buttons that copy the figure's address, and a citation with it. */
function passOn(
  { fact, details, printed }: Shown,
  { documents }: FactsData,
  context: PartContext,
): readonly HTMLElement[] {
  const { data, words, view } = context
  const { copyLink, copyCitation, citation, citationCopied } = words.card
  const address = new URL(figureAddress(view.current()?.id ?? '', fact), deckAddress()).href
  const { metric, period, value, sources = [] } = details
  const source = sources.map(([document, at]) => [documents[document]?.title ?? '', at].filter(Boolean).join(', '))
  const { company, title, date } = data
  const text = fill(citation, {
    ...{ company, title, date, address, metric, period },
    value: printed === '' ? value : printed,
    source: source.join('; ') || company,
  })
  return [
    button(copyLink, () => void copyText(address, words.share.linkCopied, context)),
    button(copyCitation, () => void copyText(text, citationCopied, context)),
  ]
}

/** What a card is asked about: the fact, the text that was pressed, and where on the screen it stands. */
export interface CardRequest {
  readonly fact: string
  readonly printed: string
  readonly about: Element | DOMRect
}

/** Fills and shows the card. Throws where the figures' details cannot be loaded. */
export async function showCard(dialog: HTMLDialogElement, request: CardRequest, context: PartContext): Promise<void> {
  const { fact, printed, about } = request
  const data = await context.facts.load()
  const details = data.facts[fact]
  if (!details) return context.say(context.words.said.unknownFigure)
  const figure = about instanceof Element ? about : undefined
  const show = (input: string): void => void showCard(dialog, { fact: input, printed: '', about }, context)
  dialog.close()
  dialog.replaceChildren(
    make(
      'header',
      {},
      make('h2', { id: 'qd-card-title' }, details.metric),
      button('×', () => dialog.close(), { class: 'qd-close', 'aria-label': context.words.card.close }),
      make('p', { id: 'qd-card-value', class: 'qd-value' }, details.value),
    ),
    cardContent(details, { data, printed, words: context.words.card, show }),
    make(
      'div',
      { class: 'qd-inputs' },
      copyButton({ fact, details, printed }, context),
      ...(context.data.isHosted === true ? passOn({ fact, details, printed }, data, context) : []),
    ),
  )
  dialog.show()
  const box = about instanceof Element ? about.getBoundingClientRect() : about
  const place = placeCard(box, dialog.getBoundingClientRect(), { width: innerWidth, height: innerHeight })
  dialog.style.left = `${place.left}px`
  dialog.style.top = `${place.top}px`
  figure?.classList.add('is-shown')
  dialog.addEventListener('close', () => figure?.classList.remove('is-shown'), { once: true })
}
