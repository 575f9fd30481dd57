import { lastMonthOf } from '../../format/fiscal.ts'
import { parsePeriod } from '../../format/period-text.ts'
import { fill } from '../../language/fill.ts'
import type { ArithmeticWords } from '../../language/report-words.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import { plainText } from '../../model/content.ts'
import { chartsOf, tablesOf } from '../../model/deck.ts'
import type { Metric } from '../../model/figure.ts'
import type { Period } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

/** Words that say that one of two periods has so many more weeks: its number of them, or of one week more that there is one. */
function statesWeeks(a: number, b: number, { claims }: WordPatterns): RegExp {
  const { weeks, oneMoreWeek } = claims.phrases
  const oneMore = Math.abs(a - b) === 1 ? `|\\b${oneMoreWeek}\\b` : ''
  return new RegExp(`\\b${Math.max(a, b)}${weeks}\\b${oneMore}`, 'i')
}

/** Whether the slide itself has a note; one on the figure's card does not count. */
function hasNote({ slide, passages }: CheckedSlide, words: RegExp): boolean {
  const notes = [
    ...tablesOf(slide).flatMap((table) => [
      ...table.notes.map(({ runs }) => plainText(runs)),
      ...table.columns.flatMap(({ sub }) => (sub ? [plainText(sub)] : [])), // "16 weeks ended April 18, 2020"
    ]),
    ...chartsOf(slide).flatMap(({ chart }) => chart.notes),
  ]
  return [...notes, ...passages.map(({ text }) => text)].some((text) => words.test(text))
}

/** Whether a period ends with the last week of a year of 53. */
function isLong(period: Period, longEnds: ReadonlySet<number>): boolean {
  return period.kind === 'span' && longEnds.has(lastMonthOf(period))
}

/** What is no larger for a longer period: a balance is of its last day, an average of one day like another. */
const dayKinds: ReadonlySet<string> = new Set(['stock', 'average'])

interface LengthContext {
  readonly longEnds: ReadonlySet<number>
  readonly words: ArithmeticWords
  readonly metrics: ReadonlyMap<string, Pick<Metric, 'kind'>>
  readonly patterns: WordPatterns
}

function checkLengths(
  shown: ShownFigure,
  checked: CheckedSlide,
  { longEnds, words, metrics, patterns }: LengthContext,
): Finding | undefined {
  const { fact, use } = shown
  const base = fact.comparator?.period
  if (!base || fact.period.kind !== 'span' || base.kind !== 'span') return undefined
  if (fact.unit.kind === 'points') return undefined // a ratio is no larger for a longer period
  if (dayKinds.has(metrics.get(fact.metric)?.kind ?? '')) return undefined
  const lengths = fact.period.months !== base.months
  const [weeks, baseWeeks] = [fact.period.days?.weeks, base.days?.weeks]
  const inWeeks = weeks !== undefined && baseWeeks !== undefined
  const differ = inWeeks ? weeks !== baseWeeks : isLong(fact.period, longEnds) !== isLong(base, longEnds)
  if (!lengths && !differ) return undefined
  const about = fill(words.against, { value: fact.period.label, other: base.label })
  if (hasNote(checked, inWeeks ? statesWeeks(weeks, baseWeeks, patterns) : patterns.phrase('statesLength')))
    return findingOf('C9', 'ticked', {
      shown,
      message: `${use.text}: a note says that the lengths differ`,
      arithmetic: about,
    })
  return findingOf('C9', 'warning', {
    shown,
    message: `missing note with ${use.text}: it compares periods of unequal length`,
    arithmetic: about,
    hint: inWeeks
      ? `Say in a note that one has \`[[${weeks}]] weeks\` and the other \`[[${baseWeeks}]]\`.`
      : lengths
        ? 'Say in a note how many months each has, as in `[[9]] months`.'
        : 'Say in a note that one of them has `[[53]] weeks`.',
  })
}

function check({ deck, slides, words }: RuleContext): readonly Finding[] {
  const { calendar, language } = deck.config
  const years = calendar.longYears.map((label) => parsePeriod(label, calendar)).filter((year) => year !== undefined)
  const longEnds = new Set(years.map(lastMonthOf))
  const about = { longEnds, words: language.report.arithmetic, metrics: deck.data.metrics, patterns: words }
  return slides.flatMap((checked) => checked.shown.flatMap((shown) => checkLengths(shown, checked, about) ?? []))
}

export const c9: Rule = { id: 'C9', title: 'changes between periods of unequal length have a note', check }
