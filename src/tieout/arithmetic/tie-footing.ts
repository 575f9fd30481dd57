import { figureId } from '../../model/fact.ts'
import type { FigureQuestion } from '../../model/fact-book.ts'
import { rational } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import type { Tie, TieTerm } from '../../model/ties.ts'
import type { Finding, RuleId } from '../finding.ts'
import { finding } from '../rule.ts'
import type { DataLedger } from './data-ledger.ts'
import { type FootingTerm, foot } from './footing.ts'
import { type MetricLevel, rescaled } from './metric-level.ts'

/** A sum over stated figures: which parts, at which times, against which total. */
export interface TieCase {
  readonly rule: RuleId
  /** What the sum is, for the report: "Total revenues FY08". */
  readonly name: string
  readonly total: FigureQuestion
  readonly parts: readonly (FigureQuestion & Pick<TieTerm, 'weight'>)[]
  readonly place: Place
  /** The entry of `ties:` that demands it: a failure names it. */
  readonly declared?: Pick<Tie, 'name' | 'place'> | undefined
}

export const plus = rational(1n)

export function footingTerm(level: MetricLevel, weight = plus): FootingTerm {
  return { label: level.fact, value: level.value, ulp: level.ulp, interval: level.interval, weight }
}

/** " by the tie "By kind", data/metrics.yaml:12": where a reader finds what demands the sum. */
const by = (declared: TieCase['declared']): string =>
  declared
    ? ` by the tie ${declared.name === undefined ? '' : `"${declared.name}", `}${declared.place.path}:${declared.place.line}`
    : ''

/** Checks one sum; a missing figure makes it not checkable, and the message names it. */
export function footTie({ rule, name, total, parts, place, declared }: TieCase, ledger: DataLedger): Finding {
  const whole = ledger.level(total)
  const levels = parts.map((part) => ledger.level(part))
  const facts = [...new Set([total, ...parts].map(figureId))]
  const known = levels.filter((level) => level !== undefined)
  if (!whole || known.length < parts.length) {
    const missing = [...parts, total].filter((question) => !ledger.level(question)).map(figureId)
    return finding(rule, 'not-checkable', {
      place,
      facts,
      message: `not checkable, ${name}: missing ${missing.join(', ')}`,
    })
  }
  if (whole.qualified || known.some(({ qualified }) => qualified))
    return finding(rule, 'not-checkable', {
      place,
      facts,
      message: `not checkable, ${name}: a figure is stated approximately`,
    })
  const terms = known.map((level, index) => footingTerm(rescaled(level, whole.exponent), parts[index]?.weight))
  const { numbers, language } = ledger.config
  const words = language.report.arithmetic
  const result = foot({ parts: terms, total: footingTerm(whole), rounding: numbers.rounding, words })
  const failed = result.verdict === 'error' || result.verdict === 'warning'
  return finding(rule, result.verdict, {
    place,
    facts: [...new Set([...facts, ...whole.facts, ...known.flatMap((level) => level.facts)])],
    message: failed ? `invalid total, ${name}: the parts do not add up${by(declared)}` : name,
    arithmetic: result.arithmetic,
    tolerance: result.tolerance,
    hint: result.hint,
  })
}

/** "Total revenues FY08", or with the scenario where it is not the actual one. */
export function nameOf(ledger: DataLedger, question: FigureQuestion): string {
  const label = ledger.metrics.get(question.metric)?.label ?? question.metric
  const scenario = question.scenario ?? 'actual'
  return `${label} ${question.period.label}${scenario === 'actual' ? '' : ` (${scenario})`}`
}
