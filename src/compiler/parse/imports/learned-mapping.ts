import { figureKey } from '../../../format/figure-key.ts'
import { groupBy } from '../../../format/group-by.ts'
import { suggest } from '../../../format/suggest.ts'
import { formatUnit } from '../../../format/units.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Metric } from '../../../model/figure.ts'
import { columnName, type SourceFile } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { type ImportGrid, importGrids } from './import-grid.ts'
import { plainLabel } from './import-settings.ts'
import { type LearnedHeads, type Length, learnedHeads } from './learned-heads.ts'
import { type Known, type LearnedRow, type Match, rowMatches } from './learned-matches.ts'

/** An entry of data/import.yaml that a file suggests, as text, and how many of its lines are certain. */
export interface LearnedMapping {
  readonly text: string
  readonly lines: number
}

/** Rows of numbers below the heads, each with the heading over it. */
function rowsBelow(grid: ImportGrid, heads: LearnedHeads, last: number): readonly LearnedRow[] {
  const first = Math.max(...heads.lines) + 1
  let heading: string | undefined
  return [...grid.rows].flatMap(([line, cells]): readonly LearnedRow[] => {
    if (line < first || line > last) return []
    const label = cells[heads.labels]?.text ?? ''
    if (label === '') return []
    if (heads.columns.some(({ index }) => (cells[index]?.text ?? '') !== '')) return [{ line, label, cells, heading }]
    heading = label
    return []
  })
}

const namesOf = ({ label, short, also = [] }: Metric): readonly string[] => [
  label,
  ...(short === undefined ? [] : [short]),
  ...also,
]

/** The metric that a label names, or nearly names. */
function metricByLabel(label: string, names: ReadonlyMap<string, Metric>): Metric | undefined {
  const nearest = suggest(plainLabel(label), names.keys())
  return nearest === undefined ? undefined : names.get(nearest)
}

interface LearnedLine {
  readonly row: LearnedRow
  readonly match: Match | undefined // certain
  readonly why: string
  /** What it may be, where nothing is certain: lines that only lack their "#" taken away. */
  readonly guesses: readonly Guess[]
}

type Guess = Pick<Match, 'metric' | 'unit' | 'sign'>

function lineOf(
  row: LearnedRow,
  matches: readonly Match[],
  { named, columns }: { named: Metric | undefined; columns: number },
): LearnedLine {
  const [best] = matches
  if (!best)
    return {
      ...{ row, match: undefined, why: named ? 'by its label alone: no known value agrees' : '' },
      guesses: named ? [{ metric: named, unit: named.unit, sign: 1 }] : [],
    }
  const equal = matches.filter(({ hits }) => hits === best.hits)
  const chosen = equal.find(({ metric }) => metric === named) ?? (equal.length === 1 ? best : undefined)
  const hits = `${best.hits} of ${columns} columns hold known values`
  if (!chosen) {
    return { row, match: undefined, why: `one of these: ${hits} of each`, guesses: equal }
  }
  if (best.hits < 2 && chosen.metric !== named)
    return { row, match: undefined, why: 'one known value agrees, and not the label', guesses: [chosen] }
  return { row, match: chosen, why: chosen.metric === named ? `${hits}, and the label agrees` : hits, guesses: [] }
}

const quoted = (text: string): string =>
  /^[\p{L}][\p{L}\p{N} ()&/.-]*$/u.test(text) && !/ $/.test(text) ? text : JSON.stringify(text)

/** The scale that most rows of money are at. */
function usualUnit(lines: readonly LearnedLine[]): Unit | undefined {
  const counts = new Map<string, { unit: Unit; count: number }>()
  for (const { match } of lines) {
    if (match?.unit.kind !== 'currency') continue
    const name = formatUnit(match.unit)
    counts.set(name, { unit: match.unit, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  const [usual] = [...counts.values()].sort((a, b) => b.count - a.count)
  return usual?.unit ?? lines.find(({ match }) => match)?.match?.unit
}

/** The metric of a line with its own sign and unit, as data/import.yaml writes it. */
function targetText({ metric, unit: own, sign }: Guess, unit: Unit): string {
  const more = [
    ...(sign === -1 ? ['sign: -1'] : []),
    ...(formatUnit(own) === formatUnit(unit) ? [] : [`unit: ${quoted(formatUnit(own))}`]),
  ]
  return more.length === 0 ? metric.id : `{metric: ${metric.id}, ${more.join(', ')}}`
}

function linesText(lines: readonly LearnedLine[], unit: Unit): readonly string[] {
  const counts = groupBy(lines, ({ row }) => plainLabel(row.label))
  return lines.flatMap(({ row, match, why, guesses }) => {
    const isDouble = (counts.get(plainLabel(row.label))?.length ?? 0) > 1
    const label = isDouble && row.heading !== undefined ? `${row.heading} > ${row.label}` : row.label
    if (!match)
      return guesses.length === 0
        ? []
        : [`        # ${why}`, ...guesses.map((guess) => `        # ${quoted(label)}: ${targetText(guess, unit)}`)]
    return [`        # ${why}`, `        ${quoted(label)}: ${targetText(match, unit)}`]
  })
}

/** The lengths of the times that end on the dates, by the words before them: those by which most known values are found. */
function lengthsOf(
  heads: LearnedHeads,
  rows: readonly LearnedRow[],
  given: { known: Known; data: DeckData; decimal: ',' | '.' | undefined },
): ReadonlyMap<string, Length> {
  const chosen = new Map<string, Length>()
  const all: readonly Length[] = ['quarter', 'year', 'half', 'year-to-date', 'day']
  for (const before of new Set(heads.columns.flatMap(({ date }) => (date ? [plainLabel(date.before)] : [])))) {
    const columns = heads.columns.filter(({ date }) => date && plainLabel(date.before) === before)
    const scores = all.map((length) => ({
      length,
      hits: rows.filter(
        (row) => rowMatches(row, columns, { ...given, lengths: new Map([[before, length]]) }).length > 0,
      ).length,
    }))
    const [best] = scores.toSorted((a, b) => b.hits - a.hits)
    if (best && best.hits > 0) chosen.set(before, best.length)
  }
  return chosen
}

interface LearnedBlock {
  readonly text: readonly string[]
  readonly lines: number
}

function learnedBlock(
  grid: ImportGrid,
  heads: LearnedHeads,
  { last, known, names, data, decimal }: Learning & { readonly last: number },
): LearnedBlock | undefined {
  const rows = rowsBelow(grid, heads, last)
  const lengths = lengthsOf(heads, rows, { known, data, decimal })
  const lines = rows.map((row) =>
    lineOf(row, rowMatches(row, heads.columns, { lengths, known, data, decimal }), {
      named: metricByLabel(row.label, names),
      columns: heads.columns.length,
    }),
  )
  const unit = usualUnit(lines)
  const count = lines.filter(({ match }) => match).length
  if (!unit || count === 0) return undefined
  const [[only, length] = []] = [...lengths]
  const dates =
    lengths.size === 0
      ? []
      : [
          `      dates: ${lengths.size === 1 && only === '' ? length : `{${[...lengths].map(([words, one]) => `${quoted(words)}: ${one}`).join(', ')}}`}`,
        ]
  const text = [
    `    - ${grid.name === '' ? '' : `sheet: ${quoted(grid.name)}\n      `}labels: ${columnName(heads.labels + 1)}`,
    `      heads: ${heads.lines.length === 1 ? heads.lines[0] : `[${heads.lines.join(', ')}]`}`,
    ...(last === Number.POSITIVE_INFINITY ? [] : [`      rows: ${Math.max(...heads.lines) + 1}..${last}`]),
    ...dates,
    `      unit: ${quoted(formatUnit(unit))}`,
    '      lines:',
    ...linesText(lines, unit),
  ]
  return { text, lines: count }
}

interface Learning {
  readonly decimal: ',' | '.' | undefined
  readonly known: Known
  readonly names: ReadonlyMap<string, Metric>
  readonly data: DeckData
}

/** The name of a file with what changes in it from period to period left open. */
const patternOf = (name: string): string =>
  name.replace(/(?:(?<![A-Za-z])[A-Za-z]{1,2})?\d[\dA-Za-z]*(?=.*\.)/g, '*').replace(/\*[-_. ]?(?=\*)/g, '')

/** A CSV file between semicolons with "17,8" and nowhere "17.8" has decimal commas; elsewhere the deck's setting holds. */
function decimalOf(grids: readonly ImportGrid[], { config: { files } }: DeckData): ',' | '.' | undefined {
  if (files.decimal !== undefined) return files.decimal
  const cells = grids.flatMap(({ rows, separator }) => (separator === ';' ? [...rows.values()].flat() : []))
  const has = (pattern: RegExp): boolean => cells.some(({ text }) => pattern.test(text))
  return has(/^[-(]?\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})\)?$/) && !has(/^[-(]?\d+\.(?:\d{1,2}|\d{4,})\)?$/)
    ? ','
    : undefined
}

/**
 * Proposes an entry of data/import.yaml for a file: a line where the values of older columns are those of a metric, or one of
 * them is and the label names it. Every other guess stands beside as a comment, with what speaks for it. `folder` is where the
 * file lies, seen from the deck's folder: saves there are noticed. Pure.
 */
export function learnMapping(file: SourceFile, data: DeckData, folder = ''): LearnedMapping {
  const known = groupBy(
    data.figures.filter(
      ({ measure, scenario, value }) => measure === 'value' && scenario === 'actual' && value !== null,
    ),
    (figure) => figureKey(figure, data.metrics).split('|')[1] ?? '',
  )
  const names = new Map(
    [...data.metrics.values()].flatMap((metric) => namesOf(metric).map((name) => [plainLabel(name), metric])),
  )
  const months = data.config.language.claims.months
  const { grids } = importGrids(file)
  const decimal = decimalOf(grids, data)
  const blocks = grids.flatMap((grid) => {
    const found = learnedHeads(grid, { calendar: data.config.calendar, months })
    return found.flatMap((heads, index) => {
      const next = found[index + 1]
      const last = next ? Math.min(...next.lines) - 1 : Number.POSITIVE_INFINITY
      return learnedBlock(grid, heads, { known, names, data, last, decimal }) ?? []
    })
  })
  const lines = blocks.reduce((sum, block) => sum + block.lines, 0)
  if (lines === 0)
    return { text: '# no row holds known values of a metric: write the entry by hand (docs/quarter.md)', lines }
  return {
    text: [
      `- file: ${JSON.stringify(`${folder === '' ? '' : `${folder}/`}${patternOf(file.path)}`)}`,
      ...(decimal === data.config.files.decimal ? [] : [`  decimal: "${decimal}"`]),
      '  blocks:',
      ...blocks.flatMap(({ text }) => text),
    ].join('\n'),
    lines,
  }
}
