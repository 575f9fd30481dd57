import type { Period } from '../../model/period.ts'
import { multiply, negate, powerOfTen, type Rational, sign } from '../../model/rational.ts'
import type { NumberToken, TextStatement, TextSubject } from '../text-model.ts'
import { lengthOf, periodComparedWith, periodFrom } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findNumbers } from '../words/number-token.ts'
import { inherit, isEmpty, noSubject, parseSubject, refine } from '../words/text-subject.ts'
import { type DeclaredUnit, parseUnitIn } from '../words/unit-line.ts'
import { periodsOf } from './clause.ts'
import { maskPeriods } from './document-reader.ts'
import { headingSubject } from './heading-subject.ts'
import type { ReadContext, StatementDraft } from './read-context.ts'
import { readGrid, type TableGrid, type TextCell } from './table-grid.ts'
import { comparedColumns, comparisonOfLabel, type HeaderChoice, readColumns, type TextColumn } from './text-columns.ts'
import type { TableBlock } from './text-document.ts'

interface TextRow {
  readonly index: number
  readonly label: string
  readonly line: number
  readonly subject: TextSubject
  /** What its numbers say: the measure itself, or its growth, or its share, when the row is one of the row above. */
  readonly kind: 'value' | 'growth' | 'share'
  readonly isTotal: boolean
  readonly indent: number
}

function rowKind(label: string, { words }: Lexicon): TextRow['kind'] {
  if (words.phrase('growthRow').test(label)) return 'growth'
  return words.phrase('shareRow').test(label) ? 'share' : 'value'
}

function readRows(grid: TableGrid, heading: TextSubject, lexicon: Lexicon): readonly TextRow[] {
  const rows: TextRow[] = []
  let group = heading
  for (const [index, cells] of grid.rows.entries()) {
    const label = cells[0]?.text.replace(/[*†‡]+$/, '') ?? ''
    const kind = rowKind(label, lexicon)
    const own = parseSubject(kind === 'value' ? label : label.replace(lexicon.words.phrase('growthRow'), ' '), lexicon)
    const above = rows.findLast((row) => row.kind === 'value')
    const subject =
      kind !== 'value' && isEmpty(own)
        ? (above?.subject ?? noSubject)
        : inherit(own, own.measure === undefined ? group : { ...heading, measure: undefined })
    const isHeader = cells.length > 0 && cells.slice(1).every(({ text }) => text === '')
    if (isHeader) group = inherit(own, heading)
    rows.push({
      index,
      label,
      line: cells[0]?.line ?? 0,
      subject,
      kind,
      isTotal: lexicon.words.phrase('totalRow').test(label),
      indent: cells[0]?.column ?? 0,
    })
  }
  return withTotals(rows)
}

/** Rows without a measure of their own above "Total revenue" are revenue, too. */
function withTotals(rows: readonly TextRow[]): readonly TextRow[] {
  return rows.map((row, index) => {
    if (row.subject.measure !== undefined || row.isTotal) return row
    const below = rows.slice(index + 1).find((other) => other.subject.measure !== undefined && other.kind === 'value')
    const { measure, sign } = below?.subject ?? noSubject
    return below?.isTotal && additive.has(measure ?? '') ? { ...row, subject: { ...row.subject, measure, sign } } : row
  })
}

const additive = new Set([
  'revenue',
  'cost-of-revenue',
  'cost',
  'orders',
  'backlog',
  'headcount',
  'gross-profit',
  'operating-income',
  'ebitda',
])

export interface TextTable {
  readonly id: number
  readonly line: number
  readonly slide: number
  readonly grid: TableGrid
  readonly columns: readonly TextColumn[]
  readonly rows: readonly TextRow[]
  readonly unit: DeclaredUnit | undefined
}

/** Costs are shown with and without a minus: both mean the same. */
const costs = new Set(['cost', 'cost-of-revenue', 'sga', 'rnd', 'depreciation', 'personnel-cost', 'capex'])
const seldomScaled = new Set(['eps', 'dps', 'shares', 'headcount', 'count', 'ownership'])

/** A cell's number with the unit that the column, the row's label or the slide declares. */
function withUnit(
  number: NumberToken,
  row: TextRow,
  column: TextColumn,
  table: { readonly unit: DeclaredUnit | undefined },
  lexicon: Lexicon,
): NumberToken {
  if (number.unit !== undefined && number.unit.kind !== 'currency') return number
  if (/\(%\)|%\s*$/.test(row.label) || /%\s*$/.test(column.label) || column.kind === 'share' || column.ratesOf)
    return number.unit ? number : { ...number, unit: { kind: 'percent', base: '%' } }
  const declared = parseUnitIn(row.label, lexicon) ?? column.unit ?? table.unit
  const isSingle = seldomScaled.has(row.subject.measure ?? '') || lexicon.words.phrase('perShare').test(row.label)
  if (!declared || number.exponent !== 0 || isSingle) return number
  const factor = powerOfTen(declared.exponent)
  const unit =
    number.unit ??
    (declared.currency === undefined
      ? { kind: 'currency' as const, base: '' }
      : { kind: 'currency' as const, base: declared.currency })
  return { ...number, unit, value: multiply(number.value, factor), ulp: multiply(number.ulp, factor) }
}

const parenthesesAreShares = (block: TableBlock): boolean =>
  block.headings.some(({ text }) => /^\(\s*\)\s*[:=]?\s*%/.test(text))

interface CellInput {
  readonly cell: TextCell
  readonly row: TextRow
  readonly column: TextColumn
  readonly table: TextTable
  readonly context: ReadContext
  readonly shares: boolean
}

/** Numbers of a cell; none for prose. */
export function cellNumbers(cell: TextCell, lexicon: Lexicon): readonly NumberToken[] {
  const words = cell.text.match(/[A-Za-z]{3,}/g)?.length ?? 0
  return words > 3 ? [] : findNumbers(maskPeriods(cell.text, lexicon), lexicon)
}

function kindOf(token: NumberToken, { row, column, shares }: CellInput): TextStatement['kind'] {
  const isPercent = token.unit?.kind === 'percent'
  if (column.ratesOf) return 'growth'
  const isChange = column.kind === 'change' || (row.kind === 'growth' && (isPercent || token.unit === undefined))
  if (isChange) return isPercent || row.kind === 'growth' ? 'growth' : 'difference'
  return isPercent && (column.mixed || column.kind === 'share' || row.kind === 'share' || shares) ? 'share' : 'value'
}

/** The value with the sign that brackets, the row's label ("loss", "used in") and its being a cost give it. */
function signedValue(token: NumberToken, kind: TextStatement['kind'], { row, shares, context }: CellInput): Rational {
  const isNegative = token.sign === 'parentheses' && !(kind === 'share' && shares)
  const shown = isNegative ? negate(token.value) : token.value
  if (kind !== 'value') return shown
  const alternates = context.lexicon.words.phrase('alternatesSign').test(row.label)
  const isLoss = row.subject.sign === -1 && token.unit?.kind !== 'percent' && (sign(shown) >= 0 || alternates)
  const isCost = costs.has(row.subject.measure ?? '') && sign(shown) < 0
  return isLoss || isCost ? negate(shown) : shown
}

function draftOf(number: NumberToken, input: CellInput, all: readonly NumberToken[]): StatementDraft {
  const { cell, row, column, table, context } = input
  const token = withUnit(number, row, column, table, input.context.lexicon)
  const kind = kindOf(token, input)
  const isChange = kind === 'growth' || kind === 'difference'
  const compared = column.kind === 'change' ? comparedColumns(table.columns, column) : undefined
  const span = compared?.now.span ?? periodOf(input)
  const usual = lengthOf(span) === 12 ? 'YoY' : undefined
  const comparison = isChange
    ? (column.comparison ?? comparisonOfLabel(row.label, context.lexicon) ?? usual)
    : undefined
  const isLeftover = column.mixed && all.length > 1 && number === all[0] && token.unit?.kind !== 'percent'
  return {
    kind,
    subject: refine(columnSubject(row, column.ratesOf ?? column, context.lexicon), token.unit, kind),
    period: column.kind === 'change' ? compared?.now.span : span,
    periodText: (compared?.now ?? column).token?.text ?? '',
    periodFrom: span === undefined ? 'none' : column.span || compared ? 'own' : 'heading',
    scenario: (compared?.now ?? column).scenario,
    comparison,
    base: compared?.base.span ?? periodComparedWith(span, comparison, context.calendar),
    number: token,
    value: signedValue(token, kind, input),
    direction: undefined,
    directionText: '',
    ...(kind === 'share' ? { whole: 'revenue' } : {}),
    ...(isLeftover ? { doubtful: true } : {}),
    place: { path: context.path, line: cell.line, column: cell.column + number.start, length: number.text.length },
    slide: table.slide,
    item: -1 - table.id,
    cell: { table: table.id, row: row.index, column: column.index },
  }
}

/** Columns that are no periods narrow the subject: "Europe", "Asia". */
function columnSubject(row: TextRow, column: TextColumn, lexicon: Lexicon): TextSubject {
  if (
    column.kind !== 'value' ||
    column.token ||
    column.label === '' ||
    (!isEmpty(row.subject) &&
      (lexicon.actual.test(column.label) || lexicon.words.phrase('amountLabel').test(column.label)))
  )
    return row.subject
  const own = parseSubject(column.label, lexicon)
  return inherit(
    { ...own, entity: [row.subject.entity, own.entity].filter(Boolean).join(' ').split(' ').sort().join(' ') },
    row.subject,
  )
}

function periodOf({ row, column, context }: CellInput): Period | undefined {
  if (column.span) return column.span
  const token = periodsOf(row.label, context.lexicon)[0]
  return token && periodFrom(token.period, context.calendar)
}

/** A table's structure. */
export function readTable(block: TableBlock, choice: HeaderChoice): TextTable {
  const grid = readGrid(block, choice.lexicon)
  const year = [block.periodHeading?.text ?? '', ...block.headings.map(({ text }) => text)]
    .flatMap((text) => periodsOf(text, choice.lexicon))
    .flatMap(({ period }) => (period.kind === 'fiscal' && period.year !== undefined ? [period.year] : []))[0]
  const unit =
    parseUnitIn(grid.header[0]?.[0]?.text ?? '', choice.lexicon) ??
    block.headings.flatMap(({ text, line }) =>
      (block.lines[0]?.number ?? 0) - line <= 4 ? (parseUnitIn(text, choice.lexicon) ?? []) : [],
    )[0] ??
    block.unit
  const heading = headingSubject(block.headings, choice.lexicon)
  return {
    id: block.id,
    line: block.lines[0]?.number ?? 1,
    slide: block.slide,
    grid,
    columns: readColumns(grid, choice, year),
    rows: readRows(grid, heading, choice.lexicon),
    unit,
  }
}

/** Statements of a table's cells, row by row. */
export function tableStatements(table: TextTable, block: TableBlock, context: ReadContext): readonly StatementDraft[] {
  const shares = parenthesesAreShares(block)
  return table.grid.rows.flatMap((cells, index) => {
    const row = table.rows[index]
    if (!row) return []
    return cells.flatMap((cell, at) => {
      const column = table.columns[at]
      if (!column || column.kind === 'label' || column.kind === 'text') return []
      const numbers = cellNumbers(cell, context.lexicon)
      return numbers.map((number) => draftOf(number, { cell, row, column, table, context, shares }, numbers))
    })
  })
}
