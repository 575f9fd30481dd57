import { lastMonthOf } from '../../format/fiscal.ts'
import { groupBy } from '../../format/group-by.ts'
import type { BoundDeck } from '../../model/deck.ts'
import type { Scenario } from '../../model/figure.ts'
import type { Step } from './next-period.ts'
import type { WantedFigure } from './wanted.ts'

/** Targets of one scenario whose period is over, and the slides that still show them. */
export interface PastTarget {
  readonly metrics: readonly string[]
  readonly scenario: Scenario
  readonly period: string
  readonly slides: readonly string[]
}

/** Targets of one scenario for time to come, as they were issued before. */
export interface OldGuidance {
  readonly scenario: Scenario
  readonly metrics: readonly string[]
}

/** Guidance that slides ask for of a period that none of the known scenarios was issued for. */
export interface DueGuidance {
  readonly period: string
  readonly metrics: readonly string[]
  readonly slides: readonly string[]
}

/** Wanted targets by period: of scenarios that were issued with an older deck, so that only a new one can say them. */
export function dueGuidance(wanted: readonly WantedFigure[]): readonly DueGuidance[] {
  return [...groupBy(wanted, ({ period }) => period.label)].map(([period, all]) => ({
    period,
    metrics: [...new Set(all.map(({ metric }) => metric))],
    slides: [...new Set(all.flatMap(({ slides }) => slides))],
  }))
}

/** Targets that became actuals with a step, and guidance that is older than the rolled deck. */
export function targetsOf(
  { data, slides }: BoundDeck,
  step: Step,
): { readonly past: readonly PastTarget[]; readonly old: readonly OldGuidance[] } {
  const shownOn = new Map<string, string[]>()
  for (const slide of slides)
    for (const fact of new Set(slide.uses.map((use) => use.fact)))
      shownOn.set(fact, [...(shownOn.get(fact) ?? []), slide.id])
  const past = new Map<string, { scenario: Scenario; period: string; metrics: Set<string>; slides: Set<string> }>()
  const old = new Map<string, { scenario: Scenario; metrics: Set<string> }>()
  for (const { metric, scenario: id, period, measure } of data.figures) {
    const scenario = data.scenarios.get(id)
    if (!scenario || scenario.kind === 'actual' || measure !== 'value') continue
    const end = lastMonthOf(period)
    if (end > lastMonthOf(step.to)) {
      const group = old.get(id) ?? { scenario, metrics: new Set() }
      old.set(id, { ...group, metrics: group.metrics.add(metric) })
    } else if (end > lastMonthOf(step.from)) {
      const key = `${id}@${period.label}`
      const group = past.get(key) ?? { scenario, period: period.label, metrics: new Set(), slides: new Set() }
      group.metrics.add(metric)
      for (const slide of shownOn.get(`${metric}@${period.label}#${id}`) ?? []) group.slides.add(slide)
      past.set(key, group)
    }
  }
  return {
    past: [...past.values()].map((one) => ({ ...one, metrics: [...one.metrics], slides: [...one.slides] })),
    old: [...old.values()].map((one) => ({ ...one, metrics: [...one.metrics] })),
  }
}
