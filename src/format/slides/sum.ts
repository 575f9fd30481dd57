import type { Inline } from '../../model/content.ts'
import { displayParts } from './digits.ts'

/** A run of what columns come to as it is set: what is large, small words before it on its line, and words that run on under it. */
export interface SumPart {
  readonly before: string
  readonly large: string
  readonly after: string
}

/** Which of some runs are large: figures and numbers in bold; all that is bold where there is none. */
export function largeRuns(runs: readonly Inline[]): (run: Inline) => boolean {
  const isNumber = ({ strong, kind }: Inline): boolean => strong === true && (kind === 'figure' || kind === 'plain')
  const hasNumber = runs.some(isNumber)
  return (run) => (hasNumber ? isNumber(run) : run.strong === true && run.kind !== 'picture' && run.kind !== 'break')
}

/** The digits of a number as display type, with their sign; words as they are. */
export function sumPart(run: Inline): SumPart {
  if (run.kind === 'picture' || run.kind === 'break') return { before: '', large: '', after: '' }
  const parts = run.kind === 'text' ? undefined : displayParts(run.text)
  if (!parts) return { before: '', large: run.text.trim(), after: '' }
  return { before: parts.before, large: parts.sign + parts.digits, after: parts.after }
}

/** How large a sum is set, in pixels, the longer or the more columns there are the smaller; and what stays free above it, so that a line at its height is the same. */
export const sumSizes = [
  { size: 240, above: 0 },
  { size: 152, above: 12 },
  { size: 112, above: 20 },
  { size: 88, above: 24 },
] as const

/** How much less words before digits are. */
export const beforeScale = 0.4

/** Of a sum's letters as they are set, closer than other text. */
export const sumSpacing = -0.045

/** Which of the sizes a sum takes over so many columns, from 0. */
export function sumLevel({ before, large }: SumPart, columns: number): 0 | 1 | 2 | 3 {
  const letters = large.length + before.length * beforeScale
  const level = letters <= 3 ? 0 : letters <= 5 ? 1 : letters <= 7 ? 2 : 3
  return level === 0 && columns > 3 ? 1 : level
}
