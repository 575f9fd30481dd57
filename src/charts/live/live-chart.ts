import './live.css'
import { fill } from '../../language/fill.ts'
import type { LiveChartWords } from '../../language/page-words.ts'
import type { ChartModel } from '../../model/chart.ts'
import { type ChartTheme, onGround } from '../colors/theme.ts'
import type { Box } from '../layout/box.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { type ChartCanvas, createChartCanvas, type RunningChart } from './canvas.ts'
import { make } from './dom.ts'
import type { Focus } from './focus.ts'
import { pageTheme } from './paint.ts'
import { createPointing, createTooltip, listenToKeys } from './pointing.ts'
import { createToggles, type Toggles } from './toggles.ts'

export { pageTheme, paintChart } from './paint.ts' // of the same file, which is loaded once

/** An interactive chart: it answers to pointer and keyboard, and moves when its data change. */
export interface LiveChart {
  update(model: ChartModel): void
  /** Ids of the series that the reader switched off. */
  readonly hidden: ReadonlySet<string>
  /** Where its bars and points are, at the end of a running animation; none while it rests. */
  places(): readonly MarkPlace[]
  /** Removes the canvas to free its memory: the still picture shows, and the chart remembers what the reader chose. */
  rest(): void
  /** Draws again as the reader left it, without animation; does nothing to a chart that does not rest. */
  wake(): void
  destroy(): void
}

/** A mark's place in its chart's box, in the box's own pixels. */
export interface MarkPlace {
  readonly fact: string | null
  readonly category: number
  readonly label: string
  readonly box: Box
  readonly fill: string
}

interface LiveOptions {
  readonly words: LiveChartWords
  readonly theme?: ChartTheme
  /** False: never grows from zero. */
  readonly grows?: boolean
  /** Ids of the series that are switched off from the start. */
  readonly hidden?: Iterable<string>
}

/** Puts a live canvas over the still picture in the box, which has a size of its own in CSS pixels. */
export function mountChart(box: HTMLElement, model: ChartModel, options: LiveOptions): LiveChart {
  const { words, grows = true, hidden = [] } = options
  const theme = options.theme ? onGround(options.theme, model.ground) : pageTheme(model.ground)
  const stop = new AbortController()
  const { signal } = stop
  const focus: Focus = { target: undefined }
  const parts = addParts(box)
  let current = model
  const toggles: Toggles = createToggles(box.parentElement ?? box, {
    theme,
    label: words.series,
    off: hidden,
    changed: () => {
      pointing.point(undefined)
      canvas.running()?.show(toggles.hidden)
    },
  })
  const canvas: ChartCanvas = createChartCanvas(box, {
    theme,
    focus,
    model: () => current,
    hidden: () => toggles.hidden,
  })
  const pointing = createPointing(box, { running: canvas.running, focus, words, ...parts, signal })
  listenToKeys(box, { running: canvas.running, focus, ...pointing, signal })
  window.addEventListener('resize', () => requestAnimationFrame(() => canvas.refit({ grows: false })), { signal })
  const describe = (): void => {
    box.setAttribute('aria-label', fill(words.hint, { summary: current.summary }))
    toggles.show(current)
  }
  describe()
  canvas.wake({ grows })
  void redrawWithFont(canvas, { font: theme.font, text: JSON.stringify(current) }, signal)
  return {
    update(next) {
      const isSameKind = next.type === current.type
      current = next
      pointing.point(undefined)
      describe()
      if (isSameKind) canvas.running()?.move(next)
      else canvas.refit({ grows: false, always: true })
      void redrawWithFont(canvas, { font: theme.font, text: JSON.stringify(next) }, signal)
    },
    hidden: toggles.hidden,
    places: () => placesOf(canvas.running()),
    rest: canvas.rest,
    wake: () => canvas.wake({ grows: false }),
    destroy() {
      stop.abort()
      canvas.destroy()
      toggles.destroy()
      parts.remove()
    },
  }
}

function placesOf(running: RunningChart | undefined): readonly MarkPlace[] {
  const scene = running?.scene()
  if (!running || !scene) return []
  return placedMarks(running.chart, scene).map(({ mark, category, index, box, fill }) => ({
    fact: mark.fact,
    category: index,
    label: category.label,
    box,
    fill,
  }))
}

function addParts(box: HTMLElement): {
  readonly region: HTMLElement
  readonly tooltip: ReturnType<typeof createTooltip>
  readonly remove: () => void
} {
  const region = make('p', 'chart-spoken')
  region.setAttribute('aria-live', 'polite')
  box.append(region)
  box.tabIndex = 0
  box.setAttribute('role', 'application')
  const tooltip = createTooltip(box)
  const remove = (): void => {
    region.remove()
    tooltip.destroy()
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
  }
  return { region, tooltip, remove }
}

/** Draws again where the font arrived after the first drawing: then its text has other widths. */
async function redrawWithFont(
  canvas: ChartCanvas,
  { font, text }: { readonly font: string; readonly text: string },
  signal: AbortSignal,
): Promise<void> {
  const faces = [`400 22px ${font}`, `600 22px ${font}`].filter((face) => !document.fonts.check(face, text))
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, text))) // a missing fallback font is not an error,
  await document.fonts.ready // but it settles the promise while others still load
  if (faces.length > 0 && !signal.aborted) canvas.refit({ grows: false, always: true })
}
