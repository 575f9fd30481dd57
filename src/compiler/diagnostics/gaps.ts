import type { Diagnostic } from '../../model/diagnostic.ts'

/** Findings that say nothing but that a figure is not there yet. */
const gapCodes: ReadonlySet<string> = new Set(['missing-figure', 'missing-chart-figures'])

export const isGap = ({ code }: Diagnostic): boolean => gapCodes.has(code)

/** In a draft a figure that is not there yet stops nothing: its finding is a warning. */
export const softened = (diagnostic: Diagnostic, isDraft: boolean): Diagnostic =>
  isDraft && isGap(diagnostic) ? { ...diagnostic, severity: 'warning' } : diagnostic
