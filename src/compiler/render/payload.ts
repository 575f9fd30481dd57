import { formatPeriod } from '../../format/calendar.ts'
import { present } from '../../format/present.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { DeckData, Slide } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'

/** Where a number comes from, as its card in the browser tells it. */
export interface FactCard {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly status: string
  readonly sources: readonly {
    readonly title: string
    readonly at: string
    readonly url: string
    readonly date: string
  }[]
  readonly formula: string
  readonly inputs: readonly string[]
  readonly note: string
  readonly errata: readonly string[]
}

/** The charts of the slides, by id, as JSON. */
export function chartsJson(slides: readonly Slide[]): string {
  const charts = slides.flatMap((slide) => slide.charts.map((chart): [string, ChartModel] => [chart.id, chart]))
  return JSON.stringify(Object.fromEntries(charts))
}

/** A card for each fact, by id, as JSON. */
export function factsJson(facts: ReadonlyMap<string, Fact>, data: DeckData, slideIds: ReadonlySet<string>): string {
  const errata = erratumLines(data, slideIds)
  const cards = [...facts].map(([id, fact]): [string, FactCard] => [id, factCard(fact, data, errata.get(id) ?? [])])
  return JSON.stringify(Object.fromEntries(cards))
}

function factCard(fact: Fact, data: DeckData, errata: readonly string[]): FactCard {
  const metric = data.metrics.get(fact.metric)
  const { calendar, numbers } = data.config
  const scenario = fact.scenario === 'actual' ? '' : `, ${data.scenarios.get(fact.scenario)?.label ?? fact.scenario}`
  return {
    metric: fact.label ?? metric?.label ?? fact.metric,
    period: `${formatPeriod(fact.period, calendar)}${scenario}`,
    value: present(fact, metric, {}, numbers).text,
    status: fact.status,
    sources: fact.sources.map(({ document, at }) => {
      const { title = document, url = '', date = '' } = data.documents.get(document) ?? {}
      return { title, at, url, date }
    }),
    formula: fact.formula ?? '',
    inputs: fact.inputs,
    note: fact.note ?? metric?.description ?? '',
    errata,
  }
}

/** What earlier prints had wrong, by fact; entries of slides that this edition does not show stay out. */
function erratumLines(data: DeckData, slideIds: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>()
  for (const { fact, slide, printed, right, ground } of data.errata) {
    if (fact === undefined || !slideIds.has(slide)) continue
    lines.set(fact, [...(lines.get(fact) ?? []), `Printed as “${printed}”, right is “${right}”: ${ground}`])
  }
  return lines
}
