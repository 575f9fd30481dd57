import type { Compilation } from '../../compiler/compile.ts'
import { previousPeriod, shiftYears } from '../../format/calendar.ts'
import { isValidIn } from '../../format/comparison.ts'
import { containing, lastMonthOf } from '../../format/fiscal.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import { type Fact, figureId } from '../../model/fact.ts'
import type { Calendar, Period } from '../../model/period.ts'
import { isYearToDate } from './next-period.ts'

/** A figure that the rolled deck asks for. */
export interface WantedFigure {
  readonly metric: string
  readonly scenario: string
  readonly period: Period
  readonly slides: readonly string[] // ids
}

/** The length of time that a figure is of: a day, a part of the year, the year so far, or twelve months that are no year. */
function shapeOf(period: Period, isStock: boolean, calendar: Calendar): string {
  if (period.kind === 'instant' || isStock) return 'day'
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  if (period.months <= part) return `${period.months}`
  return isYearToDate(period, calendar) ? 'so far' : `last ${period.months}`
}

type Placed = Pick<Fact, 'metric' | 'scenario' | 'period'>

const rowName = (
  { metric, scenario, period }: Placed,
  { metrics, config }: Pick<DeckData, 'metrics' | 'config'>,
): string => `${metric}#${scenario}:${shapeOf(period, metrics.get(metric)?.kind === 'stock', config.calendar)}`

/**
 * Whether the data have figures of a metric and scenario for such lengths of time. What is defined by others counts only
 * where it was published last time, just before or a year before: where it was not, it is computed, and is so again.
 */
export function rowTest(data: Pick<DeckData, 'figures' | 'metrics' | 'config'>): (fact: Placed) => boolean {
  const { figures, metrics, config } = data
  const rows = new Set(figures.map((figure) => rowName(figure, data)))
  const published = new Set(figures.map((figure) => figureId(figure)))
  const wasPublished = ({ metric, scenario, period }: Placed): boolean =>
    [previousPeriod(period, config.calendar), shiftYears(period, -1, config.calendar)].some((before) =>
      published.has(figureId({ metric, scenario, period: before })),
    )
  return (fact) => rows.has(rowName(fact, data)) && (!metrics.get(fact.metric)?.definition || wasPublished(fact))
}

/** Where a number lies, seen from the reporting period: what is missing at the same place before and after was never there. */
const placeOf = (fact: Fact, data: Pick<DeckData, 'metrics' | 'config'>): string =>
  `${rowName(fact, data)}@${lastMonthOf(fact.period) - lastMonthOf(data.config.reportingPeriod)}`

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
    const isBottom = below.length === 0 && one.scenario === 'actual' // nobody has guidance of what a guided measure is made of
    if (one.id === figureId(one) && (hasRow(one) || isBottom)) found.set(one.id, one)
    else below.forEach(visit)
  }
  visit(fact)
  return [...found.values()]
}

/** The last twelve months are never published as such: what lacks is their last quarter or half. */
export function lastPart(fact: Fact, { calendar }: DeckConfig): Fact {
  const { period } = fact
  if (period.kind !== 'span' || period.months !== 12 || isYearToDate(period, calendar)) return fact
  const part = containing(period, calendar.subPeriods === 'quarters' ? 3 : 6, calendar)
  return { ...fact, period: part, id: figureId({ ...fact, period: part }) }
}

/** A deck as a draft, with the settings that it was made with. */
export interface Draft {
  readonly compiled: Compilation
  readonly config: DeckConfig
}

function lists({ compiled, config }: Draft, hasRow: (fact: Fact) => boolean) {
  const asked = compiled.asked()
  return compiled.gaps().flatMap((gap) =>
    figuresBelow(gap.asked, asked, hasRow).map((fact) => ({
      slide: gap.slide,
      fact: hasRow(fact) ? fact : lastPart(fact, config),
    })),
  )
}

/** Figures that slides of the rolled deck ask for and that are missing, but were there at their place in the old one. */
export function wantedFigures(before: Draft, after: Draft, data: DeckData): readonly WantedFigure[] {
  const hasRow = rowTest(data)
  const never = new Set(lists(before, hasRow).map(({ fact }) => placeOf(fact, { ...data, config: before.config })))
  const wanted = new Map<string, WantedFigure>()
  for (const { slide, fact } of lists(after, hasRow)) {
    if (never.has(placeOf(fact, { ...data, config: after.config }))) continue
    const { metric, scenario, period } = fact
    const item = data.metrics.get(metric)
    if (item && !isValidIn(item, period)) continue
    const slides = [...new Set([...(wanted.get(fact.id)?.slides ?? []), slide])]
    wanted.set(fact.id, { metric, scenario, period, slides })
  }
  return [...wanted.values()]
}
