import { inlinePictures, loadImages } from '../images.ts'
import type { Part } from '../part.ts'

/** For print: every chart's drawing in the page itself, in the page's font, and every picture, however far down; `data-ready` is set when all are there. */
export const stills: Part = {
  id: 'stills',
  init({ view }) {
    if (view.kind !== 'print') return undefined
    const pictures = view.root.querySelectorAll<HTMLImageElement>('img:not(.chart-still)')
    const done = Promise.allSettled([inlinePictures(view.root), loadImages(pictures), document.fonts.ready])
    void done.then(() => document.documentElement.setAttribute('data-ready', ''))
    return undefined
  },
}
