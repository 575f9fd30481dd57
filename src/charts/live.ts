import './live/live.css'
import type { ChartModel } from '../model/chart.ts'
import { make, placeIn, placeOnScreen } from './live/dom.ts'
import { type Engine, startEngine } from './live/engine.ts'
import type { Focus } from './live/focus.ts'
import { type Target, targetAt } from './live/hit.ts'
import { listenToKeys } from './live/keys.ts'
import { createToggles } from './live/toggles.ts'
import { createTooltip, spoken } from './live/tooltip.ts'
import { type ChartTheme, themeFrom } from './theme.ts'

/** A chart that answers: pointed at, walked over by keyboard, moved on when its data change. */
export interface LiveChart {
  update(model: ChartModel): void
  /** Shows one series alone; all again without an id. */
  isolate(series?: string): void
  destroy(): void
}

export interface LiveOptions {
  readonly theme?: ChartTheme
  /** False: never grows from zero. */
  readonly grows?: boolean
}

const grown = new Set<string>() // ids of the charts that have grown once on this page

/** Puts a live canvas over the still picture in the box, which has a size of its own in CSS pixels. */
export function mountChart(box: HTMLElement, model: ChartModel, options: LiveOptions = {}): LiveChart {
  const theme = options.theme ?? pageTheme()
  const canvas = make('canvas', 'chart-canvas')
  canvas.setAttribute('aria-hidden', 'true')
  const region = make('p', 'chart-spoken')
  region.setAttribute('aria-live', 'polite')
  box.append(canvas, region)
  box.classList.add('is-live')
  const focus: Focus = { target: undefined }
  const tooltip = createTooltip(box)
  const stop = new AbortController()
  let current = model
  let engine: Engine | undefined
  let drawn = { width: 0, height: 0, ratio: 0 }
  const restart = (grows: boolean): void => {
    const next = { width: box.clientWidth, height: box.clientHeight, ratio: pixelRatio(box) }
    if (next.width === 0 || next.height === 0) return
    if (next.width === drawn.width && next.height === drawn.height && Math.abs(next.ratio / drawn.ratio - 1) < 0.08)
      return
    engine?.destroy()
    drawn = next
    engine = startEngine(canvas, box, {
      model: current,
      theme,
      focus,
      grows: grows && !grown.has(current.id),
      pixelRatio: next.ratio,
    })
    if (toggles.hidden.size > 0) engine.show(toggles.hidden)
    grown.add(current.id)
  }
  const point = (target: Target | undefined, speaks = false): void => {
    if (target?.subject.mark === focus.target?.subject.mark) return
    focus.target = target
    if (target) tooltip.show(target)
    else tooltip.hide()
    if (speaks) region.textContent = target ? spoken(target.subject.mark.tip) : ''
    engine?.redraw()
  }
  const choose = (target: Target | undefined): void => {
    const fact = target?.subject.mark.fact
    if (!target || !fact) return
    const detail = { fact, ...placeOnScreen(box, target) }
    box.dispatchEvent(new CustomEvent('qd:fact', { bubbles: true, detail }))
  }
  const toggles = createToggles(box.parentElement ?? box, {
    theme,
    changed: () => {
      point(undefined)
      engine?.show(toggles.hidden)
    },
  })
  const find = (event: PointerEvent | MouseEvent): Target | undefined => {
    const scene = engine?.scene()
    return engine && scene && targetAt(engine.chart, scene, placeIn(box, event))
  }
  const { signal } = stop
  box.addEventListener('pointermove', (event) => point(find(event)), { signal })
  const leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') point(undefined) // a finger that lifts leaves the note to be read
  }
  const elsewhere = (event: PointerEvent): void => {
    if (event.target instanceof Node && !box.contains(event.target)) point(undefined)
  }
  box.addEventListener('pointerleave', leave, { signal })
  document.addEventListener('pointerdown', elsewhere, { signal })
  box.addEventListener('pointerdown', (event) => point(find(event)), { signal })
  box.addEventListener('click', (event) => choose(find(event)), { signal })
  listenToKeys(box, { engine: () => engine, focus, point, choose, signal })
  describe(box, current)
  toggles.show(current)
  const sizes = new ResizeObserver(() => restart(true))
  sizes.observe(box)
  window.addEventListener('resize', () => requestAnimationFrame(() => restart(false)), { signal })
  restart(options.grows !== false)
  void fontsReady(theme).then(() => signal.aborted || engine?.chart.update('none'))
  return {
    update(next) {
      const isSameKind = next.type === current.type
      current = next
      point(undefined)
      describe(box, next)
      toggles.show(next)
      if (isSameKind && engine) engine.move(next)
      else {
        drawn = { width: 0, height: 0, ratio: 0 }
        restart(false)
      }
    },
    isolate: (series) => toggles.isolate(series),
    destroy() {
      stop.abort()
      sizes.disconnect()
      engine?.destroy()
      tooltip.destroy()
      toggles.destroy()
      for (const element of [canvas, region]) element.remove()
      box.classList.remove('is-live')
      for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
    },
  }
}

function describe(box: HTMLElement, { summary }: ChartModel): void {
  box.tabIndex = 0
  box.setAttribute('role', 'application')
  box.setAttribute('aria-label', `${summary} Arrow keys read the values, Enter shows where one comes from.`)
}

/** The page's own colours and font. */
function pageTheme(): ChartTheme {
  const styles = getComputedStyle(document.documentElement)
  return themeFrom((property) => styles.getPropertyValue(property))
}

/** Canvas pixels for each CSS pixel, slides being scaled to the screen; bounded, since memory grows with the square. */
function pixelRatio(box: HTMLElement): number {
  const scale = box.clientWidth > 0 ? box.getBoundingClientRect().width / box.clientWidth : 1
  return Math.min(3, Math.max(1, window.devicePixelRatio * (scale || 1)))
}

/** Text drawn before the font is there has other widths. */
async function fontsReady({ font }: ChartTheme): Promise<void> {
  const faces = [`400 22px ${font}`, `600 22px ${font}`].filter((face) => !document.fonts.check(face))
  if (faces.length === 0) return new Promise(() => undefined)
  await Promise.all(faces.map((face) => document.fonts.load(face)))
}
