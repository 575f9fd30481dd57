import { lastDayOf } from '../../format/civil.ts'
import { instantOf } from '../../format/fiscal.ts'
import type { Period } from '../../model/period.ts'
import { add, compare, magnitude, rational, sign, subtract, zero } from '../../model/rational.ts'
import { type CheckRule, failed, ticked } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { subjectOfMeasure } from '../words/text-subject.ts'
import { inScaleOf, lineOf, nameOf, printed } from '../words/wording.ts'

const slack = rational(1n, 20n)

/** F5: operating + investing + financing cash flow is the change in cash, but for exchange rates. */
export const cashRoll: CheckRule = (input) => {
  const { facts } = input
  return facts.levels.flatMap((operating) => {
    const { period, scenario } = operating
    if (operating.subject.measure !== 'cash-operating' || period?.kind !== 'span') return []
    const of = (measure: string, at: Period = period): TextStatement | undefined =>
      facts.level(subjectOfMeasure(measure), at, scenario, unitClass(operating))
    const flows = [operating, of('cash-investing'), of('cash-financing')].filter((flow) => flow !== undefined)
    const closing = of('cash')
    const opening = of('cash', instantOf(lastDayOf(period.start - 1)))
    const change = of('cash-change')
    if (flows.length !== 3 || (!change && !(closing && opening))) return []
    return [checkRoll(flows, { change, opening, closing, exchange: of('cash-exchange') })]
  })
}

interface CashBalance {
  readonly change: TextStatement | undefined
  readonly opening: TextStatement | undefined
  readonly closing: TextStatement | undefined
  readonly exchange: TextStatement | undefined
}

function checkRoll(flows: readonly TextStatement[], { change, opening, closing, exchange }: CashBalance): TextCheck {
  const first = flows[0] ?? change ?? opening
  if (!first) throw new RangeError('a roll-forward needs flows')
  const moved = change ? change.value : subtract(closing?.value ?? zero, opening?.value ?? zero)
  const total = [...flows, ...(exchange ? [exchange] : [])].map(({ value }) => value).reduce(add, zero)
  const gap = magnitude(subtract(total, moved))
  const size = flows.map(({ value }) => magnitude(value)).reduce(add, zero)
  const allowed = exchange || change ? ulpsOf(flows) : add({ n: size.n * slack.n, d: size.d * slack.d }, ulpsOf(flows))
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
  const checked = { rule: 'F5', code: 'text-cash', parts: [first, ...parts.slice(1)] as const, arithmetic }
  if (compare(gap, allowed) <= 0) return ticked(checked)
  return failed({
    ...checked,
    severity: 'error',
    message: `invalid cash flows: the three flows of ${nameOf(first)} do not give the change in cash`,
    hint: rollHint(flows, moved, allowed),
  })
}

const ulpsOf = (flows: readonly TextStatement[]): TextStatement['value'] =>
  flows.map(({ number }) => number.ulp).reduce(add, zero)

const names = ['operating', 'investing', 'financing']

/** Whether other signs would do, and if not, what the operating flow would have to be with outflows for the rest. */
function rollHint(
  flows: readonly TextStatement[],
  moved: TextStatement['value'],
  allowed: TextStatement['value'],
): string {
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
