import { containing, fiscalPlace, fiscalYear, lastMonthOf, spanOf } from '../../../format/fiscal.ts'
import type { ClaimWords } from '../../../language/claim-words.ts'
import { numberSaid } from '../../../language/claims/number-phrases.ts'
import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import { once } from '../../../model/memory.ts'
import type { Calendar, Period, Span } from '../../../model/period.ts'
import type { WordMatch } from '../../../tieout/words/matches/text-pool.ts'
import { clauseAt, matchesIn, ownText, type Passage, type PassagePiece } from '../../../tieout/words/passage.ts'
import { typedLabels } from '../../../tieout/words/typed-periods.ts'
import { wordedPeriods } from '../../../tieout/words/worded-periods.ts'
import type { Step } from '../next-period.ts'

/**
 * Words that were true on the day of the old deck: what it did with its guidance, how many weeks its periods had, what was still
 * to come, and a year so far that is over.
 */
export const timelyKinds = ['guidance', 'weeks', 'came', 'soFar'] as const
export type TimelyKind = (typeof timelyKinds)[number]

interface Reading {
  readonly step: Step
  readonly words: WordPatterns
  readonly calendar: Calendar
}

/** Whether a period was to come for the old deck and is over for the new one. */
const hasCome = (period: Period, { from, to }: Step): boolean =>
  lastMonthOf(period) > lastMonthOf(from) && lastMonthOf(period) <= lastMonthOf(to)

const wasRunning = (period: Period, { from }: Step): boolean =>
  period.kind === 'span' && period.start <= lastMonthOf(from)

/** Spans that end with a period: itself and its year so far. */
function endingWith(span: Span, calendar: Calendar): readonly Span[] {
  const { start } = fiscalYear(lastMonthOf(span), calendar)
  return [span, spanOf(start, lastMonthOf(span) - start + 1, calendar), containing(span, 3, calendar)].flatMap((one) =>
    one.kind === 'span' ? [one] : [],
  )
}

/** "The quarter had twelve weeks": as many as the old period or its year so far, where the new one has others. */
function weekCounts(passage: Passage, { step, words, calendar }: Reading): readonly WordMatch[] {
  const weeks = (span: Span): ReadonlySet<number> =>
    new Set(endingWith(span, calendar).flatMap(({ days }) => days?.weeks ?? []))
  const [old, fresh] = [weeks(step.from), weeks(step.to)]
  return matchesIn(passage, words.subjects.anyWeeks, true).filter(({ groups: [said = ''] }) => {
    const count = numberSaid(words.claims, said)
    return count !== undefined && old.has(count) && !fresh.has(count)
  })
}

const asMatch = ({ text }: Passage, { start, end }: PassagePiece): WordMatch => ({
  start,
  end,
  text: text.slice(start, end),
  groups: [],
})

/** Times of a passage that have come, in words, by a placeholder, or as the time of a target. */
function comeTimes(
  passage: Passage,
  { step, words, calendar }: Reading,
): readonly (WordMatch & { readonly isPart: boolean })[] {
  const at = fiscalPlace(step.to.start, calendar).offset / step.to.months
  const isNewPart = (months: number, index: number | undefined): boolean => months === step.to.months && index === at
  const worded = wordedPeriods(passage, words, calendar, true).flatMap(({ match, spans, part, isYear }) => {
    const isCome = spans.length > 0 ? spans.some((span) => hasCome(span, step)) : isNewPart(part.months, part.index)
    return isCome ? [{ ...match, isPart: !isYear }] : []
  })
  const labels = typedLabels(passage, calendar).filter(({ period }) => period && hasCome(period, step))
  const pieces = passage.pieces.filter((piece) => {
    // the new period itself is what "Q" and "YTD" are now: only one that was running is what it was
    if (piece.kind === 'period')
      return piece.period !== undefined && hasCome(piece.period, step) && wasRunning(piece.period, step)
    return piece.kind === 'figure' && piece.shown.fact.scenario !== 'actual' && hasCome(piece.shown.fact.period, step)
  })
  return [
    ...worded,
    ...labels.map((label) => ({ ...label, isPart: false })),
    ...pieces.map((piece) => ({ ...asMatch(passage, piece), isPart: false })),
  ]
}

/** "Sales are expected to grow in fiscal 2020", "the fourth quarter has a week more", of a time that has come. */
function comeWords(passage: Passage, reading: Reading): readonly WordMatch[] {
  const { words, step } = reading
  const isSamePlace =
    fiscalPlace(step.from.start, reading.calendar).offset === fiscalPlace(step.to.start, reading.calendar).offset
  return comeTimes(passage, reading).flatMap(({ isPart, ...match }) => {
    const clause = clauseAt(passage, match.start, words)
    const text = ownText(passage, clause.start, clause.end)
    const promise = [words.future, words.targets].map((pattern) => pattern.exec(text)).find((found) => found !== null)
    if (!promise) return isPart && !isSamePlace ? [match] : []
    const start = clause.start + promise.index
    return [{ start, end: start + promise[0].length, text: promise[0], groups: [] }]
  })
}

/** "We raise our guidance", "guidance confirmed". */
const revisionsOf = once(({ comparisonPhrases: { raisedTarget, cutTarget, keptTarget } }: ClaimWords) =>
  [raisedTarget, cutTarget, keptTarget].map((source) => wordExpression(source, 'giu')),
)

/** What a passage says that was of the day of the old deck, by kind. */
export function timelyWords(passage: Passage, reading: Reading): Readonly<Record<TimelyKind, readonly WordMatch[]>> {
  const { words, step, calendar } = reading
  const endsYear = lastMonthOf(fiscalYear(lastMonthOf(step.to), calendar)) === lastMonthOf(step.to)
  return {
    guidance: revisionsOf(words.claims).flatMap((pattern) => matchesIn(passage, pattern)),
    weeks: weekCounts(passage, reading),
    came: comeWords(passage, reading),
    soFar: endsYear ? matchesIn(passage, words.subjects.yearSoFar) : [],
  }
}
