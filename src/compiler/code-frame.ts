import type { Diagnostic } from '../model/diagnostic.ts'
import { placeText } from '../model/source-file.ts'

/** "error[unknown-metric] slides/160-revenues.md:12:8" */
function heading({ severity, code, place, edition }: Diagnostic): string {
  return `${severity}[${code}] ${placeText(place)}${edition === undefined ? '' : ` (${edition} edition)`}`
}

const contextLines = 1 // before and after
const maxWidth = 160 // columns shown of a line: a cell may hold pages of text

/** The columns of long lines that hold the place. */
function windowOf(line: string, column: number): { readonly from: number; readonly to: number } {
  const from = line.length <= maxWidth || column <= maxWidth / 2 ? 0 : column - maxWidth / 2
  return { from, to: from + maxWidth }
}

/** A text cut to a window, with an ellipsis where it goes on. */
function cut(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const start = from === 0 ? '' : '…'
  return `${start}${text.slice(from + start.length, to)}${text.length > to ? '…' : ''}`
}

/** The lines of a text, for the frames of all findings in it. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/)

/** A finding as people read it: place, message, the lines around it with a caret, hint. Plain text. */
export function formatDiagnostic(diagnostic: Diagnostic, source: string | readonly string[] | undefined): string {
  const { place, message, hint } = diagnostic
  const title = `${heading(diagnostic)}   ${cut(message, { from: 0, to: 3 * maxWidth })}`
  const tail = hint === undefined ? [] : [`  hint: ${hint}`]
  const text = source === undefined || place.cell !== undefined ? [] : source
  const lines = typeof text === 'string' ? linesOf(text) : text
  const line = lines[place.line - 1]
  if (line === undefined) return [title, ...tail].join('\n')
  const last = Math.min(lines.length, place.line + contextLines)
  const width = String(last).length
  const shown: string[] = []
  const view = windowOf(line, place.column)
  for (let number = Math.max(1, place.line - contextLines); number <= last; number++) {
    const text = lines[number - 1] ?? ''
    if (number !== place.line && text.trim() === '' && number === last) continue
    shown.push(`  ${String(number).padStart(width)} | ${cut(text, view).replaceAll('\t', ' ')}`.trimEnd())
    if (number !== place.line) continue
    const before = Math.max(0, Math.min(place.column - 1, line.length) - view.from)
    const room = Math.min(line.length, view.to) - view.from - before
    const length = Math.max(1, Math.min(place.length ?? 1, Math.max(1, room)))
    const caret = `  ${' '.repeat(width)} | ${' '.repeat(before)}${'^'.repeat(length)}`
    shown.push(hint === undefined ? caret : `${caret}   ${hint}`)
  }
  return [title, ...shown].join('\n')
}
