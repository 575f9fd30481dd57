import { previousPeriod, shiftYears } from '../format/calendar.ts'
import { containing } from '../format/fiscal.ts'
import { escaped } from '../language/word-patterns.ts'
import type { Metric } from '../model/figure.ts'
import type { Period } from '../model/period.ts'
import { sign, subtract } from '../model/rational.ts'
import { type Context, finding } from './context.ts'
import { agreesWith, type DirectionClaim } from './direction.ts'
import type { Finding } from './finding.ts'
import { placeOf } from './locate.ts'
import { clauseAt, figuresOf, type Passage } from './passage.ts'
import { leadingMetric, namedMetric } from './subject.ts'

type Sign = -1 | 0 | 1

/** Periods that a clause speaks of; without any, the reporting period and its last quarter. */
function periodsOf(passage: Passage, clause: { start: number; end: number }, { deck }: Context): readonly Period[] {
  const named = passage.pieces.flatMap((piece) =>
    piece.kind === 'period' && piece.period && piece.start >= clause.start && piece.end <= clause.end
      ? [piece.period]
      : [],
  )
  const { reportingPeriod, calendar } = deck.config
  const months = calendar.subPeriods === 'quarters' ? 3 : 6
  return named.length > 0 ? named : [reportingPeriod, containing(reportingPeriod, months, calendar)]
}

function signsOf(metric: string, periods: readonly Period[], { ledger }: Context): readonly Sign[] {
  const { calendar } = ledger.config
  return periods.flatMap((period) => {
    const now = ledger.level({ metric, period })
    const bases = [shiftYears(period, -1, calendar), previousPeriod(period, calendar)].map((base) =>
      ledger.level({ metric, period: base }),
    )
    return bases.flatMap((base): readonly Sign[] => (now && base ? [sign(subtract(now.value, base.value))] : []))
  })
}

/** "an increase in recurring revenues" names what comes after, "recurring revenues increased" what stands before. */
function metricOf(before: string, after: string, { ledger }: Context): Metric | undefined {
  const object = /^ (?:in|of) (?:the |our )?(.*)/s.exec(after)?.[1] ?? ''
  const id = leadingMetric(object, ledger) ?? namedMetric(before, ledger)
  return id === undefined ? undefined : ledger.metrics.get(id)
}

/**
 * A direction word of a clause that binds no number but names a metric: judged by the data of the periods that the
 * clause speaks of. A warning only, and only when every comparison contradicts it: the word may be about something else.
 */
export function judgeNamed(
  { word, direction }: DirectionClaim,
  passage: Passage,
  context: Context,
): Finding | undefined {
  const clause = clauseAt(passage, word.start, context.words)
  if (!word.certain) return undefined
  if (figuresOf(passage).some(({ start, end }) => start >= clause.start && end <= clause.end)) return undefined
  const before = passage.text.slice(clause.start, word.start)
  if (before.length > 120) return undefined
  const metric = metricOf(before, passage.text.slice(word.end, clause.end), context)
  if (!metric || direction === 'flat') return undefined
  const text = passage.text.slice(clause.start, clause.end).replace(new RegExp(escaped(metric.label), 'gi'), '')
  const { uncertain, future, targets } = context.words
  if ([uncertain, future, targets].some((expression) => expression.test(text))) return undefined
  const signs = signsOf(metric.id, periodsOf(passage, clause, context), context)
  const answers = signs.map((found) => agreesWith(direction, found, metric))
  if (answers.length < 2 || answers.includes(undefined)) return undefined
  const right = answers.includes(true)
  const about = { slide: passage.slide.id, place: placeOf(passage, word, context.files), facts: [] }
  const said = `"${word.text}" of ${metric.label}`
  if (right) return finding('S1', 'ticked', { ...about, message: `${said} agrees with the data` })
  return finding('S1', 'warning', {
    ...about,
    message: `invalid direction ${said}`,
    hint: 'Every comparison of the data says otherwise; bind the figure that is meant, or reword the sentence.',
  })
}
