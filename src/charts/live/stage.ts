import type { ChartModel } from '../../model/chart.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { make } from './dom.ts'
import { type Engine, startEngine } from './engine.ts'
import type { Focus } from './focus.ts'

/** Keeps a chart running at the size of its box and as sharp as the screen shows it, while it has a canvas. */
export interface Stage {
  engine(): Engine | undefined
  /** Puts the canvas over the still picture, where there is none, and draws. */
  wake(options: { readonly grows: boolean }): void
  /** Takes the canvas away and gives its memory back; the still picture stands again. */
  rest(): void
  /** Draws anew, where the box or its scale has changed or `always`. */
  refit(options: { readonly grows: boolean; readonly always?: boolean }): void
  destroy(): void
}

export interface StageOptions {
  readonly theme: ChartTheme
  readonly focus: Focus
  readonly model: () => ChartModel
  readonly hidden: () => ReadonlySet<string>
}

interface Fit {
  readonly width: number
  readonly height: number
  readonly ratio: number
}

const grown = new Set<string>() // ids of the charts that have grown once on this page

export function createStage(box: HTMLElement, { theme, focus, model, hidden }: StageOptions): Stage {
  let canvas: HTMLCanvasElement | undefined
  let engine: Engine | undefined
  let drawn: Fit | undefined
  const refit: Stage['refit'] = ({ grows, always = false }) => {
    if (!canvas) return
    const fit = { width: box.clientWidth, height: box.clientHeight, ratio: pixelRatio(box) }
    if (fit.width === 0 || fit.height === 0) return // not shown yet; the size observer calls again
    if (!always && drawn && isSameFit(fit, drawn)) return
    engine?.destroy()
    drawn = fit
    const { id } = model()
    engine = startEngine(canvas, box, {
      model: model(),
      theme,
      focus,
      hidden: hidden(),
      grows: grows && !grown.has(id),
      pixelRatio: fit.ratio,
    })
    grown.add(id)
  }
  const sizes = new ResizeObserver(() => refit({ grows: true }))
  sizes.observe(box)
  const rest = (): void => {
    engine?.destroy()
    if (canvas) discard(canvas)
    box.classList.remove('is-live')
    engine = drawn = canvas = undefined
  }
  return {
    engine: () => engine,
    refit,
    wake({ grows }) {
      canvas ??= addCanvas(box)
      refit({ grows })
    },
    rest,
    destroy() {
      sizes.disconnect()
      rest()
    },
  }
}

function addCanvas(box: HTMLElement): HTMLCanvasElement {
  const canvas = make('canvas', 'chart-canvas')
  canvas.setAttribute('aria-hidden', 'true')
  box.append(canvas)
  box.classList.add('is-live')
  return canvas
}

/** Without a size it has no memory, whenever the element itself is collected. */
function discard(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0
  canvas.remove()
}

function isSameFit(a: Fit, b: Fit): boolean {
  return a.width === b.width && a.height === b.height && Math.abs(a.ratio / b.ratio - 1) < 0.08
}

/** Canvas pixels for each CSS pixel, slides being scaled to the screen; bounded, since memory grows with the square. */
function pixelRatio(box: HTMLElement): number {
  const scale = box.clientWidth > 0 ? box.getBoundingClientRect().width / box.clientWidth : 1
  return Math.min(3, Math.max(1, window.devicePixelRatio * (scale || 1)))
}
