import type { Chart } from 'chart.js'
import type { ChartModel } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { type Configuration, chartConfiguration } from '../configuration.ts'
import { type Scene, type SceneState, sceneOf } from '../scene.ts'
import { make, reducedMotion } from './dom.ts'
import { type Focus, focusPlugin } from './focus.ts'

/** Keeps a chart running at the size of its box and as sharp as the screen shows it, while it has a canvas. */
export interface ChartCanvas {
  running(): RunningChart | undefined
  /** Puts the canvas over the still picture, where there is none, and draws. */
  wake(options: { readonly grows: boolean }): void
  /** Removes the canvas and frees its memory; the still picture shows again. */
  rest(): void
  /** Draws again if the box or its scale has changed, or `always`. */
  refit(options: { readonly grows: boolean; readonly always?: boolean }): void
  destroy(): void
}

interface ChartCanvasOptions {
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

export function createChartCanvas(box: HTMLElement, { theme, focus, model, hidden }: ChartCanvasOptions): ChartCanvas {
  let canvas: HTMLCanvasElement | undefined
  let running: RunningChart | undefined
  let drawnAt: Fit | undefined
  const refit: ChartCanvas['refit'] = ({ grows, always = false }) => {
    if (!canvas) return
    const fit = { width: box.clientWidth, height: box.clientHeight, ratio: pixelRatio(box) }
    if (fit.width === 0 || fit.height === 0) return // not shown yet; the size observer calls again
    if (!always && drawnAt && isSameFit(fit, drawnAt)) return
    running?.destroy()
    drawnAt = fit
    const shown = model()
    const options = { theme, focus, hidden: hidden(), pixelRatio: fit.ratio }
    running = startChart(canvas, box, { ...options, model: shown, grows: grows && !grown.has(shown.id) })
    grown.add(shown.id)
  }
  const sizes = new ResizeObserver(() => refit({ grows: true }))
  sizes.observe(box)
  const rest = (): void => {
    running?.destroy()
    if (canvas) discard(canvas)
    box.classList.remove('is-live')
    running = drawnAt = canvas = undefined
  }
  return {
    running: () => running,
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

/** A canvas without a size holds no memory, whenever the element itself is collected. */
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

/** A Chart.js chart on a canvas that fills the box. */
export interface RunningChart {
  readonly chart: Chart
  scene(): Scene | undefined
  /** Animates from the old values to those of a new model, bars keeping their identity. */
  move(model: ChartModel): void
  /** Shows only the series that are not hidden. */
  show(hidden: ReadonlySet<string>): void
  redraw(): void
  destroy(): void
}

interface RunningOptions {
  readonly model: ChartModel
  readonly theme: ChartTheme
  readonly focus: Focus
  /** Ids of the series that are not shown. */
  readonly hidden: ReadonlySet<string>
  /** Grow from zero, the first time a chart shows. */
  readonly grows: boolean
  readonly pixelRatio: number
}

const growDuration = 700 // ms
const changeDuration = 450 // ms

function startChart(canvas: HTMLCanvasElement, box: HTMLElement, options: RunningOptions): RunningChart {
  const size = { width: box.clientWidth, height: box.clientHeight }
  canvas.width = size.width
  canvas.height = size.height
  const first = configurationFor(options.model, { ...options, size, duration: options.grows ? growDuration : 0 })
  const chart = new (chartClass())(canvas, first)
  const move = (model: ChartModel): void => {
    const next = configurationFor(model, { ...options, size, duration: changeDuration })
    Object.assign(chart.data, next.data, { datasets: reusedDatasets(chart, next) })
    chart.options = next.options ?? {}
    chart.update()
  }
  if (options.hidden.size > 0) {
    hide(chart, options.hidden)
    chart.update('none')
  }
  // Later changes are animated, also in a chart that did not grow from zero.
  chart.options = { ...first.options, animation: animationOf(first.data.scene.state, changeDuration) }
  return {
    chart,
    move,
    scene: () => sceneOf(chart),
    show: (hidden) => {
      hide(chart, hidden)
      chart.update()
    },
    redraw: () => chart.draw(),
    destroy: () => chart.destroy(),
  }
}

function hide(chart: Chart, hidden: ReadonlySet<string>): void {
  const scene = sceneOf(chart)
  if (!scene) return
  for (const [index, { series }] of scene.datasets.entries()) {
    if (scene.traits.elements === 'series') {
      if (chart.getDataVisibility(index) === hidden.has(series.id)) chart.toggleDataVisibility(index)
    } else chart.setDatasetVisibility(index, !hidden.has(series.id))
  }
}

/** The datasets of the new configuration, each in the object of the old one that showed the same series: Chart.js animates those. */
function reusedDatasets(chart: Chart, next: Configuration): unknown[] {
  const old = sceneOf(chart)
  const { datasets } = next.data.scene
  return next.data.datasets.map((dataset, index) => {
    const shown = datasets[index]
    const before =
      old?.datasets.findIndex(({ panel, series }) => panel === shown?.panel && series.id === shown.series.id) ?? -1
    const same = chart.data.datasets[before]
    return same && same.type === dataset.type ? Object.assign(same, dataset) : dataset
  })
}

function configurationFor(
  model: ChartModel,
  {
    theme,
    focus,
    size,
    duration,
    pixelRatio,
  }: Pick<RunningOptions, 'theme' | 'pixelRatio' | 'focus'> & {
    readonly size: { width: number; height: number }
    readonly duration: number
  },
): Configuration {
  const configuration = chartConfiguration(model, theme, size, [focusPlugin(focus)])
  const { state } = configuration.data.scene
  const animation = animationOf(state, duration)
  state.labelAlpha = animation === false ? 1 : 0
  return { ...configuration, options: { ...configuration.options, animation, devicePixelRatio: pixelRatio } }
}

/** Shapes move, and labels fade in when they have nearly arrived. */
function animationOf(state: SceneState, duration: number) {
  if (duration === 0 || reducedMotion()) return false
  const fadeIn = ({ currentStep, numSteps }: { currentStep: number; numSteps: number }): void => {
    state.labelAlpha = Math.max(0, (currentStep / Math.max(1, numSteps) - 0.55) / 0.45)
  }
  const finish = ({ chart }: { chart: Chart }): void => {
    if (state.labelAlpha === 1) return
    state.labelAlpha = 1
    chart.draw()
  }
  return { duration, easing: 'easeOutQuart' as const, onProgress: fadeIn, onComplete: finish }
}
