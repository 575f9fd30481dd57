import { inlinePictures } from '../inline-svg.ts'
import type { Part } from '../part.ts'

/** For print: every chart's drawing in the page itself, in the page's font; `data-ready` is set when all are there. */
export const stills: Part = {
  id: 'stills',
  init({ view }) {
    if (view.kind !== 'print') return undefined
    const done = Promise.allSettled([inlinePictures(view.root), document.fonts.ready])
    void done.then(() => document.documentElement.setAttribute('data-ready', ''))
    return undefined
  },
}
