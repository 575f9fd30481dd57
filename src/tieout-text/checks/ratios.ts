import { compare, rational, zero } from '../../model/rational.ts'
import { difference, type Interval, meets, product, ratio, scale } from '../../tieout/interval.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { factKey, unitClass } from '../facts.ts'
import { fractionOf, rangeOf } from '../interval-of.ts'
import type { Check, Span, Statement, Subject } from '../model.ts'
import { lineOf, nameOf, printed } from '../wording.ts'
import { rangeText, severityOf } from './changes.ts'

const hundred = rational(100n)

/** Ratios of the vocabulary: part and whole. */
const definitions: Readonly<Record<string, readonly [string, string]>> = {
  'operating-margin': ['operating-income', 'revenue'],
  'gross-margin-ratio': ['gross-profit', 'revenue'],
  'ebitda-margin': ['ebitda', 'revenue'],
  'net-margin': ['net-income', 'revenue'],
  'equity-ratio': ['equity', 'total-assets'],
  'effective-tax-rate': ['income-tax', 'pretax-income'],
  'payout-ratio': ['dps', 'eps'],
}

const named = (measure: string, entity: string): Subject => ({ text: measure, measure, entity, sign: 1 })

interface Pair {
  readonly part: Statement
  readonly whole: Statement
}

function checkRatio(
  printedRatio: Statement,
  { part, whole }: Pair,
  input: CheckInput,
  isShown: boolean,
): Check | undefined {
  const raw = ratio(rangeOf(part), rangeOf(whole))
  const possible = raw && scale(raw, hundred)
  const cut = ratio(rangeOf(part, 'truncate'), rangeOf(whole, 'truncate'))
  if (!possible || compare(rangeOf(whole).low, zero) <= 0) return undefined
  const arithmetic = `${printed(part)} / ${printed(whole)} = ${rangeText(possible)}%, printed ${printed(printedRatio)} on ${lineOf(printedRatio)} (${[...new Set([lineOf(part), lineOf(whole)])].join(', ')})`
  const verdict = { rule: 'C6', code: 'text-ratio', parts: [printedRatio, part, whole] as const, arithmetic }
  if (meets(rangeOf(printedRatio), possible) || (cut && meets(rangeOf(printedRatio, 'truncate'), scale(cut, hundred))))
    return ticked(verdict)
  const wanted = new Map<number, Interval>([
    [part.id, product(rangeOf(whole), fractionOf(printedRatio))],
    [printedRatio.id, possible],
  ])
  const far =
    compare(possible.low, scale(rangeOf(printedRatio), rational(3n)).high) > 0 ||
    compare(scale(possible, rational(3n)).high, rangeOf(printedRatio).low) < 0
  if (far && !isShown) return undefined
  return failed({
    ...verdict,
    severity: severityOf([printedRatio, part, whole]),
    wanted,
    message: `invalid ratio: "${printed(printedRatio)}" for ${nameOf(printedRatio, input.calendar)}; ${printed(part)} of ${printed(whole)} is ${rangeText(possible)}%`,
    hint: '',
  })
}

const currencies = (input: CheckInput): readonly string[] =>
  [...new Set(input.facts.levels.map(unitClass))].filter(
    (unit) => unit !== 'percent' && unit !== 'points' && unit !== 'count',
  )

/** The value in the same row and column comes before the same figure elsewhere. */
function partOf(statement: Statement, unit: string, input: CheckInput): Statement | undefined {
  const { cell } = statement
  const beside =
    cell &&
    input.statements.find(
      (other) =>
        other.cell?.table === cell.table &&
        other.cell.row === cell.row &&
        other.cell.column === cell.column &&
        other.kind === 'value',
    )
  return beside ?? input.facts.level(statement.subject, statement.period, statement.scenario, unit)
}

function wholeOf(statement: Statement, measure: string, unit: string, input: CheckInput): Statement | undefined {
  const { cell, period } = statement
  const inTable =
    cell &&
    input.statements.find(
      (other) =>
        other.cell?.table === cell.table &&
        other.cell.column === cell.column &&
        other.kind === 'value' &&
        other.subject.measure === measure &&
        other.subject.entity === '',
    )
  return inTable ?? input.facts.level(named(measure, ''), period, statement.scenario, unit)
}

/** C6: "% of revenues" beside a value, and shares in sentences. */
export const shares: CheckRule = (input) =>
  input.statements.flatMap((statement) => {
    const { whole } = statement
    const alone =
      statement.cell &&
      !input.statements.some(
        (other) =>
          other.kind === 'value' &&
          other.cell?.table === statement.cell?.table &&
          other.cell?.row === statement.cell?.row &&
          other.cell?.column === statement.cell?.column,
      )
    if (statement.kind !== 'share' || alone || whole === undefined || statement.number.hedge !== undefined) return []
    return currencies(input).flatMap((unit) => {
      const part = partOf(statement, unit, input)
      const total = wholeOf(statement, whole, unit, input)
      return part && total && part !== total
        ? (checkRatio(statement, { part, whole: total }, input, statement.cell !== undefined) ?? [])
        : []
    })
  })

/** One statement a fact and printed text; hedged and doubtful ones state nothing exact. */
function distinct(statements: readonly Statement[]): readonly Statement[] {
  const usable = statements.filter(
    ({ kind, number, doubtful }) => kind === 'value' && number.hedge === undefined && !doubtful,
  )
  return usable.filter(
    (statement, index) =>
      !usable
        .slice(0, index)
        .some((other) => other.number.text === statement.number.text && factKey(other) === factKey(statement)),
  )
}

/** C6: margins and other ratios of the vocabulary against the levels they are made of. */
export const margins: CheckRule = (input) =>
  distinct(input.statements).flatMap((statement) => {
    const definition = definitions[statement.subject.measure ?? '']
    if (!definition || statement.number.unit?.kind !== 'percent' || !statement.period) return []
    const units = definition[0] === 'dps' ? [...currencies(input)] : currencies(input)
    return units.flatMap((unit) => {
      const [part, whole] = definition.map((measure) =>
        input.facts.level(named(measure, statement.subject.entity), statement.period, statement.scenario, unit),
      )
      return part && whole ? (checkRatio(statement, { part, whole }, input, false) ?? []) : []
    })
  })

/** C5/C6: points between two printed ratios are checked with the changes; here EPS × shares against net income. */
export const perShare: CheckRule = ({ facts, calendar }) =>
  facts.levels.flatMap((eps) => {
    if (eps.subject.measure !== 'eps' || !eps.period) return []
    const income = facts.level(named('net-income', ''), eps.period, eps.scenario, unitClass(eps))
    const count = facts.levels.find(
      ({ subject, period }) =>
        subject.measure === 'shares' &&
        period !== undefined &&
        eps.period !== undefined &&
        period.start + period.months === eps.period.start + eps.period.months,
    )
    if (!income || !count) return []
    const possible = ratio(rangeOf(income), rangeOf(count))
    if (!possible) return []
    const wide = { low: scale(possible, rational(97n, 100n)).low, high: scale(possible, rational(103n, 100n)).high }
    const verdict = {
      rule: 'F6',
      code: 'text-per-share',
      parts: [eps, income, count] as const,
      arithmetic: `${printed(income)} / ${printed(count)} shares, printed ${printed(eps)} (${lineOf(income)}, ${lineOf(count)})`,
    }
    if (meets(wide, rangeOf(eps))) return [ticked(verdict)]
    return [
      failed({
        ...verdict,
        severity: 'warning',
        message: `invalid figure per share: "${printed(eps)}" for ${nameOf(eps, calendar)} times the shares is not net income "${printed(income)}"`,
        hint: 'Average and outstanding shares differ by little: more than 3% needs an explanation.',
      }),
    ]
  })

/** F6: the shares that net income and EPS of several periods imply must be about the same number. */
export const impliedShares: CheckRule = ({ facts, calendar }) => {
  const implied = facts.levels.flatMap((eps) => {
    const income =
      eps.subject.measure === 'eps' && eps.period
        ? facts.level(named('net-income', ''), eps.period, eps.scenario, unitClass(eps))
        : undefined
    const range = income && ratio(rangeOf(income), rangeOf(eps))
    return income && range && compare(range.low, zero) > 0 ? [{ eps, income, range }] : []
  })
  const first = implied[0]
  if (!first) return []
  return implied.slice(1).map(({ eps, income, range }) => {
    const wide = { low: scale(range, rational(93n, 100n)).low, high: scale(range, rational(107n, 100n)).high }
    const verdict = {
      rule: 'F6',
      code: 'text-per-share',
      parts: [eps, income, first.eps, first.income] as const,
      arithmetic: `${printed(income)} / ${printed(eps)} against ${printed(first.income)} / ${printed(first.eps)} (${lineOf(first.eps)})`,
    }
    if (meets(wide, first.range)) return ticked(verdict)
    return failed({
      ...verdict,
      severity: 'warning',
      message: `ambiguous figure per share: ${nameOf(eps, calendar)} "${printed(eps)}" and net income "${printed(income)}" imply another number of shares than ${nameOf(first.eps, calendar)} "${printed(first.eps)}" with "${printed(first.income)}"`,
      hint: 'Without an issue, a split or a buy-back of that size, one of the four figures is wrong.',
    })
  })
}

/** C5: points between two printed ratios. */
export const pointChanges: CheckRule = (input) =>
  input.statements.flatMap((statement) => {
    const { period, base } = statement
    if (
      statement.kind !== 'difference' ||
      statement.number.unit?.kind !== 'points' ||
      !period ||
      !base ||
      statement.doubtful
    )
      return []
    const [now, before] = [
      ratioAt(statement, period, statement.scenario, input),
      ratioAt(statement, base, 'actual', input),
    ]
    if (!now || !before) return []
    const [first, ...rest] = [...now.parts, ...before.parts]
    const arithmetic = `${now.text} − ${before.text}, printed ${printed(statement)} on ${lineOf(statement)} (${[...new Set([...now.parts, ...before.parts].map(lineOf))].join(', ')})`
    const verdict = {
      rule: 'C5',
      code: 'text-points',
      parts: [statement, ...(first ? [first, ...rest] : [])] as const,
      arithmetic,
    }
    if (meets(difference(now.range, before.range), rangeOf(statement))) return [ticked(verdict)]
    return [
      failed({
        ...verdict,
        severity: severityOf(verdict.parts),
        message: `invalid change: "${printed(statement)}" for ${nameOf(statement, input.calendar)}; ${now.text} after ${before.text}`,
        hint: '',
      }),
    ]
  })

interface RatioAt {
  readonly range: Interval
  readonly text: string
  readonly parts: readonly Statement[]
}

/** A ratio at a period: as printed, or computed from the levels that it is made of. */
function ratioAt(
  { subject }: Statement,
  period: Span,
  scenario: Statement['scenario'],
  input: CheckInput,
): RatioAt | undefined {
  const level = input.facts.level(subject, period, scenario, 'percent')
  if (level) return { range: rangeOf(level), text: printed(level), parts: [level] }
  const definition = definitions[subject.measure ?? '']
  for (const unit of definition ? currencies(input) : []) {
    const [part, whole] = (definition ?? []).map((measure) =>
      input.facts.level(named(measure, subject.entity), period, scenario, unit),
    )
    const computed = part && whole && ratio(rangeOf(part), rangeOf(whole))
    if (!computed) continue
    const range = scale(computed, hundred)
    return { range, text: `${printed(part)} / ${printed(whole)} = ${rangeText(range)}%`, parts: [part, whole] }
  }
  return undefined
}

/** C6: a column of shares against the value column and the total that most of its rows fit. */
export const shareColumns: CheckRule = (input) =>
  input.tables.flatMap((table) => {
    const cell = (row: number, column: number, kind: Statement['kind']): Statement | undefined =>
      input.statements.find(
        (other) =>
          other.cell?.table === table.id &&
          other.cell.row === row &&
          other.cell.column === column &&
          other.kind === kind &&
          !other.doubtful,
      )
    const values = table.columns.filter(({ kind }) => kind === 'value').map(({ index }) => index)
    const wholes = table.rows
      .filter(({ isTotal, subject }) => isTotal || (subject.measure === 'revenue' && subject.entity === ''))
      .map(({ index }) => index)
    return table.columns
      .filter(({ kind }) => kind === 'share')
      .flatMap((column) => {
        const options = values.flatMap((value) =>
          wholes.map((row) =>
            table.rows.flatMap(({ index }) => {
              const [shown, part, whole] = [
                cell(index, column.index, 'share'),
                cell(index, value, 'value'),
                cell(row, value, 'value'),
              ]
              return shown && part && whole && unitClass(part) === unitClass(whole)
                ? (checkRatio(shown, { part, whole }, input, true) ?? [])
                : []
            }),
          ),
        )
        const passed = (checks: readonly Check[]): number => checks.filter(({ verdict }) => verdict === 'ticked').length
        const best = [...options].sort((a, b) => passed(b) - passed(a))[0]
        return best && passed(best) * 2 > best.length ? best : []
      })
  })
