import { fill } from '../../language/fill.ts'
import type { LiveChartWords } from '../../language/page-words.ts'
import type { ChartMark } from '../../model/chart.ts'
import type { Target } from '../base/hits.ts'
import { make } from './dom.ts'

/** The note that hangs from a mark: what, how much, how it changed, and from where it is known. */
export interface Tooltip {
  show(target: Target): void
  hide(): void
  destroy(): void
}

export function createTooltip(box: HTMLElement): Tooltip {
  const element = make('div', 'chart-tooltip')
  element.hidden = true
  element.setAttribute('aria-hidden', 'true') // the live region says the same
  box.append(element)
  return {
    show({ subject, x, y, below }) {
      element.replaceChildren(...lines(subject.mark.tip))
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

/** What a screen reader hears of a mark. */
export function spoken({ label, value, change }: ChartMark['tip'], words: LiveChartWords): string {
  return change ? fill(words.markWithChange, { label, value, change }) : fill(words.mark, { label, value })
}
