import { lastMonthOf } from '../../format/fiscal.ts'
import { parsePeriod } from '../../format/period-text.ts'
import { numberForms } from '../../language/claims/number-phrases.ts'
import { wordExpression } from '../../language/claims/pattern-parts.ts'
import { fill } from '../../language/fill.ts'
import type { ArithmeticWords } from '../../language/report-words.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import { type Inline, plainText } from '../../model/content.ts'
import { chartsOf, tablesOf } from '../../model/deck.ts'
import type { Metric } from '../../model/figure.ts'
import type { Period, Span } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

/** What a slide says in one place: all of it, and without its figures and dates. */
interface Said {
  readonly all: string
  readonly own: string
}

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')

/** The texts of the slide itself, without the speaker's notes; a note on the figure's card does not count. */
function textsOf({ slide, passages }: CheckedSlide): readonly Said[] {
  const saidBy = (runs: readonly Inline[]): Said => ({
    all: spaced(plainText(runs)),
    own: spaced(runs.map((run) => (run.kind === 'text' || run.kind === 'plain' ? run.text : ' ')).join('')),
  })
  return [
    ...tablesOf(slide).flatMap(({ notes, columns }) => [
      ...notes.map(({ runs }) => saidBy(runs)),
      ...columns.flatMap(({ head = [], sub = [] }) => [saidBy(head), saidBy(sub)]), // "16 weeks ended April 18, 2020"
    ]),
    ...chartsOf(slide).flatMap(({ chart }) => chart.notes.map((text) => ({ all: text, own: text }))),
    ...passages
      .filter(({ region }) => region !== 'note')
      .map(({ text, pieces }) => ({
        all: spaced(text),
        own: spaced(
          pieces
            .map(({ kind, start, end }) => (kind === 'text' || kind === 'plain' ? text.slice(start, end) : ' '))
            .join(''),
        ),
      })),
  ]
}

/** A number of weeks or months in words or digits, with its noun; and as a number by itself: "14 weeks, a year before 13". */
function lengthPatterns(count: number, noun: string, { claims }: WordPatterns): { stated: RegExp; bare: RegExp } {
  const number = String.raw`(?<![\p{L}\p{N}.,])(?:${numberForms(claims, count).join('|')})`
  return {
    stated: new RegExp(`${number}${noun}`, 'iu'),
    bare: new RegExp(String.raw`${number}(?![\p{L}\p{N}%]|[.,]\d|\s%)`, 'iu'),
  }
}

/** Whether both lengths are stated, one of them maybe without its noun: either alone may be any mention of its weeks. */
function statesBoth(
  texts: readonly Said[],
  counts: readonly [number, number],
  noun: string,
  words: WordPatterns,
): boolean {
  const [one, other] = [lengthPatterns(counts[0], noun, words), lengthPatterns(counts[1], noun, words)]
  const isStated = ({ stated }: typeof one): boolean => texts.some(({ all }) => stated.test(all))
  if (isStated(one) && isStated(other)) return true
  return texts.some(
    ({ own }) => (one.stated.test(own) && other.bare.test(own)) || (other.stated.test(own) && one.bare.test(own)),
  )
}

const saysOneMoreWeek = (texts: readonly Said[], { claims }: WordPatterns): boolean =>
  texts.some(({ all }) =>
    wordExpression(String.raw`(?<!\p{L})(?:${claims.phrases.oneMoreWeek})(?!\p{L})`, 'iu').test(all),
  )

/** Weeks of a fiscal year that a calendar of months calls long. */
const longYear = 53

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

/** Two periods of unequal length: by which of their counts, or that one has the 53rd week of its year. */
type Unequal = { readonly by: 'weeks' | 'months'; readonly counts: readonly [number, number] } | { readonly by: 'year' }

function unequal(period: Span, base: Span, longEnds: ReadonlySet<number>): Unequal | undefined {
  const [weeks, baseWeeks] = [period.days?.weeks, base.days?.weeks]
  if (weeks !== undefined && baseWeeks !== undefined)
    return weeks === baseWeeks ? undefined : { by: 'weeks', counts: [weeks, baseWeeks] }
  if (period.months !== base.months) return { by: 'months', counts: [period.months, base.months] }
  return isLong(period, longEnds) === isLong(base, longEnds) ? undefined : { by: 'year' }
}

function isNoted(lengths: Unequal, checked: CheckedSlide, words: WordPatterns): boolean {
  const texts = textsOf(checked)
  const { weeks, months } = words.claims.phrases
  if (lengths.by === 'year')
    return (
      saysOneMoreWeek(texts, words) || texts.some(({ own }) => lengthPatterns(longYear, weeks, words).stated.test(own))
    )
  const { by, counts } = lengths
  if (statesBoth(texts, counts, by === 'weeks' ? weeks : months, words)) return true
  return by === 'weeks' && Math.abs(counts[0] - counts[1]) === 1 && saysOneMoreWeek(texts, words)
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
  const lengths = unequal(fact.period, base, longEnds)
  if (!lengths) return undefined
  const about = { shown, arithmetic: fill(words.against, { value: fact.period.label, other: base.label }) }
  if (isNoted(lengths, checked, patterns))
    return findingOf('C9', 'ticked', { ...about, message: `${use.text}: a note says that the lengths differ` })
  return findingOf('C9', 'warning', {
    ...about,
    message: `missing note with ${use.text}: it compares periods of unequal length`,
    hint:
      lengths.by === 'year'
        ? `Say in a note that one of them has \`[[${longYear}]] weeks\`.`
        : `Say in a note that one has \`[[${lengths.counts[0]}]] ${lengths.by}\` and the other \`[[${lengths.counts[1]}]]\`.`,
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
