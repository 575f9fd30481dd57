import type { BoundDeck as Deck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { parseDecimal, type Rational } from '../model/rational.ts'
import type { PublishedFigure } from './context.ts'
import { invalidPublished } from './diagnostics.ts'

/** Where a deck keeps what its earlier editions printed. */
export const publishedPath = 'data/published.csv'

const header = 'fact,value,unit,edition'

/** What was read of data/published.csv. */
export interface PublishedFile {
  readonly figures: readonly PublishedFigure[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What an edition prints: each fact once, at its finest. */
export function publishedFigures({ config, slides }: Deck): readonly PublishedFigure[] {
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

/** What is published when this edition is: figures that it leaves out stay, one that has not changed keeps its day. */
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

/** The ends of a printed number, "1043", or of a printed range, "4..5". */
export function parseSpan(displayed: string): { readonly low: Rational; readonly high: Rational } | undefined {
  const [low = '', high = low] = displayed.split('..')
  const [from, to] = [parseDecimal(low), parseDecimal(high)]
  return from && to ? { low: from.value, high: to.value } : undefined
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** "5" with one decimal is "5.0": the digits tell how finely it was printed. */
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

/** Cells of a line; quotes as in every CSV file. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map(([, inQuotes, bare = '']) =>
    (inQuotes?.replaceAll('""', '"') ?? bare).trim(),
  )
}

/** Reads what earlier editions printed. */
export function parsePublished(text: string, path: string = publishedPath): PublishedFile {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (cellsOf(head).join(',') !== header)
    return { figures: [], diagnostics: [invalidPublished(`its columns are ${header}`, { path, line: 1, column: 1 })] }
  const figures = new Map<string, PublishedFigure>()
  const diagnostics: Diagnostic[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [fact = '', displayed = '', displayUnit = '', edition = '', ...more] = cellsOf(line)
    const problem = problemOf({ fact, displayed, edition, isLong: more.length > 0, isKnown: figures.has(fact) })
    if (problem !== undefined) {
      const place = { path, line: index + 2, column: 1, length: Math.max(1, line.length) }
      diagnostics.push(invalidPublished(problem, place))
      continue
    }
    const decimals = /\d\.(\d+)$/.exec(displayed)?.[1]?.length ?? 0
    figures.set(fact, { fact, displayed, decimals, displayUnit, edition })
  }
  return { figures: [...figures.values()], diagnostics }
}

interface Row {
  readonly fact: string
  readonly displayed: string
  readonly edition: string
  readonly isLong: boolean
  readonly isKnown: boolean
}

function problemOf({ fact, displayed, edition, isLong, isKnown }: Row): string | undefined {
  if (isLong || fact === '') return `a row has ${header}`
  if (isKnown) return `${fact} stands there twice`
  if (!parseSpan(displayed)) return `"${displayed}" is no plain number`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(edition)) return `"${edition}" is no date like 2009-05-15`
  return undefined
}
