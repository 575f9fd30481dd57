/** A rectangle in pixels, from its left top corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Whether two boxes come closer than `gap`. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  )
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** The box of a size around a centre. */
export function around(x: number, y: number, size: Size): Box {
  return { x: x - size.width / 2, y: y - size.height / 2, ...size }
}

export const centerX = (box: Box): number => box.x + box.width / 2
export const centerY = (box: Box): number => box.y + box.height / 2
