import { type Interval, intersect } from '../model/interval.ts'
import { divide, powerOfTen, toFixed } from '../model/rational.ts'
import type { Check, Statement, TextFinding } from './model.ts'
import { inScaleOf, printed } from './wording.ts'

/** Failures of arithmetic that one wrong figure can cause together. */
const numeric = new Set(['C1', 'C2', 'C5', 'C6', 'F1', 'F6', 'S3'])

const single = (check: Check): TextFinding => ({
  rule: check.rule,
  code: check.code,
  severity: check.severity,
  message: check.message,
  arithmetic: check.arithmetic === '' ? [] : [check.arithmetic],
  hint: check.hint,
  place: check.place,
  others: [...check.parts.map(({ place }) => place), ...(check.related ?? [])].filter((place) => place !== check.place),
})

/** The figure that most failures share; between two, the one that fewer ticks support. */
function suspectOf(failures: readonly Check[], checks: readonly Check[]): Statement | undefined {
  const scores = new Map<Statement, { failed: number; ticked: number }>()
  for (const check of failures)
    for (const part of check.parts) scores.set(part, { failed: (scores.get(part)?.failed ?? 0) + 1, ticked: 0 })
  for (const check of checks) {
    if (check.verdict !== 'ticked') continue
    for (const part of check.parts) {
      const score = scores.get(part)
      if (score) scores.set(part, { ...score, ticked: score.ticked + 1 })
    }
  }
  const best = [...scores]
    .filter(([, score]) => score.failed >= 2)
    .sort(
      ([a, x], [b, y]) =>
        y.failed - x.failed || x.ticked - y.ticked || a.place.line - b.place.line || a.place.column - b.place.column,
    )[0]
  return best?.[0]
}

function wantedOf(suspect: Statement, failures: readonly Check[]): Interval | undefined {
  const ranges = failures.flatMap((check) => check.wanted?.get(suspect.id) ?? [])
  return ranges.length < 2
    ? undefined
    : ranges.slice(1).reduce<Interval | undefined>((common, range) => common && intersect(common, range), ranges[0])
}

function joint(suspect: Statement, failures: readonly Check[]): TextFinding {
  const common = wantedOf(suspect, failures)
  const [first] = failures
  const show = (value: Interval['low']): string =>
    suspect.number.unit?.kind === 'percent' ? toFixed(divide(value, powerOfTen(0)), 1) : inScaleOf(value, suspect, 1)
  return {
    rule: [...new Set(failures.map(({ rule }) => rule))].join(', '),
    code: 'text-figure',
    severity: failures.length >= 3 || failures.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    message: `invalid figure: "${printed(suspect)}" at ${suspect.subject.text || 'this place'} disagrees with ${failures.length} others`,
    arithmetic: [...new Set(failures.map(({ arithmetic }) => arithmetic))],
    hint: common
      ? `All of them would hold with ${show(common.low)} to ${show(common.high)}.`
      : (failures.map(({ hint }) => hint).find((hint) => hint !== '' && !hint.startsWith('The two cannot')) ??
        first?.hint ??
        ''),
    place: suspect.place,
    others: [...new Set(failures.flatMap(({ parts }) => parts.map(({ place }) => place)))].filter(
      (place) => place !== suspect.place,
    ),
  }
}

const same = (a: TextFinding, b: TextFinding): boolean =>
  a.place.line === b.place.line && a.place.column === b.place.column && a.code === b.code && a.message === b.message

/** What the data say of a figure that the text itself contradicts belongs to that finding. */
function withData(findings: readonly TextFinding[]): readonly TextFinding[] {
  const isAt = (a: TextFinding, b: TextFinding): boolean =>
    a.place.line === b.place.line && a.place.column === b.place.column
  const hosts = findings.filter(({ code }) => code !== 'text-data')
  return findings.flatMap((finding) => {
    if (finding.code === 'text-data') return hosts.some((host) => isAt(host, finding)) ? [] : [finding]
    const said =
      hosts.find((host) => isAt(host, finding)) === finding
        ? findings.filter((other) => other.code === 'text-data' && isAt(other, finding))
        : []
    if (said.length === 0) return [finding]
    const hint = [finding.hint, ...said.map((other) => other.hint)]
      .filter((text) => text !== '' && !text.startsWith('The two cannot'))
      .join(' ')
    return [
      {
        ...finding,
        severity: 'error' as const,
        arithmetic: [
          ...finding.arithmetic,
          ...said.flatMap(({ arithmetic }) => arithmetic.map((line) => `data: ${line}`)),
        ],
        hint,
      },
    ]
  })
}

/** Failed checks as findings: those that one figure explains together become one. Sorted by place. */
export function findingsOf(checks: readonly Check[]): readonly TextFinding[] {
  const failures = checks.filter(({ verdict }) => verdict === 'failed')
  let open = failures.filter(({ rule, parts }) => numeric.has(rule) && parts.length > 1)
  const found: TextFinding[] = failures.filter(({ rule, parts }) => !numeric.has(rule) || parts.length <= 1).map(single)
  for (let suspect = suspectOf(open, checks); suspect; suspect = suspectOf(open, checks)) {
    const blamed = suspect
    found.push(
      joint(
        blamed,
        open.filter(({ parts }) => parts.includes(blamed)),
      ),
    )
    open = open.filter(({ parts }) => !parts.includes(blamed))
  }
  found.push(...open.map(single))
  const sorted = found.sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column || (a.code < b.code ? -1 : 1),
  )
  return withData(sorted.filter((finding, index) => !sorted.slice(0, index).some((other) => same(other, finding))))
}
