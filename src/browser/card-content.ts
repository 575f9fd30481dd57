import { button, make } from './dom.ts'
import type { CardSource, FactCard } from './facts.ts'
import { readableFormula } from './formula.ts'

const statusWords: Readonly<Record<string, string>> = {
  published: 'As published',
  derived: 'Derived from published figures',
  range: 'Known as a range',
  restated: 'Restated',
  computed: 'Computed',
}

/** What a figure's card holds. `show` opens the card of one of its inputs. */
export function cardContent(
  card: FactCard,
  cards: ReadonlyMap<string, FactCard>,
  show: (fact: string) => void,
): DocumentFragment {
  const list = make('dl')
  const row = (term: string, ...content: (Node | string)[]): void => {
    if (content.length > 0) list.append(make('dt', {}, term), make('dd', {}, ...content))
  }
  row('Period', ...some(card.period))
  row('Status', ...(card.status ? [make('span', { class: 'qd-badge' }, statusWords[card.status] ?? card.status)] : []))
  row('Formula', ...some(readableFormula(card.formula)))
  row('From', ...inputs(card, cards, show))
  for (const source of card.sources) row('Source', ...sourceLine(source))
  row('Note', ...some(card.note))
  for (const erratum of card.errata) row('Erratum', make('span', { class: 'qd-errata' }, erratum))
  row('Ticked by', ...card.ticks.map((tick) => make('div', {}, tick)))
  const content = document.createDocumentFragment()
  content.append(list)
  return content
}

const some = (text: string): string[] => (text === '' ? [] : [text])

function inputs(card: FactCard, cards: ReadonlyMap<string, FactCard>, show: (fact: string) => void): Node[] {
  const known = card.inputs.flatMap((id) => {
    const input = cards.get(id)
    return input ? [button(`${input.metric} ${input.period}: ${input.value}`, () => show(id))] : []
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
