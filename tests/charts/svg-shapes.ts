/** A rectangle of a drawing. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** All rectangles of an SVG. */
export function rects(svg: string): Rect[] {
  return [...svg.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g)].map(
    ([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }),
  )
}

/** Boxes of all texts, from the baseline up to the height of capitals. */
export function textBoxes(svg: string): (Rect & { readonly text: string })[] {
  const found = svg.matchAll(/<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)"([^>]*)>([^<]*)</g)
  return [...found].map(([, x, y, size, rest = '', text = '']) => {
    const width = Number(/textLength="([^"]+)"/.exec(rest)?.[1] ?? Number(size) * 0.6)
    const shift = rest.includes('"middle"') ? width / 2 : rest.includes('"end"') ? width : 0
    const height = Number(size) * 0.73
    return { text, x: Number(x) - shift, y: Number(y) - height, width, height }
  })
}
