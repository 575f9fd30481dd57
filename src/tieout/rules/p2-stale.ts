import { civilDate, dayNumber, monthNumber, parseIsoDate } from '../../format/civil.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { monthOf, type WordPatterns } from '../../language/word-patterns.ts'
import type { Period, Span } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import { segmentAt } from '../words/claim-segment.ts'
import type { WordMatch } from '../words/matches/text-pool.ts'
import { clauseAt, matchesIn, ownText, type Passage } from '../words/passage.ts'
import { rolledWords, titledDeck } from '../words/stale/rolled-words.ts'
import { staleWords } from '../words/stale/stale-words.ts'
import { placeOf } from '../words/word-place.ts'

const firstMonthOf = (period: Period): number => (period.kind === 'span' ? period.start : lastMonthOf(period))

/** Periods before those that the deck compares with, on slides that are not marked historical. */
function checkAge(
  { slide, passages, shown }: CheckedSlide,
  { ties: { compareFrom } }: RuleContext,
): readonly Finding[] {
  if (!compareFrom || slide.historical) return []
  const limit = firstMonthOf(compareFrom)
  const isStale = (period: Period): boolean => lastMonthOf(period) < limit - 1
  const hint = 'Roll the period on, or mark the slide historical: true.'
  const named = passages.flatMap((passage) =>
    passage.pieces.flatMap((piece) =>
      piece.kind === 'period' && piece.period && isStale(piece.period)
        ? [
            finding('P2', 'error', {
              slide: slide.id,
              place: passage.place,
              facts: [],
              message: `invalid period ${passage.text.slice(piece.start, piece.end)}: older than the deck's comparison set from ${compareFrom.label}`,
              hint,
            }),
          ]
        : [],
    ),
  )
  const figures = shown
    .filter(({ fact }) => fact.kind === 'figure' && isStale(fact.period))
    .map((item) =>
      findingOf('P2', 'error', {
        shown: item,
        message: `invalid period ${item.fact.period.label}: older than the deck's comparison set from ${compareFrom.label}`,
        hint,
      }),
    )
  const findings = [...named, ...figures]
  if (findings.length > 0 || shown.length === 0) return findings
  const about = { slide: slide.id, place: slide.place, facts: [] }
  return [finding('P2', 'ticked', { ...about, message: `no period before ${compareFrom.label}` })]
}

function dayOf(match: WordMatch, { claims }: WordPatterns): number | undefined {
  const [month = '', day, year] = match.groups
  if (/^\d{4}$/.test(month)) return dayNumber({ year: Number(month), month: 1, day: 1 })
  const number = monthOf(claims, month)
  return number === 0 ? undefined : dayNumber({ year: Number(year), month: number, day: Number(day ?? 1) })
}

/** An event in the past tense that is dated after the deck. */
function checkEvents(passage: Passage, today: number, context: RuleContext): readonly Finding[] {
  const { files, words: patterns } = context
  if (!/(?:19|20)\d\d/.test(passage.text)) return []
  return [...matchesIn(passage, patterns.date, true), ...matchesIn(passage, patterns.yearOfEvent, true)].flatMap(
    (match) => {
      const day = dayOf(match, patterns)
      if (day === undefined || day <= today) return []
      const clause = clauseAt(passage, match.start, patterns)
      const whole = ownText(passage, clause.start, clause.end)
      // "established in April, to reach … by March": what is planned behind the comma does not make the event itself a plan
      const part = segmentAt(passage, match, context)
      const own = ownText(passage, part.start, part.end)
      const words = patterns.pastEvent.test(own) ? own : whole
      if (!patterns.pastEvent.test(words) || patterns.future.test(words) || patterns.targets.test(words)) return []
      return [
        finding('P2', 'error', {
          slide: passage.slide.id,
          place: placeOf(passage, match, files),
          facts: [],
          message: `invalid date "${match.text}": described as past, but after the date of the deck`,
          hint: 'Correct the date, or say that it is planned.',
        }),
      ]
    },
  )
}

function hasBegun(period: Period, today: number): boolean {
  const { year, month } = civilDate(today)
  if (period.kind === 'span' && period.days?.first !== undefined) return period.days.first <= today
  return firstMonthOf(period) <= monthNumber(year, month)
}

/** An actual figure of a period that had not ended on the date of the deck. */
function checkEarly({ shown }: CheckedSlide, today: number, { deck }: RuleContext): readonly Finding[] {
  const date = civilDate(today)
  const month = monthNumber(date.year, date.month)
  const isOpen = (period: Span): boolean => (period.days ? period.days.last > today : lastMonthOf(period) > month)
  const isActual = (scenario: string): boolean => (deck.data.scenarios.get(scenario)?.kind ?? 'actual') === 'actual'
  return shown
    .filter(
      ({ fact }) =>
        isActual(fact.scenario) && fact.value !== null && fact.period.kind === 'span' && isOpen(fact.period),
    )
    .map((item) => {
      const begun = hasBegun(item.fact.period, today)
      return findingOf('P2', begun ? 'warning' : 'error', {
        shown: item,
        message: `invalid period of ${item.use.text}: ${item.fact.period.label} had not ${begun ? 'ended' : 'begun'} on the day of the deck`,
        hint: 'Give it the scenario target or forecast, or correct the period.',
      })
    })
}

function check(context: RuleContext): readonly Finding[] {
  const today = parseIsoDate(context.deck.config.date) ?? Number.POSITIVE_INFINITY
  const titled = titledDeck(context)
  const ofTitle = titled ? rolledWords(titled, context) : []
  const ofSlides = context.slides.flatMap((checked) => [
    ...checkAge(checked, context),
    ...staleWords(checked, context),
    ...rolledWords(checked, context),
    ...checked.passages.flatMap((passage) => checkEvents(passage, today, context)),
    ...checkEarly(checked, today, context),
  ])
  return [...ofTitle, ...ofSlides]
}

export const p2: Rule = { id: 'P2', title: 'no stale period, no future event described as past', check }
