import type { LiveChart } from '../../charts/live/live-chart.ts'

const live = new WeakMap<HTMLElement, LiveChart>()
const waiting = new WeakMap<HTMLElement, ((chart: LiveChart) => void)[]>()

/** Keeps the chart that a box now has, for what moves it on stage. */
export function keepLive(box: HTMLElement, chart: LiveChart): void {
  live.set(box, chart)
  for (const done of waiting.get(box) ?? []) done(chart)
  waiting.delete(box)
}

/** The chart of a box, as far as it is live. */
export const liveChartOf = (box: HTMLElement): LiveChart | undefined => live.get(box)

/** The chart of a box as soon as it is live; never, where it cannot be loaded. */
export function whenLive(box: HTMLElement): Promise<LiveChart> {
  const chart = live.get(box)
  if (chart) return Promise.resolve(chart)
  return new Promise((done) => waiting.set(box, [...(waiting.get(box) ?? []), done]))
}

/** The boxes of a slide's charts. */
export const chartBoxes = (slide: Element | undefined): HTMLElement[] => [
  ...(slide?.querySelectorAll<HTMLElement>('.chart .chart-box') ?? []),
]
