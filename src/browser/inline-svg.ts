/** A drawing's text with its ids made unique, so that several can stand in one document. */
export function prefixIds(svg: string, prefix: string): string {
  return svg
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\((&quot;|['"]?)#([^)'"&]+)\1\)/g, `url(#${prefix}-$2)`)
    .replace(/\b((?:xlink:)?href)="#([^"]+)"/g, `$1="#${prefix}-$2"`)
}

/** Puts a still's drawing itself before its <img>, which hides: pictures cannot use the page's font, drawings in it can. */
export async function inlineStill(image: HTMLImageElement): Promise<void> {
  const answer = await fetch(image.src)
  if (!answer.ok) return
  const id = image.closest('[data-chart]')?.getAttribute('data-chart') ?? 'still'
  const drawing = new DOMParser().parseFromString(prefixIds(await answer.text(), id), 'image/svg+xml').documentElement
  if (!(drawing instanceof SVGSVGElement)) return
  if (!image.isConnected || image.hidden) return
  drawing.setAttribute('class', 'chart-drawing')
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', image.alt)
  image.hidden = true
  image.before(document.importNode(drawing, true))
}
