import { twelveMonthsTo } from '../../../format/comparison.ts'
import { containing, lastMonthOf, spanOf } from '../../../format/fiscal.ts'
import { monthOf } from '../../../language/word-patterns.ts'
import type { Slide } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Period, Span } from '../../../model/period.ts'
import type { Finding } from '../../finding.ts'
import { finding, findingOf, type RuleContext } from '../../rule.ts'
import { isOfHeads } from '../headings.ts'
import { allMatches } from '../matches/all-matches.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import type { LabelledFigures } from '../names/labelled-figures.ts'
import { namesIn, otherWords } from '../names/metric-names.ts'
import {
  clauseAt,
  type FigurePiece,
  figuresOf,
  matchesIn,
  ownText,
  type Passage,
  type PassagePiece,
} from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { bareParts, isPart, wordedPeriods } from '../worded-periods.ts'

/** The twelve months that a ratio's flows are taken over, where they are: leverage at the end of a half. */
function rolledPeriods({ metric, period }: Fact, { deck }: RuleContext): readonly Period[] {
  const definition = deck.data.metrics.get(metric)?.definition
  if (definition?.kind !== 'ratio' || definition.over !== 'LTM') return []
  return [twelveMonthsTo(period, deck.config.calendar) ?? period]
}

/** The periods that a clause is about: of its figures, of what they are compared with, and those that it names, but for `year`. */
function periodsIn(passage: Passage, at: number, context: RuleContext, year?: PassagePiece): readonly Period[] {
  const { words } = context
  const clause = clauseAt(passage, at, words)
  return passage.pieces.flatMap((piece): readonly Period[] => {
    if (piece === year || piece.start < clause.start || piece.end > clause.end) return []
    if (piece.kind === 'period') return piece.period ? [piece.period] : []
    if (piece.kind !== 'figure') return []
    const { period, comparator } = piece.shown.fact
    return [period, ...rolledPeriods(piece.shown.fact, context), ...(comparator ? [comparator.period] : [])]
  })
}

/** Spans between the days of stocks that a clause compares: debt that came down between two ends of a year did so over twelve months. */
function spansOfStocks(passage: Passage, at: number, { words, deck, ledger }: RuleContext): readonly Span[] {
  const { calendar } = deck.config
  const clause = clauseAt(passage, at, words)
  const stocks = figuresOf(passage)
    .filter(({ start, end }) => start >= clause.start && end <= clause.end)
    .map(({ shown }) => shown.fact)
    .filter(({ metric }) => !['flow', 'average', undefined].includes(ledger.metrics.get(metric)?.kind))
  const ends = new Map<string, Set<number>>()
  for (const { metric, period, comparator } of stocks)
    for (const day of [period, ...(comparator ? [comparator.period] : [])])
      ends.set(metric, (ends.get(metric) ?? new Set()).add(lastMonthOf(day)))
  return [...ends.values()].flatMap((days) => {
    const [first, last] = [Math.min(...days), Math.max(...days)]
    return days.size === 2 ? [spanOf(first + 1, last - first, calendar)] : []
  })
}

const isWithin = (period: Period, { start, months }: Span): boolean =>
  firstMonthOf(period) >= start && lastMonthOf(period) < start + months

/** "Operating profit of the second quarter was …": a name before it, and its verb and number behind. */
function isOfName({ start, end }: WordMatch, passage: Passage, { words, ledger }: RuleContext): boolean {
  const before = passage.text.slice(Math.max(0, start - 60), start)
  const lead = words.phrase('nameLead').exec(before)
  const figure = figuresOf(passage).find((each) => each.start >= end)
  if (!lead || !figure || !words.phrase('subjectVerb').test(passage.text.slice(end))) return false
  const isNamed = namesIn(before, ledger.metrics).some((name) => name.end === lead.index)
  const between = ownText(passage, end, figure.start)
  return isNamed && !/[,;:]/.test(between) && otherWords(between, words).length === 0
}

/** Whether "for the first half" is the period of what stands before it: a verb follows, or a number stands right before. */
function isOwn(match: WordMatch, passage: Passage, context: RuleContext): boolean {
  if (isOfName(match, passage, context)) return true
  const { phrase } = context.words
  const { start, end } = match
  const before = passage.text.slice(Math.max(0, start - 60), start)
  const lead = phrase('ownLead').exec(before)
  if (!lead) return false
  const from = start - lead[0].length
  const isBehindNumber = figuresOf(passage).some(
    (figure) => figure.end <= from && passage.text.slice(figure.end, from).trim() === '',
  )
  return isBehindNumber || phrase('subjectVerb').test(passage.text.slice(end))
}

/** Whether a period in words is only compared with: "than in the first half". */
const isCompared = (match: WordMatch, passage: Passage, context: RuleContext): boolean =>
  !isOwn(match, passage, context) &&
  context.words.subjects.beforeComparedPeriod.test(
    ownText(passage, Math.max(0, match.start - 60), match.start).replace(/\s{3,}/g, ' # '), // a number has its place
  )

/** The year of "the fourth quarter of {{period "FY"}}". */
const yearBehind = (
  { end }: WordMatch,
  { pieces, text }: Passage,
  { phrase }: RuleContext['words'],
): PassagePiece | undefined =>
  pieces.find(
    (piece) =>
      piece.kind === 'period' && piece.start >= end && phrase('betweenPartAndYear').test(text.slice(end, piece.start)),
  )

/** "The fourth quarter of FY20 had 14 weeks" is of the quarter itself, and of no figure. */
const isOfLength = ({ end }: WordMatch, { text }: Passage, { phrase }: RuleContext['words']): boolean =>
  phrase('tellsLength').test(text.slice(end).replaceAll('\u00a0', ' '))

function checkParts(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, deck, files } = context
  const { calendar } = deck.config
  if (isOfHeads(passage)) return [] // each is judged with the figures under it
  const parts = [
    ...wordedPeriods(passage, words, calendar),
    ...codesIn(passage, context).map((code) => ({ ...code, spans: [] })),
  ]
  return parts.flatMap(({ match, part, spans, isYear }): readonly Finding[] => {
    if (isOfLength(match, passage, words)) return []
    const periods = periodsIn(passage, match.start, context, yearBehind(match, passage, words))
    const isSaid = (period: Period): boolean =>
      isYear ? spans.some((span) => isWithin(period, span)) : isPart(period, part, calendar)
    if (isCompared(match, passage, context) || !periods.some(({ kind }) => kind === 'span')) return []
    const about = { slide: passage.slide.id, place: placeOf(passage, match, files), facts: [] }
    if (periods.some(isSaid) || spansOfStocks(passage, match.start, context).some(isSaid))
      return [finding('S9', 'ticked', { ...about, message: `"${match.text}" is the period of its figures` })]
    return [
      finding('S9', 'error', {
        ...about,
        message: `invalid period "${match.text}": the figures of its clause are of ${[...new Set(periods.map(({ label }) => label))].join(', ')}`,
        hint: 'Write {{period …}} with the period of the figure.',
      }),
    ]
  })
}

/** "Q2 sales were …", "… in H1": codes that say the time of a number; none of a range, "Q1 to Q3", of an end, or beside another time. */
function codesIn(passage: Passage, context: RuleContext): ReturnType<typeof bareParts> {
  const codes = bareParts(passage)
  const isAlone = ({ start, end }: WordMatch): boolean =>
    codes.every(({ match }) => match.start === start || match.start - end > 12 || start - match.end > 12)
  const { words, deck } = context
  const worded = wordedPeriods(passage, words, deck.config.calendar)
  const isOfEnd = ({ start }: WordMatch): boolean => {
    const clause = clauseAt(passage, start, words)
    const own = ownText(passage, clause.start, clause.end)
    const hasOther = worded.some(({ match }) => match.start >= clause.start && match.end <= clause.end)
    return hasOther || words.future.test(own) || own.search(words.subjects.yearSoFar) >= 0
  }
  return codes.filter(({ match }) => isAlone(match) && !isOfEnd(match) && isOfNumber(match, passage, context))
}

/** Whether a time opens its clause, or stands right behind a number: "last year income was …", "… last year". */
function isOfNumber(match: WordMatch, passage: Passage, { words }: RuleContext): boolean {
  const clause = clauseAt(passage, match.start, words)
  if (/^\s*(?:\p{L}{2,6}\s+){0,2}$/u.test(passage.text.slice(clause.start, match.start))) return true
  return figuresOf(passage).some(
    ({ end }) => match.start - end >= 0 && /^\s*(?:in\s+)?$/.test(passage.text.slice(end, match.start)),
  )
}

/** "Last year" beside nothing but figures of the reporting year. */
function checkLastYear(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, deck, files } = context
  const { calendar, reportingPeriod } = deck.config
  const firstMonth = containing(reportingPeriod, 12, calendar)
  const start = firstMonth.kind === 'span' ? firstMonth.start : lastMonthOf(reportingPeriod)
  return matchesIn(passage, words.subjects.lastYear).flatMap((match): readonly Finding[] => {
    const periods = periodsIn(passage, match.start, context)
    if (periods.length === 0 || isCompared(match, passage, context) || !isOfNumber(match, passage, context)) return []
    if (periods.some((period) => lastMonthOf(period) < start)) return []
    return [
      finding('S9', 'warning', {
        ...{ slide: passage.slide.id, place: placeOf(passage, match, files), facts: [] },
        message: `invalid period "${match.text}": the figures of its clause are of ${[...new Set(periods.map(({ label }) => label))].join(', ')}`,
        hint: 'Write {{period …}} with the period that you mean.',
      }),
    ]
  })
}

/** "12% a year since FY05": a compound rate begins where its words say. */
function checkStart(figure: FigurePiece, passage: Passage, { words }: RuleContext): Finding | undefined {
  const { shown, end } = figure
  if (shown.fact.kind !== 'cagr') return undefined
  const next = passage.pieces.find((piece) => piece.kind === 'period' && piece.start >= end)
  if (next?.kind !== 'period' || !next.period || next.start - end > 60) return undefined
  if (!words.subjects.leadsToStart.test(passage.text.slice(end, next.start))) return undefined
  const [, from = ''] = /@([^@]*)\.\./.exec(shown.fact.id) ?? []
  const { label } = next.period
  if (from === label) return findingOf('S9', 'ticked', { shown, message: `${shown.use.text} since ${label}` })
  return findingOf('S9', 'error', {
    shown,
    message: `invalid period ${label} beside ${shown.use.text}: the rate begins with ${from}`,
    hint: 'Give both the same period.',
  })
}

/** Words of periods in running text. */
export const periodFindings = (passage: Passage, context: RuleContext): readonly Finding[] => [
  ...checkParts(passage, context),
  ...checkLastYear(passage, context),
  ...figuresOf(passage).flatMap((figure) => checkStart(figure, passage, context) ?? []),
]

/** "Results of the full year" above quarters, "fiscal 2018" above later ones: whole years in the head of a slide, one of which its figures have to be of. */
export function yearFindings(passage: Passage, periods: readonly Period[], context: RuleContext): readonly Finding[] {
  const { words, deck, files } = context
  const spans = periods.filter(({ kind }) => kind === 'span')
  if (
    spans.length === 0 ||
    passage.slide.historical ||
    words.targets.test(passage.text) ||
    words.future.test(passage.text)
  )
    return []
  const years = wordedPeriods(passage, words, deck.config.calendar).filter(({ part }) => part.months === 12)
  return years.flatMap(({ match, part, spans: meant, isYear }): readonly Finding[] => {
    const lead = ownText(passage, 0, match.start)
    if (words.subjects.beforeOlderPeriod.test(lead) || (!isYear && !words.phrase('timeLead').test(lead))) return []
    const isSaid = spans.some((period) =>
      isYear ? meant.some((year) => isWithin(period, year)) : isPart(period, part, deck.config.calendar),
    )
    if (isSaid) return []
    return [
      finding('S9', 'warning', {
        ...{ slide: passage.slide.id, place: placeOf(passage, match, files), facts: [] },
        message: `invalid period "${match.text}": no figure of the slide is of it`,
        hint: 'Name the period that is shown, or write {{period …}}.',
      }),
    ]
  })
}

const lengthsOf = ({ facts }: LabelledFigures): ReadonlySet<number> =>
  new Set(facts.flatMap(({ period }) => (period.kind === 'span' ? [period.months] : [])))

/** "Quarterly revenues" above years, "April 2006 to March 2008" above other ones, "Last year" above this one. */
export function periodLabelFindings(label: LabelledFigures, slide: Slide, context: RuleContext): readonly Finding[] {
  const { kind, text, place, facts } = label
  const [first] = facts
  if (!first) return []
  const about = { slide: slide.id, place, facts: [first.id] }
  const { periodicity, thisYear } = context.words.subjects
  if (kind === 'title') {
    const said = periodicity.filter(({ pattern }) => pattern.test(text))
    const lengths = lengthsOf(label)
    const isWrong = said.length > 0 && lengths.size > 0 && !said.some(({ months }) => lengths.has(months))
    const message = `invalid periods in "${text}": its figures are of ${first.period.label}`
    const hint = 'Name the length of the periods that are shown.'
    return [
      ...(isWrong ? [finding('S9', 'error', { ...about, message, hint })] : []),
      ...rangeFindings(
        text,
        facts.map(({ period }) => period),
        about,
        context,
      ),
    ]
  }
  const bare = otherWords(text.replace(/\S*\d\S*/g, ' '), context.words).length === 0
  const isLast = text.search(context.words.subjects.lastYear) >= 0
  if (kind !== 'column' || !bare || (!isLast && !thisYear.test(text))) return []
  const { calendar, reportingPeriod } = context.deck.config
  const year = containing(reportingPeriod, 12, calendar)
  const start = year.kind === 'span' ? year.start : lastMonthOf(reportingPeriod)
  const areEarlier = facts.every(({ period }) => lastMonthOf(period) < start)
  if (areEarlier === isLast) return []
  const message = `invalid label "${text}" of a ${kind}: its figures are of ${first.period.label}`
  return [finding('S9', 'error', { ...about, message, hint: 'Leave the label out: the period is printed then.' })]
}

const firstMonthOf = (period: Period): number => (period.kind === 'span' ? period.start : lastMonthOf(period))

/** A range of months in words is that of all the figures it stands above, or of one of their periods. */
export function rangeFindings(
  text: string,
  periods: readonly Period[],
  about: Pick<Finding, 'slide' | 'place' | 'facts'>,
  { words }: RuleContext,
): readonly Finding[] {
  const month = (name = '', year = ''): number => Number(year) * 12 + monthOf(words.claims, name) - 1
  const spans = periods.filter(({ kind }) => kind === 'span')
  if (spans.length === 0) return []
  const [from, to] = [Math.min(...spans.map(firstMonthOf)), Math.max(...spans.map(lastMonthOf))]
  return allMatches(text, words.subjects.monthRange).flatMap(([said, ...groups]) => {
    const [first, last] = [month(groups[0], groups[1]), month(groups[2], groups[3])]
    const isRight = (a: number, b: number): boolean => first === a && last === b
    if (isRight(from, to) || spans.some((span) => isRight(firstMonthOf(span), lastMonthOf(span)))) return []
    const message = `invalid dates "${said}": the figures below are of ${spans[0]?.label}–${spans.at(-1)?.label}`
    return [finding('S9', 'error', { ...about, message, hint: 'Write {{dates …}} with the periods that are shown.' })]
  })
}
