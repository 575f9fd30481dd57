import { isDifference } from '../../format/comparison.ts'
import { relativeNames, resolvePeriod } from '../../format/period-text.ts'
import { formatUnit } from '../../format/units.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { DeckConfig, DeckData, NumberStyle } from '../../model/deck.ts'
import { once } from '../../model/memory.ts'
import { type Period, periodKey } from '../../model/period.ts'
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
} from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { plainDigits } from '../arithmetic/printed-value.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, type Rule, type RuleContext } from '../rule.ts'
import { namesIn } from '../words/names/metric-names.ts'
import type { Passage } from '../words/passage.ts'
import { lengthsInHeads } from '../words/typed-heads.ts'
import { amountsIn, asciiDigits, type Numeral, typedNumerals } from '../words/typed-numbers.ts'
import { type TypedLabel, typedLabels, typedRanges } from '../words/typed-periods.ts'
import { placeOf } from '../words/word-place.ts'

/** How a slide names a period: relative to the reporting period where possible, so that it rolls on. */
function periodName(period: Period, { calendar, reportingPeriod }: DeckConfig): string {
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
    'LFY-1',
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

function readTyped({ text, after }: Numeral, numbers: NumberStyle, words: WordPatterns): Typed | undefined {
  const parsed = parseDecimal(plainDigits(asciiDigits(text), numbers))
  if (!parsed) return undefined
  const scale = words.scales.find(({ pattern }) => pattern.test(after))
  const kind = words.percentSign.test(after) ? 'percent' : words.pointsSign.test(after) ? 'points' : undefined
  return { ...parsed, exponent: scale?.exponent, kind }
}

/** The statement's value at the scale in which the number was typed. */
function atScale({ value, unit }: FigureStatement, { exponent }: Typed): Rational {
  return exponent === undefined ? value : multiply(value, powerOfTen(unit.exponent - exponent))
}

function mayBe({ unit }: FigureStatement, typed: Typed): boolean {
  if (typed.kind !== undefined) return unit.kind === 'percent' || unit.kind === 'points'
  return typed.exponent === undefined || unit.kind === 'currency' || unit.kind === 'count'
}

/** 0: the same when rounded as typed; 1: within half a per cent; 2: nothing alike. */
function likeness(statement: FigureStatement, typed: Typed): 0 | 1 | 2 {
  const value = magnitude(atScale(statement, typed))
  if (compare(round(value, typed.decimals), typed.value) === 0) return 0
  const near = compare(magnitude(subtract(value, typed.value)), multiply(value, rational(1n, 200n))) <= 0
  return near && value.n !== 0n ? 1 : 2
}

function placeholder(statement: FigureStatement, typed: Typed, config: DeckConfig): string {
  const { metric, period, scenario, measure, unit, base } = statement
  const scenarioText = scenario === 'actual' ? '' : ` scenario="${scenario}"`
  const name = periodName(period, config)
  if (base) {
    const helper = isDifference(measure) ? 'difference' : 'change'
    const vs = !measure.startsWith('yoy') ? ` vs="${periodName(base.period, config)}"` : ''
    return `{{${helper} "${metric}" "${name}"${vs}${scenarioText}}}`
  }
  const other = typed.exponent !== undefined && typed.exponent !== unit.exponent
  const as = other ? ` as="${formatUnit({ ...unit, exponent: typed.exponent ?? 0 })}"` : ''
  return `{{figure "${metric}" "${name}"${as}${scenarioText}}}`
}

/** Figures of the reporting period and those the slide already shows come first. */
function nearness(statement: FigureStatement, { ledger }: RuleContext, onSlide: ReadonlySet<string>): number {
  const reporting = periodName(statement.period, ledger.config)
  return (onSlide.has(statement.metric) ? 0 : 2) + (relativeNames.includes(reporting) ? 0 : 1)
}

/** What to write instead of a typed number, when a figure equals or nearly equals it. */
function typedHint(numeral: Numeral, { place }: Passage, context: RuleContext, onSlide: ReadonlySet<string>): string {
  const marked = place.path.endsWith('.hbs') ? `{{plain "${numeral.text}"}}` : `[[${numeral.text}]]`
  const mark = `Mark it as text with ${marked}, or bind it to a figure.`
  const typed = readTyped(numeral, context.ledger.config.numbers, context.words)
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

function checkLabel(label: TypedLabel, passage: Passage, { files, deck }: RuleContext): Finding | undefined {
  if (!label.period) return undefined // rule P1 reports labels that are no period
  return finding('P4', 'error', {
    slide: passage.slide.id,
    place: placeOf(passage, label, files),
    facts: [],
    message: `invalid period "${label.text}": typed, so that it does not roll on`,
    hint: `Write {{period "${periodName(label.period, deck.config)}"}}, or [[${label.text}]] where it is a name.`,
  })
}

/** Labels are definitions, not claims: "Shares above 5%" is a name. */
const labelsOf = once(
  ({ metrics, scenarios }: DeckData): ReadonlySet<string> =>
    new Set([
      ...[...metrics.values()].flatMap(({ label, short, also = [] }) => [label, short ?? label, ...also]),
      ...[...scenarios.values()].map(({ label }) => label),
    ]),
)

/** Where the cell of a row of data/tables stands that has a text; undefined of any other passage. */
function cellPlace({ path, line }: Place, text: string, { tables }: DeckData): Place | undefined {
  const rows = [...tables.values()].flatMap((table) => table.rows)
  const row = rows.find(({ place }) => place.path === path && place.line === line)
  return row?.places[row.cells.indexOf(text)]
}

/** Amounts that are marked as text, and those that the words of the data hold: cells of data/tables, fields of deck.yaml. */
function checkHeld(passage: Passage, context: RuleContext): readonly Finding[] {
  const { deck, words } = context
  const about = { slide: passage.slide.id, place: passage.place, facts: [] }
  const marked = amountsIn(passage, 'plain', words).map(({ numeral, within }) =>
    finding('P4', 'error', {
      ...about,
      message: `invalid mark "[[${within}]]": ${numeral.text} is an amount, with a currency, a scale or a per cent`,
      hint: 'Bind the amount to a figure; only a number that is a name may be marked as text.',
    }),
  )
  const held = amountsIn(passage, 'data', words).filter(({ within }) => !labelsOf(deck.data).has(within.trim()))
  const ofData = held.map(({ numeral, within }) =>
    finding('P4', 'error', {
      ...about,
      place: cellPlace(passage.place, within, deck.data) ?? passage.place,
      message: `invalid number "${numeral.text}" in "${within}", words of data/: typed, and bound to no figure`,
      hint: 'Write a placeholder in the cell or field, or keep the amount in data/figures and bind it.',
    }),
  )
  const texts = passage.pieces.flatMap(({ kind, start, end }) =>
    kind === 'plain' ? [passage.text.slice(start, end)] : [],
  )
  const listed = texts
    .filter((text) => /\p{Nd}/u.test(text))
    .map((text) => finding('P4', 'ticked', { ...about, message: `"${text}" is marked as text` }))
  return [...marked, ...ofData, ...(marked.length > 0 ? [] : listed)]
}

function checkPassage(passage: Passage, context: RuleContext, metrics: ReadonlySet<string>): readonly Finding[] {
  const labels = typedLabels(passage, context.deck.config.calendar)
  const dates = typedRanges(passage)
  const found = typedNumerals(passage, [...labels, ...dates], context.words)
  const named = found.length > 0 ? namesIn(passage.text, context.ledger.metrics) : []
  const known = found.length > 0 ? [...named, ...lengthsInHeads(passage, context)] : []
  const numerals = found.filter(({ start, end }) => !known.some((range) => range.start <= start && end <= range.end))
  const ranges = dates.map((match) =>
    finding('P4', 'error', {
      slide: passage.slide.id,
      place: placeOf(passage, match, context.files),
      facts: [],
      message: `invalid dates "${match.text}": typed, so that they do not roll on`,
      hint: 'Write {{dates "FY" style="short"}} with the period you mean.',
    }),
  )
  const typed = numerals.map((numeral) =>
    finding('P4', 'error', {
      slide: passage.slide.id,
      place: placeOf(passage, numeral, context.files),
      facts: [],
      message: `invalid number "${numeral.text}": typed, and bound to no figure`,
      hint: typedHint(numeral, passage, context, metrics),
    }),
  )
  return [
    ...labels.flatMap((label) => checkLabel(label, passage, context) ?? []),
    ...ranges,
    ...typed,
    ...checkHeld(passage, context),
  ]
}

function checkSlide({ slide, shown, passages }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const metrics = new Set(shown.map(({ fact }) => fact.metric))
  const findings = passages.flatMap((passage) => checkPassage(passage, context, metrics))
  if (findings.some(({ verdict }) => verdict !== 'ticked') || passages.length === 0) return findings
  return [
    ...findings,
    finding('P4', 'ticked', {
      slide: slide.id,
      place: slide.place,
      facts: [],
      message: 'every number is bound or marked as text',
    }),
  ]
}

export const p4: Rule = {
  id: 'P4',
  title: 'every number is bound, or marked as text',
  check: (context) => context.slides.flatMap((checked) => checkSlide(checked, context)),
}
