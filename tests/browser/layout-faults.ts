import type { Page } from 'playwright-core'

/** What a reader would find wrong with the layout of a slide. */
export const layoutFaults = (page: Page, id: string): Promise<string[]> => page.evaluate(faultsOfSlide, id)

/**
 * Looks at a slide as a reader would: text outside the slide, text cut off, text on text. Runs in the page, so it can
 * refer to nothing outside itself.
 */
export function faultsOfSlide(slideId: string): string[] {
  interface Piece {
    readonly text: string
    readonly owner: Element
    readonly box: DOMRect
  }
  const section = document.getElementById(slideId)
  if (!section) return [`no slide ${slideId}`]
  const isDeck = document.documentElement.classList.contains('is-deck')
  const faults: string[] = []
  const frame = section.getBoundingClientRect()
  const scale = isDeck ? frame.width / section.offsetWidth : 1
  const slack = Math.max(1, 2 * scale)
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''}`
  const isForEyes = (element: Element): boolean => {
    if (!element.checkVisibility()) return false
    const waits = !element.closest('.fragment') && !element.checkVisibility({ opacityProperty: true })
    if (waits) return false // what only a pointer brings up may cover what it belongs to
    for (let up: Element | null = element; up && up !== section; up = up.parentElement) {
      const { width, height } = up.getBoundingClientRect()
      const style = getComputedStyle(up)
      if ((width <= 2 * scale || height <= 2 * scale) && style.overflow !== 'visible' && style.position === 'absolute')
        return false
      if (style.clipPath.startsWith('inset(50%')) return false
    }
    return true
  }
  const blockOf = (node: Node): Element => {
    let up = node.parentElement ?? section
    while (up !== section && getComputedStyle(up).display.startsWith('inline') && up.parentElement)
      up = up.parentElement
    return up
  }
  const isScrolled = (element: Element): boolean => {
    for (let up: Element | null = element; up && up !== section; up = up.parentElement)
      if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true
    return false
  }
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const parent = node.parentElement
    if (text === '' || !parent || parent.closest('.notes, title, desc') || !isForEyes(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // Firefox gives ranges in a scaled drawing boxes that are off.
    const boxes = parent.closest('svg') ? [parent.getBoundingClientRect()] : [...range.getClientRects()]
    for (const box of boxes)
      if (box.width > 0.5 && box.height > 0.5) pieces.push({ text: text.slice(0, 40), owner: blockOf(node), box })
  }
  // No text or picture outside the slide (on a phone: outside the width of the page).
  const limits = isDeck ? frame : { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity }
  const isOutside = (box: DOMRect): boolean =>
    box.left < limits.left - slack ||
    box.right > limits.right + slack ||
    box.top < limits.top - slack ||
    box.bottom > limits.bottom + slack
  for (const { text, owner, box } of pieces)
    if (isOutside(box) && (isDeck || !isScrolled(owner))) faults.push(`outside: "${text}" of ${name(owner)}`)
  for (const media of section.querySelectorAll('img, canvas, svg, table'))
    if (isForEyes(media) && isOutside(media.getBoundingClientRect()) && (isDeck || !isScrolled(media)))
      faults.push(`outside: ${name(media)}`)
  if (!isDeck && document.documentElement.scrollWidth > innerWidth + 1)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`)
  // No text that its own box cuts off.
  for (const element of section.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY, display, textOverflow } = getComputedStyle(element)
    if (display === 'inline' || !isForEyes(element) || !element.textContent?.trim()) continue
    const cutsX = overflowX !== 'visible' && (isDeck || /hidden|clip/.test(overflowX) || textOverflow === 'ellipsis')
    const cutsY = overflowY !== 'visible' && (isDeck || /hidden|clip/.test(overflowY))
    if (cutsX && element.scrollWidth > element.clientWidth + 2) faults.push(`cut off sideways: ${name(element)}`)
    if (cutsY && element.scrollHeight > element.clientHeight + 4) faults.push(`cut off below: ${name(element)}`)
  }
  // No word that the end of a line breaks anywhere.
  const isHyphened = (element: Element | null): boolean => !element || getComputedStyle(element).hyphens === 'auto'
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); isDeck && node; node = texts.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest('.notes, svg, details, .foot') || isHyphened(parent) || !isForEyes(parent)) continue
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{Script=Latin}\p{Nd}.,]+/gu)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const [first, ...more] = [...range.getClientRects()].filter(({ width }) => width > 0.5)
      if (first && more.some(({ top }) => top > first.top + first.height / 2))
        faults.push(`broken: "${word}" of ${name(blockOf(node))}`)
    }
  }
  // No text on text: line boxes are taller than letters, so a fifth of each is left out above and below.
  const tight = pieces.map(({ owner, text, box }) => ({
    owner,
    text,
    left: box.left + slack,
    right: box.right - slack,
    top: box.top + box.height * 0.22,
    bottom: box.bottom - box.height * 0.22,
  }))
  tight.forEach((a, index) => {
    for (const b of tight.slice(index + 1)) {
      if (a.owner === b.owner || a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom)
        continue
      faults.push(`overlap: "${a.text}" and "${b.text}"`)
    }
  })
  return [...new Set(faults)].slice(0, 12)
}
