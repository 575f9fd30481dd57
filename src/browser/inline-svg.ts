import { readText } from './embedded.ts'

/** SVG text with its ids made unique, so that several drawings can stand in one document. */
export function prefixIds(svg: string, prefix: string): string {
  return svg
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\((&quot;|['"]?)#([^)'"&]+)\1\)/g, `url(#${prefix}-$2)`)
    .replace(/\b((?:xlink:)?href)="#([^"]+)"/g, `$1="#${prefix}-$2"`)
}

/** Puts the drawing of a still picture before its <img> and hides that: only an inline drawing can use the page's font. */
export async function inlineStill(image: HTMLImageElement): Promise<void> {
  const text = await readText(image.src)
  const id = image.closest('[data-chart]')?.getAttribute('data-chart') ?? 'still'
  const drawing = new DOMParser().parseFromString(prefixIds(text, id), 'image/svg+xml').documentElement
  if (!(drawing instanceof SVGSVGElement)) return
  if (!image.isConnected || image.hidden) return
  drawing.setAttribute('class', 'chart-drawing')
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', image.alt)
  image.hidden = true
  image.before(document.importNode(drawing, true))
}

/** Pictures of a part of the page as drawings; those that cannot be fetched stay pictures. */
export function inlinePictures(part: ParentNode): Promise<unknown> {
  const images = [...part.querySelectorAll<HTMLImageElement>('img.chart-still:not([hidden])')]
  return Promise.allSettled(images.map(inlineStill))
}
