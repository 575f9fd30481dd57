import type { Target } from '../base/hits.ts'
import { chartTypeOf } from '../types.ts'
import type { Engine } from './engine.ts'
import type { Focus } from './focus.ts'

export interface KeyboardTools {
  readonly engine: () => Engine | undefined
  readonly focus: Focus
  readonly point: (target: Target | undefined, speaks?: boolean) => void
  readonly choose: (target: Target | undefined) => void
  readonly signal: AbortSignal
}

/** Arrow keys walk over the marks, Enter asks where one comes from, Escape lets go. Keys that are used go no further. */
export function listenToKeys(box: HTMLElement, { engine, focus, point, choose, signal }: KeyboardTools): void {
  box.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return
      const running = engine()
      const scene = running?.scene()
      if (!running || !scene) return
      const all = chartTypeOf(scene.model.type).hits.targets(running.chart, scene)
      if (event.key === 'Enter' || event.key === ' ') {
        if (!focus.target) return
        choose(focus.target)
      } else if (event.key === 'Escape') {
        if (!focus.target) return
        point(undefined, true)
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

/** Left and right stay in the series and change the category, up and down change the series. */
export function neighbour(all: readonly Target[], from: Target | undefined, key: string): Target | undefined {
  if (!['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return undefined
  const at = all.findIndex(({ subject }) => subject.mark === from?.subject.mark)
  const here = all[at]
  if (!here || key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  const isSameLine = ({ subject }: Target): boolean =>
    key === 'ArrowRight' || key === 'ArrowLeft'
      ? subject.dataset === here.subject.dataset
      : subject.index === here.subject.index && subject.link.panel === here.subject.link.panel
  const line = all.filter(isSameLine)
  return line[line.indexOf(here) + step] ?? (line.length === 1 ? all[at + step] : undefined) ?? here
}
