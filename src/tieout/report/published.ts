import type { BoundDeck } from '../../model/deck.ts'
import type { PublishedFigure } from '../../model/ties.ts'

/** Where a deck keeps what its earlier editions printed. */
export const publishedPath = 'data/published.csv'

const header = 'fact,value,unit,edition' // as the compiler reads it

/** What an edition prints: each fact once, as it prints it most precisely. */
export function publishedFigures({ config, slides }: BoundDeck): readonly PublishedFigure[] {
  const finest = new Map<string, PublishedFigure>()
  for (const { fact, displayed, decimals, displayUnit } of slides.flatMap(({ uses }) => uses)) {
    const known = finest.get(fact)
    const isFiner = !known || (known.displayUnit === displayUnit && known.decimals < decimals)
    if (displayed !== '' && isFiner) finest.set(fact, { fact, displayed, decimals, displayUnit, edition: config.date })
  }
  return [...finest.values()]
}

const isSame = (a: PublishedFigure, b: PublishedFigure): boolean =>
  a.displayed === b.displayed && a.decimals === b.decimals && a.displayUnit === b.displayUnit

/** What has been published once this edition is: figures that it omits stay, an unchanged one keeps its date. */
export function mergePublished(
  before: readonly PublishedFigure[],
  now: readonly PublishedFigure[],
): readonly PublishedFigure[] {
  const merged = new Map(before.map((figure) => [figure.fact, figure]))
  for (const figure of now) {
    const known = merged.get(figure.fact)
    if (!known || !isSame(known, figure)) merged.set(figure.fact, figure)
  }
  return [...merged.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1))
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** "5" with one decimal is "5.0": the digits show how precisely it was printed. */
function digits({ displayed, decimals }: PublishedFigure): string {
  if (displayed.includes('..')) return displayed
  const [whole = '', rest = ''] = displayed.split('.')
  return decimals > 0 ? `${whole}.${rest.padEnd(decimals, '0')}` : displayed
}

/** The text of data/published.csv. */
export function publishedText(figures: readonly PublishedFigure[]): string {
  const rows = figures.map((figure) =>
    [figure.fact, digits(figure), figure.displayUnit, figure.edition].map(quoted).join(','),
  )
  return `${[header, ...rows].join('\n')}\n`
}
