import type { LiveChart } from '../../charts/live/live-chart.ts'
import { make } from '../dom.ts'
import { chartBoxes, liveChartOf, whenLive } from './live-charts.ts'

/** A rectangle on the screen, in its pixels. */
export interface Spot {
  readonly fact: string | null
  readonly kind: 'mark' | 'figure'
  /** The category of a mark, "" of a figure. */
  readonly label: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Colour of a mark; the text of a figure. */
  readonly look: string
  /** Pixels of a figure's type. */
  readonly size: number
}

export interface Flight {
  readonly from: Spot
  readonly to: Spot
}

/**
 * What of one slide goes where on the next: a mark or a figure to the mark of the same fact, then to that of the same
 * category, then the marks that are left to those that are left, in order, so that a chart regroups.
 */
export function flightsOf(from: readonly Spot[], to: readonly Spot[]): readonly Flight[] {
  const flights: Flight[] = []
  let marks = from.filter(({ kind }) => kind === 'mark')
  const figures = from.filter(({ kind }) => kind === 'figure')
  let left = to
  const pair = (find: (target: Spot) => Spot | undefined): void => {
    left = left.filter((target) => {
      const found = find(target)
      if (found) flights.push({ from: found, to: target })
      marks = marks.filter((spot) => spot !== found)
      return !found
    })
  }
  const isSame =
    (target: Spot) =>
    (spot: Spot): boolean =>
      spot.fact !== null && spot.fact === target.fact
  pair((target) => marks.find(isSame(target)))
  pair((target) => figures.find(isSame(target)))
  pair((target) => marks.find(({ label }) => label === target.label))
  pair(() => marks[0])
  return flights
}

/** The marks of a slide's live charts, and its large figures, where they are on the screen. */
export function spotsOf(slide: Element): readonly Spot[] {
  const marks = chartBoxes(slide).flatMap((box) => marksOf(box, liveChartOf(box)))
  const figures = [...slide.querySelectorAll<HTMLElement>(':is(.tile-value, h2, td) .figure[data-fact]')].map(
    (figure) => {
      const { x, y, width, height } = figure.getBoundingClientRect()
      const scale = figure.offsetWidth > 0 ? width / figure.offsetWidth : 1
      const size = Number.parseFloat(getComputedStyle(figure).fontSize) * scale
      const look = (figure.textContent ?? '').trim()
      return { fact: figure.dataset.fact ?? null, kind: 'figure' as const, label: '', x, y, width, height, look, size }
    },
  )
  return [...marks, ...figures]
}

function marksOf(box: HTMLElement, chart: LiveChart | undefined): readonly Spot[] {
  const frame = box.getBoundingClientRect()
  const scale = box.clientWidth > 0 ? frame.width / box.clientWidth : 1
  return (chart?.places() ?? []).map(({ fact, label, box: at, fill }) => ({
    fact,
    kind: 'mark',
    label,
    x: frame.x + at.x * scale,
    y: frame.y + at.y * scale,
    width: at.width * scale,
    height: at.height * scale,
    look: fill,
    size: 0,
  }))
}

const duration = 700 // ms
const arriving = 'is-arriving'

/** Lets what two slides share fly from one to the other, while the charts of the second wait; resolves when all has arrived. */
export async function fly(from: Element, to: Element): Promise<void> {
  const boxes = chartBoxes(to)
  if (boxes.length === 0) return
  const before = spotsOf(from)
  for (const box of boxes) box.classList.add(arriving)
  try {
    await Promise.all(boxes.map(whenLive))
    const targets = boxes.flatMap((box) => marksOf(box, liveChartOf(box)))
    await show(flightsOf(before, targets))
  } finally {
    for (const box of boxes) box.classList.remove(arriving)
  }
}

async function show(flights: readonly Flight[]): Promise<void> {
  if (flights.length === 0) return
  const layer = make('div', { class: 'qd-flight', 'aria-hidden': 'true' })
  document.body.append(layer)
  const running = flights.map(({ from, to }) => {
    const element = make('div', { class: `qd-flying is-${from.kind}` }, from.kind === 'figure' ? from.look : '')
    layer.append(element)
    return element.animate([frame(from, from), frame(to, from)], {
      duration,
      easing: 'cubic-bezier(0.3, 0, 0.1, 1)',
      fill: 'both',
    }).finished
  })
  await Promise.allSettled(running)
  layer.remove()
}

/** A mark changes place, size and colour; a figure goes to the top of the mark and becomes small. */
function frame(at: Spot, start: Spot): Keyframe {
  const [left, top] = [`${at.x}px`, `${at.y}px`]
  if (start.kind === 'mark')
    return { left, top, width: `${at.width}px`, height: `${at.height}px`, backgroundColor: at.look }
  const size = at.kind === 'figure' ? at.size : Math.max(14, start.size * 0.3)
  return {
    left,
    top: at.kind === 'figure' ? top : `${at.y - size * 1.4}px`,
    fontSize: `${size}px`,
    opacity: at.kind === 'figure' ? 1 : 0.2,
  }
}
