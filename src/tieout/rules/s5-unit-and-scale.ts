import { lastMonthOf } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import { plainText } from '../../model/content.ts'
import { chartsOf, type TableCell, tablesOf } from '../../model/deck.ts'
import { figureId } from '../../model/fact.ts'
import { compare, divide, magnitude, type Rational, rational, sign } from '../../model/rational.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, type DataContext, dataCheck, finding, type Rule } from '../rule.ts'
import { statedTotals } from './f1-total.ts'

const halfDecade = rational(316n, 100n)
const decade = rational(10n)
const twoDecades = rational(100n)

/** Every table of figures and every chart says what it counts. */
function unitsOf({ slide }: CheckedSlide): readonly Finding[] {
  const place = slide.place
  const checkUnit = (name: string, unit: string, facts: readonly string[]): Finding =>
    unit.trim() === ''
      ? finding('S5', 'error', {
          place,
          slide: slide.id,
          facts,
          message: `missing unit of ${name}`,
          hint: 'State the unit once, above the table or chart.',
        })
      : finding('S5', 'ticked', { place, slide: slide.id, facts, message: `${name} is in ${unit}` })
  const holdsFigure = ({ runs }: TableCell): boolean => runs.some(({ kind }) => kind === 'figure')
  const tables = tablesOf(slide)
    .filter(({ rows }) => rows.some(({ cells }) => cells.some(holdsFigure)))
    .map(({ id, unit, columns, rows }) => {
      const besideLabels = columns.some(({ kind }) => kind === 'unit')
      const bare = besideLabels ? [] : rows.filter((row) => row.unit === undefined)
      const texts = bare.flatMap((row) => row.cells.filter(holdsFigure).map(({ runs }) => plainText(runs)))
      const selfEvident = texts.every((text) => !/\d/.test(text) || /[%a-z¥$€£]/i.test(text))
      return checkUnit(`table ${id}`, selfEvident && unit === '' ? 'units of its own in every cell' : unit, [])
    })
  const charts = chartsOf(slide).map(({ chart: { id, unit, panels = [] } }) =>
    checkUnit(`chart ${id}`, unit === '' ? (panels[0]?.unit ?? '') : unit, []),
  )
  return [...tables, ...charts]
}

const ratioOf = (a: FigureStatement, b: FigureStatement): Rational => divide(magnitude(a.value), magnitude(b.value))

/** How far off a value must be: the fewer the other values, the farther. */
const farOff = (others: number): Rational | undefined =>
  others >= 3 ? halfDecade : others === 2 ? decade : others === 1 ? twoDecades : undefined

/**
 * In a workbook a zero may be what a formula made of a text: one that a formula gave beside any other value of its row, whatever
 * its length of time or sign, or any zero beside one other value.
 */
function zerosOfRows(metric: string, context: DataContext): readonly Finding[] {
  const inSheets = statedTotals(context, metric).filter(({ place }) => place.cell !== undefined)
  const rows = groupBy(
    inSheets,
    ({ place: { path, line, cell = '' } }) => `${path} ${cell.replace(/![^!]*$/, '')} ${line}`,
  )
  return [...rows.values()].flatMap((row) => {
    const others = row.filter(({ value }) => sign(value) !== 0).length
    const zeros = row.filter(({ value, computed }) => sign(value) === 0 && (computed || row.length === 2))
    const [zero] = zeros
    if (others === 0 || !zero) return []
    const rest = others === 1 ? 'the other value of its row is not' : `${others} other values of its row are not`
    return [
      finding('S5', 'warning', {
        place: zero.place,
        facts: zeros.map(figureId),
        message: `invalid zero of ${zeros.map(({ fact }) => fact).join(', ')}? ${rest}`,
        hint: zero.computed
          ? 'Its formula may have counted a text as nothing: correct the cell, or write the 0 there without a formula.'
          : 'A formula may have counted a text as nothing: correct the cell; if it is right, waive the finding with the reason.',
      }),
    ]
  })
}

const hasDecimals = ({ ulp }: FigureStatement): boolean => ulp !== null && compare(ulp, rational(1n)) < 0

/**
 * Off all others by half a decade (or more, of a short series) to the same side, in a series that is steady without it.
 * `bySize` is the series in the order of its values.
 */
function isOffScale(own: FigureStatement, bySize: readonly FigureStatement[]): boolean {
  const others = bySize.length - 1
  const far = farOff(others)
  const least = bySize[0] === own ? bySize[1] : bySize[0]
  const most = bySize.at(-1) === own ? bySize.at(-2) : bySize.at(-1)
  if (!far || !least || !most || sign(least.value) <= 0 || sign(own.value) < 0) return false
  if (compare(ratioOf(most, least), halfDecade) > 0) return false
  // a zero among steady values is often a formula that counted a text as nothing; "0.0" was written with its decimals
  if (sign(own.value) === 0) return others >= 2 && !own.computed && !hasDecimals(own) // zerosOfRows asks about those
  return compare(ratioOf(own, most), far) > 0 || compare(ratioOf(least, own), far) > 0
}

function scaleOf(metric: string, context: DataContext): readonly Finding[] {
  const groups = groupBy(
    statedTotals(context, metric),
    ({ scenario, period }) => `${scenario} ${period.kind === 'span' ? period.months : 'day'}`,
  )
  return [...groups.values()].flatMap((group) => {
    const bySize = group.toSorted((a, b) => compare(a.value, b.value))
    return group
      .filter((statement) => isOffScale(statement, bySize))
      .sort((a, b) => lastMonthOf(a.period) - lastMonthOf(b.period))
      .map((statement) =>
        finding('S5', 'warning', {
          place: statement.place,
          facts: [figureId(statement)],
          message: `invalid scale of ${statement.fact}? it is off its series by half a decade`,
          hint: 'Correct the scale or the digits; if it is right, waive the finding with the reason.',
        }),
      )
  })
}

/** What is counted at a day, persons or contracts, is never below zero. */
function negativeCounts({ ledger }: DataContext): readonly Finding[] {
  return ledger.statements
    .filter(
      ({ metric, measure, unit, value }) =>
        measure === 'value' &&
        unit.kind === 'count' &&
        unit.base !== 'x' &&
        ledger.metrics.get(metric)?.kind === 'stock' &&
        sign(value) < 0,
    )
    .map(({ place, fact }) =>
      finding('S5', 'error', { place, facts: [fact], message: `invalid sign of ${fact}: a count is never negative` }),
    )
}

const ofData = dataCheck((context) => [
  ...negativeCounts(context),
  ...[...context.ledger.metrics.keys()].flatMap((metric) => [
    ...scaleOf(metric, context),
    ...zerosOfRows(metric, context),
  ]),
])

export const s5: Rule = {
  id: 'S5',
  title: 'unit and scale are stated and fit the series',
  check: (context) => [...context.slides.flatMap(unitsOf), ...ofData(context)],
}
