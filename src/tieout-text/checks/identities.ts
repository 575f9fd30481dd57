import { add, compare, magnitude, rational, sign, subtract, zero } from '../../model/rational.ts'
import { difference, type Interval, meets, opposite, sum } from '../../tieout/interval.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { unitClass } from '../facts.ts'
import { rangeOf } from '../interval-of.ts'
import type { Check, Statement, Subject } from '../model.ts'
import { inScaleOf, lineOf, nameOf, printed } from '../wording.ts'
import { severityOf } from './changes.ts'
import { plusRounding } from './sums.ts'

/** result = first ± the others. */
interface Identity {
  readonly result: string
  readonly terms: readonly { readonly measure: string; readonly weight: 1 | -1 }[]
  /** Measures that must be absent for it to hold. */
  readonly unless: readonly string[]
  readonly severity: 'error' | 'warning'
}

const term = (measure: string, weight: 1 | -1): { measure: string; weight: 1 | -1 } => ({ measure, weight })

const identities: readonly Identity[] = [
  { result: 'gross-profit', terms: [term('revenue', 1), term('cost-of-revenue', -1)], unless: [], severity: 'error' },
  {
    result: 'operating-income',
    terms: [term('gross-profit', 1), term('sga', -1)],
    unless: ['rnd', 'depreciation', 'personnel-cost'],
    severity: 'error',
  },
  {
    result: 'operating-income',
    terms: [term('gross-profit', 1), term('sga', -1), term('rnd', -1)],
    unless: ['depreciation', 'personnel-cost'],
    severity: 'warning',
  },
  {
    result: 'net-income',
    terms: [term('pretax-income', 1), term('income-tax', -1)],
    unless: ['minority-interest', 'equity-method', 'deferred-tax'],
    severity: 'error',
  },
  {
    result: 'total-assets',
    terms: [term('total-liabilities', 1), term('equity', 1)],
    unless: ['minority-interest'],
    severity: 'error',
  },
  { result: 'net-debt', terms: [term('total-debt', 1), term('cash', -1)], unless: [], severity: 'warning' },
  { result: 'ebitda', terms: [term('operating-income', 1), term('depreciation', 1)], unless: [], severity: 'warning' },
]

const named = (measure: string, like: Subject): Subject => ({ text: measure, measure, entity: like.entity, sign: 1 })

function findTerm(measure: string, result: Statement, input: CheckInput): Statement | undefined {
  const { cell } = result
  const inTable =
    cell &&
    input.statements.find(
      (other) =>
        other.cell?.table === cell.table &&
        other.cell.column === cell.column &&
        other.kind === 'value' &&
        other.subject.measure === measure &&
        other.subject.entity === result.subject.entity &&
        unitClass(other) === unitClass(result),
    )
  return (
    inTable ??
    (cell
      ? undefined
      : input.facts.level(named(measure, result.subject), result.period, result.scenario, unitClass(result)))
  )
}

const weighted = (interval: Interval, weight: 1 | -1): Interval => (weight === 1 ? interval : opposite(interval))

function checkIdentity(identity: Identity, result: Statement, input: CheckInput): Check | undefined {
  const terms = identity.terms.map(({ measure, weight }) => ({ weight, statement: findTerm(measure, result, input) }))
  const parts = terms.flatMap(({ statement }) => statement ?? [])
  if (parts.length !== terms.length || identity.unless.some((measure) => findTerm(measure, result, input)))
    return undefined
  const range = terms.map(({ statement, weight }) => weighted(rangeOf(statement ?? result), weight)).reduce(sum)
  const exact = terms
    .map(({ statement, weight }) =>
      statement ? (weight === 1 ? statement.value : subtract(zero, statement.value)) : zero,
    )
    .reduce(add, zero)
  const text = terms
    .map(
      ({ statement, weight }, index) =>
        `${index === 0 ? '' : weight === 1 ? ' + ' : ' − '}${statement ? printed(statement) : ''}`,
    )
    .join('')
  const arithmetic = `${text} = ${inScaleOf(exact, result)}, printed ${printed(result)} (${[...new Set([...parts, result].map(lineOf))].join(', ')})`
  const verdict = { rule: 'F6', code: 'text-identity', parts: [result, ...parts] as const, arithmetic }
  if (meets(plusRounding(range, parts), rangeOf(result)) || meets(range, plusRounding(rangeOf(result), [result])))
    return ticked(verdict)
  const wanted = new Map<number, Interval>([[result.id, range]])
  for (const { statement, weight } of terms) {
    if (!statement) continue
    const rest = terms
      .filter((other) => other.statement !== statement)
      .map((other) => weighted(rangeOf(other.statement ?? result), other.weight))
      .reduce<Interval>(sum, { low: zero, high: zero })
    wanted.set(statement.id, weighted(difference(rangeOf(result), rest), weight))
  }
  const sure =
    severityOf([result, ...parts]) === 'error' && (result.cell !== undefined || identity.severity === 'error')
  const far = compare(magnitude(subtract(exact, result.value)), magnitude(result.value)) > 0 && !result.cell
  if (far) return undefined
  return failed({
    ...verdict,
    severity: sure ? identity.severity : 'warning',
    wanted,
    message: `invalid sum: ${nameOf(result, input.calendar)} is "${printed(result)}", but ${arithmetic.split(', printed')[0]}`,
    hint: '',
  })
}

/** F6: revenue − cost = gross profit and its like, in each column of a table and between sentences. */
export const declared: CheckRule = (input) => {
  const inTables = input.statements.filter(({ kind, cell }) => kind === 'value' && cell !== undefined)
  const elsewhere = input.facts.levels.filter(({ cell }) => cell === undefined)
  return [...inTables, ...elsewhere].flatMap((result) =>
    identities
      .filter(({ result: measure }) => measure === result.subject.measure)
      .flatMap((identity) => checkIdentity(identity, result, input) ?? []),
  )
}

const slack = rational(1n, 20n)

/** F5: operating + investing + financing cash flow is the change in cash, but for exchange rates. */
export const cashRoll: CheckRule = (input) => {
  const { facts } = input
  return facts.levels.flatMap((operating) => {
    const { period, scenario } = operating
    if (operating.subject.measure !== 'cash-operating' || !period || period.months === 0) return []
    const of = (measure: string, span = period): Statement | undefined =>
      facts.level(named(measure, { ...operating.subject, entity: '' }), span, scenario, unitClass(operating))
    const flows = [operating, of('cash-investing'), of('cash-financing')].filter((flow) => flow !== undefined)
    const closing = of('cash')
    const opening = of('cash', { start: period.start, months: 0 })
    const change = of('cash-change')
    if (flows.length !== 3 || (!change && !(closing && opening))) return []
    return [checkRoll(flows, { change, opening, closing, exchange: of('cash-exchange') }, input)]
  })
}

interface Balance {
  readonly change: Statement | undefined
  readonly opening: Statement | undefined
  readonly closing: Statement | undefined
  readonly exchange: Statement | undefined
}

function checkRoll(
  flows: readonly Statement[],
  { change, opening, closing, exchange }: Balance,
  input: CheckInput,
): Check {
  const first = flows[0] ?? change ?? opening
  if (!first) throw new RangeError('a roll-forward needs flows')
  const moved = change ? change.value : subtract(closing?.value ?? zero, opening?.value ?? zero)
  const total = [...flows, ...(exchange ? [exchange] : [])].map(({ value }) => value).reduce(add, zero)
  const gap = magnitude(subtract(total, moved))
  const size = flows.map(({ value }) => magnitude(value)).reduce(add, zero)
  const allowed =
    exchange || change ? multiplyUlp(flows) : add({ n: size.n * slack.n, d: size.d * slack.d }, multiplyUlp(flows))
  const movedText = change
    ? printed(change)
    : `${closing ? printed(closing) : ''} − ${opening ? printed(opening) : ''} = ${inScaleOf(moved, first)}`
  const arithmetic = `${flows.map(printed).join(' + ')} = ${inScaleOf(total, first)}; change in cash ${movedText} (${[...new Set([...flows, ...(change ? [change] : []), ...(closing ? [closing] : [])].map(lineOf))].join(', ')})`
  const parts = [
    first,
    ...flows.slice(1),
    ...(change ? [change] : []),
    ...(closing ? [closing] : []),
    ...(opening ? [opening] : []),
  ] as const
  const verdict = { rule: 'F5', code: 'text-cash', parts: [first, ...parts.slice(1)] as const, arithmetic }
  if (compare(gap, allowed) <= 0) return ticked(verdict)
  return failed({
    ...verdict,
    severity: 'error',
    message: `invalid cash flows: the three flows of ${nameOf(first, input.calendar)} do not give the change in cash`,
    hint: rollHint(flows, moved, allowed),
  })
}

const multiplyUlp = (flows: readonly Statement[]): Statement['value'] =>
  flows.map(({ number }) => number.ulp).reduce((sumSoFar, ulp) => add(sumSoFar, ulp), zero)

const names = ['operating', 'investing', 'financing']

/** Whether other signs would do, and if not, what the operating flow would have to be with outflows for the rest. */
function rollHint(flows: readonly Statement[], moved: Statement['value'], allowed: Statement['value']): string {
  const [operating, ...rest] = flows
  for (let mask = 1; mask < 8; mask++) {
    const total = flows
      .map(({ value }, index) => (mask & (1 << index) ? subtract(zero, value) : value))
      .reduce(add, zero)
    if (compare(magnitude(subtract(total, moved)), allowed) > 0) continue
    return `With ${names.filter((_, index) => mask & (1 << index)).join(' and ')} cash flow negative (used, not provided) they do.`
  }
  if (!operating) return ''
  const outflows = rest.map(({ value }) => magnitude(value)).reduce(add, zero)
  const needed = add(moved, outflows)
  return sign(needed) > 0
    ? `No choice of signs makes them agree; with investing and financing as outflows the operating flow would be about ${inScaleOf(needed, operating)}.`
    : 'No choice of signs makes them agree.'
}
