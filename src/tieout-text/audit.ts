import { civilDate, monthNumber, parseIsoDate } from '../format/civil.ts'
import type { DeckData } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FactBook } from '../model/fact-book.ts'
import type { CheckInput, CheckRule } from './check-input.ts'
import { breakdowns } from './checks/breakdown.ts'
import { changes, inlineChanges } from './checks/changes.ts'
import { dataTies } from './checks/data.ts'
import { duplicates, missingPeriods } from './checks/duplicates.ts'
import { births, ownership } from './checks/entities.ts'
import { cashRoll, declared } from './checks/identities.ts'
import { pairs } from './checks/pairs.ts'
import { definitions, events, futureResults, labelledRanges as rangeCheck } from './checks/periods.ts'
import { impliedShares, margins, perShare, pointChanges, shareColumns, shares } from './checks/ratios.ts'
import { cellStyle, changeColumns, totalRows } from './checks/tables.ts'
import { timeSums, yearAgainstParts } from './checks/time.ts'
import { missingCurrency, missingScale, providedBy } from './checks/units.ts'
import { comparisons, fromTo, points, signs, verbs } from './checks/words.ts'
import { clausesOf } from './clause.ts'
import { readDocument, type TextDocument } from './document.ts'
import { factKey, indexFacts } from './facts.ts'
import { findingsOf } from './findings.ts'
import { impliedCalendar, inferCalendar, type LabelledRange, type TextCalendar } from './fiscal-calendar.ts'
import type { Check, Statement, TextFinding } from './model.ts'
import { balanceSheetRange, labelledRanges, presentationDay } from './ranges.ts'
import { type Draft, itemStatements, type ReadContext } from './statements.ts'
import { cellNumbers, readTable, type TextTable, tableStatements } from './table-statements.ts'

export interface AuditInput {
  readonly path: string
  readonly text: string
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

const rules: readonly CheckRule[] = [
  duplicates,
  missingPeriods,
  changes,
  inlineChanges,
  pairs,
  verbs,
  signs,
  fromTo,
  points,
  comparisons,
  timeSums,
  yearAgainstParts,
  shares,
  shareColumns,
  margins,
  perShare,
  impliedShares,
  pointChanges,
  declared,
  cashRoll,
  changeColumns,
  totalRows,
  cellStyle,
  breakdowns,
  missingScale,
  missingCurrency,
  providedBy,
  rangeCheck,
  events,
  futureResults,
  definitions,
  ownership,
  births,
  dataTies,
]

interface Reading {
  readonly statements: readonly Statement[]
  readonly tables: readonly TextTable[]
}

function readStatements(document: TextDocument, context: ReadContext, distrusted: ReadonlySet<string>): Reading {
  const choice = { calendar: context.calendar, today: context.today, distrusted }
  const tables = document.tables.map((block) => readTable(block, choice))
  const drafts = [
    ...document.items.flatMap((item) => itemStatements(item, context)),
    ...document.tables.flatMap((block, index) => {
      const table = tables[index]
      return table ? tableStatements(table, block, context) : []
    }),
  ]
  const sorted = drafts.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  return { tables, statements: withDoubts(withTablePeriods(sorted, tables).map((draft, id) => ({ ...draft, id }))) }
}

/** Notes beside a slide's table, without a period of their own, speak of its first value column. */
function withTablePeriods(drafts: readonly Draft[], tables: readonly TextTable[]): readonly Draft[] {
  return drafts.map((draft) => {
    if (draft.period || draft.cell || draft.isBase) return draft
    const beside = tables.filter(
      ({ slide, columns }) => slide === draft.slide && columns.some(({ kind, span }) => kind === 'value' && span),
    )
    const nearest = beside.findLast(({ line }) => line < draft.place.line) ?? beside[0]
    const first = nearest?.columns.find(({ kind, span }) => kind === 'value' && span)
    const other = nearest?.columns.filter(({ kind, span }) => kind === 'value' && span?.months === 0)[1]
    const isChange = (draft.kind === 'growth' || draft.kind === 'difference') && !draft.base && !draft.comparison
    const base = isChange && first?.span?.months === 0 && other?.span ? { base: other.span } : {}
    return first?.span && Math.abs((nearest?.line ?? 0) - draft.place.line) <= 60
      ? { ...draft, period: first.span, ...base, periodFrom: 'heading' as const }
      : draft
  })
}

/** A second change of the same kind in one line belongs to a period that the line does not name. */
function withDoubts(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement, index) => {
    if (statement.kind !== 'growth' || statement.cell || !statement.direction) return statement
    const key = factKey(statement)
    const twice =
      key !== undefined &&
      statements
        .slice(Math.max(0, index - 6), index)
        .some(
          (other) =>
            other.item === statement.item && factKey(other) === key && other.number.text !== statement.number.text,
        )
    return twice ? { ...statement, doubtful: true } : statement
  })
}

/** A label beside dates that contradict it: whichever of the two makes fewer contradictions is read. */
function distrustedLabels(
  pairsFound: readonly LabelledRange[],
  calendar: TextCalendar,
  read: (distrusted: ReadonlySet<string>) => number,
): ReadonlySet<string> {
  const wrong = pairsFound.filter((pair) => {
    const implied = impliedCalendar(pair)
    return (
      calendar.known && implied && (implied.startMonth !== calendar.startMonth || implied.offset !== calendar.offset)
    )
  })
  let distrusted: ReadonlySet<string> = new Set()
  for (const pair of wrong.slice(0, 6)) {
    const trial = new Set([...distrusted, `${pair.line}:${pair.column}`])
    if (read(trial) < read(distrusted)) distrusted = trial
  }
  return distrusted
}

function calendarOf(input: AuditInput, document: TextDocument, ranges: readonly LabelledRange[]): TextCalendar {
  const { data } = input
  if (!data)
    return ranges.length > 0 ? inferCalendar(ranges) : inferCalendar([balanceSheetRange(document) ?? []].flat())
  const { startMonth, yearNamedBy } = data.config.calendar
  return { startMonth, offset: yearNamedBy === 'start' || startMonth === 1 ? 0 : 1, known: true }
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
  const { data, path, text } = input
  if (!data) return input
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  const named = [
    data.config.company,
    data.config.company.replace(/,? (?:inc|ltd|corp|co|plc|ag|llc|s\.?a)\.?$/i, ''),
  ].some((name) => name.length > 3 && plain.includes(name.toLowerCase()))
  return named ? input : { path, text }
}

function dayOf(input: AuditInput, document: TextDocument): number | undefined {
  return presentationDay(document) ?? (input.deckDate === undefined ? undefined : parseIsoDate(input.deckDate))
}

/** Reads a presentation written elsewhere and reports what in it contradicts itself, or the data. */
export function auditText(asked: AuditInput): TextAudit {
  const input = withOwnData(asked)
  const document = readDocument(input.text)
  const day = dayOf(input, document)
  const date = day === undefined ? undefined : civilDate(day)
  const today = date && monthNumber(date.year, date.month) + 1
  const ranges = labelledRanges(document)
  const calendar = calendarOf(input, document, ranges)
  const context: ReadContext = { path: input.path, calendar, today, document }
  const given = { path: input.path, calendar, ranges, today, day, data: input.data, book: input.facts }
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
    counts: countsOf(document, reading, checks),
  }
}

function countsOf(
  document: TextDocument,
  { statements, tables }: Reading,
  checks: readonly Check[],
): TextAudit['counts'] {
  const inText = document.items.map((item) => clausesOf(item).length).reduce((sum, count) => sum + count, 0)
  const inTables = tables
    .flatMap(({ grid }) => grid.rows.flatMap((row) => row.map((cell) => cellNumbers(cell).length)))
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
