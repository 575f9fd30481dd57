import { isDifference } from '../../format/comparison.ts'
import { exponentOf, isPer } from '../../format/units.ts'
import { fill } from '../../language/fill.ts'
import type { ArithmeticWords } from '../../language/report-words.ts'
import { type Fact, figureId } from '../../model/fact.ts'
import type { FigureQuestion } from '../../model/fact-book.ts'
import { once } from '../../model/memory.ts'
import { multiply, powerOfTen, type Rounding } from '../../model/rational.ts'
import type { RuleId } from '../../model/ties.ts'
import type { Finding } from '../finding.ts'
import { finding, findingOf, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'
import { amount, decimalsOf } from './amount.ts'
import { type ChangeResult, checkChange, eitherRounding, type Operand, operandOf } from './change.ts'
import type { FigureStatement } from './figure-statement.ts'
import { rescaled } from './metric-level.ts'
import { isPlainDifference, missedEnds, type PrintedFigures, printedFigures } from './printed-sums.ts'
import { printedValue } from './printed-value.ts'

type ChangeRule = 'C1' | 'C2' | 'C5'
type ChangeSide = Operand & { readonly qualified: boolean }

/** A change, and what it is measured against. */
interface ComparedQuestions {
  readonly now: FigureQuestion
  readonly base: FigureQuestion
}

/** The level of the data; where they give none, what the deck has computed, brought to the scale of the metric. */
function sideOf(question: FigureQuestion, { ledger, deck }: RuleContext): ChangeSide | undefined {
  const level = ledger.known(question)
  if (level) return { label: level.fact, ...level }
  const fact = deck.facts.get(figureId(question))
  const operand = operandOf(fact)
  const exponent = ledger.metrics.get(question.metric)?.unit.exponent ?? 0
  return operand && { ...rescaled(operand, exponent), qualified: fact?.qualifier !== undefined }
}

/** A restated figure as one of some documents gave it, where the one that restates it is none of them. */
function vintageOf(
  question: FigureQuestion,
  documents: readonly string[],
  { ledger }: RuleContext,
): ChangeSide | undefined {
  const isFrom = ({ sources }: FigureStatement): boolean => sources.some(({ document }) => documents.includes(document))
  const [current] = ledger.stated(question)
  const older = current && !isFrom(current) ? current.earlier.findLast(isFrom) : undefined
  return older && { ...older, label: older.fact, qualified: older.qualifier !== undefined }
}

/**
 * The two numbers that a change compares, or why it cannot be checked. A change that some documents publish compares the
 * figures as they gave them, even where newer ones have restated these.
 */
function sidesOf(
  { now, base }: ComparedQuestions,
  context: RuleContext,
  documents: readonly string[] = [],
): { readonly now: ChangeSide; readonly base: ChangeSide } | string {
  const [after, before] = [now, base].map((side) => vintageOf(side, documents, context) ?? sideOf(side, context))
  if (!after) return `missing ${figureId(now)}`
  if (!before) return `missing ${figureId(base)}`
  return after.qualified || before.qualified ? 'a figure is stated approximately' : { now: after, base: before }
}

/** The rule for a change: differences of percentages are points. */
function ruleOf(kind: 'growth' | 'difference', unit: string): ChangeRule {
  if (kind === 'growth' && unit !== 'points') return 'C2'
  return unit === 'points' ? 'C5' : 'C1'
}

interface CheckedChange {
  readonly rule: RuleId
  readonly result: ChangeResult
}

function describe(name: string, { rule, result }: CheckedChange): { rule: RuleId; message: string } {
  if (result.meaningless === true) return { rule: 'C3', message: `invalid percentage, ${name}` }
  const failed = result.verdict === 'error' || result.verdict === 'warning'
  return { rule, message: failed ? `invalid change, ${name}: it does not follow from its figures` : name }
}

function kindOf({ measure, unit }: FigureStatement): 'growth' | 'difference' {
  return isDifference(measure) || unit.kind !== 'percent' ? 'difference' : 'growth'
}

/** Of a metric of which less is better, negative amounts are expenses: their growth is that of the magnitude. */
const isExpense = (metric: string, { ledger }: RuleContext): boolean => ledger.metrics.get(metric)?.polarity === 'less'

/** A change that the data state as published, against the figures that they state too. */
function statedChange(statement: FigureStatement, context: RuleContext): Finding | undefined {
  const { metric, period, scenario, place, fact, ulp, base } = statement
  if (!base || ulp === null) return undefined
  const kind = kindOf(statement)
  const rule = ruleOf(kind, statement.unit.kind)
  const documents = statement.sources.map(({ document }) => document)
  const sides = sidesOf({ now: { metric, period, scenario }, base }, context, documents)
  if (typeof sides === 'string')
    return finding(rule, 'not-checkable', { place, facts: [fact], message: `not checkable, ${fact}: ${sides}` })
  const facts = [fact, sides.now.label, sides.base.label]
  const { numbers, language } = context.ledger.config
  const words = language.report.arithmetic
  const signed = isExpense(metric, context)
  const change = { value: statement.value, ulp }
  const check = (rounding: Rounding): ChangeResult =>
    checkChange({ kind, change, ...sides, rounding, basis: numbers.changesFrom, words, signed })
  const result =
    rule === 'C1' && !isPer(statement.unit) ? check(numbers.rounding) : eitherRounding(numbers.rounding, check)
  const about = describe(fact, { rule, result })
  const { verdict, arithmetic, tolerance, hint } = result
  return finding(about.rule, verdict, { place, facts, message: about.message, arithmetic, tolerance, hint })
}

/** An input of a change that is neither its figure nor the base that it names: its words and its number would differ. */
function strayInput({ inputs, comparator, ...fact }: Fact): string | undefined {
  if (!comparator) return undefined
  const described = figureId({ metric: fact.metric, period: comparator.period, scenario: comparator.scenario })
  if (described !== comparator.base) return described
  const named: readonly string[] = [figureId(fact), comparator.base]
  const stray = [...inputs.filter((id) => !named.includes(id)), ...named.filter((id) => !inputs.includes(id))]
  return inputs.length === 0 ? undefined : stray[0] // a published change has no inputs
}

/** A change that is right, beside ends whose digits as printed on the slide make another one: it differs by rounding. */
function asPrinted(
  shown: ShownFigure,
  { result, figures, words }: { result: ChangeResult; figures: PrintedFigures; words: ArithmeticWords },
): ChangeResult {
  const ends = result.verdict === 'ticked' ? missedEnds(shown, figures) : undefined
  if (!ends) return result
  const scale = powerOfTen(-exponentOf(shown.use.displayUnit))
  const decimals = decimalsOf(multiply(ends.now.ulp, scale))
  const [now, base, gap] = [ends.now.value, ends.base.value, ends.difference].map((value) =>
    amount(multiply(value, scale), decimals),
  )
  const arithmetic = fill(words.printedEnds, { arithmetic: result.arithmetic, printed: `${now} - ${base} = ${gap}` })
  return { ...result, verdict: 'rounding', arithmetic }
}

/**
 * The documents whose figures a printed change compares: those that published it. Where its slide prints an end of it as a newer
 * document restates it, none, and `older` is that end as they gave it: the reader sees both.
 */
function documentsOf(
  { fact }: ShownFigure,
  { now, base }: ComparedQuestions,
  { printed, context }: { readonly printed: ReadonlySet<string>; readonly context: RuleContext },
): { readonly documents: readonly string[]; readonly older?: ChangeSide } {
  if (fact.inputs.length > 0) return { documents: [] }
  const documents = fact.sources.map(({ document }) => document)
  const beside = [now, base].filter((side) => printed.has(figureId(side)))
  const older = beside.map((side) => vintageOf(side, documents, context)).find((side) => side !== undefined)
  return older ? { documents: [], older } : { documents }
}

const restatedHint = ({ label }: ChangeSide): string =>
  `Its own document gave another ${label}, which a newer one restates: print the rate without that figure, or leave it out.`

/** What the figures of a slide's changes are held against: digits as printed, and which facts are. */
interface PrintedSlide {
  readonly figures: PrintedFigures
  readonly facts: ReadonlySet<string>
}

/** A change as a slide prints it, recomputed from its figure and from the base that it names. */
function shownChange(
  shown: ShownFigure,
  { figures, facts: onSlide }: PrintedSlide,
  context: RuleContext,
): Finding | undefined {
  const { fact, use } = shown
  const { metric, period, scenario, comparator } = fact
  const unit = context.ledger.metrics.get(metric)?.unit
  const printed = printedValue(shown, unit?.kind === fact.unit.kind ? unit.exponent : 0)
  if ((fact.kind !== 'growth' && fact.kind !== 'difference') || !printed || !comparator) return undefined
  const kind = isPlainDifference(fact) ? 'difference' : 'growth' // of times (2.1x) both are the difference
  const rule = ruleOf(kind, fact.unit.kind)
  const stray = strayInput(fact)
  if (stray !== undefined)
    return findingOf(rule, 'error', {
      shown,
      message: `invalid base of ${use.text} (${fact.id}): it names ${comparator.base}, but is computed from ${stray}`,
    })
  const base = { metric, period: comparator.period, scenario: comparator.scenario }
  const compared = { now: { metric, period, scenario }, base }
  const { documents, older } = documentsOf(shown, compared, { printed: onSlide, context })
  const sides = sidesOf(compared, context, documents)
  if (typeof sides === 'string')
    return findingOf(rule, 'not-checkable', { shown, message: `not checkable, ${use.text}: ${sides}` })
  const { numbers, language } = context.deck.config
  const rounding = fact.ulp ? numbers.rounding : 'nearest'
  const words = language.report.arithmetic
  const basis = numbers.changesFrom
  const signed = isExpense(metric, context)
  const check = (how: Rounding): ChangeResult =>
    checkChange({ kind, change: printed, ...sides, rounding: how, basis, words, signed })
  const isAmount = rule === 'C1' && !isPer(fact.unit)
  const result = isAmount ? check(rounding) : eitherRounding(rounding, check)
  const about = describe(`${use.text} (${fact.id})`, { rule, result })
  const outcome = asPrinted(shown, { result, figures, words })
  const { verdict, arithmetic, tolerance } = outcome
  const hint = verdict === 'error' && older ? restatedHint(older) : outcome.hint
  const facts = [fact.id, sides.now.label, sides.base.label]
  return findingOf(about.rule, verdict, { shown, facts, message: about.message, arithmetic, tolerance, hint })
}

/** Every finding about changes, stated and shown; the rules C1, C2, C3 and C5 each take theirs. */
export const changeFindings = once((context: RuleContext): readonly Finding[] => {
  const stated = context.ledger.statements.flatMap((statement) => statedChange(statement, context) ?? [])
  const shown = context.slides.flatMap((checked) => {
    const printed = { figures: printedFigures(checked.shown), facts: new Set(checked.shown.map(({ fact }) => fact.id)) }
    return checked.shown.flatMap((item) => shownChange(item, printed, context) ?? [])
  })
  return [...stated, ...shown]
})
