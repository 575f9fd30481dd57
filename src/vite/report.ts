import pc from 'picocolors'
import { formatDiagnostic } from '../compiler/frame.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { DeckError } from '../model/patch.ts'
import type { SourceFile } from '../model/source-file.ts'

/** Findings and the files they stand in. */
export interface Findings {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

const colors = { error: pc.red, warning: pc.yellow, info: pc.cyan } as const

function paint(text: string, { severity }: Diagnostic): string {
  const end = text.indexOf('\n')
  const head = end < 0 ? text : text.slice(0, end)
  return pc.bold(colors[severity](head)) + (end < 0 ? '' : text.slice(end))
}

export const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const verdictColors: Readonly<Record<string, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  waived: pc.cyan,
  ticked: pc.green,
  rounding: pc.green,
}

/** Colours a verdict of the tie-out. */
export const paintVerdict = (text: string, verdict: string): string => verdictColors[verdict]?.(text) ?? text

/** "2 errors, 1 warning", or "" when there is nothing to say. */
function countText(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return (['error', 'warning'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => plural(count(severity), severity))
    .join(', ')
}

/** Place, message, the lines around it, hint. */
function frame(diagnostic: Diagnostic, files: readonly SourceFile[]): string {
  const file = files.find(({ path }) => path === diagnostic.place.path)
  return formatDiagnostic(diagnostic, file?.kind === 'text' ? file.text : undefined)
}

/** Every finding with its frame, and the count: what a terminal shows. "" when there is none. */
export function reportText({ files, diagnostics }: Findings): string {
  if (diagnostics.length === 0) return ''
  const frames = diagnostics.map((diagnostic) => paint(frame(diagnostic, files), diagnostic))
  return [...frames, pc.bold(countText(diagnostics))].join('\n\n')
}

/** What open pages show over the slide. */
export function deckError({ files, diagnostics }: Findings): DeckError {
  const errors = diagnostics.filter(isError)
  return { diagnostics: errors, frames: errors.map((diagnostic) => frame(diagnostic, files)) }
}
