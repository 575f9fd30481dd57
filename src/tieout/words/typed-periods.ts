import { parsePeriod } from '../../format/period-text.ts'
import { once } from '../../model/memory.ts'
import type { Calendar, Period } from '../../model/period.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { matchesIn, type Passage } from './passage.ts'

/** A period label that its author typed; without a period when the calendar has none of that name. */
export interface TypedLabel extends WordMatch {
  readonly period: Period | undefined
}

/** A period label as people type it, as the source of an expression. */
export const typedLabel = String.raw`(?<![\p{L}\p{N}])(?:[LT]TM\s)?(?:FY\s?'?(?:\d{4}|\d{2})|\d[QH]\s?(?:FY\s?)?(?:\d{4}|\d{2})|(?:[1369]M|\d{1,2}(?:W|\sweeks))\s?(?:FY\s?)?(?:\d{4}|\d{2})|[QH]\d\s(?:FY\s?)?(?:\d{4}|\d{2}))(?![\p{L}\p{N}])`
const labels = new RegExp(typedLabel, 'gu')
const slashRanges = /\b(\d{2}|\d{4})\/(\d{1,2})\s?[~–-]\s?(\d{2}|\d{4})\/(\d{1,2})\b/g

const sign = /FY|\d[QHMW]|[QH]\d|weeks/ // of a label; much cheaper to seek than the label itself

const found = once((passage: Passage): readonly WordMatch[] =>
  passage.pieces.some(({ kind, start, end }) => kind === 'text' && sign.test(passage.text.slice(start, end)))
    ? matchesIn(passage, labels)
    : [],
)

const inWeeks = /^\d{1,2}(?:W| weeks)/

/** Labels such as "4Q08", "FY2008" or "Q4 FY24" in the author's own words. */
export function typedLabels(passage: Passage, calendar: Calendar): readonly TypedLabel[] {
  return found(passage)
    .filter(({ text }) => calendar.days || !inWeeks.test(text)) // elsewhere "52 weeks FY20" is no label
    .map((match) => ({ ...match, period: parsePeriod(match.text.replace("'", ''), calendar) }))
}

/** Date ranges such as "08/4 ~ 09/3" in the author's own words, with their first and last month from year 0. */
export function typedRanges(
  passage: Passage,
): readonly (WordMatch & { readonly first: number; readonly last: number })[] {
  if (!passage.text.includes('/')) return []
  const month = (year = '', number = ''): number =>
    (year.length === 2 ? 2000 + Number(year) : Number(year)) * 12 + Number(number) - 1
  return matchesIn(passage, slashRanges).map((match) => {
    const [fromYear, from, toYear, to] = match.groups
    return { ...match, first: month(fromYear, from), last: month(toYear, to) }
  })
}
