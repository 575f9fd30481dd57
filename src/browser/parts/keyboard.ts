import { fill } from '../../language/fill.ts'
import { slideOfNumber } from '../address.ts'
import { commandKeys, createTypedNumber, keyOf, moveKeys } from '../keys.ts'
import { closeLayers, type Part, type PartContext } from '../part.ts'
import { neighbour } from '../view.ts'

/**
 * The one place that keys go through, also those of clickers and of the speaker's window: to the control or dialog that
 * has them, then to what lies over the slide, then to the command. A chart or table that the Tab key led to has its
 * arrows before.
 */
export const keyboard: Part = {
  id: 'keyboard',
  init(context) {
    const { view, commands, layers, signal } = context
    if (view.kind === 'deck') {
      commands.unshift(...movesOf(context))
      layers.unshift(blackScreen(context))
      document.addEventListener('click', () => view.isBlack() && view.setBlack(false), { signal })
    }
    const typed = createTypedNumber()
    document.addEventListener('keydown', (event) => jumpByNumber(event, typed, context), { signal, capture: true })
    document.addEventListener('keydown', (event) => onKey(event, context), { signal })
    return undefined
  },
}

function onKey(event: KeyboardEvent, { commands, layers }: PartContext): void {
  const key = keyOf(event)
  if (key === undefined || isHeld(event, key)) return
  const isTaken = layers.some((layer) => layer.isOpen() && layer.press(key))
  const command = isTaken ? undefined : commands.find((candidate) => candidate.keys.includes(key))
  if (!isTaken && !command) return
  event.preventDefault()
  command?.run()
}

/** Whether the key belongs to what has the focus: a modal dialog, a field, a control, a box that scrolls. */
function isHeld(event: KeyboardEvent, key: string): boolean {
  if (event.defaultPrevented || document.querySelector('dialog:modal')) return true
  const target = event.target instanceof Element ? event.target : document.body
  if (target.closest('input, textarea, select, [contenteditable]')) return true
  const isPress = key === 'enter' || key === ' ' || key === 'shift+ '
  if (isPress && target.closest('a, button, summary, [role="button"]')) return true
  return /^(arrow|page|home|end)/.test(key) && scrolls(target.closest('[data-scrolls]'), key)
}

/** Whether a box that has the focus scrolls that way: sideways by arrows, up and down by all of the keys. */
function scrolls(box: Element | null, key: string): boolean {
  if (!box) return false
  if (key === 'arrowleft' || key === 'arrowright') return box.scrollWidth > box.clientWidth + 1
  return key.startsWith('arrow') && box.scrollHeight > box.clientHeight + 1
}

function movesOf(context: PartContext): PartContext['commands'] {
  const { view, words, say } = context
  const jump = (slide: HTMLElement | undefined): void => {
    if (slide) view.go(slide.id)
  }
  const runs: Readonly<Record<keyof typeof moveKeys, () => void>> = {
    next: view.next,
    previous: view.previous,
    first: () => jump(neighbour(view.slides(), undefined, 1)),
    last: () => jump(view.slides().findLast(({ dataset }) => dataset.hidden === undefined)),
    black: () => view.setBlack(true),
    'full-screen': () => fullScreen().catch(() => say(words.said.fullScreenRefused)),
  }
  const ids = ['next', 'previous', 'first', 'last', 'black', 'full-screen'] as const
  return ids.map((id) => ({ id, title: words.commands[id], keys: commandKeys[id], run: runs[id] }))
}

async function fullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen()
}

/** Whatever moves the deck, and Escape, first brings the picture back. */
function blackScreen({ view, commands }: PartContext): PartContext['layers'][number] {
  const waking: readonly string[] = [...Object.values(moveKeys).flat(), 'escape', 'enter']
  const close = (): void => view.setBlack(false)
  return {
    isOpen: view.isBlack,
    close,
    press(key) {
      const wakes = waking.includes(key)
      if (wakes || commands.some(({ keys }) => keys.includes(key))) close()
      return wakes
    },
  }
}

/** A number and Enter lead to the slide on which it is printed, whatever has the focus. */
function jumpByNumber(event: KeyboardEvent, typed: ReturnType<typeof createTypedNumber>, context: PartContext): void {
  const { view, words, say } = context
  const key = keyOf(event)
  if (key === undefined || ['shift', 'control', 'alt', 'meta'].includes(key)) return
  if (document.querySelector('dialog:modal') || (event.target instanceof Element && event.target.closest('input')))
    return
  const now = performance.now()
  if (key !== 'enter') {
    const number = typed.press(key, now)
    if (number !== '') say(fill(words.said.jump, { number }))
    return
  }
  const number = typed.enter(now)
  if (number === '') return
  event.preventDefault()
  event.stopPropagation()
  const slide = slideOfNumber(number, view.slides())
  say(slide ? '' : fill(words.said.noSlide, { number }))
  if (!slide) return
  closeLayers(context)
  view.go(slide.id)
}
