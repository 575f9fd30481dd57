import type { Period } from '../model/period.ts'
import { type ChangeResult, judgeChange, type Operand } from './change.ts'
import { type Context, finding, findingOf } from './context.ts'
import type { Finding, RuleId } from './finding.ts'
import { baseOf, isDifference, type Ledger } from './ledger.ts'
import type { Level, Question } from './level.ts'
import { once } from './once.ts'
import type { Shown } from './passage.ts'
import { printedValue } from './printed.ts'
import type { Statement } from './statement.ts'
import { timeLevels } from './time-level.ts'

type ChangeRule = 'C1' | 'C2' | 'C5'

/** The two levels that a change compares; a target is compared with what was reached when there was no such target. */
function operandsOf(
  ledger: Ledger,
  { metric, period, scenario, base }: { metric: string; period: Period; scenario: string; base: Period },
): { readonly now: Operand & { qualified: boolean }; readonly base: Operand & { qualified: boolean } } | string {
  const known = (question: Question): Level | undefined => ledger.level(question) ?? timeLevels(ledger)(question)
  const now = known({ metric, period, scenario })
  const before = known({ metric, period: base, scenario }) ?? known({ metric, period: base })
  if (!now) return `missing ${ledger.missing({ metric, period, scenario })}`
  if (!before) return `missing ${ledger.missing({ metric, period: base })}`
  return { now: { label: now.fact, ...now }, base: { label: before.fact, ...before } }
}

/** Which rule a change comes under: differences of percentages are points. */
function ruleOf(kind: 'growth' | 'difference', unit: string): ChangeRule {
  if (kind === 'growth' && unit !== 'points') return 'C2'
  return unit === 'points' ? 'C5' : 'C1'
}

interface Judged {
  readonly rule: RuleId
  readonly result: ChangeResult
}

function describe(name: string, { rule, result }: Judged): { rule: RuleId; message: string } {
  if (result.meaningless === true) return { rule: 'C3', message: `invalid percentage, ${name}` }
  const failed = result.verdict === 'error' || result.verdict === 'warning'
  return { rule, message: failed ? `invalid change, ${name}: it does not follow from its figures` : name }
}

function kindOf({ measure, unit }: Statement): 'growth' | 'difference' {
  return isDifference(measure) || unit.kind === 'points' ? 'difference' : 'growth'
}

/** A change that the data state as published, against the figures that they state too. */
function statedChange(statement: Statement, { ledger }: Context): Finding | undefined {
  const { config } = ledger
  const { metric, period, scenario, measure, place, fact, ulp } = statement
  const base = baseOf(measure, period, config)
  if (!base || ulp === null) return undefined
  const kind = kindOf(statement)
  const rule = ruleOf(kind, statement.unit.kind)
  const operands = operandsOf(ledger, { metric, period, scenario, base })
  if (typeof operands === 'string')
    return finding(rule, 'not-checkable', { place, facts: [fact], message: `not checkable, ${fact}: ${operands}` })
  const facts = [fact, operands.now.label, operands.base.label]
  if (operands.now.qualified || operands.base.qualified)
    return finding(rule, 'not-checkable', {
      place,
      facts,
      message: `not checkable, ${fact}: a figure is stated approximately`,
    })
  const { rounding, changesFrom: basis } = config.numbers
  const words = config.language.report.arithmetic
  const result = judgeChange({ kind, change: { value: statement.value, ulp }, ...operands, rounding, basis, words })
  const told = describe(fact, { rule, result })
  const { verdict, arithmetic, tolerance, hint } = result
  return finding(told.rule, verdict, { place, facts, message: told.message, arithmetic, tolerance, hint })
}

/** A change as a slide prints it, against the figures it is a change of. */
function shownChange(shown: Shown, { ledger, deck }: Context): Finding | undefined {
  const { fact, use } = shown
  const unit = ledger.metrics.get(fact.metric)?.unit
  const printed = printedValue(shown, unit?.kind === fact.unit.kind ? unit.exponent : 0)
  if ((fact.kind !== 'growth' && fact.kind !== 'difference') || !printed || !fact.comparator) return undefined
  const kind = fact.kind === 'growth' && fact.unit.kind !== 'points' ? 'growth' : 'difference'
  const rule = ruleOf(kind, fact.unit.kind)
  const { metric, period, scenario } = fact
  const operands = operandsOf(ledger, { metric, period, scenario, base: fact.comparator.period })
  if (typeof operands === 'string')
    return findingOf(rule, 'not-checkable', { shown, message: `not checkable, ${use.text}: ${operands}` })
  if (operands.now.qualified || operands.base.qualified)
    return findingOf(rule, 'not-checkable', {
      shown,
      message: `not checkable, ${use.text}: a figure is stated approximately`,
    })
  const { rounding, changesFrom: basis } = deck.config.numbers
  const words = deck.config.language.report.arithmetic
  const result = judgeChange({
    kind,
    change: printed,
    ...operands,
    rounding: fact.ulp ? rounding : 'nearest',
    basis,
    words,
  })
  const told = describe(`${use.text} (${fact.id})`, { rule, result })
  const { verdict, arithmetic, tolerance, hint } = result
  const facts = [fact.id, operands.now.label, operands.base.label]
  return findingOf(told.rule, verdict, { shown, facts, message: told.message, arithmetic, tolerance, hint })
}

/** Every finding about changes, stated and shown; the rules C1, C2, C3 and C5 each take theirs. */
export const changeFindings = once((context: Context): readonly Finding[] => {
  const stated = context.ledger.statements.flatMap((statement) => statedChange(statement, context) ?? [])
  const shown = context.slides.flatMap((view) => view.shown.flatMap((item) => shownChange(item, context) ?? []))
  return [...stated, ...shown]
})
