import type { TextAudit } from './audit.ts'
import type { TextFinding } from './text-model.ts'
import type { DataVerdict, TextNumber } from './text-numbers.ts'

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

const lineOf = (path: string, { place, text, data }: TextNumber): string => {
  const arithmetic = data === undefined || data.arithmetic === '' ? `"${text}"` : data.arithmetic
  return `  ${data?.verdict ?? ''} ${path}:${place.line}:${place.column}  ${arithmetic}`
}

/** What the deck's data say of the numbers: the counts, then those that a reader has to look at; with `all` every one. */
function dataLines({ path, numbers, unnamed }: TextAudit, all: boolean): readonly string[] {
  if (unnamed !== undefined) return [`the text does not name ${unnamed}: the data of this deck are left aside`]
  if (numbers.every(({ data }) => data === undefined)) return []
  const count = (verdict: DataVerdict): number => numbers.filter(({ data }) => data?.verdict === verdict).length
  const counts = `against the data of the deck: ${count('matched')} matched, ${count('contradicted')} contradicted, ${count('unknown')} unknown`
  const listed = numbers.filter(({ data }) => all || data?.verdict !== 'matched')
  return [counts, ...listed.map((number) => lineOf(path, number))]
}

/**
 * The audit as text: how many numbers were checked, what the data of the deck say of them, every contradiction with its
 * place, arithmetic and hint, then the counts. `all` lists the numbers that match, too.
 */
export function formatTextReport(audit: TextAudit, { all = false }: { readonly all?: boolean } = {}): string {
  const { path, findings, checks, counts } = audit
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const passed = checks.filter(({ verdict }) => verdict === 'ticked').length
  return [
    `${counts.bound} of ${plural(counts.numbers, 'number')} checked`,
    ...dataLines(audit, all),
    '',
    ...findings.flatMap((finding) => [...findingLines(path, finding), '']),
    `${path}: ${plural(errors, 'error')}, ${plural(findings.length - errors, 'warning')}.`,
    `${counts.statements} of the numbers understood; ${plural(counts.tables, 'table')}; ${plural(counts.checks, 'check')}, ${passed} ticked.`,
  ].join('\n')
}
