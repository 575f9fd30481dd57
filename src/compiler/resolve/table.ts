import type { TableColumn, TextRun } from '../../model/deck.ts'
import type { Diagnostic, Result } from '../../model/diagnostic.ts'
import { checkYaml } from '../parse/check-yaml.ts'
import type { BlockEnvironment } from './block.ts'
import { resolveFigureTable } from './table-figures.ts'
import { resolvePlainTable } from './table-plain.ts'
import { figureTableSpec, plainTableSpec } from './table-spec.ts'

/** A table whose texts hold marks. */
export interface ResolvedTable {
  readonly id: string
  readonly caption: string
  readonly unit: string
  readonly columns: readonly ResolvedColumn[] // the first is that of the labels
  readonly rows: readonly ResolvedRow[]
  readonly notes: readonly string[]
  /** Keys of the figures in its cells. */
  readonly figures: readonly string[]
  readonly texts: readonly TextRun[]
}

export interface ResolvedColumn extends Pick<TableColumn, 'kind' | 'emphasis'> {
  readonly label: string
  readonly sub?: string
}

export interface ResolvedRow {
  readonly label: string
  readonly kind: 'row' | 'total' | 'heading'
  readonly indent: number
  readonly cells: readonly ResolvedCell[]
}

export interface ResolvedCell {
  readonly text: string // marks, or "–"
  /** Spaces as wide as the decimals that other cells of the column have more, so that points align. */
  readonly pad: string
}

/** Resolves a table block of either kind. */
export function resolveTable(environment: BlockEnvironment): ResolvedTable | undefined {
  const { document, report } = environment
  const isPlain = typeof document.value === 'object' && document.value !== null && 'table' in document.value
  if (isPlain) {
    const spec = checked(checkYaml(document, plainTableSpec), report)
    return spec && resolvePlainTable(spec, environment)
  }
  const spec = checked(checkYaml(document, figureTableSpec), report)
  return spec && resolveFigureTable(spec, environment)
}

/** The value of a result, or undefined once its findings are reported. */
export function checked<T>(result: Result<T>, report: (diagnostic: Diagnostic) => void): T | undefined {
  if (result.ok) return result.value
  for (const diagnostic of result.diagnostics) report(diagnostic)
  return undefined
}
