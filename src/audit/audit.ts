import { civilDate, monthNumber, parseIsoDate } from '../format/civil.ts'
import type { ClaimWords } from '../language/claim-words.ts'
import { compileWords } from '../language/word-patterns.ts'
import type { DeckData } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FactBook } from '../model/fact-book.ts'
import { type Interval, intersect } from '../model/interval.ts'
import { divide, powerOfTen, toFixed } from '../model/rational.ts'
import { allChecks } from './all-checks.ts'
import type { CheckInput } from './check-input.ts'
import { readDocument } from './reading/document-reader.ts'
import { balanceSheetRange, labelledRanges, presentationDay, yearEndRange } from './reading/ranges.ts'
import type { ReadContext } from './reading/read-context.ts'
import { distrustedLabels, readStatements, type TextReading } from './reading/reading.ts'
import type { TextDocument } from './reading/text-document.ts'
import { indexStatedFacts } from './stated-facts.ts'
import type { TextCheck, TextFinding, TextStatement } from './text-model.ts'
import { type TextNumber, textNumbers } from './text-numbers.ts'
import { inferCalendar, type LabelledRange, type ReadCalendar } from './words/fiscal-calendar.ts'
import { type Lexicon, openLexicon } from './words/lexicon.ts'
import { inScaleOf, printed } from './words/wording.ts'

/** Failures of arithmetic that one wrong figure can cause together. */
const numeric = new Set(['C1', 'C2', 'C5', 'C6', 'F1', 'F6', 'S3'])

const findingOf = (check: TextCheck): TextFinding => ({
  rule: check.rule,
  code: check.code,
  severity: check.severity,
  message: check.message,
  arithmetic: check.arithmetic === '' ? [] : [check.arithmetic],
  hint: check.hint,
  place: check.place,
  others: [...check.parts.map(({ place }) => place), ...(check.related ?? [])].filter((place) => place !== check.place),
})

/** The figure that most failures have in common; between two, the one that fewer ticks support. */
function suspectOf(failures: readonly TextCheck[], checks: readonly TextCheck[]): TextStatement | undefined {
  const scores = new Map<TextStatement, { failed: number; ticked: number }>()
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

function possibleOf(suspect: TextStatement, failures: readonly TextCheck[]): Interval | undefined {
  const ranges = failures.flatMap((check) => check.wanted?.get(suspect.id) ?? [])
  return ranges.length < 2
    ? undefined
    : ranges.slice(1).reduce<Interval | undefined>((common, range) => common && intersect(common, range), ranges[0])
}

function jointFinding(suspect: TextStatement, failures: readonly TextCheck[]): TextFinding {
  const common = possibleOf(suspect, failures)
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

/** What the data say about a figure that the text itself contradicts is added to that finding. */
function withData(findings: readonly TextFinding[]): readonly TextFinding[] {
  const isAt = (a: TextFinding, b: TextFinding): boolean =>
    a.place.line === b.place.line && a.place.column === b.place.column
  const ofText = findings.filter(({ code }) => code !== 'text-data')
  return findings.flatMap((finding) => {
    if (finding.code === 'text-data') return ofText.some((own) => isAt(own, finding)) ? [] : [finding]
    const dataFindings =
      ofText.find((own) => isAt(own, finding)) === finding
        ? findings.filter((other) => other.code === 'text-data' && isAt(other, finding))
        : []
    if (dataFindings.length === 0) return [finding]
    const hint = [finding.hint, ...dataFindings.map((other) => other.hint)]
      .filter((text) => text !== '' && !text.startsWith('The two cannot'))
      .join(' ')
    return [
      {
        ...finding,
        severity: 'error' as const,
        arithmetic: [
          ...finding.arithmetic,
          ...dataFindings.flatMap(({ arithmetic }) => arithmetic.map((line) => `data: ${line}`)),
        ],
        hint,
      },
    ]
  })
}

/** Failed checks as findings: those that one figure explains together become one. Sorted by place. */
function findingsOf(checks: readonly TextCheck[]): readonly TextFinding[] {
  const failures = checks.filter(({ verdict }) => verdict === 'failed')
  let open = failures.filter(({ rule, parts }) => numeric.has(rule) && parts.length > 1)
  const found: TextFinding[] = failures
    .filter(({ rule, parts }) => !numeric.has(rule) || parts.length <= 1)
    .map(findingOf)
  for (let suspect = suspectOf(open, checks); suspect; suspect = suspectOf(open, checks)) {
    const figure = suspect
    found.push(
      jointFinding(
        figure,
        open.filter(({ parts }) => parts.includes(figure)),
      ),
    )
    open = open.filter(({ parts }) => !parts.includes(figure))
  }
  found.push(...open.map(findingOf))
  const sorted = found.sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column || (a.code < b.code ? -1 : 1),
  )
  return withData(sorted.filter((finding, index) => !sorted.slice(0, index).some((other) => same(other, finding))))
}

export interface AuditInput {
  readonly path: string
  readonly text: string
  /** The words of the text's language. */
  readonly claims: ClaimWords
  /** Checked data of the company, when the text is its own presentation. */
  readonly data?: DeckData
  readonly facts?: FactBook
  /** ISO date of the presentation; the text's own first date when absent. */
  readonly deckDate?: string
}

export interface TextAudit {
  readonly path: string
  readonly findings: readonly TextFinding[]
  readonly diagnostics: readonly Diagnostic[]
  readonly checks: readonly TextCheck[]
  /** What was understood, in order of place. */
  readonly statements: readonly TextStatement[]
  /** Every number that was read, in order of place. */
  readonly numbers: readonly TextNumber[]
  /** The company whose data were left aside, since the text does not name it. */
  readonly unnamed: string | undefined
  readonly counts: {
    readonly numbers: number
    /** How many of them any check compared with anything. */
    readonly bound: number
    readonly statements: number
    readonly tables: number
    readonly checks: number
  }
}

function calendarOf(
  input: AuditInput,
  document: TextDocument,
  ranges: readonly LabelledRange[],
  lexicon: Lexicon,
): ReadCalendar {
  const { data } = input
  if (!data)
    return ranges.length > 0
      ? inferCalendar(ranges)
      : inferCalendar([yearEndRange(document, lexicon) ?? balanceSheetRange(document, lexicon) ?? []].flat())
  return { ...data.config.calendar, known: true }
}

function runChecks(
  document: TextDocument,
  reading: TextReading,
  given: Omit<CheckInput, 'document' | 'statements' | 'tables' | 'facts'>,
): readonly TextCheck[] {
  const input: CheckInput = { ...given, document, ...reading, facts: indexStatedFacts(reading.statements) }
  return allChecks.flatMap((rule) => rule(input))
}

const isFailed = ({ verdict, rule }: TextCheck): boolean => verdict === 'failed' && rule !== 'P1'

/** Only the data of the same company count: the text must name it. */
function withOwnData(input: AuditInput): AuditInput {
  const { data, path, text, claims } = input
  if (!data) return input
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  const named = [data.config.company, data.config.company.replace(compileWords(claims).phrase('companyForm'), '')].some(
    (name) => name.length > 3 && plain.includes(name.toLowerCase()),
  )
  return named ? input : { path, text, claims }
}

function dayOf(input: AuditInput, document: TextDocument, lexicon: Lexicon): number | undefined {
  return presentationDay(document, lexicon) ?? (input.deckDate === undefined ? undefined : parseIsoDate(input.deckDate))
}

/** Reads a presentation written elsewhere and reports what in it contradicts itself, or the data. */
export function auditText(asked: AuditInput): TextAudit {
  const input = withOwnData(asked)
  const lexicon = openLexicon(input.claims)
  const document = readDocument(input.text, lexicon)
  const day = dayOf(input, document, lexicon)
  const date = day === undefined ? undefined : civilDate(day)
  const today = date && monthNumber(date.year, date.month) + 1
  const ranges = labelledRanges(document, lexicon)
  const calendar = calendarOf(input, document, ranges, lexicon)
  const context: ReadContext = { lexicon, path: input.path, calendar, today, document }
  const given = { lexicon, path: input.path, calendar, ranges, today, day, data: input.data, book: input.facts }
  const read = (distrusted: ReadonlySet<string>): TextReading => readStatements(document, context, distrusted)
  const distrusted = distrustedLabels(
    ranges,
    calendar,
    (trial) => runChecks(document, read(trial), given).filter(isFailed).length,
  )
  const reading = read(distrusted)
  const checks = runChecks(document, reading, given)
  const findings = findingsOf(checks)
  const { tables } = reading
  const hasData = input.data !== undefined
  const numbers = textNumbers({ path: input.path, document, tables, checks, lexicon, hasData })
  return {
    path: input.path,
    statements: reading.statements,
    findings,
    diagnostics: findings.map(diagnosticOf),
    checks,
    numbers,
    unnamed: hasData ? undefined : asked.data?.config.company,
    counts: {
      numbers: numbers.length,
      bound: numbers.filter(({ isChecked }) => isChecked).length,
      statements: reading.statements.length,
      tables: tables.length,
      checks: checks.length,
    },
  }
}

const diagnosticOf = ({ code, severity, message, arithmetic, hint, place }: TextFinding): Diagnostic => {
  const text = [...arithmetic, hint].filter((part) => part !== '').join('; ')
  return { code, severity, message, place, ...(text === '' ? {} : { hint: text }) }
}
