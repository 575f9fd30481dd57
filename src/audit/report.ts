import type { TextAudit } from './audit.ts'
import type { TextFinding } from './text-model.ts'

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function findingLines(
  path: string,
  { code, rule, severity, message, arithmetic, hint, place }: TextFinding,
): readonly string[] {
  return [
    `${severity}[${code}] ${path}:${place.line}:${place.column}   ${message}   (${rule})`,
    ...arithmetic.map((line) => `    ${line}`),
    ...(hint === '' ? [] : [`    → ${hint}`]),
  ]
}

/** The audit as text: every contradiction with its place, arithmetic and hint, then the counts. */
export function formatTextReport({ path, findings, checks, counts }: TextAudit): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const passed = checks.filter(({ verdict }) => verdict === 'ticked').length
  const summary = [
    `${path}: ${plural(errors, 'error')}, ${plural(findings.length - errors, 'warning')}.`,
    `${plural(counts.numbers, 'number')} read, ${counts.statements} understood, ${counts.bound} tied; ${plural(counts.tables, 'table')}; ${plural(counts.checks, 'check')}, ${passed} ticked.`,
  ]
  return [...findings.flatMap((finding) => [...findingLines(path, finding), '']), ...summary].join('\n')
}
