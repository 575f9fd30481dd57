import { fiscalPlace } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import { fill } from '../../language/fill.ts'
import { compare, greatest, least, magnitude, sign } from '../../model/rational.ts'
import { amount, decimalsOf } from '../arithmetic/amount.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { nameOf } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { type DataContext, dataCheck, finding, type Rule } from '../rule.ts'
import { statedTotals } from './f1-total.ts'

const oneSign = (statements: readonly FigureStatement[]): boolean => {
  const signs = new Set(statements.map(({ value }) => sign(value)))
  signs.delete(0)
  return signs.size <= 1
}

/** Whether a whole is smaller than one of its parts, beyond what their bounds allow. */
function isSmaller(whole: FigureStatement, part: FigureStatement): boolean {
  const largest = greatest(magnitude(whole.interval.low), magnitude(whole.interval.high))
  const smallest = least(magnitude(part.interval.low), magnitude(part.interval.high))
  return compare(largest, smallest) < 0
}

function liesIn({ period: part }: FigureStatement, { period: year }: FigureStatement): boolean {
  if (part.kind !== 'span' || year.kind !== 'span') return false
  return part.start >= year.start && part.start + part.months <= year.start + year.months
}

function checkYear(year: FigureStatement, inside: readonly FigureStatement[], { ledger }: DataContext): Finding {
  const facts = [year.fact, ...inside.map(({ fact }) => fact)]
  const place = year.place
  const name = nameOf(ledger, year)
  const smaller = inside.find((part) => isSmaller(year, part))
  if (!smaller) return finding('F4b', 'ticked', { place, facts, message: `${name} is not smaller than any part of it` })
  const text = ({ value, ulp }: FigureStatement): string => amount(value, ulp ? decimalsOf(ulp) : 0)
  return finding('F4b', 'error', {
    place,
    facts,
    message: `invalid ${name}: smaller than its own part ${smaller.period.label}`,
    arithmetic: fill(ledger.config.language.report.arithmetic.against, { value: text(year), other: text(smaller) }),
    hint: 'Look for a lost digit, a wrong scale or the two columns exchanged.',
  })
}

const isYear = ({ period }: FigureStatement): boolean => period.kind === 'span' && period.months === 12

/** All parts of each year, grouped by the fiscal year that they begin in, in one pass over the metric's figures. */
function checkMetric(metric: string, context: DataContext): readonly Finding[] {
  const spans = statedTotals(context, metric).filter(({ period }) => period.kind === 'span')
  const yearOf = ({ period }: FigureStatement): number =>
    period.kind === 'span' ? fiscalPlace(period.start, context.ledger.config.calendar).year : 0
  const groups = groupBy(spans, (statement) => `${statement.scenario} ${yearOf(statement)}`)
  return spans.filter(isYear).flatMap((year) => {
    // the last twelve months reach into the next year
    const near = [0, 1].flatMap((next) => groups.get(`${year.scenario} ${yearOf(year) + next}`) ?? [])
    const inside = near.filter((part) => !isYear(part) && liesIn(part, year))
    return inside.length > 0 && oneSign([year, ...inside]) ? [checkYear(year, inside, context)] : []
  })
}

function check(context: DataContext): readonly Finding[] {
  const flows = [...context.ledger.metrics.values()].filter(({ kind }) => kind === 'flow')
  return flows.flatMap(({ id }) => checkMetric(id, context))
}

export const f4b: Rule = { id: 'F4b', title: 'a year is not smaller than one of its quarters', check: dataCheck(check) }
