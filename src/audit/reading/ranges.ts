import { civilDate, civilMonth, lastDayOf, monthNumber } from '../../format/civil.ts'
import type { PeriodToken } from '../text-model.ts'
import { type LabelledRange, monthsOf } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { findPeriods } from '../words/period-token.ts'
import type { TextDocument } from './text-document.ts'

function rangeAfter(
  label: PeriodToken,
  next: PeriodToken,
  gap: string,
  { words }: Lexicon,
): { start: number; months: number } | undefined {
  if (label.period.kind !== 'fiscal') return undefined
  if (next.period.kind === 'months' && next.period.months >= 3 && /^[\s\w]{0,16}[(:,]?\s*$/.test(gap))
    return next.period
  if (next.period.kind !== 'day' || !words.phrase('rangeEnded').test(gap)) return undefined
  const date = civilDate(next.period.day)
  const months = monthsOf(label.period.part)
  return date.day < 25 ? undefined : { start: monthNumber(date.year, date.month) - months + 1, months }
}

/** Every label with the dates printed beside it. */
export function labelledRanges({ lines }: TextDocument, lexicon: Lexicon): readonly LabelledRange[] {
  return lines.flatMap(({ text, number }) => {
    const tokens = findPeriods(text, lexicon)
    return tokens.flatMap((label, index) => {
      const next = tokens[index + 1]
      const range = next && rangeAfter(label, next, text.slice(label.end, next.start), lexicon)
      if (!next || !range || label.period.kind !== 'fiscal' || label.period.year === undefined) return []
      return [
        {
          label: label.text,
          range: next.text,
          part: label.period.part,
          year: label.period.year,
          start: range.start,
          months: range.months,
          line: number,
          column: label.start + 1,
        },
      ]
    })
  })
}

/** "Results for the year ended 31 March 2025", at the top of a release, says when its years end. */
export function yearEndRange({ lines }: TextDocument, lexicon: Lexicon): LabelledRange | undefined {
  for (const { text, number } of lines.filter(({ kind }) => kind !== 'blank').slice(0, 12))
    for (const token of findPeriods(text, lexicon)) {
      const { period } = token
      if (period.kind !== 'months' || period.months !== 12 || !/[a-z]{4}/i.test(token.text)) continue
      const { year } = civilMonth(period.start + 11)
      const place = { line: number, column: token.start + 1 }
      return { label: token.text, range: token.text, part: 'FY', year, start: period.start, months: 12, ...place }
    }
  return undefined
}

/** Without a range beside a label, the newest balance sheet's date ends the newest period of the tables' headers. */
export function balanceSheetRange({ tables }: TextDocument, lexicon: Lexicon): LabelledRange | undefined {
  const headers = tables
    .flatMap(({ lines, above }) => [...above, ...lines.slice(0, 1)])
    .map((line) => ({ line, tokens: findPeriods(line.text, lexicon) }))
  const isPlan = (text: string): boolean => lexicon.words.targets.test(text) || /\dE\b/i.test(text)
  const labels = headers
    .flatMap(({ line, tokens }) => (isPlan(line.text) ? [] : tokens))
    .flatMap(({ text, period, scenario }) =>
      period.kind === 'fiscal' && period.year !== undefined && scenario !== 'target'
        ? [{ text, part: period.part, year: period.year }]
        : [],
    )
  const order = ({ part, year }: (typeof labels)[number]): number =>
    year * 12 + ({ FY: 12, '4Q': 12, '2H': 12, '9M': 9, '3Q': 9, '1H': 6, '2Q': 6, '1Q': 3 }[part] ?? 0)
  const newest = [...labels].sort((a, b) => order(b) - order(a))[0]
  const days = headers
    .flatMap(({ tokens }) => tokens)
    .flatMap(({ period }) => {
      if (period.kind === 'months') return period.months >= 3 ? [lastDayOf(period.start + period.months - 1)] : []
      return period.kind === 'day' && civilDate(period.day).day >= 28 ? [period.day] : []
    })
  if (!newest || days.length < 2) return undefined
  const date = civilDate(Math.max(...days))
  const months = monthsOf(newest.part)
  return {
    label: newest.text,
    range: '',
    part: newest.part,
    year: newest.year,
    start: monthNumber(date.year, date.month) - months + 1,
    months,
    line: 0,
    column: 0,
  }
}

/** The date in the first lines of a presentation; not one of a balance sheet or a founding. */
export function presentationDay({ lines }: TextDocument, lexicon: Lexicon): number | undefined {
  for (const { text, kind } of lines.filter(({ kind }) => kind !== 'blank').slice(0, 25)) {
    if (kind === 'table' || lexicon.words.phrase('otherDay').test(text)) continue
    const token = findPeriods(text, lexicon).find(
      ({ period }) => period.kind === 'day' || (period.kind === 'months' && period.months === 1),
    )
    if (token?.period.kind === 'day') return token.period.day
  }
  return undefined
}
