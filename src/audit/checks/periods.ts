import { shiftPeriod } from '../../format/calendar.ts'
import { spanLabel } from '../../format/fiscal.ts'
import { type CheckInput, type CheckRule, failedAt } from '../check-input.ts'
import { periodsOf } from '../reading/clause.ts'
import type { PeriodToken, TextCheck } from '../text-model.ts'
import { datesFitLabel, endOf, labelOf, lengthOf, periodFrom, startOf } from '../words/fiscal-calendar.ts'
import { findPeriods } from '../words/period-token.ts'

/** P1: a label and the dates printed beside it must be one period. */
export const labelledRanges: CheckRule = (input) =>
  input.ranges.flatMap((pair): readonly TextCheck[] => {
    const { calendar } = input
    const agrees = datesFitLabel(calendar, pair)
    const place = { line: pair.line, column: pair.column, length: pair.label.length }
    const base = { rule: 'P1', code: 'text-period', severity: 'error' as const, ...place }
    if (agrees === undefined)
      return [
        failedAt(input, {
          ...base,
          message: `invalid period: "${pair.label}" beside "${pair.range}", which has ${pair.months} months`,
          hint: 'The dates do not have the length that the label says.',
        }),
      ]
    if (!calendar.known || agrees) return []
    const expected = periodFrom({ kind: 'fiscal', part: pair.part, year: pair.year, bare: false }, calendar)
    return [
      failedAt(input, {
        ...base,
        message: `invalid period: "${pair.label}" beside "${pair.range}"`,
        arithmetic: `"${pair.range}" is ${spanLabel(pair.start, pair.months, calendar)}${expected ? `; ${pair.label} begins ${monthOf(startOf(expected))}` : ''}`,
        hint: `By the other labels of the text the dates are ${spanLabel(pair.start, pair.months, calendar)}.`,
      }),
    ]
  })

const monthOf = (month: number): string => `${Math.floor(month / 12)}/${String((month % 12) + 1).padStart(2, '0')}`

/** P2: no event dated after the presentation is described as past. */
export const events: CheckRule = (input) => {
  const { document, today, calendar } = input
  const { pastEvent, future, targets, phrase } = input.lexicon.words
  if (today === undefined) return []
  return document.lines.flatMap((line) => {
    if (line.kind === 'blank' || line.kind === 'table') return []
    return periodsOf(line.text, input.lexicon).flatMap((token) => {
      const span = periodFrom(token.period, calendar)
      const sentence =
        line.text
          .slice(0, token.start)
          .split(/[.;]\s/)
          .at(-1) ?? ''
      const verb = pastEvent.exec(sentence)
      const isPast =
        verb !== null && phrase('eventLead').test(sentence) && !future.test(line.text) && !targets.test(line.text)
      if (!span || startOf(span) < today || !isPast || (!calendar.known && token.period.kind === 'fiscal')) return []
      return [
        failedAt(input, {
          rule: 'P2',
          code: 'text-event',
          severity: 'error',
          line: line.number,
          column: token.start + 1,
          length: token.text.length,
          message: `invalid date: "${verb[0]} … ${token.text}" lies after the day of the presentation`,
          arithmetic: `${labelOf(span)} is after ${monthOf(today - 1)}`,
          hint: 'Correct the date, or describe it as planned.',
        }),
      ]
    })
  })
}

/** First month after a period, when that is later than the presentation. */
function endAhead(token: PeriodToken, { calendar, today }: CheckInput): number | undefined {
  const period = periodFrom(token.period, calendar)
  return period && today !== undefined && endOf(period) > today ? endOf(period) : undefined
}

/** P2: no results of a period that was not over; headings and table headers. */
export const futureResults: CheckRule = (input) => {
  if (!input.calendar.known || input.today === undefined) return []
  const { phrase } = input.lexicon.words
  const headings = input.document.headings.map(({ text, line, column }) => ({ text, line, column }))
  const headers = input.tables.flatMap(({ columns }) =>
    columns
      .filter(({ scenario, label }) => scenario === 'actual' && input.lexicon.actual.test(label))
      .map(({ label, line, column }) => ({ text: label, line, column })),
  )
  return [...headings, ...headers].flatMap(({ text, line, column }) => {
    if (
      !(input.lexicon.actual.test(text) || phrase('resultsHeading').test(text)) ||
      input.lexicon.words.targets.test(text)
    )
      return []
    return findPeriods(text, input.lexicon)
      .filter(
        (token) =>
          token.period.kind === 'fiscal' &&
          !(token.period.bare && phrase('partOfYear').test(text)) &&
          endAhead(token, input) !== undefined,
      )
      .slice(0, 1)
      .map((token) =>
        failedAt(input, {
          rule: 'P2',
          code: 'text-event',
          severity: 'error',
          line,
          column,
          length: Math.min(text.length, 80),
          message: `invalid period: results of ${token.text} in "${text.slice(0, 80)}", but the presentation is from ${monthOf((input.today ?? 1) - 1)}`,
          arithmetic: `${token.text} ends ${monthOf((endAhead(token, input) ?? 1) - 1)}`,
          hint: 'The heading names a period that was not over: probably the one before is meant.',
        }),
      )
  })
}

/** C8: "YoY = 4Q08 compared to 4Q07" must be a year apart, "QoQ" a quarter. */
export const definitions: CheckRule = (input) =>
  input.document.lines.flatMap((line) => {
    const match = input.lexicon.words.phrase('comparisonDefined').exec(line.text)
    const [now, base] = [match?.[2], match?.[3]]
      .map((text) => (text === undefined ? undefined : findPeriods(text, input.lexicon)[0]))
      .map((token) => token && periodFrom(token.period, input.calendar))
    if (!match || !now || !base) return []
    const word = match[1] ?? ''
    const expected = shiftPeriod(now, /^y/i.test(word) ? -12 : -3, input.calendar)
    if (startOf(expected) === startOf(base) && lengthOf(now) === lengthOf(base)) return []
    return [
      failedAt(input, {
        rule: 'C8',
        code: 'text-comparison',
        severity: 'error',
        line: line.number,
        column: match.index + 1,
        length: match[0].length,
        message: `invalid comparison: "${match[0].trim()}"`,
        hint: `${word} of ${labelOf(now)} compares with ${labelOf(expected)}.`,
      }),
    ]
  })
