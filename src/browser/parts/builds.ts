import { reducedMotion } from '../../charts/live/dom.ts'
import type { Part, PartContext } from '../part.ts'
import { fly } from '../stage/flight.ts'
import { chartBoxes, liveChartOf, whenLive } from '../stage/live-charts.ts'
import { revealed, shown } from '../view.ts'

/** Asks for the next change of slides to be a flight, as front matter "morph" does. */
export const flightAsked = 'qd:flight'

/** Charts that come step by step, and what two slides share moving from one to the other. Without motion slides just show. */
export const builds: Part = {
  id: 'builds',
  init(context) {
    const { view, signal } = context
    if (view.kind === 'deck' || view.kind === 'speaker') dropSteps(view.root)
    if (view.kind !== 'deck') return undefined
    let left = view.current()
    let isAsked = false
    const arrive = (): void => {
      const now = view.current()
      const from = left
      left = now
      const moves = isAsked || (now?.dataset.morph !== undefined && from === before(now, context))
      isAsked = false
      if (now && from && from !== now && moves && !reducedMotion()) void fly(from, now).catch(() => undefined)
      step(now)
    }
    view.root.addEventListener(flightAsked, () => (isAsked = true), { signal })
    view.root.addEventListener(shown, arrive, { signal })
    view.root.addEventListener(revealed, () => step(view.current()), { signal })
    step(left)
    return undefined
  },
}

const before = (slide: HTMLElement, { view }: PartContext): HTMLElement | undefined => {
  const slides = view.slides()
  return slides[slides.indexOf(slide) - 1]
}

/** Where no motion is wanted, or a browser prints, nothing has to be pressed for a chart to be whole. */
function dropSteps(root: HTMLElement): void {
  if (!reducedMotion()) return
  for (const each of root.querySelectorAll('.build-step')) each.remove()
}

/** Shows as many categories of a slide's charts as steps were taken, the first one from the start. */
function step(slide: HTMLElement | undefined): void {
  const steps = [...(slide?.querySelectorAll('.build-step') ?? [])]
  if (!slide || steps.length === 0) return
  const taken = (): number => steps.filter((each) => each.classList.contains('visible')).length
  for (const box of chartBoxes(slide)) {
    if (!liveChartOf(box)) box.style.clipPath = 'inset(0 100% 0 0)'
    void whenLive(box).then((chart) => {
      const right = taken() >= steps.length ? undefined : edgeAfter(taken(), chart.places())
      box.style.clipPath = right === undefined ? '' : `inset(0 ${Math.max(0, box.clientWidth - right)}px 0 0)`
    })
  }
}

/** Half way between a category's marks and those of the next, in pixels from the left; undefined behind the last. */
function edgeAfter(
  category: number,
  places: ReturnType<NonNullable<ReturnType<typeof liveChartOf>>['places']>,
): number | undefined {
  const ends = places.filter((place) => place.category === category).map(({ box }) => box.x + box.width)
  const starts = places.filter((place) => place.category === category + 1).map(({ box }) => box.x)
  return ends.length === 0 || starts.length === 0 ? undefined : (Math.max(...ends) + Math.min(...starts)) / 2
}
