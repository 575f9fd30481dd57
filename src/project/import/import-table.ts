import { groupBy } from '../../format/group-by.ts'
import { digitsOf } from '../../format/numbers/figure-digits.ts'
import { formatUnit } from '../../format/units.ts'
import { fill } from '../../language/fill.ts'
import type { Figure } from '../../model/figure.ts'
import type { PreparedImport } from './import.ts'
import type { ImportKind, PlannedFigure } from './import-plan.ts'

/** A line of the dry table: what stands there, what would, and the cell that says so. */
export interface TableLine {
  readonly kind: ImportKind
  readonly metric: string
  readonly period: string
  readonly before: string // "" where nothing stood there
  readonly after: string
  readonly at: string
  readonly document: string
}

const written = (figure: Figure): string => `${digitsOf(figure, '.')} ${formatUnit(figure.unit)}`

function lineOf({ figure, kind, before, document, at }: PlannedFigure): TableLine {
  const scenario = figure.scenario === 'actual' ? '' : ` (${figure.scenario})`
  return {
    kind,
    metric: `${figure.metric}${scenario}`,
    period: figure.period.label,
    before: before ? written(before) : '',
    after: written(figure),
    at,
    document: document.id,
  }
}

/** Restated figures first, since somebody has to confirm them; then those that changed, and the new ones. */
const order: readonly ImportKind[] = ['restated', 'changed', 'new']

/** The figures that an import would change or add. */
export function tableLines({ plan }: PreparedImport): readonly TableLine[] {
  const kinds = groupBy(plan.figures, ({ kind }) => kind)
  return order.flatMap((kind) => (kinds.get(kind) ?? []).map(lineOf))
}

/** How many figures of a file are known and agree. */
export const unchangedCount = ({ plan }: PreparedImport): number =>
  plan.figures.filter(({ kind }) => kind === 'same').length

/** Rows and columns that the mapping does not name are listed up to here: working sheets have hundreds. */
const mostLeftOut = 20

type LeftOut = PreparedImport['leftOut'][number]

/** What a mapping leaves out as texts, the last of which says how many there are more. */
export function leftOutTexts(
  { leftOut }: PreparedImport,
  text: (one: LeftOut) => string,
  more: string, // "and {count} more"
): readonly string[] {
  const rest = leftOut.length - mostLeftOut
  return [...leftOut.slice(0, mostLeftOut).map(text), ...(rest > 0 ? [fill(more, { count: `${rest}` })] : [])]
}

const heads = ['', 'metric', 'period', 'old', 'new', 'cell', 'document'] as const

/** The dry table as text, numbers to the right; what the mapping leaves out, and how many figures agree, below it. */
export function importText(prepared: PreparedImport): string {
  const lines = tableLines(prepared)
  const rows = lines.map(({ kind, metric, period, before, after, at, document }) => [
    kind,
    metric,
    period,
    before,
    after,
    at,
    document,
  ])
  const all = [heads, ...rows]
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const isNumber = (column: number): boolean => column === 3 || column === 4
  const table = all.map((row) =>
    row
      .map((text, column) => (isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const leftOut = ({ text, place }: LeftOut): string => `"${text}" ${place.cell ?? `line ${place.line}`}`
  const left = leftOutTexts(prepared, leftOut, 'and {count} more')
  return [
    ...(lines.length > 0 ? table : ['nothing new']),
    `${unchangedCount(prepared)} figures are known and agree`,
    ...(left.length > 0 ? [`not in the mapping: ${left.join(', ')}`] : []),
  ].join('\n')
}
