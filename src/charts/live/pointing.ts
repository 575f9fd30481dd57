import { fill } from '../../language/fill.ts'
import type { LiveChartWords } from '../../language/page-words.ts'
import type { ChartMark } from '../../model/chart.ts'
import type { Target } from '../base/hits.ts'
import { chartTypeOf } from '../chart-types.ts'
import type { RunningChart } from './canvas.ts'
import { make, placeIn, placeOnScreen } from './dom.ts'
import type { Focus } from './focus.ts'

/** A mark's tooltip: what it is, its value, its change and its source. */
interface Tooltip {
  show(target: Target): void
  hide(): void
  destroy(): void
}

export function createTooltip(box: HTMLElement): Tooltip {
  const element = make('div', 'chart-tooltip')
  element.hidden = true
  element.setAttribute('aria-hidden', 'true') // the live region has the same text
  box.append(element)
  return {
    show({ sceneMark, x, y, below }) {
      element.replaceChildren(...lines(sceneMark.mark.tip))
      element.hidden = false
      const { offsetWidth: width, offsetHeight: height } = element
      const left = Math.max(0, Math.min(box.clientWidth - width, x - width / 2))
      const above = y - height - 12
      element.style.left = `${Math.round(left)}px`
      element.style.top = `${Math.round(above >= -48 ? above : Math.min(below + 12, box.clientHeight - height))}px`
    },
    hide: () => {
      element.hidden = true
    },
    destroy: () => element.remove(),
  }
}

function lines({ label, value, change, source }: ChartMark['tip']): HTMLElement[] {
  return [
    make('div', 'chart-tooltip-label', label),
    make('div', 'chart-tooltip-value', value),
    ...(change ? [make('div', 'chart-tooltip-change', change)] : []),
    ...(source === '' ? [] : [make('div', 'chart-tooltip-source', source)]),
  ]
}

/** What a screen reader says about a mark. */
function spokenText({ label, value, change }: ChartMark['tip'], words: LiveChartWords): string {
  return change ? fill(words.markWithChange, { label, value, change }) : fill(words.mark, { label, value })
}

interface KeyboardTools {
  readonly running: () => RunningChart | undefined
  readonly focus: Focus
  readonly point: (target: Target | undefined, announces?: boolean) => void
  readonly choose: (target: Target | undefined) => void
  readonly signal: AbortSignal
}

/** Arrow keys move between the marks, Enter opens the card of one, Escape leaves the chart. Keys that are used do not reach the deck. */
export function listenToKeys(box: HTMLElement, { running, focus, point, choose, signal }: KeyboardTools): void {
  box.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return
      const current = running()
      const scene = current?.scene()
      if (!current || !scene) return
      const all = chartTypeOf(scene.model.type).hits.targets(current.chart, scene)
      if (event.key === 'Enter' || event.key === ' ') {
        if (!focus.target) return
        choose(focus.target)
      } else if (event.key === 'Escape') {
        point(undefined, true)
        box.blur() // and with it the arrows
      } else {
        const next = neighbour(all, focus.target, event.key)
        if (!next) return
        point(next, true)
      }
      event.preventDefault()
      event.stopPropagation()
    },
    { signal },
  )
  box.addEventListener('blur', () => point(undefined), { signal })
}

/** Left and right change the category within the series, up and down change the series. */
export function neighbour(all: readonly Target[], from: Target | undefined, key: string): Target | undefined {
  if (!['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return undefined
  const at = all.findIndex(({ sceneMark }) => sceneMark.mark === from?.sceneMark.mark)
  const here = all[at]
  if (!here || key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  const isSameLine = ({ sceneMark }: Target): boolean =>
    key === 'ArrowRight' || key === 'ArrowLeft'
      ? sceneMark.datasetIndex === here.sceneMark.datasetIndex
      : sceneMark.index === here.sceneMark.index && sceneMark.dataset.panel === here.sceneMark.dataset.panel
  const line = all.filter(isSameLine)
  return line[line.indexOf(here) + step] ?? (line.length === 1 ? all[at + step] : undefined) ?? here
}

/** Detail of the event "qd:fact": the fact that a reader asks about, its text, and where on the screen its mark is: the middle of its top, and its size. */
export interface FactRequest {
  readonly fact: string
  readonly printed: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface PointerTools {
  readonly running: () => RunningChart | undefined
  readonly focus: Focus
  readonly words: LiveChartWords
  readonly tooltip: Tooltip
  /** The live region of the chart. */
  readonly region: HTMLElement
  readonly signal: AbortSignal
}

/** What can be done with a mark, by pointer or by key. */
interface Pointing {
  /** Puts the mark in focus, or none. */
  point(target: Target | undefined, announces?: boolean): void
  /** Opens the card of the mark's fact. */
  choose(target: Target | undefined): void
}

export function createPointing(
  box: HTMLElement,
  { running, focus, words, tooltip, region, signal }: PointerTools,
): Pointing {
  const point: Pointing['point'] = (target, announces = false) => {
    if (!announces && target?.sceneMark.mark === focus.target?.sceneMark.mark) return
    focus.target = target
    if (target) tooltip.show(target)
    else tooltip.hide()
    if (announces) region.textContent = target ? spokenText(target.sceneMark.mark.tip, words) : ''
    running()?.redraw()
  }
  const choose: Pointing['choose'] = (target) => {
    const fact = target?.sceneMark.mark.fact
    if (!target || !fact) return
    const { x, y, below, width = 0, sceneMark } = target
    const from = placeOnScreen(box, { x, y })
    const to = placeOnScreen(box, { x: x + width, y: below })
    const size = { width: to.x - from.x, height: to.y - from.y }
    const detail: FactRequest = { fact, printed: sceneMark.mark.tip.value, ...from, ...size }
    box.dispatchEvent(new CustomEvent('qd:fact', { bubbles: true, detail }))
  }
  listen(box, { point, choose, running, signal })
  return { point, choose }
}

function listen(
  box: HTMLElement,
  { point, choose, running, signal }: Pointing & Pick<PointerTools, 'running' | 'signal'>,
): void {
  const find = (event: PointerEvent | MouseEvent): Target | undefined => {
    const current = running()
    const scene = current?.scene()
    return current && scene && chartTypeOf(scene.model.type).hits.targetAt(current.chart, scene, placeIn(box, event))
  }
  const leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') point(undefined) // after a touch the tooltip stays to be read
  }
  const elsewhere = (event: PointerEvent): void => {
    if (event.target instanceof Node && !box.contains(event.target)) point(undefined)
  }
  box.addEventListener('pointermove', (event) => point(find(event)), { signal })
  box.addEventListener('pointerdown', (event) => point(find(event)), { signal })
  box.addEventListener('pointerleave', leave, { signal })
  box.addEventListener('mousedown', (event) => event.preventDefault(), { signal }) // a click takes no arrows from the deck
  box.addEventListener('click', (event) => choose(find(event)), { signal })
  document.addEventListener('pointerdown', elsewhere, { signal })
}
