import type { LiveChartWords } from '../../language/page-words.ts'
import type { Target } from '../base/hits.ts'
import { chartTypeOf } from '../types.ts'
import { placeIn, placeOnScreen } from './dom.ts'
import type { Engine } from './engine.ts'
import type { Focus } from './focus.ts'
import { spoken, type Tooltip } from './tooltip.ts'

/** Detail of the event "qd:fact": the fact that a reader asks about, and where on the screen its mark is. */
export interface FactRequest {
  readonly fact: string
  readonly x: number
  readonly y: number
}

export interface PointerTools {
  readonly engine: () => Engine | undefined
  readonly focus: Focus
  readonly words: LiveChartWords
  readonly tooltip: Tooltip
  /** The live region of the chart. */
  readonly region: HTMLElement
  readonly signal: AbortSignal
}

/** What can be done with a mark, by pointer or by key. */
export interface Pointing {
  /** Puts the mark in focus, or none. */
  point(target: Target | undefined, speaks?: boolean): void
  /** Asks for the card of the mark's fact. */
  choose(target: Target | undefined): void
}

export function createPointing(
  box: HTMLElement,
  { engine, focus, words, tooltip, region, signal }: PointerTools,
): Pointing {
  const point: Pointing['point'] = (target, speaks = false) => {
    if (!speaks && target?.subject.mark === focus.target?.subject.mark) return
    focus.target = target
    if (target) tooltip.show(target)
    else tooltip.hide()
    if (speaks) region.textContent = target ? spoken(target.subject.mark.tip, words) : ''
    engine()?.redraw()
  }
  const choose: Pointing['choose'] = (target) => {
    const fact = target?.subject.mark.fact
    if (!target || !fact) return
    const detail: FactRequest = { fact, ...placeOnScreen(box, target) }
    box.dispatchEvent(new CustomEvent('qd:fact', { bubbles: true, detail }))
  }
  listen(box, { point, choose, engine, signal })
  return { point, choose }
}

function listen(
  box: HTMLElement,
  { point, choose, engine, signal }: Pointing & Pick<PointerTools, 'engine' | 'signal'>,
): void {
  const find = (event: PointerEvent | MouseEvent): Target | undefined => {
    const running = engine()
    const scene = running?.scene()
    return running && scene && chartTypeOf(scene.model.type).hits.targetAt(running.chart, scene, placeIn(box, event))
  }
  const leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') point(undefined) // a finger that lifts leaves the note to be read
  }
  const elsewhere = (event: PointerEvent): void => {
    if (event.target instanceof Node && !box.contains(event.target)) point(undefined)
  }
  box.addEventListener('pointermove', (event) => point(find(event)), { signal })
  box.addEventListener('pointerdown', (event) => point(find(event)), { signal })
  box.addEventListener('pointerleave', leave, { signal })
  box.addEventListener('click', (event) => choose(find(event)), { signal })
  document.addEventListener('pointerdown', elsewhere, { signal })
}
