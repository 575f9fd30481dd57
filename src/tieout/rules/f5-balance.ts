import { dayBefore, endOf } from '../../format/calendar.ts'
import type { Span } from '../../model/period.ts'
import type { Tie } from '../../model/ties.ts'
import { footTie, plus } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { type DataContext, dataCheck, type Rule } from '../rule.ts'
import { statedTotals } from './f1-total.ts'

type RollForward = Extract<Tie, { kind: 'roll-forward' }>

/** Spans in which at least one movement is stated: only there is there anything to roll forward. */
function spansOf(tie: RollForward, context: DataContext): readonly Span[] {
  const spans = new Map<string, Span>()
  for (const { metric } of tie.movements)
    for (const { period, scenario } of statedTotals(context, metric))
      if (period.kind === 'span' && scenario === 'actual') spans.set(period.label, period)
  return [...spans.values()]
}

function checkSpan(tie: RollForward, span: Span, { ledger }: DataContext): Finding {
  const before = dayBefore(span)
  return footTie(
    {
      rule: 'F5',
      name: `${tie.name ?? ledger.metrics.get(tie.closing)?.label ?? tie.closing}, ${span.label}`,
      total: { metric: tie.closing, period: endOf(span) },
      parts: [
        { metric: tie.opening, period: before, weight: plus },
        ...tie.movements.map(({ metric, weight }) => ({ metric, period: span, weight })),
      ],
      place: tie.place,
      declared: tie,
    },
    ledger,
  )
}

function check(context: DataContext): readonly Finding[] {
  return context.ties.ties.flatMap((tie) =>
    tie.kind === 'roll-forward' ? spansOf(tie, context).map((span) => checkSpan(tie, span, context)) : [],
  )
}

export const f5: Rule = { id: 'F5', title: 'opening and movements give the closing balance', check: dataCheck(check) }
