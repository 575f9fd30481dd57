import type { Part, PartContext } from '../part.ts'
import { runCommand } from '../part.ts'

/** How far a finger goes before it has swiped, in pixels of the screen. */
const reach = 40

/** "next" for a finger that moved so far to the left, "previous" to the right; undefined for what is no swipe. */
export function swipeOf(dx: number, dy: number): 'next' | 'previous' | undefined {
  if (Math.abs(dx) < reach || Math.abs(dx) <= Math.abs(dy)) return undefined
  return dx < 0 ? 'next' : 'previous'
}

/**
 * One finger sideways moves the deck, wherever it starts. The style sheet leaves only pinching to the browser
 * (`touch-action`), which would otherwise take the gesture; what scrolls sideways itself keeps it.
 */
export const swipes: Part = {
  id: 'swipes',
  init(context) {
    const { view, signal } = context
    if (view.kind !== 'deck') return undefined
    const fingers = new Map<number, { readonly x: number; readonly y: number }>()
    let isDone = false
    const down = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') return
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      isDone = fingers.size > 1 || scrollsSideways(event.target) || isZoomed()
    }
    const move = (event: PointerEvent): void => {
      const start = fingers.get(event.pointerId)
      if (!start || isDone) return
      const swipe = swipeOf(event.clientX - start.x, event.clientY - start.y)
      if (!swipe) return
      isDone = true
      step(swipe, context)
    }
    const up = (event: PointerEvent): void => void fingers.delete(event.pointerId)
    document.addEventListener('pointerdown', down, { signal, passive: true })
    document.addEventListener('pointermove', move, { signal, passive: true })
    document.addEventListener('pointerup', up, { signal, passive: true })
    document.addEventListener('pointercancel', up, { signal, passive: true })
    return undefined
  },
}

/** As the key of the same meaning: what lies over the slide comes first. */
function step(swipe: 'next' | 'previous', context: PartContext): void {
  if (document.querySelector('dialog:modal')) return
  const key = swipe === 'next' ? 'arrowright' : 'arrowleft'
  if (!context.layers.some((layer) => layer.isOpen() && layer.press(key))) runCommand(context, swipe)
}

function scrollsSideways(target: EventTarget | null): boolean {
  const box = target instanceof Element ? target.closest('[data-scrolls]') : null
  return box !== null && box.scrollWidth > box.clientWidth + 1
}

/** A finger moves a page that was pinched larger. */
const isZoomed = (): boolean => (window.visualViewport?.scale ?? 1) > 1.03
