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

const duration = 900 // ms
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
    const flights = flightsOf(before, targets)
    if (flights.every(({ from: { kind } }) => kind === 'figure')) uncover(boxes) // numbers fly into a chart that is there
    await show(flights)
  } finally {
    uncover(boxes)
  }
}

function uncover(boxes: readonly HTMLElement[]): void {
  for (const box of boxes) box.classList.remove(arriving)
}

async function show(flights: readonly Flight[]): Promise<void> {
  if (flights.length === 0) return
  const layer = make('div', { class: 'qd-flight', 'aria-hidden': 'true' })
  document.body.append(layer)
  const running = flights.map(({ from, to }) => {
    const element = make('div', { class: 'qd-flying' }, from.kind === 'figure' ? from.look : '')
    layer.append(element)
    const frames = from.kind === 'figure' ? figureFrames(from, to) : [markFrame(from), markFrame(to)]
    return element.animate(frames, { duration, easing: 'cubic-bezier(0.4, 0, 0.15, 1)', fill: 'both' }).finished
  })
  await Promise.allSettled(running)
  layer.remove()
}

/** A mark changes place, size and colour. */
const markFrame = ({ x, y, width, height, look }: Spot): Keyframe => ({
  left: `${x}px`,
  top: `${y}px`,
  width: `${width}px`,
  height: `${height}px`,
  backgroundColor: look,
})

/** A figure goes over the mark, where its label stands, and gives way to it. */
function figureFrames(from: Spot, to: Spot): Keyframe[] {
  const size = Math.max(20, Math.min(from.size, 28))
  const end = { left: `${to.x}px`, top: `${to.y - size * 1.4}px`, fontSize: `${size}px` }
  return [
    { left: `${from.x}px`, top: `${from.y}px`, fontSize: `${from.size}px`, opacity: 1 },
    { ...end, opacity: 1, offset: 0.85 },
    { ...end, opacity: 0 },
  ]
}
