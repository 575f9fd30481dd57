import { type CheckInput, type CheckRule, finding } from '../check-input.ts'
import { periodsOf } from '../clause.ts'
import { endOf, impliedCalendar, labelOf, shift, spanOf } from '../fiscal-calendar.ts'
import type { Check, PeriodToken } from '../model.ts'
import { findPeriods } from '../period-token.ts'

/** P1: a label and the dates printed beside it must be one period. */
export const labelledRanges: CheckRule = (input) =>
  input.ranges.flatMap((pair): readonly Check[] => {
    const implied = impliedCalendar(pair)
    const { calendar } = input
    const place = { line: pair.line, column: pair.column, length: pair.label.length }
    const base = { rule: 'P1', code: 'text-period', severity: 'error' as const, ...place }
    if (!implied)
      return [
        finding(input, {
          ...base,
          message: `invalid period: "${pair.label}" beside "${pair.range}", which has ${pair.months} months`,
          hint: 'The dates do not have the length that the label says.',
        }),
      ]
    if (!calendar.known || (implied.startMonth === calendar.startMonth && implied.offset === calendar.offset)) return []
    const expected = spanOf({ kind: 'fiscal', part: pair.part, year: pair.year, bare: false }, calendar)
    return [
      finding(input, {
        ...base,
        message: `invalid period: "${pair.label}" beside "${pair.range}"`,
        arithmetic: `"${pair.range}" is ${labelOf({ start: pair.start, months: pair.months }, calendar)}${expected ? `; ${pair.label} begins ${monthOf(expected.start)}` : ''}`,
        hint: `By the other labels of the text the dates are ${labelOf({ start: pair.start, months: pair.months }, calendar)}.`,
      }),
    ]
  })

const monthOf = (month: number): string => `${Math.floor(month / 12)}/${String((month % 12) + 1).padStart(2, '0')}`

/** P2: no event dated after the presentation is told as past. */
export const events: CheckRule = (input) => {
  const { document, today, calendar } = input
  const { pastEvent, future, targets } = input.lexicon.words
  if (today === undefined) return []
  return document.lines.flatMap((line) => {
    if (line.kind === 'blank' || line.kind === 'table') return []
    return periodsOf(line.text, input.lexicon).flatMap((token) => {
      const span = spanOf(token.period, calendar)
      const sentence =
        line.text
          .slice(0, token.start)
          .split(/[.;]\s/)
          .at(-1) ?? ''
      const verb = pastEvent.exec(sentence)
      const isTold =
        verb !== null &&
        /\b(?:in|on|since|at|of)\s*$/i.test(sentence) &&
        !future.test(line.text) &&
        !targets.test(line.text)
      if (!span || span.start < today || !isTold || (!calendar.known && token.period.kind === 'fiscal')) return []
      return [
        finding(input, {
          rule: 'P2',
          code: 'text-event',
          severity: 'error',
          line: line.number,
          column: token.start + 1,
          length: token.text.length,
          message: `invalid date: "${verb[0]} … ${token.text}" lies after the day of the presentation`,
          arithmetic: `${labelOf({ ...span, months: span.months }, calendar)} is after ${monthOf(today - 1)}`,
          hint: 'Correct the date, or tell it as planned.',
        }),
      ]
    })
  })
}

const results = /\b(?:results?|actuals?|performance|review of)\b/i

function isOver(token: PeriodToken, input: CheckInput): boolean {
  const span = spanOf(token.period, input.calendar)
  return !span || input.today === undefined || endOf(span) <= input.today
}

/** P2: no results of a period that was not over; headings and table headers. */
export const futureResults: CheckRule = (input) => {
  if (!input.calendar.known || input.today === undefined) return []
  const headings = input.document.headings.map(({ text, line, column }) => ({ text, line, column }))
  const headers = input.tables.flatMap(({ columns }) =>
    columns
      .filter(({ scenario, label }) => scenario === 'actual' && /actual/i.test(label))
      .map(({ label, line, column }) => ({ text: label, line, column })),
  )
  return [...headings, ...headers].flatMap(({ text, line, column }) => {
    if (!results.test(text) || input.lexicon.words.targets.test(text)) return []
    return findPeriods(text, input.lexicon)
      .filter(
        (token) =>
          token.period.kind === 'fiscal' &&
          !(token.period.bare && /half|interim|quarter|month/i.test(text)) &&
          !isOver(token, input),
      )
      .slice(0, 1)
      .map((token) =>
        finding(input, {
          rule: 'P2',
          code: 'text-event',
          severity: 'error',
          line,
          column,
          length: Math.min(text.length, 80),
          message: `invalid period: results of ${token.text} in "${text.slice(0, 80)}", but the presentation is from ${monthOf((input.today ?? 1) - 1)}`,
          arithmetic: `${token.text} ends ${monthOf(endOf(spanOf(token.period, input.calendar) ?? { start: 0, months: 0 }) - 1)}`,
          hint: 'The heading names a period that was not over: probably the one before is meant.',
        }),
      )
  })
}

const definition = /\b(YoY|QoQ|y\/y|q\/q)\s*[=:]\s*(.+?)\s+(?:compared (?:to|with)|vs\.?|versus|against|over)\s+(.+)$/i

/** C8: "YoY = 4Q08 compared to 4Q07" must be a year apart, "QoQ" a quarter. */
export const definitions: CheckRule = (input) =>
  input.document.lines.flatMap((line) => {
    const match = definition.exec(line.text)
    const [now, base] = [match?.[2], match?.[3]]
      .map((text) => (text === undefined ? undefined : findPeriods(text, input.lexicon)[0]))
      .map((token) => token && spanOf(token.period, input.calendar))
    if (!match || !now || !base) return []
    const word = match[1] ?? ''
    const expected = shift(now, /^y/i.test(word) ? -12 : -3)
    if (expected.start === base.start && now.months === base.months) return []
    return [
      finding(input, {
        rule: 'C8',
        code: 'text-comparison',
        severity: 'error',
        line: line.number,
        column: match.index + 1,
        length: match[0].length,
        message: `invalid comparison: "${match[0].trim()}"`,
        hint: `${word} of ${labelOf(now, input.calendar)} compares with ${labelOf(expected, input.calendar)}.`,
      }),
    ]
  })
