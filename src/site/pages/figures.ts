import { csvText } from '../../export/csv.ts'
import type { Deck, Evidence } from '../../model/deck.ts'

/** A number as a slide prints it, with what its card tells of it. */
export interface PublishedFigure {
  readonly metric: string // "" of a sum that no metric holds
  readonly label: string
  readonly period: string
  readonly value: string // as printed
  readonly unit: string
  readonly status: string
  readonly source: string
  readonly slide: string
  readonly fact: string // names it in addresses: #figure=…
  readonly number: string // what the printed digits say, in the unit
}

const columns = [
  'metric',
  'label',
  'period',
  'value',
  'unit',
  'status',
  'source',
  'slide',
  'fact',
  'number',
] as const satisfies readonly (keyof PublishedFigure)[]

/** Every number that the slides print, in their order, each once a slide: nothing that no slide prints, and no digit more. */
export function publishedFigures(
  { slides, facts, documents }: Deck,
  evidence: Pick<Evidence, 'facts'>,
): readonly PublishedFigure[] {
  return slides.flatMap(({ id: slide, uses }) => {
    const seen = new Set<string>()
    return uses.flatMap(({ fact, text, displayed, displayUnit }): readonly PublishedFigure[] => {
      const details = facts[fact]
      const key = `${fact}\n${text}`
      if (!details || text === '' || seen.has(key)) return []
      seen.add(key)
      const { metric: label, period, status, sources = [] } = details
      const source = sources.map(([document, at]) => [documents[document]?.title ?? '', at].filter(Boolean).join(', '))
      return [
        {
          metric: evidence.facts.get(fact)?.metric ?? '',
          label,
          period,
          value: text,
          unit: displayUnit,
          status,
          source: source.join('; '),
          slide,
          fact,
          number: displayed,
        },
      ]
    })
  })
}

export const figuresCsv = (figures: readonly PublishedFigure[]): string =>
  csvText([columns, ...figures.map((figure) => columns.map((column) => figure[column]))])

interface FiguresJson {
  readonly version: 1
  readonly id: string
  readonly company: string
  readonly title: string
  readonly date: string
  readonly figures: readonly PublishedFigure[]
}

export const figuresJson = (
  { company, title, date }: Deck['head'],
  id: string,
  figures: readonly PublishedFigure[],
): string => `${JSON.stringify({ version: 1, id, company, title, date, figures } satisfies FiguresJson)}\n`
