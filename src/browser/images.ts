import { prefixIds } from '../charts/svg-ids.ts'
import { readText } from './embedded.ts'

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

/** Fetches pictures at once, however far below they stand; done when each is there or has failed. */
export async function loadImages(images: Iterable<HTMLImageElement>): Promise<void> {
  await Promise.all(
    [...images].map(
      (image) =>
        new Promise<void>((done) => {
          for (const end of ['load', 'error']) image.addEventListener(end, () => done(), { once: true })
          image.loading = 'eager'
          if (image.complete) done()
        }),
    ),
  )
}
