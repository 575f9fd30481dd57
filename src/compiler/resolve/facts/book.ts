import { endOf } from '../../../format/calendar.ts'
import { comparedPeriod, isValidIn } from '../../../format/comparison.ts'
import { isConvertible, isSameUnit, percent, times } from '../../../format/units.ts'
import type { DeckData } from '../../../model/deck.ts'
import { type Fact, figureId, partId, progressId } from '../../../model/fact.ts'
import type {
  AskedMeasure,
  ChangeQuestion,
  FactBook,
  FigureQuestion,
  ProgressQuestion,
} from '../../../model/fact-book.ts'
import type { Figure, Metric } from '../../../model/figure.ts'
import { once, onceByKey } from '../../../model/memory.ts'
import { compare, negate, sign, subtract, zero } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { cagrFact } from './facts-cagr.ts'
import { calendarFact } from './facts-calendar.ts'
import { changeFact } from './facts-change.ts'
import { type FactContext, unitOf } from './facts-context.ts'
import { definedFact, quotientOf } from './facts-definition.ts'
import { type FigureIndex, figureIndex } from './facts-figures.ts'
import { absenceOf, absentFact, computedFact, type Identity, publishedFact } from './facts-outcome.ts'
import { sumFact } from './facts-sum.ts'

type PartQuestion = FigureQuestion & { readonly of: string }

/** The figure as published. A ratio may be given for a span or for the day it ends. */
function findPublished(
  figures: FigureIndex,
  metric: Metric | undefined,
  question: Required<FigureQuestion>,
): Figure | undefined {
  const found = figures.find({ ...question, measure: 'value' })
  if (found || metric?.kind !== 'ratio' || question.period.kind === 'instant') return found
  return figures.find({ ...question, period: endOf(question.period), measure: 'value' })
}

function figureFact(context: FactContext, question: Required<FigureQuestion>): Fact {
  const metric = context.data.metrics.get(question.metric)
  const identity: Identity = { id: figureId(question), kind: 'figure', ...question }
  const published = findPublished(context.figures, metric, question)
  if (published) return withStated(publishedFact(identity, published), printedElsewhere(context, question, published))
  const unit = unitOf(context.data, question.metric)
  const { period } = question
  const isTimeless = (metric?.kind === 'flow' || metric?.kind === 'average') && period.kind === 'instant'
  if (!metric || isTimeless || !isValidIn(metric, period)) return absentFact(identity, 'missing', { unit })
  const defined = metric.definition && definedFact(context, metric.definition, { metric, question, identity })
  const isCutOff = context.data.config.numbers.rounding === 'truncate'
  if (defined && defined.absence !== 'missing' && !isCutOff) return defined
  const parts = metric.kind === 'flow' && period.kind === 'span'
  const summed = parts ? calendarFact(context, { question: { ...question, period }, metric, identity }) : undefined
  if (defined && defined.absence !== 'missing') return summed && rulesOut(summed, defined) ? summed : defined
  return summed ?? defined ?? absentFact(identity, 'missing', { unit })
}

/**
 * Whether a sum over time rules out what a definition gives: parts that are cut off, not rounded, may add up to less than the
 * total can be by its own quarters.
 */
function rulesOut(summed: Fact, { low, high, value, unit }: Fact): boolean {
  if (!summed.low || !summed.high || !low || !high || !value || !isSameUnit(summed.unit, unit)) return false
  const isNarrower = compare(subtract(summed.high, summed.low), subtract(high, low)) < 0
  return isNarrower && (compare(value, summed.low) < 0 || compare(value, summed.high) > 0)
}

/** A part of a whole in per cent, or one amount over another in times or, for other units, in the first one's unit. */
function partFact(context: FactContext, kind: 'share' | 'ratio', question: PartQuestion): Fact {
  const { metric, of, period, scenario = 'actual' } = question
  const [part, whole] = [context.figure({ metric, period, scenario }), context.figure({ metric: of, period, scenario })]
  const identity: Identity = { id: partId(kind, question), kind, metric, period, scenario }
  const unit = kind === 'share' ? percent : isConvertible(part.unit, whole.unit) ? times : unitOf(context.data, metric)
  const fact = quotientFact(context, identity, { part, whole, unit })
  if (fact.absence !== undefined) return fact
  const named = quotientMetrics(context.data.metrics).get(`${metric}/${of}`) ?? []
  return withStated(
    fact,
    named.flatMap((id) => printedElsewhere(context, { metric: id, period, scenario })),
  )
}

/**
 * One figure of a metric over another, in per cent; of a range of guidance, a range. Costs that are kept below zero make
 * progress as all costs do; a loss is none, neither towards a gain nor towards a loss guided for.
 */
function progressFact(context: FactContext, { metric, period, scenario = 'actual', of }: ProgressQuestion): Fact {
  const [part, whole] = [context.figure({ metric, period, scenario }), context.figure(of)]
  const identity: Identity = {
    id: progressId({ metric, period, scenario }, of),
    kind: 'ratio',
    metric,
    period,
    scenario,
  }
  const isOfCosts = context.data.metrics.get(metric)?.polarity !== 'more' && isBelowZero(part) && isBelowZero(whole)
  if (isBelowZero(part) && !isOfCosts && absenceOf([part, whole]) === undefined)
    return absentFact(identity, 'not-meaningful', { unit: percent, inputs: [part, whole] })
  return quotientFact(context, identity, { part, whole, unit: percent, ofSizes: isOfCosts })
}

interface Quotient {
  readonly part: Fact
  readonly whole: Fact
  readonly unit: Unit
  /** Of two numbers below zero as of their sizes. */
  readonly ofSizes?: boolean
}

const isBelowZero = ({ high, value }: Fact): boolean => sign(high ?? value ?? zero) < 0

const turned = (fact: Fact): Fact => ({
  ...fact,
  value: fact.value && negate(fact.value),
  low: fact.high && negate(fact.high),
  high: fact.low && negate(fact.low),
})

function quotientFact(
  context: FactContext,
  identity: Identity,
  { part, whole, unit, ofSizes = false }: Quotient,
): Fact {
  const inputs = [part, whole]
  const absence = absenceOf(inputs)
  if (absence !== undefined) return absentFact(identity, absence, { unit, inputs })
  const outcome = ofSizes ? quotientOf(turned(part), turned(whole), unit) : quotientOf(part, whole, unit)
  if (!outcome) return absentFact(identity, 'not-meaningful', { unit, inputs })
  return computedFact(context, identity, { unit, inputs, formula: `${part.id} / ${whole.id}`, outcome })
}

/** Metrics that are defined as a quotient, by its parts "a/b". */
const quotientMetrics = once((metrics: DeckData['metrics']): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { id, definition } of metrics.values()) {
    if (definition?.kind !== 'ratio' && definition?.kind !== 'share') continue
    const key = definition.of.join('/')
    found.set(key, [...(found.get(key) ?? []), id])
  }
  return found
})

/** What sources print of a number as such, at other scales than the statement that the fact is made from. */
const printedElsewhere = (
  context: FactContext,
  question: Required<FigureQuestion>,
  shown?: Figure,
): readonly Figure[] =>
  context.figures
    .findAll({ ...question, measure: 'value' })
    .filter((figure) => figure !== shown && (figure.status === 'published' || figure.status === 'restated'))

const withStated = (fact: Fact, stated: readonly Figure[]): Fact => (stated.length === 0 ? fact : { ...fact, stated })

/** A metric that is asked for while it is being computed is defined in a circle, and absent. */
function bookContext(data: DeckData, facts: Map<string, Fact>): FactContext {
  const inCircle = (question: FigureQuestion): Fact => {
    const identity: Identity = { id: figureId(question), kind: 'figure', scenario: 'actual', ...question }
    return absentFact(identity, 'missing', { unit: unitOf(data, question.metric) })
  }
  const figure = onceByKey((question: Required<FigureQuestion>) => figureFact(context, question), {
    key: figureId,
    answers: facts,
    inCircle,
  })
  const change = onceByKey(({ kind, question }: AskedChange) => keepFirst(facts, changeFact(context, kind, question)), {
    key: changeKey,
    inCircle: ({ question }) => inCircle(question),
  })
  const context: FactContext = {
    data,
    figures: figureIndex(data),
    figure: ({ metric, period, scenario = 'actual' }) => figure({ metric, period, scenario }),
    ask: (measure, question) => {
      if (measure === 'value') return context.figure(question)
      const kind = measure.endsWith('difference') ? 'difference' : 'growth'
      return change({ kind, question: withPeriod(measure, question, data) })
    },
  }
  return context
}

interface AskedChange {
  readonly kind: 'growth' | 'difference'
  readonly question: ChangeQuestion
}

const changeKey = ({ kind, question }: AskedChange): string =>
  `${kind} ${figureId(question)} ${question.vs?.label ?? ''} ${question.vsScenario ?? ''}`

/** The fact of that id that was made first: a change against the default base and against the same base named are one. */
function keepFirst(facts: Map<string, Fact>, fact: Fact): Fact {
  const first = facts.get(fact.id)
  if (!first) facts.set(fact.id, fact)
  return first ?? fact
}

/** The question with the period that the measure compares with, where it names none itself. */
function withPeriod(measure: AskedMeasure, question: ChangeQuestion, { config }: DeckData): ChangeQuestion {
  if (question.vs || measure === 'growth' || measure === 'difference') return question
  const vs = comparedPeriod(measure, question.period, config.calendar)
  return vs ? { ...question, vs } : question
}

/** The facts asked for and all that they lead to, by id in order. */
function closure(
  asked: ReadonlySet<string>,
  facts: ReadonlyMap<string, Fact>,
  leadsTo: (fact: Fact) => readonly string[],
): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>()
  const visit = (id: string): void => {
    const fact = facts.get(id)
    if (!fact || found.has(id)) return
    found.set(id, fact)
    for (const other of leadsTo(fact)) visit(other)
  }
  for (const id of asked) visit(id)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Facts of an earlier book, by id. */
export interface KeptFacts {
  readonly facts: ReadonlyMap<string, Fact>
  /** Those of them that were asked for or are inputs of such: not what these are only measured against. */
  readonly asked: ReadonlySet<string>
}

const inputsOf = ({ inputs }: Fact): readonly string[] => inputs

const inputsAndBaseOf = ({ inputs, comparator }: Fact): readonly string[] =>
  comparator ? [...inputs, comparator.base] : inputs

/**
 * The book of facts over a deck's data: figures as published, else computed, each once. `kept` are facts of an earlier
 * book that are known to be unchanged; this one need not be asked for them again.
 */
export function factBook(data: DeckData, kept?: KeptFacts): FactBook {
  const facts = new Map(kept?.facts)
  const asked = new Set(kept?.asked)
  const context = bookContext(data, facts)
  const note = (fact: Fact): Fact => {
    asked.add(fact.id)
    return fact
  }
  const part = (kind: 'share' | 'ratio', question: PartQuestion): Fact =>
    note(facts.get(partId(kind, question)) ?? keepFirst(facts, partFact(context, kind, question)))
  return {
    figure: (question) => note(context.figure(question)),
    ask: (measure, question) => note(context.ask(measure, question)),
    share: (question) => part('share', question),
    ratio: (question) => part('ratio', question),
    progress: (question) => note(keepFirst(facts, progressFact(context, question))),
    cagr: (question) => note(keepFirst(facts, cagrFact(context, question))),
    sum: (question) => {
      const fact = sumFact(context, question)
      return fact && note(keepFirst(facts, fact))
    },
    find: (id) => facts.get(id),
    asked: () => closure(asked, facts, inputsOf),
    known: () => closure(asked, facts, inputsAndBaseOf),
  }
}
