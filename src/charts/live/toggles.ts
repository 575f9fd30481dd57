import type { ChartModel } from '../../model/chart.ts'
import { chartTypeOf } from '../chart-types.ts'
import type { ChartTheme } from '../colors/theme.ts'
import { make } from './dom.ts'

export interface Toggles {
  /** Ids of the series that are switched off. */
  readonly hidden: ReadonlySet<string>
  show(model: ChartModel): void
  destroy(): void
}

interface ToggleOptions {
  readonly theme: ChartTheme
  readonly label: string
  /** Series that are off from the start. */
  readonly off: Iterable<string>
  readonly changed: () => void
}

/** Buttons that switch series off and on; with the Alt key, all others off. None for fewer than two series. */
export function createToggles(figure: HTMLElement, { theme, label, off, changed }: ToggleOptions): Toggles {
  const bar = make('div', 'chart-toggles')
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', label)
  const hidden = new Set(off)
  let series: ChartModel['series'] = []
  const apply = (): void => {
    for (const button of bar.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(!hidden.has(button.dataset.series ?? '')))
    }
    changed()
  }
  const press = (id: string, alone: boolean): void => {
    const others = series.filter((one) => one.id !== id)
    if (alone) {
      const isAlone = others.every((one) => hidden.has(one.id))
      hidden.clear()
      if (!isAlone) for (const one of others) hidden.add(one.id)
    } else if (hidden.has(id)) hidden.delete(id)
    else if (others.some((one) => !hidden.has(one.id))) hidden.add(id) // the last one stays
    apply()
  }
  return {
    hidden,
    show(model) {
      series = model.series
      for (const id of [...hidden]) if (!series.some((one) => one.id === id)) hidden.delete(id)
      bar.remove()
      bar.replaceChildren(...series.map((one) => toggle(one, { theme, isOn: !hidden.has(one.id), press })))
      if (series.length >= 2 && chartTypeOf(model.type).toggles) figure.append(bar)
    },
    destroy: () => bar.remove(),
  }
}

function toggle(
  { id, label, color }: ChartModel['series'][number],
  {
    theme,
    isOn,
    press,
  }: { readonly theme: ChartTheme; readonly isOn: boolean; readonly press: (id: string, alone: boolean) => void },
): HTMLButtonElement {
  const button = make('button', 'chart-toggle')
  button.type = 'button'
  button.dataset.series = id
  button.setAttribute('aria-pressed', String(isOn))
  const swatch = make('span', 'chart-toggle-swatch')
  swatch.style.backgroundColor = theme.palette[color] ?? theme.textColor
  button.append(swatch, label)
  button.addEventListener('click', (event) => press(id, event.altKey))
  return button
}
