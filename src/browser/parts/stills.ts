import { inlineStill } from '../inline-svg.ts'
import type { Part } from '../part.ts'

/** For print: every chart's drawing in the page itself, in the page's font; `data-ready` is set when all are there. */
export const stills: Part = {
  id: 'stills',
  init({ view }) {
    if (view.kind !== 'print') return undefined
    const images = [...view.root.querySelectorAll<HTMLImageElement>('img.chart-still')]
    const done = Promise.allSettled([...images.map(inlineStill), document.fonts.ready])
    void done.then(() => document.documentElement.setAttribute('data-ready', ''))
    return undefined
  },
}
