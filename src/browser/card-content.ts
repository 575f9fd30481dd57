import { fill } from '../language/fill.ts'
import type { CardWords } from '../language/page-words.ts'
import { button, make } from './dom.ts'
import type { CardSource, FactCard } from './facts.ts'
import { readableFormula } from './formula.ts'

export interface CardOptions {
  readonly cards: ReadonlyMap<string, FactCard>
  readonly words: CardWords
  /** Opens the card of an input. */
  readonly show: (fact: string) => void
}

/** What a figure's card holds. */
export function cardContent(card: FactCard, options: CardOptions): DocumentFragment {
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
