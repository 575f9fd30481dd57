import { endOf as endOfSpan, shiftPeriod } from '../../format/calendar.ts'
import { groupBy } from '../../format/group-by.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Metric } from '../../model/figure.ts'
import { type Interval, meets, opposite, scale } from '../../model/interval.ts'
import type { Period } from '../../model/period.ts'
import { compare, magnitude, multiply, powerOfTen, type Rational, rational, sign } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { rangeOf } from '../words/statement-interval.ts'
import { parseSubject, subjectKey } from '../words/text-subject.ts'
import { inScaleOf, nameOf, plain, printed } from '../words/wording.ts'

/** A label without a measure of its own has the one that its id begins with: "revenue.outsourcing". */
function keysOf(metric: Metric, lexicon: Lexicon): readonly string[] {
  const fromId = parseSubject(metric.id.replace(/[.-]/g, ' '), lexicon).measure
  return [metric.label, metric.short ?? '', ...(metric.also ?? [])].filter(Boolean).flatMap((label) => {
    const own = parseSubject(label, lexicon)
    const measure = own.measure === 'cost' && own.entity !== '' ? 'cost-of-revenue' : (own.measure ?? fromId)
    return subjectKey({ ...own, measure }) ?? []
  })
}

/** Metrics by the subjects of their labels; a subject that two metrics share names neither. */
function metricsBySubject(data: DeckData, lexicon: Lexicon): ReadonlyMap<string, Metric> {
  const found = new Map<string, Metric | undefined>()
  for (const metric of data.metrics.values()) {
    for (const key of new Set(keysOf(metric, lexicon)))
      found.set(key, found.has(key) && found.get(key) !== metric ? undefined : metric)
  }
  return new Map([...found].flatMap(([key, metric]) => (metric ? [[key, metric] as const] : [])))
}

/** The period as the data have it: a stock is known at the end of a span, a flow not at a day. */
function periodOf(period: Period, metric: Metric): Period | undefined {
  if (period.kind === 'span') return metric.kind === 'stock' ? endOfSpan(period) : period
  return metric.kind === 'flow' ? undefined : period
}

const isSameKind = (statement: TextStatement, metric: Metric): boolean => {
  const { unit } = statement.number
  if (metric.unit.kind === 'currency') return unit?.kind === 'currency' && unit.base === metric.unit.base
  return metric.unit.kind === 'percent' ? unit?.kind === 'percent' : unit === undefined || unit.kind === 'count'
}

function factOf(statement: TextStatement, metric: Metric, input: CheckInput): Fact | undefined {
  const { kind, period: span, base } = statement
  const period = span && periodOf(span, metric)
  const book = input.book
  if (!period || !book) return undefined
  const question = { metric: metric.id, period, scenario: statement.scenario }
  if (kind === 'value') return isSameKind(statement, metric) ? book.figure(question) : undefined
  const vs = base && periodOf(base, metric)
  if (!vs || kind === 'share') return undefined
  const change = { ...question, vs }
  const points = statement.number.unit?.kind === 'points'
  if (kind === 'growth') return metric.unit.kind === 'percent' ? undefined : book.ask('growth', change)
  if (points) return metric.unit.kind === 'percent' ? book.ask('growth', change) : undefined
  return isSameKind(statement, metric) ? book.ask('difference', change) : undefined
}

/** The fact's interval in single units. */
function intervalIn(fact: Fact): Interval | undefined {
  if (fact.low === null || fact.high === null) return undefined
  return scale({ low: fact.low, high: fact.high }, powerOfTen(fact.unit.exponent))
}

const isNear = (a: Rational, b: Rational): boolean => {
  const [x, y] = [magnitude(a), magnitude(b)]
  return compare(x, multiply(y, rational(2n))) <= 0 && compare(y, multiply(x, rational(2n))) <= 0
}

function sourceOf(fact: Fact, data: DeckData): string {
  const [source] = fact.sources
  const document = source && data.documents.get(source.document)
  const text = source
    ? `${document?.short ?? document?.title ?? source.document}${source.at === '' ? '' : `, ${source.at.slice(0, 120)}`}`
    : (fact.formula ?? 'computed')
  return `${fact.id} (${fact.status}; ${text})`
}

function valueText(range: Interval, statement: TextStatement): string {
  const middle = multiply(
    { n: range.low.n * range.high.d + range.high.n * range.low.d, d: range.low.d * range.high.d },
    rational(1n, 2n),
  )
  const { unit } = statement.number
  return unit?.kind === 'percent' || unit?.kind === 'points'
    ? `${plain(middle, 2)}${unit.kind === 'percent' ? '%' : ' points'}`
    : inScaleOf(middle, statement, 1)
}

function checkFact(statement: TextStatement, fact: Fact, data: DeckData): TextCheck | undefined {
  const known = intervalIn(fact)
  if (!known) return undefined
  const isLoss = statement.subject.sign === -1 && statement.kind === 'value'
  const own = rangeOf(statement)
  const cut = rangeOf(statement, 'truncate')
  const agrees = [own, cut, ...(isLoss ? [opposite(own), opposite(cut)] : [])].some((range) => meets(range, known))
  const arithmetic = `${printed(statement)} against ${valueText(known, statement)} of ${fact.id}`
  const checked = { rule: 'S3', code: 'text-data', parts: [statement] as const, arithmetic }
  if (agrees) return ticked(checked)
  const turned = meets(opposite(own), known)
  const near = isNear(statement.value, known.low) || isNear(statement.value, known.high)
  const isChange = statement.kind !== 'value'
  if (!near && !turned && !(isChange && statement.periodFrom === 'own')) return undefined
  const sure = statement.periodFrom === 'own' && fact.status !== 'restated' && fact.status !== 'range'
  const sameSign = sign(statement.value) === sign(known.low) || sign(known.low) === 0
  const hint = `${turned ? 'The size is right, the sign is not. ' : sameSign ? '' : 'The direction differs. '}Source: ${sourceOf(fact, data)}.`
  return failed({
    ...checked,
    severity: sure ? 'error' : 'warning',
    message: `invalid figure: "${statement.directionText === '' ? '' : `${statement.directionText} `}${printed(statement)}" for ${nameOf(statement)}; the data have ${valueText(known, statement)}`,
    hint,
  })
}

/** A statement with what the data call it. */
interface Named {
  readonly statement: TextStatement
  readonly metric: Metric
}

/**
 * A statement that does not say its own time, or what it is compared with, beside one of the same line that does and is right: the older
 * of two values is that of the year before, a change is from there. No more than a guess: what does not agree so stays unknown.
 */
function besideAnchor(
  { statement, metric }: Named,
  anchors: readonly Named[],
  input: CheckInput,
  data: DeckData,
): TextCheck | undefined {
  const anchor = anchors.find((other) => other.metric === metric && other.statement.item === statement.item)?.statement
  const isOpen = statement.kind === 'value' ? statement.isBase !== undefined : statement.base === undefined
  if (!anchor?.period || anchor === statement || !isOpen || statement.comparison === 'QoQ') return undefined
  const before = shiftPeriod(anchor.period, -12, input.calendar)
  const assumed: TextStatement =
    statement.kind === 'value'
      ? { ...statement, period: before }
      : { ...statement, period: anchor.period, ...(before ? { base: before } : {}) }
  const fact = factOf(assumed, metric, input)
  const check = fact && checkFact(statement, fact, data)
  return check?.verdict === 'ticked' ? check : undefined
}

/** S3 against data/: figures and changes whose subject is, word for word, the label of a metric. */
export const dataTies: CheckRule = (input) => {
  const { data } = input
  if (!data || !input.book) return []
  const metrics = metricsBySubject(data, input.lexicon)
  const named = input.statements.flatMap((statement): readonly Named[] => {
    if (statement.doubtful || statement.number.hedge !== undefined) return []
    const key = subjectKey(statement.subject)
    const metric = key === undefined ? undefined : metrics.get(key)
    return metric ? [{ statement, metric }] : []
  })
  const own = named.map((each) => {
    const fact = each.statement.period && factOf(each.statement, each.metric, input)
    return { ...each, check: fact && checkFact(each.statement, fact, data) }
  })
  const anchors = groupBy(
    own.filter(
      ({ check, statement }) => check?.verdict === 'ticked' && statement.kind === 'value' && !statement.isBase,
    ),
    ({ statement }) => String(statement.item),
  )
  return own.flatMap(({ check, ...each }) => {
    if (check) return [check]
    return besideAnchor(each, anchors.get(String(each.statement.item)) ?? [], input, data) ?? []
  })
}
