import pc from 'picocolors'
import { formatDiagnostic, linesOf } from '../compiler/code-frame.ts'
import type { UnmeasuredLayout } from '../compiler/compile.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { once } from '../model/memory.ts'
import type { DeckError } from '../model/page-data.ts'
import type { SourceFile } from '../model/source-file.ts'

/** Findings and the files they stand in. */
export interface Findings {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What colours a report; one for terminals that show colours, one that leaves the text plain. */
export interface Palette {
  readonly heading: (text: string) => string
  readonly bySeverity: Readonly<Record<Diagnostic['severity'], (text: string) => string>>
  readonly verdict: (text: string, verdict: string) => string
}

function paletteOf({ bold, red, yellow, cyan, green }: ReturnType<typeof pc.createColors>): Palette {
  const verdicts: Readonly<Record<string, (text: string) => string>> = {
    error: red,
    warning: yellow,
    waived: cyan,
    ticked: green,
    rounding: green,
  }
  return {
    heading: bold,
    bySeverity: { error: red, warning: yellow, info: cyan },
    verdict: (text, verdict) => verdicts[verdict]?.(text) ?? text,
  }
}

const plain = paletteOf(pc.createColors(false))
const colored = paletteOf(pc.createColors(true))

/** The palette of a report: plain unless the reader's terminal shows colours. */
export const palette = (colors = false): Palette => (colors ? colored : plain)

/** The palette of this process's own terminal. */
export const terminal: Palette = palette(pc.isColorSupported)

function paint(text: string, { severity }: Diagnostic, { heading, bySeverity }: Palette): string {
  const end = text.indexOf('\n')
  const head = end < 0 ? text : text.slice(0, end)
  return heading(bySeverity[severity](head)) + (end < 0 ? '' : text.slice(end))
}

/** A line for each layout that gives its text no box: there it may be too long without a word. */
export const unmeasuredLines = (unmeasured: readonly UnmeasuredLayout[]): readonly string[] =>
  unmeasured.map(
    ({ layout, slides }) => `text not measured: ${slides.join(', ')} (layout ${layout} has no text: box in its .yaml)`,
  )

export const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** "2 errors, 1 warning", or "" when there is nothing to say. */
function countText(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return (['error', 'warning'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => plural(count(severity), severity))
    .join(', ')
}

/** Of each finding place, message, the lines around it, hint; each file is cut into lines once. */
function framer(files: readonly SourceFile[]): (diagnostic: Diagnostic) => string {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const lines = once((file: SourceFile) => (file.kind === 'text' ? linesOf(file.text) : []))
  return (diagnostic) => {
    const file = byPath.get(diagnostic.place.path)
    return formatDiagnostic(diagnostic, file?.kind === 'text' ? lines(file) : undefined)
  }
}

/** A terminal shows so many findings: what one mistake makes a hundred thousand of is not read to its end. Errors go first. */
const most = 500
function mostShown(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics
  const ordered = [...diagnostics.filter(isError), ...diagnostics.filter((one) => !isError(one))]
  return ordered.slice(0, most)
}

/** Every finding with its frame, and the count: what a terminal shows. "" when there is none. */
export function reportText({ files, diagnostics }: Findings, colors: Palette): string {
  if (diagnostics.length === 0) return ''
  const frame = framer(files)
  const shown = mostShown(diagnostics)
  const frames = shown.map((diagnostic) => paint(frame(diagnostic), diagnostic, colors))
  const left = diagnostics.length - shown.length
  if (left > 0) frames.push(`… and ${left} more`)
  const count = countText(diagnostics) // none where all is information
  return [...frames, ...(count === '' ? [] : [colors.heading(count)])].join('\n\n')
}

/** What open pages show over the slide. */
export function deckError({ files, diagnostics }: Findings): DeckError {
  const errors = diagnostics.filter(isError).slice(0, most)
  return { diagnostics: errors, frames: errors.map(framer(files)) }
}
