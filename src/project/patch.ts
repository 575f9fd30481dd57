import type { RenderedSlide } from '../compiler/render/page-html.ts'
import type { ChartModel } from '../model/chart.ts'
import type { DeckPatch, FactsData, PageData } from '../model/page-data.ts'

/** A page as a browser has it: what two pages are compared by. */
export interface PageState {
  readonly title: string
  readonly slides: readonly RenderedSlide[]
  readonly page: string // `PageData` as JSON
  readonly facts: string // `FactsData` as JSON
}

/** What turns one page into the other; undefined when nothing differs. */
export function pagePatch(before: PageState, after: PageState): DeckPatch | undefined {
  const known = new Map(before.slides.map(({ id, html }) => [id, html]))
  const changed = after.slides.filter(({ id, html }) => known.get(id) !== html)
  const order = after.slides.map((slide) => slide.id)
  const isMoved = order.join('\n') !== before.slides.map((slide) => slide.id).join('\n')
  if (changed.length === 0 && !isMoved && before.page === after.page && before.facts === after.facts) return undefined
  const charts: [string, ChartModel][] = changed.flatMap((slide) => slide.charts.map((chart) => [chart.id, chart]))
  const page: PageData = JSON.parse(after.page)
  const facts: FactsData | undefined = before.facts === after.facts ? undefined : JSON.parse(after.facts)
  return {
    title: after.title,
    slides: changed.map(({ id, html }) => ({ id, html })),
    order,
    charts: Object.fromEntries(charts),
    ...(facts === undefined ? {} : { facts }),
    page,
  }
}
