import { statedFactKey } from '../stated-facts.ts'
import type { TextStatement, WrittenPeriod } from '../text-model.ts'
import {
  datesFitLabel,
  endOf,
  type LabelledRange,
  lengthOf,
  periodComparedWith,
  periodFrom,
  type ReadCalendar,
} from '../words/fiscal-calendar.ts'
import { findPeriods } from '../words/period-token.ts'
import { itemStatements } from './item-statements.ts'
import type { ReadContext, StatementDraft } from './read-context.ts'
import { readTable, type TextTable, tableStatements } from './table-statements.ts'
import type { TextColumn } from './text-columns.ts'
import type { TextDocument } from './text-document.ts'

export interface TextReading {
  readonly statements: readonly TextStatement[]
  readonly tables: readonly TextTable[]
}

export function readStatements(
  document: TextDocument,
  context: ReadContext,
  distrusted: ReadonlySet<string>,
): TextReading {
  const choice = {
    lexicon: context.lexicon,
    calendar: context.calendar,
    today: context.calendar.known ? context.today : undefined,
    distrusted,
  }
  const tables = document.tables.map((block) => readTable(block, choice))
  const drafts = [
    ...document.items.flatMap((item) => itemStatements(item, context)),
    ...document.tables.flatMap((block, index) => {
      const table = tables[index]
      return table ? tableStatements(table, block, context) : []
    }),
  ]
  const sorted = drafts.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
  return {
    tables,
    statements: withDoubts(
      withCoverPeriod(withTablePeriods(sorted, tables, context), document, context).map((draft, id) => ({
        ...draft,
        ...(draft.kind === 'value' && context.lexicon.words.subjects.owed.test(draft.subject.text) && { owed: true }),
        id,
      })),
    ),
  }
}

/** A labelled period, or dates of a quarter or more: "for the year ended March 31, 2025". */
const isReported = (period: WrittenPeriod): boolean =>
  period.kind === 'fiscal' ? !period.bare : period.kind === 'months' && period.months >= 3

/** The one period that the cover names is that of statements without any: "Q3 FY24 results". */
function withCoverPeriod(
  drafts: readonly StatementDraft[],
  { headings, lines }: TextDocument,
  { calendar, today, lexicon }: ReadContext,
): readonly StatementDraft[] {
  const cover = headings.filter(({ slide }) => slide === (headings[0]?.slide ?? 1)).slice(0, 4)
  const top = lines.filter(({ kind }) => kind !== 'blank').slice(0, 2)
  const spans = [...cover, ...top.filter(({ kind }) => kind === 'text')]
    .flatMap(({ text }) => findPeriods(text, lexicon))
    .flatMap(({ period }) => (isReported(period) ? (periodFrom(period, calendar) ?? []) : []))
  const [span] = spans
  if (
    !span ||
    spans.some((other) => other.label !== span.label) ||
    (today !== undefined && calendar.known && endOf(span) > today)
  )
    return drafts
  return drafts.map((draft) => {
    if (draft.period || draft.periodText !== '' || draft.cell || draft.isBase || draft.scenario === 'target')
      return draft
    return {
      ...draft,
      period: span,
      periodFrom: 'heading' as const,
      base: draft.base ?? periodComparedWith(span, draft.comparison, calendar),
    }
  })
}

/** The value columns of actual periods, the newest first; of periods with the same end, in the order of the table. */
function newestFirst(table: TextTable | undefined): readonly TextColumn[] {
  const columns =
    table?.columns.filter(
      ({ kind, span, scenario }) => kind === 'value' && span !== undefined && scenario === 'actual',
    ) ?? []
  const end = ({ span }: TextColumn): number => (span ? endOf(span) : 0)
  return [...columns].sort((a, b) => end(b) - end(a))
}

/** Notes beside a slide's table, without a period of their own, are about its first value column. */
function withTablePeriods(
  drafts: readonly StatementDraft[],
  tables: readonly TextTable[],
  { calendar }: ReadContext,
): readonly StatementDraft[] {
  return drafts.map((draft) => {
    if (draft.period || draft.cell || draft.isBase) return draft
    const beside = tables.filter(
      ({ slide, columns }) => slide === draft.slide && columns.some(({ kind, span }) => kind === 'value' && span),
    )
    const nearest = beside.findLast(({ line }) => line < draft.place.line) ?? beside[0]
    const [first, other] = newestFirst(nearest)
    const isChange = (draft.kind === 'growth' || draft.kind === 'difference') && !draft.base && !draft.comparison
    const base =
      isChange && first?.span?.kind === 'instant' && other?.span?.kind === 'instant'
        ? { base: other.span }
        : isChange && lengthOf(first?.span) >= 6
          ? { comparison: 'YoY' as const, base: periodComparedWith(first?.span, 'YoY', calendar) }
          : {}
    return first?.span && Math.abs((nearest?.line ?? 0) - draft.place.line) <= 60
      ? { ...draft, period: first.span, ...base, periodFrom: 'heading' as const }
      : draft
  })
}

/** A second change of the same kind in one line belongs to a period that the line does not name. */
function withDoubts(statements: readonly TextStatement[]): readonly TextStatement[] {
  return statements.map((statement, index) => {
    if (statement.kind !== 'growth' || statement.cell || !statement.direction) return statement
    const key = statedFactKey(statement)
    const twice =
      key !== undefined &&
      statements
        .slice(Math.max(0, index - 6), index)
        .some(
          (other) =>
            other.item === statement.item &&
            statedFactKey(other) === key &&
            other.number.text !== statement.number.text,
        )
    return twice ? { ...statement, doubtful: true } : statement
  })
}

/** A label beside dates that contradict it: whichever of the two makes fewer contradictions is read. */
export function distrustedLabels(
  pairsFound: readonly LabelledRange[],
  calendar: ReadCalendar,
  read: (distrusted: ReadonlySet<string>) => number,
): ReadonlySet<string> {
  const wrong = pairsFound.filter((pair) => calendar.known && datesFitLabel(calendar, pair) === false)
  let distrusted: ReadonlySet<string> = new Set()
  for (const pair of wrong.slice(0, 6)) {
    const trial = new Set([...distrusted, `${pair.line}:${pair.column}`])
    if (read(trial) < read(distrusted)) distrusted = trial
  }
  return distrusted
}
