import { civilDate, monthNumber, parseIsoDate } from '../format/civil.ts'
import type { ClaimWords } from '../language/claim-words.ts'
import type { DeckData } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FactBook } from '../model/fact-book.ts'
import type { CheckInput } from './check-input.ts'
import { clausesOf } from './clause.ts'
import { readDocument } from './document.ts'
import { indexFacts } from './facts.ts'
import { findingsOf } from './findings.ts'
import { inferCalendar, type LabelledRange, type ReadCalendar } from './fiscal-calendar.ts'
import { type Lexicon, openLexicon } from './lexicon.ts'
import type { Check, Statement, TextFinding } from './model.ts'
import type { TextDocument } from './outline.ts'
import { balanceSheetRange, labelledRanges, presentationDay } from './ranges.ts'
import type { ReadContext } from './read-context.ts'
import type { Reading } from './reading.ts'
import { distrustedLabels, readStatements } from './reading.ts'
import { rules } from './rules.ts'
import { cellNumbers } from './table-statements.ts'

export interface AuditInput {
  readonly path: string
  readonly text: string
  /** The words of the text's language. */
  readonly claims: ClaimWords
  /** Checked data of the company, when the text is its own presentation. */
  readonly data?: DeckData
  readonly facts?: FactBook
  /** ISO day the presentation speaks from; the text's own first date when absent. */
  readonly deckDate?: string
}

export interface TextAudit {
  readonly path: string
  readonly findings: readonly TextFinding[]
  readonly diagnostics: readonly Diagnostic[]
  readonly checks: readonly Check[]
  /** What was understood, in order of place. */
  readonly statements: readonly Statement[]
  readonly counts: {
    readonly numbers: number
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
      : inferCalendar([balanceSheetRange(document, lexicon) ?? []].flat())
  return { ...data.config.calendar, known: true }
}

function run(
  document: TextDocument,
  reading: Reading,
  given: Omit<CheckInput, 'document' | 'statements' | 'tables' | 'facts'>,
): readonly Check[] {
  const input: CheckInput = { ...given, document, ...reading, facts: indexFacts(reading.statements) }
  return rules.flatMap((rule) => rule(input))
}

const isFailed = ({ verdict, rule }: Check): boolean => verdict === 'failed' && rule !== 'P1'

/** Data of another company prove nothing: the text must name the company that they are of. */
function withOwnData(input: AuditInput): AuditInput {
  const { data, path, text, claims } = input
  if (!data) return input
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  const named = [
    data.config.company,
    data.config.company.replace(/,? (?:inc|ltd|corp|co|plc|ag|llc|s\.?a)\.?$/i, ''),
  ].some((name) => name.length > 3 && plain.includes(name.toLowerCase()))
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
  const read = (distrusted: ReadonlySet<string>): Reading => readStatements(document, context, distrusted)
  const distrusted = distrustedLabels(
    ranges,
    calendar,
    (trial) => run(document, read(trial), given).filter(isFailed).length,
  )
  const reading = read(distrusted)
  const checks = run(document, reading, given)
  const findings = findingsOf(checks)
  return {
    path: input.path,
    statements: reading.statements,
    findings,
    diagnostics: findings.map(diagnosticOf),
    checks,
    counts: countsOf(document, reading, checks, lexicon),
  }
}

function countsOf(
  document: TextDocument,
  { statements, tables }: Reading,
  checks: readonly Check[],
  lexicon: Lexicon,
): TextAudit['counts'] {
  const inText = document.items.map((item) => clausesOf(item, lexicon).length).reduce((sum, count) => sum + count, 0)
  const inTables = tables
    .flatMap(({ grid }) => grid.rows.flatMap((row) => row.map((cell) => cellNumbers(cell, lexicon).length)))
    .reduce((sum, count) => sum + count, 0)
  const bound = new Set(checks.flatMap(({ parts }) => parts.map(({ id }) => id))).size
  return {
    numbers: inText + inTables,
    bound,
    statements: statements.length,
    tables: tables.length,
    checks: checks.length,
  }
}

const diagnosticOf = ({ code, severity, message, arithmetic, hint, place }: TextFinding): Diagnostic => {
  const text = [...arithmetic, hint].filter((part) => part !== '').join('; ')
  return { code, severity, message, place, ...(text === '' ? {} : { hint: text }) }
}
