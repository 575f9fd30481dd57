import { formatDates } from '../../format/calendar.ts'
import { numberSaid } from '../../language/claims/number-phrases.ts'
import { type Inline, plainText } from '../../model/content.ts'
import { type TableColumn, type TableModel, tablesOf } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Period } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, type RuleContext } from '../rule.ts'
import { allMatches } from './matches/all-matches.ts'
import type { Passage, TextRange } from './passage.ts'
import { endsOn } from './qualities/time-words.ts'

const isTyped = (runs: readonly Inline[]): boolean => runs.some(({ kind }) => kind === 'text')

/** What an author has typed over a column, with what stands about it: "Three months ended June 30," over "2025". */
function typedHead({ head = [], label }: TableColumn): string {
  if (!isTyped(head) && !isTyped(label)) return ''
  return [head, label].map(plainText).join(' ').replaceAll('\u00a0', ' ').trim()
}

const periodsUnder = ({ rows }: TableModel, at: number, { deck }: RuleContext): readonly Period[] => {
  const facts = rows.flatMap(({ cells }) =>
    (cells[at]?.runs ?? []).flatMap((run) => (run.kind === 'figure' ? (deck.facts.get(run.fact) ?? []) : [])),
  )
  return facts.filter(({ kind }: Fact) => kind === 'figure').map(({ period }) => period)
}

/** The part of a head that says another time than that of the figures under it. */
function falsePart(text: string, periods: readonly Period[], context: RuleContext): string | undefined {
  const { periodEnd, endedLength, endedWeeks, lengths } = context.words.subjects
  const days = allMatches(text, periodEnd).filter(({ 1: before, 3: after, 4: year }) => before ?? after ?? year)
  const wrong = days.find(([, ...groups]) => !periods.some((period) => endsOn(period, { groups }, context)))
  const spans = periods.flatMap((period) => (period.kind === 'span' ? [period.months] : []))
  const length = allMatches(text, endedLength).find(
    ([, said = '']) => spans.length > 0 && !spans.includes(lengths.get(said.toLowerCase()) ?? 0),
  )
  const numbers = periods.flatMap((period) => (period.kind === 'span' ? (period.days?.weeks ?? []) : []))
  const weeks = allMatches(text, endedWeeks).find(([, said = '']) => {
    const count = numberSaid(context.words.claims, said)
    return count !== undefined && numbers.length > 0 && !numbers.includes(count)
  })
  return (wrong ?? length ?? weeks)?.[0].trim()
}

/** Where heads say how long their periods are, which P1 holds against the columns: "12" of "12 weeks ended October 3". */
export function lengthsInHeads(
  { region, text, slide }: Passage,
  { words }: Pick<RuleContext, 'words'>,
): readonly TextRange[] {
  const isOfHeads = tablesOf(slide).some(({ columns }) => columns.every(({ label }) => text.includes(plainText(label))))
  if (region !== 'table' || !isOfHeads) return []
  const { endedLength, endedWeeks } = words.subjects
  return [endedLength, endedWeeks].flatMap((said) =>
    allMatches(text, said).map(({ 0: whole, index }) => ({ start: index, end: index + whole.length })),
  )
}

/** Heads of columns in their author's words ("Three months ended June 30, 2026") against the periods of the columns. */
export function checkTypedHeads({ slide }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { language } = context.deck.config
  return tablesOf(slide).flatMap((table) =>
    table.columns.flatMap((column, at): readonly Finding[] => {
      const text = column.kind === 'figure' ? typedHead(column) : ''
      const periods = text === '' ? [] : periodsUnder(table, at - 1, context)
      const [first] = periods
      const part = first && falsePart(text, periods, context)
      if (!first || part === undefined) return []
      const message = `invalid head "${text}": "${part}" is not ${first.label}, which ends ${formatDates(first, language, 'end')}`
      const hint = 'Write the end of the period that the column is of, or leave the head to "heads: true".'
      return [finding('P1', 'error', { slide: slide.id, place: table.place, facts: [], message, hint })]
    }),
  )
}
