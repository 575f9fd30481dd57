import { difference, type Interval, meets, opposite, sum } from '../../model/interval.ts'
import { add, compare, magnitude, subtract, zero } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { unitClass, valuesInColumn, valuesInRow } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { amountOf, amountRange, widenedForTruncation } from '../words/statement-interval.ts'
import { subjectOfMeasure } from '../words/text-subject.ts'
import { measureKind } from '../words/vocabulary.ts'
import { inScaleOf, lineOf, nameOf, printed } from '../words/wording.ts'
import { severityOf } from './changes.ts'

/** result = first ± the others. */
interface MeasureIdentity {
  readonly result: string
  readonly terms: readonly { readonly measure: string; readonly weight: 1 | -1 }[]
  /** Measures that must be absent for it to hold. */
  readonly unless: readonly string[]
  readonly severity: 'error' | 'warning'
}

const term = (measure: string, weight: 1 | -1): { measure: string; weight: 1 | -1 } => ({ measure, weight })

const identities: readonly MeasureIdentity[] = [
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

function findTerm(
  measure: string,
  result: TextStatement,
  { statements, facts }: CheckInput,
): TextStatement | undefined {
  const { cell, subject, period, scenario } = result
  const wanted = subjectOfMeasure(measure, subject.entity)
  if (!cell) return facts.level(wanted, period, scenario, unitClass(result))
  const isOfUnit = (other: TextStatement): boolean => unitClass(other) === unitClass(result)
  const beside = [...valuesInColumn(cell, wanted, statements), ...valuesInRow(cell, wanted, statements)]
  const elsewhere =
    measureKind(measure) === 'stock' ? facts.level(wanted, period, scenario, unitClass(result)) : undefined
  return beside.find(isOfUnit) ?? elsewhere // of one day there is one balance sheet
}

/** A term that an identity leaves out: stated beside the result, or of a sentence's, in any period: it was not zero then. */
const mayCount = (measure: string, result: TextStatement, input: CheckInput): boolean =>
  findTerm(measure, result, input) !== undefined ||
  (result.cell === undefined &&
    input.statements.some(
      ({ subject, kind }) =>
        kind === 'value' && subject.measure === measure && subject.entity === result.subject.entity,
    ))

const weighted = (interval: Interval, weight: 1 | -1): Interval => (weight === 1 ? interval : opposite(interval))

interface IdentityTerm {
  readonly weight: 1 | -1
  readonly statement: TextStatement | undefined
}

/** What each term would have to be for the identity to hold. */
function wantedTerms(terms: readonly IdentityTerm[], result: TextStatement): readonly (readonly [number, Interval])[] {
  return terms.flatMap(({ statement, weight }) => {
    if (!statement) return []
    const rest = terms
      .filter((other) => other.statement !== statement)
      .map((other) => weighted(amountRange(other.statement ?? result), other.weight))
      .reduce<Interval>(sum, { low: zero, high: zero })
    return [[statement.id, weighted(difference(amountRange(result), rest), weight)] as const]
  })
}

function checkIdentity(identity: MeasureIdentity, result: TextStatement, input: CheckInput): TextCheck | undefined {
  const terms = identity.terms.map(({ measure, weight }) => ({ weight, statement: findTerm(measure, result, input) }))
  const parts = terms.flatMap(({ statement }) => statement ?? [])
  if (parts.length !== terms.length || identity.unless.some((measure) => mayCount(measure, result, input)))
    return undefined
  const range = terms.map(({ statement, weight }) => weighted(amountRange(statement ?? result), weight)).reduce(sum)
  const exact = terms
    .map(({ statement, weight }) =>
      statement ? (weight === 1 ? amountOf(statement) : subtract(zero, amountOf(statement))) : zero,
    )
    .reduce(add, zero)
  const text = terms
    .map(
      ({ statement, weight }, index) =>
        `${index === 0 ? '' : weight === 1 ? ' + ' : ' − '}${statement ? printed(statement) : ''}`,
    )
    .join('')
  const arithmetic = `${text} = ${inScaleOf(exact, result)}, printed ${printed(result)} (${[...new Set([...parts, result].map(lineOf))].join(', ')})`
  const checked = { rule: 'F6', code: 'text-identity', parts: [result, ...parts] as const, arithmetic }
  if (
    meets(widenedForTruncation(range, parts), amountRange(result)) ||
    meets(range, widenedForTruncation(amountRange(result), [result]))
  )
    return ticked(checked)
  const sure =
    severityOf([result, ...parts]) === 'error' && (result.cell !== undefined || identity.severity === 'error')
  const far = compare(magnitude(subtract(exact, amountOf(result))), magnitude(result.value)) > 0 && !result.cell
  if (far) return undefined
  return failed({
    ...checked,
    severity: sure ? identity.severity : 'warning',
    wanted: new Map([[result.id, range], ...wantedTerms(terms, result)]),
    message: `invalid sum: ${nameOf(result)} is "${printed(result)}", but ${arithmetic.split(', printed')[0]}`,
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
