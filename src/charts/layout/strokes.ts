import type { Box } from './box.ts'
import type { CanvasContext } from './text.ts'

interface Hatching {
  readonly spacing: number
  readonly rising: boolean // "/" or "\"
}

/** End points of parallel 45° lines that fill a rectangle, cut at its edges by arithmetic: no clip, no canvas pattern. */
function hatchLines(box: Box, { spacing, rising }: Hatching): [x1: number, y1: number, x2: number, y2: number][] {
  const lines: [number, number, number, number][] = []
  const { width, height } = box
  for (let offset = spacing / 2; offset < width + height; offset += spacing) {
    const [x1, y1] = offset <= width ? [offset, 0] : [width, offset - width]
    const [x2, y2] = offset <= height ? [0, offset] : [offset - height, height]
    const place = (x: number): number => box.x + (rising ? x : width - x)
    lines.push([place(x1), box.y + y1, place(x2), box.y + y2])
  }
  return lines
}

export function drawHatch(
  context: CanvasContext,
  box: Box,
  style: Hatching & { readonly color: string; readonly width: number },
): void {
  context.beginPath()
  for (const [x1, y1, x2, y2] of hatchLines(box, style)) {
    context.moveTo(x1, y1)
    context.lineTo(x2, y2)
  }
  strokePath(context, style)
}

function strokePath(
  context: CanvasContext,
  { color, width, dash = [] }: { readonly color: string; readonly width: number; readonly dash?: number[] },
): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.setLineDash(dash)
  context.stroke()
  context.setLineDash([])
}

export function drawLine(
  context: CanvasContext,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  style: { readonly color: string; readonly width: number; readonly dash?: number[] },
): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  strokePath(context, style)
}
