import { relativeNames, resolvePeriod } from '../format/relative-period.ts'
import { formatUnit, scales } from '../format/unit.ts'
import type { DeckConfig } from '../model/deck.ts'
import { type Period, periodKey } from '../model/period.ts'
import {
  compare,
  magnitude,
  multiply,
  parseDecimal,
  powerOfTen,
  type Rational,
  rational,
  round,
  subtract,
} from '../model/rational.ts'
import type { Context } from './context.ts'
import { baseOf, isDifference } from './ledger.ts'
import type { Numeral } from './numerals.ts'
import { plainDigits } from './printed.ts'
import type { Statement } from './statement.ts'

/** How a slide names a period: relative to the reporting period where it can, so that it rolls on. */
export function periodName(period: Period, { calendar, reportingPeriod }: DeckConfig): string {
  const names = [
    ...relativeNames,
    'FY+1',
    'Q-1',
    'Q-4',
    'Q1-1',
    'Q2-1',
    'Q3-1',
    'Q4-1',
    'H1-1',
    'H2-1',
    'H1+1',
    'H2+1',
    '9M-1',
  ]
  const key = periodKey(period)
  const relative = names.find((name) => {
    const found = resolvePeriod(name, { calendar, reporting: reportingPeriod })
    return found && periodKey(found) === key
  })
  return relative ?? period.label
}

interface Typed {
  readonly value: Rational
  readonly decimals: number
  /** Power of ten of the scale word after it; undefined when there is none. */
  readonly exponent: number | undefined
  readonly kind: 'percent' | 'points' | undefined
}

function readTyped({ text, after }: Numeral, { numbers, language }: DeckConfig): Typed | undefined {
  const parsed = parseDecimal(plainDigits(text, numbers))
  if (!parsed) return undefined
  const word = /^\s?(\p{L}+|%)/u.exec(after)?.[1]?.toLowerCase() ?? ''
  const scale = scales.find(({ short }) => short === word || language.numbers.scales[short].toLowerCase() === word)
  const kind =
    word === '%' || word === 'percent' || word === 'per'
      ? 'percent'
      : /^(?:points?|bps)$/.test(word)
        ? 'points'
        : undefined
  return { ...parsed, exponent: scale?.exponent, kind }
}

/** The statement's value at the scale in which the number was typed. */
function atScale({ value, unit }: Statement, { exponent }: Typed): Rational {
  return exponent === undefined ? value : multiply(value, powerOfTen(unit.exponent - exponent))
}

function mayBe({ unit }: Statement, typed: Typed): boolean {
  if (typed.kind !== undefined) return unit.kind === 'percent' || unit.kind === 'points'
  return typed.exponent === undefined || unit.kind === 'currency' || unit.kind === 'count'
}

/** 0: the same when rounded as typed; 1: within half a per cent; 2: nothing alike. */
function likeness(statement: Statement, typed: Typed): 0 | 1 | 2 {
  const value = magnitude(atScale(statement, typed))
  if (compare(round(value, typed.decimals), typed.value) === 0) return 0
  const near = compare(magnitude(subtract(value, typed.value)), multiply(value, rational(1n, 200n))) <= 0
  return near && value.n !== 0n ? 1 : 2
}

function placeholder(statement: Statement, typed: Typed, config: DeckConfig): string {
  const { metric, period, scenario, measure, unit } = statement
  const scenarioText = scenario === 'actual' ? '' : ` scenario="${scenario}"`
  const name = periodName(period, config)
  const base = baseOf(measure, period, config)
  if (base) {
    const helper = isDifference(measure) ? 'difference' : 'change'
    const vs = !measure.startsWith('yoy') ? ` vs="${periodName(base, config)}"` : ''
    return `{{${helper} "${metric}" "${name}"${vs}${scenarioText}}}`
  }
  const other = typed.exponent !== undefined && typed.exponent !== unit.exponent
  const as = other ? ` as="${formatUnit({ ...unit, exponent: typed.exponent ?? 0 })}"` : ''
  return `{{figure "${metric}" "${name}"${as}${scenarioText}}}`
}

/** Figures of the reporting period and those the slide already shows come first. */
function nearness(statement: Statement, { ledger }: Context, onSlide: ReadonlySet<string>): number {
  const reporting = periodName(statement.period, ledger.config)
  return (onSlide.has(statement.metric) ? 0 : 2) + (relativeNames.includes(reporting) ? 0 : 1)
}

/** What to write instead of a typed number, when a figure equals or nearly equals it. */
export function typedHint(numeral: Numeral, context: Context, onSlide: ReadonlySet<string>): string {
  const mark = `Mark it as text with [[${numeral.text}]], or bind it to a figure.`
  const typed = readTyped(numeral, context.ledger.config)
  if (!typed) return mark
  const { ledger } = context
  const candidates = ledger.statements
    .filter((statement) => mayBe(statement, typed))
    .map((statement) => ({ statement, rank: likeness(statement, typed) }))
    .filter(({ rank }) => rank < 2)
    .map((found) => ({ ...found, nearness: nearness(found.statement, context, onSlide) }))
    .sort((a, b) => a.rank - b.rank || a.nearness - b.nearness)
  const [best] = candidates
  const isSmall = numeral.text.replace(/\D/g, '').length < 2 // one digit equals too much to guess
  if (!best || isSmall) return mark
  const write = placeholder(best.statement, typed, ledger.config)
  return best.rank === 0
    ? `It equals ${best.statement.fact}: write ${write}.`
    : `It nearly equals ${best.statement.fact}: is it ${write}?`
}
