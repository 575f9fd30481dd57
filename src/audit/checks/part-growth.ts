import { type Interval, meets, ratio, sum } from '../../model/interval.ts'
import { add, compare, divide, magnitude, multiply, rational, sign, subtract, zero } from '../../model/rational.ts'
import { type CheckInput, failed, ticked } from '../check-input.ts'
import { periodKey } from '../facts.ts'
import type { Check, Statement } from '../model.ts'
import { fractionOf, rangeOf } from '../words/interval-of.ts'
import { subjectKey } from '../words/subject.ts'
import { inScaleOf, nameOf, printed } from '../words/wording.ts'

const one: Interval = { low: rational(1n), high: rational(1n) }

/** Neighbouring digits that changed places in one part, when putting them back makes the sum right. */
export function swappedDigits(total: Statement, parts: readonly Statement[]): string | undefined {
  for (const part of parts) {
    const others = parts.filter((other) => other !== part).map(({ value }) => value)
    const wanted = divide(magnitude(subtract(total.value, others.reduce(add, zero))), part.number.ulp)
    const digits = divide(magnitude(part.value), part.number.ulp).n.toString()
    for (let at = 0; at + 1 < digits.length; at++) {
      const swapped = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`
      const right = { n: BigInt(swapped), d: 1n }
      if (swapped === digits || compare(right, wanted) !== 0) continue
      const text = inScaleOf(multiply(right, part.number.ulp), part)
      return `With ${text} for "${printed(part)}" they meet: two digits may have changed places.`
    }
  }
  return undefined
}

const growthOf = (statement: Statement, input: CheckInput): Statement | undefined =>
  input.statements.find(
    (other) =>
      other.kind === 'growth' &&
      !other.doubtful &&
      other.number.hedge === undefined &&
      other.comparison === 'YoY' &&
      other.scenario === statement.scenario &&
      subjectKey(other.subject) === subjectKey(statement.subject) &&
      periodKey(other.subject, other.period) === periodKey(statement.subject, statement.period),
  )

const rateText = (rate: Statement): string =>
  `(1 ${sign(rate.value) < 0 ? '−' : '+'} ${printed(rate).replace(/^[-+(]+|\)$/g, '')})`

/** C2: parts that sum to a total, each with its growth, grew from bases that sum to the total's base. */
export function growthOfParts(total: Statement, parts: readonly Statement[], input: CheckInput): readonly Check[] {
  const [whole, ...pieces] = [total, ...parts].flatMap((statement) => {
    const rate = growthOf(statement, input)
    const base = rate && ratio(rangeOf(statement), sum(one, fractionOf(rate)))
    return rate && base ? [{ statement, rate, base }] : []
  })
  if (whole?.statement !== total || pieces.length !== parts.length) return []
  const together = pieces.map(({ base }) => base).reduce(sum)
  const show = ({ low, high }: Interval): string => `${inScaleOf(low, total)} to ${inScaleOf(high, total)}`
  const terms = pieces.map(({ statement, rate }) => `${printed(statement)} / ${rateText(rate)}`).join(' + ')
  const verdict = {
    rule: 'C2',
    code: 'text-growth',
    parts: [whole.rate, ...pieces.map(({ rate }) => rate)] as const,
    arithmetic: `${terms} = ${show(together)}; ${printed(total)} / ${rateText(whole.rate)} = ${show(whole.base)}`,
  }
  if (meets(together, whole.base)) return [ticked(verdict)]
  return [
    failed({
      ...verdict,
      severity: 'warning',
      message: `invalid growth: the growth rates of the parts do not give that of ${nameOf(total)}, "${printed(whole.rate)}"`,
      hint: 'The parts sum to the total, so what they grew from must sum to what the total grew from: one of the rates, or its direction, is wrong.',
    }),
  ]
}
