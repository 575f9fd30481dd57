import { button, make } from '../dom.ts'
import { type Part, type PartContext, runCommand } from '../part.ts'
import { placeText } from '../place-text.ts'
import { refreshed, shown } from '../view.ts'

/** Paths in a box of 24 × 24. */
const icons = {
  previous: 'M15 5 8 12l7 7',
  next: 'm9 5 7 7-7 7',
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.3 15.3 20 20',
  overview: 'M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z',
  share: 'M12 15V4M8 8l4-4 4 4M6 12v8h12v-8',
  help: 'M9.2 9a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1.1-1.4 2.1M12 17.4v.1',
} as const

/** Buttons: previous, next, search, overview, in a site share, and help. Shown while the pointer moves. */
export const toolbar: Part = {
  id: 'toolbar',
  init(context) {
    const { view, words, data, signal } = context
    if (view.kind === 'print') return undefined
    const place = make('output')
    const nav = make(
      'nav',
      { class: 'qd-bar', 'aria-label': words.bar.label },
      iconButton('previous', words.bar.previous, () => view.previous(), 'qd-deck-only'),
      place,
      iconButton('next', words.bar.next, () => view.next(), 'qd-deck-only'),
      iconButton('search', words.bar.search, () => runCommand(context, 'search')),
      iconButton('overview', words.commands.overview, () => runCommand(context, 'overview'), 'qd-deck-only'),
      data.isHosted === true && iconButton('share', words.commands.share, () => runCommand(context, 'share')),
      iconButton('help', words.help.title, () => runCommand(context, 'help'), 'qd-deck-only'),
    )
    document.body.append(nav)
    const update = (): void => {
      const current = view.current()
      place.textContent = current ? placeText(current, view.slides(), words) : ''
    }
    view.root.addEventListener(shown, update, { signal })
    view.root.addEventListener(refreshed, update, { signal })
    update()
    showOnPointerMove(nav, context)
    return () => nav.remove()
  },
}

function showOnPointerMove(nav: HTMLElement, { signal }: PartContext): void {
  let timer = 0
  document.addEventListener(
    'pointermove',
    () => {
      nav.classList.add('is-awake')
      window.clearTimeout(timer)
      timer = window.setTimeout(() => nav.classList.remove('is-awake'), 2000)
    },
    { signal, passive: true },
  )
}

function iconButton(name: keyof typeof icons, label: string, press: () => void, kind = ''): HTMLButtonElement {
  const element = button('', press, { 'aria-label': label, title: label, class: kind })
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', icons[name])
  svg.append(path)
  element.append(svg)
  return element
}
