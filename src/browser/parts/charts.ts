import type { LiveChart } from '../../charts/live.ts'
import type { ChartModel } from '../../model/chart.ts'
import { inlineStill } from '../inline-svg.ts'
import { isRecord } from '../page-data.ts'
import type { Context, Part } from '../part.ts'
import { refreshed, shown } from '../view.ts'

/** Event with new models by chart id, after a live update. */
export const chartModels = 'qd:charts'

/** A still that stood longer than this, in ms, was seen: the live chart takes its place without growing anew. */
const seen = 150

/** What is known of the page's charts: their models, fetched when the first one shows, and the live ones. */
interface Charts {
  models: Promise<Record<string, ChartModel>> | undefined
  readonly live: Map<HTMLElement, LiveChart>
}

/** Makes charts live when their slide shows. Until then, and in print, the still drawn at build time stands. */
export const charts: Part = {
  id: 'charts',
  init(context) {
    const { view, signal } = context
    if (view.kind === 'print') return undefined
    const all: Charts = { models: undefined, live: new Map() }
    const stop = view.kind === 'deck' ? followSlides(all, context) : followScroll(all, context)
    view.root.addEventListener(chartModels, (event) => void applyModels(event, all, context), { signal })
    return () => {
      stop()
      for (const chart of all.live.values()) chart.destroy()
    }
  },
}

function followSlides(all: Charts, context: Context): () => void {
  const { view, signal } = context
  const mountShown = (): void => {
    for (const box of view.current()?.querySelectorAll<HTMLElement>('.chart .chart-box') ?? [])
      void mount(box, all, context)
  }
  view.root.addEventListener(shown, mountShown, { signal })
  view.root.addEventListener(refreshed, mountShown, { signal })
  mountShown()
  return () => undefined
}

function followScroll(all: Charts, context: Context): () => void {
  const { view, signal } = context
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target instanceof HTMLElement) void mount(target, all, context)
      }
    },
    { rootMargin: '200px' },
  )
  const watch = (): void => {
    watcher.disconnect()
    for (const box of view.root.querySelectorAll('.chart .chart-box')) watcher.observe(box)
  }
  view.root.addEventListener(refreshed, watch, { signal })
  watch()
  return () => watcher.disconnect()
}

async function mount(box: HTMLElement, all: Charts, context: Context): Promise<void> {
  const id = idOf(box)
  if (all.live.has(box) || box.dataset.live === 'loading') return
  box.dataset.live = 'loading'
  const still = box.querySelector<HTMLImageElement>('img.chart-still:not([hidden])')
  if (still) void inlineStill(still).catch(() => undefined) // the picture goes on standing for the drawing
  const asked = performance.now()
  try {
    // The chart engine is loaded with the first chart that shows.
    const [{ mountChart }, models] = await Promise.all([import('../../charts/live.ts'), modelsOf(all, context)])
    const model = models[id]
    if (model && box.isConnected && !context.signal.aborted)
      all.live.set(
        box,
        mountChart(box, model, { words: context.words.charts, grows: performance.now() - asked < seen }),
      )
  } finally {
    delete box.dataset.live
  }
}

const idOf = (box: HTMLElement): string => box.closest<HTMLElement>('[data-chart]')?.dataset.chart ?? ''

function modelsOf(all: Charts, { data }: Context): Promise<Record<string, ChartModel>> {
  all.models ??= fetch(data.charts).then((answer) => answer.json())
  return all.models
}

/** New models after a live update: live charts move to their new values. */
async function applyModels(event: Event, all: Charts, context: Context): Promise<void> {
  const fresh: unknown = event instanceof CustomEvent ? event.detail : undefined
  if (!isRecord(fresh)) return
  const models = await modelsOf(all, context)
  Object.assign(models, fresh)
  for (const [box, chart] of all.live) {
    const model = models[idOf(box)]
    if (!box.isConnected) {
      chart.destroy()
      all.live.delete(box)
    } else if (model && idOf(box) in fresh) chart.update(model)
  }
}
