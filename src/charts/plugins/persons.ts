import type { DotSlice } from '../layout/dot-layout.ts'
import type { CanvasContext } from '../layout/text.ts'

/** Head and shoulders. */
export function addPerson(context: CanvasContext, { x, y, r }: { x: number; y: number; r: number }): void {
  const [head, shoulder] = [r * 0.4, r * 0.74]
  context.moveTo(x + head, y - r * 0.56)
  context.arc(x, y - r * 0.56, head, 0, 2 * Math.PI)
  context.moveTo(x - shoulder, y + r)
  context.lineTo(x - shoulder, y + r * 0.68)
  context.arc(x, y + r * 0.68, shoulder, Math.PI, 2 * Math.PI)
  context.lineTo(x + shoulder, y + r)
  context.closePath()
}

/** What of a person stands between two shares of its width. */
export function addPersonSlice(
  context: CanvasContext,
  { x, y, r }: { x: number; y: number; r: number },
  { from, to }: Pick<DotSlice, 'from' | 'to'>,
): void {
  const [head, shoulder] = [r * 0.4, r * 0.74]
  const angles = (radius: number): readonly [left: number, right: number] => {
    const [left, right] = [from, to].map((share) =>
      Math.acos(Math.min(1, Math.max(-1, ((2 * share - 1) * shoulder) / radius))),
    )
    return [left ?? 0, right ?? 0]
  }
  const [left, right] = angles(head)
  if (left > right) {
    const top = y - r * 0.56
    context.moveTo(x + head * Math.cos(left), top - head * Math.sin(left))
    context.arc(x, top, head, 2 * Math.PI - left, 2 * Math.PI - right)
    context.arc(x, top, head, right, left)
    context.closePath()
  }
  const [near, far] = angles(shoulder)
  context.moveTo(x + shoulder * Math.cos(near), y + r)
  context.arc(x, y + r * 0.68, shoulder, 2 * Math.PI - near, 2 * Math.PI - far)
  context.lineTo(x + shoulder * Math.cos(far), y + r)
  context.closePath()
}
