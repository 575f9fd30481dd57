import { formatDates, formatPeriod } from '../../format/calendar.ts'
import { civilDate, monthNumber } from '../../format/civil.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { parsePeriod } from '../../format/period-text.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import { plainText } from '../../model/content.ts'
import { type DeckConfig, tablesOf } from '../../model/deck.ts'
import { type Period, periodKey, type Span } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import { ownText, type Passage, type PassagePiece, type ShownFigure } from '../words/passage.ts'
import { leftBehind } from '../words/stale/stale-words.ts'
import { checkTypedHeads } from '../words/typed-heads.ts'
import { typedLabels, typedRanges } from '../words/typed-periods.ts'
import { placeOf } from '../words/word-place.ts'

type Neighbour = { readonly left: PassagePiece; readonly right: PassagePiece; readonly between: string }

/** Bound pieces that follow each other, with only the author's words between them. */
function neighbours({ pieces, text }: Passage): readonly Neighbour[] {
  const bound = pieces.filter(({ kind, start, end }) => kind !== 'text' || text.slice(start, end).trim() !== '')
  return bound.flatMap((left, index) => {
    const [middle, next] = [bound[index + 1], bound[index + 2]]
    if (left.kind === 'text' || !middle) return []
    if (middle.kind !== 'text') return [{ left, right: middle, between: '' }]
    return next && next.kind !== 'text' ? [{ left, right: next, between: text.slice(middle.start, middle.end) }] : []
  })
}

/** The same time, whether as a span or as the day that ends it. */
const isSameTime = (a: Period, b: Period): boolean =>
  periodKey(a) === periodKey(b) || ((a.kind === 'instant' || b.kind === 'instant') && lastMonthOf(a) === lastMonthOf(b))

/** "JPY69,731 million in FY07", "FY07: JPY69,731 million": the period beside a figure is that of the figure. */
function checkFigure(shown: ShownFigure, period: Period, between: string, close: RegExp): Finding | undefined {
  const { fact, use } = shown
  if (!close.test(between) || fact.kind === 'cagr') return undefined
  const pair = `${use.text} with ${period.label}`
  if (isSameTime(fact.period, period)) return findingOf('P1', 'ticked', { shown, message: pair })
  return findingOf('P1', 'error', {
    shown,
    message: `invalid period ${period.label} beside ${use.text}: the figure is of ${fact.period.label}`,
    hint: 'Give both the same period.',
  })
}

/** "JPY70 million (FY07: JPY67 million)": a period that opens its bracket or its part of a list and leads to the next number. */
function leadsToNext(between: string, { end }: PassagePiece, { pieces, text }: Passage): boolean {
  if (!/[([,;/|]\s*$/.test(between)) return false
  const next = pieces.find(({ start, kind }) => start >= end && kind === 'figure')
  return next !== undefined && /^\s*:?\s*$/.test(text.slice(end, next.start))
}

function checkNeighbours(
  passage: Passage,
  { calendar, language }: DeckConfig,
  words: WordPatterns,
): readonly Finding[] {
  return neighbours(passage).flatMap(({ left, right, between }): readonly Finding[] => {
    if (left.kind === 'figure' && right.kind === 'period' && right.period)
      return leadsToNext(between, right, passage)
        ? []
        : [checkFigure(left.shown, right.period, between, words.beforePeriod) ?? []].flat()
    if (left.kind === 'period' && right.kind === 'figure' && left.period)
      return words.boundsPeriod.test(ownText(passage, 0, left.start))
        ? []
        : [checkFigure(right.shown, left.period, between, words.afterPeriod) ?? []].flat()
    if (left.kind !== 'period' || right.kind !== 'period' || !/^\s*\(\s*$/.test(between)) return []
    const inner = passage.text.slice(right.start, right.end)
    if (!left.period || !right.period || parsePeriod(inner, calendar) || isSameTime(left.period, right.period))
      return []
    return [
      finding('P1', 'error', {
        slide: passage.slide.id,
        place: passage.place,
        facts: [],
        message: `invalid dates ${inner} of ${left.period.label}: it is ${formatDates(left.period, language)}`,
      }),
    ]
  })
}

/** The months of the calendar in which a span begins and ends. */
function civilMonths({ start, months, days }: Span): { readonly first: number; readonly last: number } {
  const monthOf = (day: number): number => monthNumber(civilDate(day).year, civilDate(day).month)
  const last = days ? monthOf(days.last) : start + months - 1
  return { first: days?.first === undefined ? start : monthOf(days.first), last }
}

/** Labels and date ranges that were typed: the label must be a period, the dates those of the period before them. */
function checkTyped(passage: Passage, { files, deck }: RuleContext): readonly Finding[] {
  const { calendar, language } = deck.config
  const about = { slide: passage.slide.id, facts: [] }
  const labels = typedLabels(passage, calendar)
  const unknown = labels
    .filter(({ period }) => !period)
    .map((label) =>
      finding('P1', 'error', {
        ...about,
        place: placeOf(passage, label, files),
        message: `unknown period "${label.text}" in the fiscal calendar`,
      }),
    )
  const ranges = typedRanges(passage).flatMap((range) => {
    const typed = labels.findLast(({ end }) => end <= range.start && range.start - end <= 4)
    const bound = passage.pieces.findLast(
      (piece) => piece.kind === 'period' && piece.end <= range.start && range.start - piece.end <= 4,
    )
    const period = typed?.period ?? (bound?.kind === 'period' ? bound.period : undefined)
    if (period?.kind !== 'span') return []
    const months = civilMonths(period)
    const right = months.first === range.first && months.last === range.last
    const message = `invalid dates "${range.text}" of ${period.label}: it is ${formatDates(period, language)}`
    return right ? [] : [finding('P1', 'error', { ...about, place: placeOf(passage, range, files), message })]
  })
  return [...unknown, ...ranges]
}

const plain = (text: string): string => text.replace(/[\s()]/g, '').replace(/[~-]/g, '–')

/** Column headings with a date range below them. */
function checkColumns({ slide }: CheckedSlide, config: DeckConfig): readonly Finding[] {
  const { calendar, language } = config
  return tablesOf(slide).flatMap(({ id, columns }) =>
    columns.flatMap((column) => {
      const label = plainText(column.label)
      const sub = column.sub && plainText(column.sub)
      const period = parsePeriod(label, calendar)
      if (!period || sub === undefined || !/\d/.test(sub)) return []
      const styles = (['long', 'short', 'end'] as const).map((style) => plain(formatDates(period, language, style)))
      const right = [...styles, plain(formatPeriod(period, config, 'long'))].includes(plain(sub))
      const about = { slide: slide.id, place: slide.place, facts: [] }
      return right
        ? [finding('P1', 'ticked', { ...about, message: `${label} is ${sub}, in ${id}` })]
        : [
            finding('P1', 'error', {
              ...about,
              message: `invalid dates "${sub}" of ${label} in ${id}: it is ${formatDates(period, language)}`,
            }),
          ]
    }),
  )
}

/** A title that names a period which nothing on the slide is about. */
function checkTitle({ slide, shown, passages }: CheckedSlide): readonly Finding[] {
  const title = passages.find(({ region }) => region === 'title')
  if (!title || shown.length < 3) return []
  const named = title.pieces.flatMap((piece) => (piece.kind === 'period' && piece.period ? [piece.period] : []))
  const touches = (period: Period): boolean =>
    shown.some(({ fact }) =>
      [fact.period, fact.comparator?.period].some(
        (own) => own && lastMonthOf(own) > firstMonthOf(period) - 1 && firstMonthOf(own) <= lastMonthOf(period),
      ),
    )
  return named
    .filter((period) => !touches(period))
    .map((period) =>
      finding('P1', 'error', {
        slide: slide.id,
        place: title.place,
        facts: [],
        message: `invalid period ${period.label} in the title: no figure of the slide is of it`,
        hint: 'Has the heading been left behind when the deck was rolled on?',
      }),
    )
}

const firstMonthOf = (period: Period): number => (period.kind === 'span' ? period.start : lastMonthOf(period))

function check(context: RuleContext): readonly Finding[] {
  const { config } = context.deck
  return context.slides.flatMap((checked) => [
    ...checked.passages.flatMap((passage) => [
      ...checkNeighbours(passage, config, context.words),
      ...checkTyped(passage, context),
    ]),
    ...checkColumns(checked, config),
    ...checkTypedHeads(checked, context),
    ...checkTitle(checked),
    ...leftBehind(checked, context),
  ])
}

export const p1: Rule = { id: 'P1', title: 'period labels and dates are those of the calendar, and agree', check }
