import { exponentOf } from '../../format/units.ts'
import type { BoundDeck, FigureUse } from '../../model/deck.ts'
import { chainText, type Digest, type PublishedFigure, printedDigits } from '../../model/ties.ts'

/** Where a deck keeps what its earlier editions printed. */
export const publishedPath = 'data/published.csv'

const header = 'edition,fact,printed,unit,label,source,chain' // as the compiler reads it

type Row = Omit<PublishedFigure, 'chain' | 'place'>

/** Power of ten of the last printed place. */
const lastPlace = ({ decimals, displayUnit }: Pick<FigureUse, 'decimals' | 'displayUnit'>): number =>
  exponentOf(displayUnit) - decimals

/** What an edition prints: each fact once, at the finest unit in which it prints it. `id` names it, so that a correction has its own. */
export function publishedFigures({ config, data, facts, slides }: BoundDeck, id = config.id): readonly Row[] {
  const edition = id === undefined ? config.date : `${config.date}/${id}`
  const finest = new Map<string, FigureUse>()
  for (const use of slides.flatMap(({ uses }) => uses)) {
    const known = finest.get(use.fact)
    if (use.displayed !== '' && (!known || lastPlace(use) < lastPlace(known))) finest.set(use.fact, use)
  }
  return [...finest.values()].map((use): Row => {
    const { displayed, decimals, displayUnit } = use
    const fact = facts.get(use.fact)
    const source = [...new Set(fact?.sources.map(({ document }) => document))].join(' ')
    const label = data.metrics.get(fact?.metric ?? '')?.label ?? fact?.label ?? ''
    return { edition, fact: use.fact, displayed, decimals, displayUnit, label, source }
  })
}

/** The last row of each fact: what holds. */
export const latestRows = (rows: readonly PublishedFigure[]): ReadonlyMap<string, PublishedFigure> =>
  new Map(rows.map((row) => [row.fact, row]))

const isSame = (a: Row, b: Row): boolean =>
  printedDigits(a) === printedDigits(b) &&
  a.displayUnit === b.displayUnit &&
  a.label === b.label &&
  a.source === b.source

/** The rows that an edition adds to the record: what is new, and what differs from its last row, each with its chain. */
export function addedRows(
  before: readonly PublishedFigure[],
  now: readonly Row[],
  digest: Digest,
): readonly PublishedFigure[] {
  const latest = latestRows(before)
  const added = now
    .filter((row) => {
      const known = latest.get(row.fact)
      return !known || !isSame(known, row)
    })
    .toSorted((a, b) => (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0))
  let chain = before.at(-1)?.chain ?? ''
  return added.map((row): PublishedFigure => {
    chain = digest(chainText(row, chain))
    return { ...row, chain }
  })
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as lines of data/published.csv, each with its end. */
export const rowLines = (rows: readonly PublishedFigure[]): string =>
  rows
    .map((row) => {
      const { edition, fact, displayUnit, label, source, chain } = row
      return `${[edition, fact, printedDigits(row), displayUnit, label, source, chain].map(quoted).join(',')}\n`
    })
    .join('')

/** The text of data/published.csv. */
export const publishedText = (rows: readonly PublishedFigure[]): string => `${header}\n${rowLines(rows)}`
