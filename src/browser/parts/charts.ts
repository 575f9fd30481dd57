import type { LiveChart } from '../../charts/live/live-chart.ts'
import type { ChartsData } from '../../model/page-data.ts'
import { whenIdle } from '../dom.ts'
import { inlineStill } from '../images.ts'
import { loadModule } from '../modules.ts'
import type { Part, PartContext } from '../part.ts'
import { keepLive } from '../stage/live-charts.ts'
import { refreshed, shown } from '../view.ts'

/** Event with `ChartsData`, after a live update. */
export const chartModels = 'qd:charts'

/** Event after style sheets have changed: a live chart has the page's colours and font from the time when it was made. */
export const restyled = 'qd:restyled'

/** A still picture that was visible longer than this, in ms, was seen: the live chart takes its place without growing anew. */
const seenAfter = 150

/** The charts of the page that have been live. */
interface Charts {
  readonly live: Map<HTMLElement, LiveChart>
  /** Boxes in sight or a step from it: only there a chart has a canvas, since canvases of all would be 230 MB at 4K. */
  near: Set<HTMLElement>
  /** Boxes whose chart is on its way. Of this view only: what the view before still waits for, it throws away. */
  readonly coming: Set<HTMLElement>
}

/** What a reader switched off in charts that are no longer live, by chart id: it stays off when the window changes its view. */
const switchedOff = new Map<string, ReadonlySet<string>>()

/** Makes charts live while their slide shows or is near. Otherwise, and in print, the picture drawn at build time stands. */
export const charts: Part = {
  id: 'charts',
  init(context) {
    const { view, signal } = context
    if (view.kind === 'print') return undefined
    const all: Charts = { live: new Map(), near: new Set(), coming: new Set() }
    const stop = view.kind === 'deck' ? followSlides(all, context) : followScroll(all, context)
    view.root.addEventListener(chartModels, (event) => void applyModels(event, all, context), { signal })
    document.addEventListener(restyled, () => remount(all, context), { signal })
    // What could not be had while the connection was cut.
    window.addEventListener('online', () => all.near.forEach((box) => void mount(box, all, context)), { signal })
    return () => {
      stop()
      for (const [box, chart] of all.live) end(box, chart)
    }
  },
}

/** Near are the slide that shows, those beside it, and the one shown before, which is still fading. */
function followSlides(all: Charts, context: PartContext): () => void {
  const { view, signal } = context
  let current: HTMLElement | undefined
  let left: HTMLElement | undefined
  const follow = (): void => {
    const now = view.current()
    if (now !== current) left = current
    current = now
    const slides = view.slides()
    const at = now ? slides.indexOf(now) : 0
    all.near = new Set(boxesOf([left, ...slides.slice(Math.max(0, at - 1), at + 2)]))
    restFarCharts(all)
    for (const box of boxesOf([now])) void mount(box, all, context)
    whenIdle(() => {
      for (const box of signal.aborted ? [] : all.near) all.live.get(box)?.wake()
    })
  }
  view.root.addEventListener(shown, follow, { signal })
  view.root.addEventListener(refreshed, follow, { signal })
  follow()
  return () => undefined
}

function followScroll(all: Charts, context: PartContext): () => void {
  const { view, signal } = context
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!(target instanceof HTMLElement)) continue
        if (!isIntersecting) all.near.delete(target)
        else {
          all.near.add(target)
          void mount(target, all, context)
        }
      }
      restFarCharts(all)
    },
    { rootMargin: '200px' },
  )
  const watch = (): void => {
    watcher.disconnect()
    for (const box of boxesOf([view.root])) watcher.observe(box)
  }
  view.root.addEventListener(refreshed, watch, { signal })
  watch()
  return () => watcher.disconnect()
}

const boxesOf = (parts: readonly (HTMLElement | undefined)[]): HTMLElement[] =>
  parts.flatMap((part) => [...(part?.querySelectorAll<HTMLElement>('.chart .chart-box') ?? [])])

/** Takes the canvas from every far chart except one that has the keyboard focus, and forgets those that are gone. */
function restFarCharts(all: Charts): void {
  for (const [box, chart] of all.live) {
    if (!box.isConnected) {
      all.near.delete(box)
      all.live.delete(box)
      end(box, chart)
    } else if (!all.near.has(box) && box !== document.activeElement) {
      chart.rest()
      inlinePicture(box)
    }
  }
}

function end(box: HTMLElement, chart: LiveChart): void {
  switchedOff.set(idOf(box), new Set(chart.hidden))
  chart.destroy()
}

/** Makes every live chart anew in its place. */
function remount(all: Charts, context: PartContext): void {
  const live = [...all.live]
  all.live.clear()
  for (const [box, chart] of live) {
    end(box, chart)
    if (all.near.has(box)) void mount(box, all, { ...context, grows: false })
  }
}

interface MountContext extends PartContext {
  readonly grows?: boolean
}

async function mount(box: HTMLElement, all: Charts, context: MountContext): Promise<void> {
  const id = idOf(box)
  const known = all.live.get(box)
  if (known) return known.wake()
  if (all.coming.has(box)) return
  all.coming.add(box)
  inlinePicture(box) // which goes on standing for the drawing
  const asked = performance.now()
  try {
    // The chart engine is loaded with the first chart that shows.
    const [{ mountChart }, models] = await Promise.all([
      loadModule(() => import('../../charts/live/live-chart.ts')),
      context.charts.load(),
    ])
    const model = models[id]
    if (!model || !box.isConnected || !all.near.has(box) || context.signal.aborted) return
    const grows = context.grows !== false && performance.now() - asked < seenAfter
    const hidden = switchedOff.get(id) ?? []
    const chart = mountChart(box, model, { words: context.words.charts, grows, hidden })
    all.live.set(box, chart)
    keepLive(box, chart)
  } catch {
    // the picture stands, and the chart is asked for again when its slide shows or the connection is back
  } finally {
    all.coming.delete(box)
  }
}

function inlinePicture(box: HTMLElement): void {
  const still = box.querySelector<HTMLImageElement>('img.chart-still:not([hidden])')
  if (still) void inlineStill(still).catch(() => undefined)
}

const idOf = (box: HTMLElement): string => box.closest<HTMLElement>('[data-chart]')?.dataset.chart ?? ''

/** New models after a live update: charts move to their new values, those that rest when they wake. */
async function applyModels(event: Event, all: Charts, context: PartContext): Promise<void> {
  if (!(event instanceof CustomEvent)) return
  const fresh: ChartsData = event.detail
  const models = await context.charts.load()
  Object.assign(models, fresh) // charts that are being mounted see them too
  for (const [box, chart] of all.live) {
    const model = models[idOf(box)]
    if (model && box.isConnected && idOf(box) in fresh) chart.update(model)
  }
}
