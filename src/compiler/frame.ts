import type { Diagnostic } from '../model/diagnostic.ts'

/** "error[unknown-metric] slides/160-revenues.md:12:8" */
function heading({ severity, code, place }: Diagnostic): string {
  const spot = place.cell === undefined ? `${place.line}:${place.column}` : place.cell
  return `${severity}[${code}] ${place.path}:${spot}`
}

const around = 1 // lines shown before and after

/** A finding as people read it: place, message, the lines around it with a caret, hint. Plain text. */
export function formatDiagnostic(diagnostic: Diagnostic, sourceText: string | undefined): string {
  const { place, message, hint } = diagnostic
  const title = `${heading(diagnostic)}   ${message}`
  const tail = hint === undefined ? [] : [`  hint: ${hint}`]
  const lines = sourceText === undefined || place.cell !== undefined ? [] : sourceText.split(/\r?\n/)
  const line = lines[place.line - 1]
  if (line === undefined) return [title, ...tail].join('\n')
  const last = Math.min(lines.length, place.line + around)
  const width = String(last).length
  const shown: string[] = []
  for (let number = Math.max(1, place.line - around); number <= last; number++) {
    const text = lines[number - 1] ?? ''
    if (number !== place.line && text.trim() === '' && number === last) continue
    shown.push(`  ${String(number).padStart(width)} | ${text.replaceAll('\t', ' ')}`.trimEnd())
    if (number !== place.line) continue
    const before = Math.max(0, Math.min(place.column - 1, line.length))
    const length = Math.max(1, Math.min(place.length ?? 1, Math.max(1, line.length - before)))
    const caret = `  ${' '.repeat(width)} | ${' '.repeat(before)}${'^'.repeat(length)}`
    shown.push(hint === undefined ? caret : `${caret}   ${hint}`)
  }
  return [title, ...shown].join('\n')
}
