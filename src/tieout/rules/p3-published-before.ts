import { exponentOf } from '../../format/units.ts'
import { fill } from '../../language/fill.ts'
import type { BoundDeck } from '../../model/deck.ts'
import { metricsIn } from '../../model/fact.ts'
import { type Interval, intervalOf, meets } from '../../model/interval.ts'
import { compare, multiply, powerOfTen, type Rational } from '../../model/rational.ts'
import type { PublishedFigure } from '../../model/ties.ts'
import { parsePrinted } from '../../model/ties.ts'
import type { Finding } from '../finding.ts'
import { finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

/** A restated figure says so in a note. */
function checkRestated({ ledger }: RuleContext): readonly Finding[] {
  return ledger.statements
    .filter(({ status }) => status === 'restated')
    .map(({ place, fact, note }) =>
      note !== undefined && note.trim() !== ''
        ? finding('P3', 'ticked', { place, facts: [fact], message: `${fact} is marked restated, with a note` })
        : finding('P3', 'error', {
            place,
            facts: [fact],
            message: `missing note of ${fact}: it is marked restated`,
            hint: 'Say in the note column what it was before, and why it changed.',
          }),
    )
}

/** Whether a figure is marked restated, or was computed from one that is. */
function isRestated(id: string, deck: BoundDeck, seen: ReadonlySet<string> = new Set()): boolean {
  const fact = deck.facts.get(id)
  if (!fact || seen.has(id)) return false
  return fact.status === 'restated' || fact.inputs.some((input) => isRestated(input, deck, new Set([...seen, id])))
}

/** A printed unit without its scale: "JPY" of "JPY mn" and of "JPY bn". */
const withoutScale = (unit: string): string =>
  unit === 'bps' ? 'points' : exponentOf(unit) === 0 ? unit : unit.slice(0, unit.lastIndexOf(' '))

const rowOf = ({ place }: PublishedFigure): string => (place ? `; its row is ${place.path}:${place.line}` : '')

/** A figure as an earlier edition printed it, against the same figure in this one. */
function checkBefore(shown: ShownFigure, before: PublishedFigure, { deck }: RuleContext): Finding | undefined {
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
  if (isRestated(shown.fact.id, deck))
    return findingOf('P3', 'ticked', { shown, arithmetic, message: `${shown.use.fact} is restated` })
  return findingOf('P3', 'error', {
    shown,
    arithmetic,
    message: `invalid ${shown.use.fact}: it was published ${isOneUnit ? 'with another value' : 'in another unit'}`,
    hint: `Correct it, or give the figure (or the input that changed) the status restated and a note${rowOf(before)}.`,
  })
}

/** A row whose metrics this deck does not have: it cannot be compared. */
function unknownRows({ deck, published }: RuleContext): readonly Finding[] {
  const { metrics } = deck.data
  return published.flatMap(({ fact, place }) => {
    if (!place || metricsIn(fact).some((name) => metrics.has(name))) return []
    const message = `not checkable, ${fact}: it was published, but no metric has this name now`
    const hint = 'Rename a metric in data/published.csv, too.'
    return [finding('P3', 'not-checkable', { place, facts: [fact], message, hint })]
  })
}

function checkPublished(context: RuleContext): readonly Finding[] {
  const before = new Map(context.published.map((figure) => [figure.fact, figure]))
  if (before.size === 0) return []
  return context.slides.flatMap((checked) =>
    checked.shown.flatMap((shown) => {
      const found = before.get(shown.use.fact)
      return found ? (checkBefore(shown, found, context) ?? []) : []
    }),
  )
}

export const p3: Rule = {
  id: 'P3',
  title: 'a figure already published keeps its value or is marked restated',
  check: (context) => [...checkRestated(context), ...checkPublished(context), ...unknownRows(context)],
}
