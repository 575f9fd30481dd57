import type { RenderedSlide } from '../compiler/render/page-html.ts'
import type { ChartModel } from '../model/chart.ts'
import type { DeckPatch } from '../model/page-data.ts'

/** A page as a browser has it: enough to tell what another differs in. */
export interface PageState {
  readonly title: string
  readonly slides: readonly RenderedSlide[]
  /** Text of the page's own data and of its cards. */
  readonly page: string
  readonly facts: string
}

const isSame = (before: RenderedSlide | undefined, after: RenderedSlide): boolean => before?.html === after.html

/** What turns one page into the other; undefined when nothing differs. */
export function pagePatch(before: PageState, after: PageState): DeckPatch | undefined {
  const known = new Map(before.slides.map((slide) => [slide.id, slide]))
  const changed = after.slides.filter((slide) => !isSame(known.get(slide.id), slide))
  const order = after.slides.map((slide) => slide.id)
  const moved = order.join('\n') !== before.slides.map((slide) => slide.id).join('\n')
  if (changed.length === 0 && !moved && before.page === after.page && before.facts === after.facts) return undefined
  const charts: [string, ChartModel][] = changed.flatMap((slide) => slide.charts.map((chart) => [chart.id, chart]))
  return {
    title: after.title,
    slides: changed.map(({ id, html }) => ({ id, html })),
    order,
    charts: Object.fromEntries(charts),
    ...(before.facts === after.facts ? {} : { facts: JSON.parse(after.facts) }),
    page: JSON.parse(after.page),
  }
}
