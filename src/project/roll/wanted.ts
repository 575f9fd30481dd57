import type { Compilation } from '../../compiler/compile.ts'
import { isValidIn } from '../../format/comparison.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Period } from '../../model/period.ts'
import { isYearToDate } from './next-period.ts'

/** A figure that the rolled deck asks for. */
export interface WantedFigure {
  readonly metric: string
  readonly scenario: string
  readonly period: Period
  readonly slides: readonly string[] // ids
}

/** Where a period lies, seen from the reporting period: what is missing at the same place before and after was never there. */
function placeOf({ metric, scenario, period }: Fact, { reportingPeriod, calendar }: DeckConfig): string {
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  const isSoFar = period.kind === 'span' && period.months > part && isYearToDate(period, calendar)
  const length = period.kind === 'instant' ? 'day' : isSoFar ? 'so far' : period.months
  return `${metric}#${scenario}@${lastMonthOf(period) - lastMonthOf(reportingPeriod)}:${length}`
}

/** A missing fact and what it is missing for, as far as they are figures with rows of their own, or nothing is below them. */
export function figuresBelow(
  fact: Fact,
  facts: ReadonlyMap<string, Fact>,
  hasRow: (fact: Fact) => boolean,
): readonly Fact[] {
  const found = new Map<string, Fact>()
  const seen = new Set<string>()
  const visit = (one: Fact): void => {
    if (seen.has(one.id)) return
    seen.add(one.id)
    const below = one.inputs.flatMap((id) => {
      const input = facts.get(id)
      return input?.absence === 'missing' ? [input] : []
    })
    if (one.kind === 'figure' && (hasRow(one) || below.length === 0)) found.set(one.id, one)
    else below.forEach(visit)
  }
  visit(fact)
  return [...found.values()]
}

/** A deck as a draft, with the settings that it was made with. */
export interface Draft {
  readonly compiled: Compilation
  readonly config: DeckConfig
}

const lists = ({ compiled: { gaps, asked } }: Draft, hasRow: (fact: Fact) => boolean) =>
  gaps.flatMap((gap) => figuresBelow(gap.asked, asked, hasRow).map((fact) => ({ slide: gap.slide, fact })))

/** Figures that slides of the rolled deck ask for and that are missing, but were there at their place in the old one. */
export function wantedFigures(
  before: Draft,
  after: Draft,
  { figures, metrics }: Pick<DeckData, 'figures' | 'metrics'>,
): readonly WantedFigure[] {
  const rows = new Set(figures.map(({ metric, scenario }) => `${metric}#${scenario}`))
  const hasRow = ({ metric, scenario }: Fact): boolean => rows.has(`${metric}#${scenario}`)
  const never = new Set(lists(before, hasRow).map(({ fact }) => placeOf(fact, before.config)))
  const wanted = new Map<string, WantedFigure>()
  for (const { slide, fact } of lists(after, hasRow)) {
    if (never.has(placeOf(fact, after.config))) continue
    const { metric, scenario, period } = fact
    const item = metrics.get(metric)
    if (item && !isValidIn(item, period)) continue
    const slides = [...new Set([...(wanted.get(fact.id)?.slides ?? []), slide])]
    wanted.set(fact.id, { metric, scenario, period, slides })
  }
  return [...wanted.values()]
}
