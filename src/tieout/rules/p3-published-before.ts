import { metricNamed } from '../../format/fact-names.ts'
import { convert, exponentOf, withoutScale } from '../../format/units.ts'
import { fill } from '../../language/fill.ts'
import type { BoundDeck } from '../../model/deck.ts'
import { type Fact, renamed } from '../../model/fact.ts'
import type { Figure } from '../../model/figure.ts'
import { type Interval, intervalOf, meets } from '../../model/interval.ts'
import { compare, multiply, powerOfTen, type Rational, round } from '../../model/rational.ts'
import { type PublishedFigure, parsePrinted, printedDigits } from '../../model/ties.ts'
import type { Finding } from '../finding.ts'
import { finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

/** A note says something when it has a word or two beside its numbers. */
const saysSomething = (note = ''): boolean => note.replace(/[^\p{L}]/gu, '').length >= 3

/** A restated figure says so in a note. */
function checkRestated({ ledger }: RuleContext): readonly Finding[] {
  return ledger.statements
    .filter(({ status }) => status === 'restated')
    .map(({ place, fact, note }) =>
      saysSomething(note)
        ? finding('P3', 'ticked', { place, facts: [fact], message: `${fact} is marked restated, with a note` })
        : finding('P3', 'error', {
            place,
            facts: [fact],
            message: `missing note of ${fact}: it is marked restated`,
            hint: 'Say in the note column what it was before, and why it changed.',
          }),
    )
}

const digitsIn = (text: string): readonly string[] =>
  text.replaceAll(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []

/**
 * Whether a restated figure says what it was before: its note has the published digits, or an older document states them.
 * So one restatement excuses one change; the next one needs another.
 */
function namesBefore(fact: Fact, before: PublishedFigure): boolean {
  if (!saysSomething(fact.note)) return false
  const then = parsePrinted(before.displayed)
  if (!then) return false
  return saysBefore(fact, before) || (fact.earlier?.some((figure) => isPrintOf(figure, then.low, before)) ?? false)
}

/** Whether the note of a figure has the digits of what was published. */
const saysBefore = ({ note = '' }: Fact, before: PublishedFigure): boolean =>
  digitsIn(note).includes(printedDigits(before).replace('-', ''))

/**
 * Whether the restatement of an input that was never published itself excuses what is computed from it: its note names what
 * was printed of that, or an older document states the input as it was.
 */
const explains = (input: Fact, printed: PublishedFigure): boolean =>
  saysSomething(input.note) && (saysBefore(input, printed) || (input.earlier?.length ?? 0) > 0)

/** Whether an older document's figure prints as it was published. */
function isPrintOf({ value, unit }: Figure, then: Rational, { displayUnit, decimals }: PublishedFigure): boolean {
  if (value === null) return false
  const shown = convert(value, unit, { ...unit, exponent: exponentOf(displayUnit) })
  return compare(round(shown, decimals), then) === 0
}

type Latest = ReadonlyMap<string, PublishedFigure>

/** What a change of a published figure is excused by. */
interface Excuses {
  /** The row of the figure that changed. */
  readonly printed: PublishedFigure
  readonly latest: Latest
  readonly deck: BoundDeck
}

/** Whether a change of what was published is excused: by the figure's own restatement, or by that of one of its inputs. */
function isExcused(id: string, excuses: Excuses, seen: ReadonlySet<string> = new Set()): boolean {
  const { printed, latest, deck } = excuses
  const fact = deck.facts.get(id)
  if (!fact || seen.has(id)) return false
  const before = latest.get(id)
  if (fact.status === 'restated') return before ? namesBefore(fact, before) : explains(fact, printed)
  return fact.inputs.some((input) => isExcused(input, excuses, new Set([...seen, id])))
}

const rowOf = ({ place }: PublishedFigure): string => (place ? `; its row is ${place.path}:${place.line}` : '')

/** A figure as an earlier edition printed it, against the same figure in this one. */
function checkBefore(shown: ShownFigure, latest: Latest, { deck }: RuleContext): Finding | undefined {
  const before = latest.get(shown.use.fact)
  if (!before) return undefined
  const [now, then] = [parsePrinted(shown.use.displayed), parsePrinted(before.displayed)]
  if (!now || !then) return undefined
  const { rounding } = deck.config.numbers
  const interval = ({ low, high }: typeof now, decimals: number, unit: string): Interval => {
    const factor = powerOfTen(exponentOf(unit))
    const ulp = multiply(powerOfTen(-decimals), factor)
    const around = (value: Rational): Interval => intervalOf({ value: multiply(value, factor), ulp }, rounding)
    return { low: around(low).low, high: around(high).high }
  }
  const { decimals, displayUnit } = shown.use
  const isOneUnit = withoutScale(displayUnit) === withoutScale(before.displayUnit)
  const same =
    isOneUnit &&
    (decimals === before.decimals && displayUnit === before.displayUnit
      ? compare(now.low, then.low) === 0 && compare(now.high, then.high) === 0
      : meets(interval(now, decimals, displayUnit), interval(then, before.decimals, before.displayUnit)))
  const arithmetic = fill(deck.config.language.report.arithmetic.published, {
    before: `${before.displayed} ${before.displayUnit}`,
    edition: before.edition,
    now: `${shown.use.displayed} ${shown.use.displayUnit}`,
  })
  if (same)
    return findingOf('P3', 'ticked', { shown, arithmetic, message: `${shown.use.fact} keeps its published value` })
  if (isExcused(shown.fact.id, { printed: before, latest, deck }))
    return findingOf('P3', 'ticked', { shown, arithmetic, message: `${shown.use.fact} is restated` })
  return findingOf('P3', 'error', {
    shown,
    arithmetic,
    message: `invalid ${shown.use.fact}: it was published ${isOneUnit ? 'with another value' : 'in another unit'}`,
    hint: `Correct it, or give the figure (or the input that changed) the status restated and a note that says why and names ${printedDigits(before)}, what it was${rowOf(before)}.`,
  })
}

/** What was published under the former id of a metric is its figure. */
const currentId = ({ fact }: PublishedFigure, { deck }: RuleContext): string =>
  renamed(fact, (name) => metricNamed(deck.data.metrics, name)?.id ?? name)

function checkPublished(context: RuleContext): readonly Finding[] {
  if (context.published.length === 0) return []
  const latest: Latest = new Map(context.published.map((figure) => [currentId(figure, context), figure]))
  return context.slides.flatMap((checked) =>
    checked.shown.flatMap((shown) => checkBefore(shown, latest, context) ?? []),
  )
}

export const p3: Rule = {
  id: 'P3',
  title: 'a figure already published keeps its value or is marked restated',
  check: (context) => [...checkRestated(context), ...checkPublished(context)],
}
