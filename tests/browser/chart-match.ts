import type { Page } from 'playwright-core'

/** How far the live canvas of a chart is from its picture. */
export interface ChartMatch {
  readonly id: string
  /** Share of pixels, away from letters, that differ by more than the edge of a shape would. */
  readonly difference: number
  /** Share of pixels that are drawn upon at all: two blank pictures agree too well. */
  readonly ink: number
}

/**
 * Draws the picture of a chart, without its letters, at the size of the live canvas, and compares them pixel by pixel.
 * Runs in the page, so it can refer to nothing outside itself.
 */
export function matchChart(page: Page, chart: string): Promise<ChartMatch> {
  return page.evaluate(async (id) => {
    const figure = document.getElementById(id)
    const canvas = figure?.querySelector('canvas')
    const still = figure?.querySelector('img')
    if (!canvas || !still) throw new Error(`no live chart in ${id}`)
    const drawing = new DOMParser().parseFromString(
      await (await fetch(still.src)).text(),
      'image/svg+xml',
    ).documentElement
    const [width, height] = ['width', 'height'].map((name) => Number(drawing.getAttribute(name)))
    if (!width || !height) throw new Error(`no size in the picture of ${id}`)
    const scale = canvas.width / width
    // Letters are left out: pictures cannot use the page's font. Their places are known from the picture itself.
    const letters = [...drawing.querySelectorAll('text')].map((text) => {
      const size = Number(text.getAttribute('font-size') ?? 20)
      const long = (text.textContent ?? '').length * size * 0.75
      const matrix = /matrix\(([^)]+)\)/
        .exec(text.getAttribute('transform') ?? '')?.[1]
        ?.split(/[\s,]+/)
        .map(Number)
      const move = /translate\(([^)]+)\)/
        .exec(text.getAttribute('transform') ?? '')?.[1]
        ?.split(/[\s,]+/)
        .map(Number)
      const x = Number(text.getAttribute('x') ?? 0) + (matrix?.[4] ?? move?.[0] ?? 0)
      const y = Number(text.getAttribute('y') ?? 0) + (matrix?.[5] ?? move?.[1] ?? 0)
      return { left: x - long, right: x + long, top: y - size * 1.3, bottom: y + size * 1.3 }
    })
    for (const text of drawing.querySelectorAll('text')) text.remove()
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
    await image.decode()
    const pixels = (source: CanvasImageSource): Uint8ClampedArray => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height)
      const context = copy.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, copy.width, copy.height)
      context.drawImage(source, 0, 0, copy.width, copy.height)
      context.fillStyle = '#ffffff'
      for (const { left, right, top, bottom } of letters)
        context.fillRect(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
      return context.getImageData(0, 0, copy.width, copy.height).data
    }
    const [live, drawn] = [pixels(canvas), pixels(image)]
    let [different, inked] = [0, 0]
    for (let at = 0; at < live.length; at += 4) {
      const channels = [0, 1, 2].map((channel) => [live[at + channel] ?? 0, drawn[at + channel] ?? 0] as const)
      if (channels.some(([a, b]) => Math.abs(a - b) > 60)) different++
      if (channels.some(([, b]) => b < 250)) inked++
    }
    return { id, difference: different / (live.length / 4), ink: inked / (live.length / 4) }
  }, chart)
}
