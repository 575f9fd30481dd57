import type { Period } from '../../model/period.ts'
import type { ComparisonWord, PeriodToken, ScenarioKind } from '../text-model.ts'
import { endOf, lengthOf, periodFrom, type ReadCalendar, startOf } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { parseSubject } from '../words/text-subject.ts'
import { type DeclaredUnit, parseUnitIn } from '../words/unit-line.ts'
import { measureKind } from '../words/vocabulary.ts'
import { periodsOf } from './clause.ts'
import type { TableGrid, TextCell } from './table-grid.ts'

export interface TextColumn {
  readonly index: number
  readonly label: string
  readonly kind: 'label' | 'value' | 'change' | 'share' | 'text'
  readonly token: PeriodToken | undefined
  readonly span: Period | undefined
  readonly scenario: ScenarioKind
  readonly comparison: ComparisonWord | undefined
  /** Cells hold a percentage of a whole beside the value ("% of Revenues 4Q08"). */
  readonly mixed: boolean
  readonly unit: DeclaredUnit | undefined
  /** Of a column that is only headed "%" beside amounts: their column, whose change of a year it holds. */
  readonly ratesOf?: TextColumn
  readonly line: number
  readonly column: number
}

const isNumeric = (text: string, { numbers }: Lexicon): boolean => /\d/.test(text) && numbers.wholeCell.test(text)

/** What the label of a column or row compares with; "quarter" and "year" say it as well. */
export function comparisonOfLabel(label: string, { words }: Lexicon): ComparisonWord | undefined {
  const said = words.comparisons.find(({ pattern }) => pattern.test(label))?.name
  return (
    said ??
    (words.phrase('quarterLabel').test(label) ? 'QoQ' : words.phrase('yearLabel').test(label) ? 'YoY' : undefined)
  )
}

/** The date range printed beside a label yields to the label, unless the text's other ranges say the label is wrong. */
export interface HeaderChoice {
  readonly lexicon: Lexicon
  readonly calendar: ReadCalendar
  readonly today: number | undefined
  /** Lines and columns of labels whose range contradicts them; the range counts there. */
  readonly distrusted: ReadonlySet<string>
}

function tokenOf(label: string, cells: readonly TextCell[], choice: HeaderChoice): PeriodToken | undefined {
  const tokens = periodsOf(label, choice.lexicon)
  const first = tokens.find(({ period }) => period.kind === 'fiscal') ?? tokens[0]
  const isDistrusted = cells.some(({ line, column, text }) =>
    [...choice.distrusted].some((key) => key === `${line}:${column + text.indexOf(first?.text ?? '')}`),
  )
  return isDistrusted ? (tokens.find(({ period }) => period.kind === 'months') ?? first) : first
}

interface ColumnHeader {
  readonly label: string
  readonly token: PeriodToken | undefined
  readonly span: Period | undefined
}

interface ColumnBody {
  readonly body: readonly string[]
  readonly lexicon: Lexicon
}

/** An organic change, or one at constant currency, is that of figures which the table does not have: nothing to hold it against. */
function kindOf({ label, token }: ColumnHeader, index: number, { body, lexicon }: ColumnBody): TextColumn['kind'] {
  const { words } = lexicon
  const numeric = body.filter((text) => isNumeric(text, lexicon)).length
  if (index === 0 && numeric * 2 < body.length) return 'label'
  if (numeric === 0 || numeric * 3 < body.length) return 'text'
  const isOfPeriod = token && !words.phrase('versusLabel').test(label) && !words.phrase('changeOfPeriod').test(label)
  if (words.phrase('changeColumn').test(label) && !isOfPeriod)
    return lexicon.qualifiers.anywhere.test(label) ? 'text' : 'change'
  return words.phrase('shareColumn').test(label) && !token && !isOwnRatio(label, lexicon) ? 'share' : 'value'
}

/** "Equity ratio" is a measure of its own, "ratio" beside amounts their share. */
function isOwnRatio(label: string, lexicon: Lexicon): boolean {
  const { measure } = parseSubject(label, lexicon)
  return measureKind(measure) === 'ratio' && measure !== 'ratio' && measure !== 'ownership'
}

function scenarioOf({ label, token, span }: ColumnHeader, { lexicon, today }: HeaderChoice): ScenarioKind {
  if (token?.scenario) return token.scenario
  if (lexicon.words.targets.test(label)) return 'target'
  if (lexicon.actual.test(label)) return 'actual'
  return span && today !== undefined && endOf(span) > today ? 'target' : 'actual'
}

function readColumn(grid: TableGrid, index: number, choice: HeaderChoice, year: number | undefined): TextColumn {
  const cells = grid.header.flatMap((row) => row[index] ?? [])
  const label = cells
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const body = grid.rows.map((row) => row[index]?.text ?? '').filter((text) => text !== '')
  const token = tokenOf(label, cells, choice)
  const header: ColumnHeader = { label, token, span: token && periodFrom(token.period, choice.calendar, year) }
  const kind = kindOf(header, index, { body, lexicon: choice.lexicon })
  return {
    index,
    ...header,
    kind,
    scenario: scenarioOf(header, choice),
    comparison: comparisonOfLabel(label, choice.lexicon),
    mixed:
      kind === 'value' && choice.lexicon.words.phrase('shareColumn').test(label) && !isOwnRatio(label, choice.lexicon),
    unit: parseUnitIn(label, choice.lexicon),
    line: cells[0]?.line ?? grid.rows[0]?.[0]?.line ?? 1,
    column: cells[0]?.column ?? 1,
  }
}

const isBefore = (a: Period, b: Period): boolean => endOf(a) < endOf(b)

/** The two value columns that a change column compares, as far as their periods show. */
export function comparedColumns(
  columns: readonly TextColumn[],
  change: TextColumn,
): { readonly now: TextColumn; readonly base: TextColumn } | undefined {
  const values = columns.filter(({ kind, span }) => kind === 'value' && span !== undefined)
  const pairs = values.flatMap((now) =>
    values
      .filter(
        (base) =>
          now.span &&
          base.span &&
          base !== now &&
          lengthOf(base.span) === lengthOf(now.span) &&
          isBefore(base.span, now.span),
      )
      .map((base) => ({ now, base })),
  )
  const months = change.comparison === 'QoQ' ? 3 : change.comparison === 'YoY' ? 12 : undefined
  const fitting = pairs.filter(
    ({ now, base }) =>
      months === undefined || (now.span && base.span && startOf(now.span) - startOf(base.span) === months),
  )
  const distance = ({ now, base }: { now: TextColumn; base: TextColumn }): number =>
    Math.abs(change.index - Math.max(now.index, base.index)) +
    Math.abs(now.index - base.index) +
    (Math.max(now.index, base.index) > change.index ? 20 : 0)
  return [...fitting].sort((a, b) => distance(a) - distance(b))[0]
}

/** What each column holds. A column without a header beside a change column is a change, too. */
export function readColumns(grid: TableGrid, choice: HeaderChoice, year: number | undefined): readonly TextColumn[] {
  const width = Math.max(0, ...grid.rows.map((row) => row.length), ...grid.header.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => readColumn(grid, index, choice, year))
  return columns.map((column, index) => {
    const before = columns[index - 1]
    const isRate = column.kind === 'value' && /^\(?%\)?$/.test(column.label) && before?.kind === 'value'
    if (isRate && before.unit && !before.token) return { ...column, ratesOf: before }
    return column.label === '' && column.kind === 'value' && before?.kind === 'change'
      ? { ...column, kind: 'change', comparison: before.comparison }
      : column
  })
}
