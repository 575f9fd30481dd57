import { plain, type presented } from './_pptx.ts'

/** What of a page's slide nobody reads there, or what a presentation has otherwise. */
const unseen: readonly RegExp[] = [
  /<aside class="notes" hidden>.*?<\/aside>/gs,
  /<details.*?<\/details>/gs, // the table behind a chart, which stands in the chart's own sheet
  /<p class="chart-summary">.*?<\/p>/gs, // stands in for the drawing
  /<svg.*?<\/svg>/gs, // charts are compared number by number elsewhere
  /<li class="is-empty">.*?<\/li>/gs, // keeps a place on a line of time, and is not shown
  /<span class="in-full">.*?<\/span>(?=<span class="in-short">)/gs, // on the page to read
  /<figure class="contact-qr">.*?<\/figure>/gs,
]

/** Letters and digits are words of their own, as a currency may stand apart from its digits or not. */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .match(/\p{L}+|\p{N}+/gu) ?? []

function pageWords(html: string): readonly string[] {
  const shown = unseen.reduce((rest, pattern) => rest.replace(pattern, ' '), html)
  const parted = shown.replace(/<(?:br|wbr)[^>]*>|<\/?(?:p|li|h\d|div|dt|dd|td|th|section|ul|ol)\b[^>]*>/g, ' ')
  return wordsIn(plain(parted.replace(/<[^>]*>/g, '')))
}

const xmlWords = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].flatMap(([, own = '']) =>
    wordsIn([...own.matchAll(/<a:t>([^<]*)<\/a:t>|<a:br\b/g)].map(([, text = ' ']) => plain(text)).join('')),
  )

/** The words of one list that the other has not, or not as often. */
function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const count = (words: readonly string[], word: string): number => words.filter((one) => one === word).length
  return [...new Set(wanted)].filter((word) => count(found, word) < count(wanted, word))
}

/** Layouts that name the company above and hide it in their foot. */
const namedAbove = new Set(['section', 'contact'])

/** The words that slides of the page show and those of the presentation do not, slide by slide; what a layout draws is on its slides. */
export function lostWords({ input, page, parts }: ReturnType<typeof presented>): readonly string[] {
  const all = parts()
  const text = (name: string): string => all.get(name)?.toString('utf8') ?? ''
  return input.deck.slides.flatMap(({ id, layout }, index): readonly string[] => {
    if (input.ownLayouts.has(layout)) return []
    const name = `slide${index + 1}.xml`
    const [, shared = ''] = /slideLayouts\/([^"]*)"/.exec(text(`ppt/slides/_rels/${name}.rels`)) ?? []
    const found = [...xmlWords(text(`ppt/slides/${name}`)), ...xmlWords(text(`ppt/slideLayouts/${shared}`))]
    const html = page.slides[index]?.html ?? ''
    const own = namedAbove.has(layout) ? html.replace(/<p class="foot-company">.*?<\/p>/gs, '') : html
    const words = missing(pageWords(own), found)
    return words.length === 0 ? [] : [`${id}: ${words.join(' ')}`]
  })
}
