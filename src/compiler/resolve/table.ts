import type { Diagnostic, Result } from '../../model/diagnostic.ts'
import { checkYaml } from '../parse/check-yaml.ts'
import type { BlockEnvironment } from './block.ts'
import type { ResolvedTable } from './resolved-table.ts'
import { resolveFigureTable } from './table-figures.ts'
import { resolvePlainTable } from './table-plain.ts'
import { figureTableSpec, plainTableSpec } from './table-spec.ts'

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
