import { escapeHtml } from '../../format/html.ts'
import type { SiteWords } from '../../language/site/site-words.ts'
import type { ListedSlide, PublishedDeck, SiteFile } from '../manifest.ts'
import { anchor, metaTag, sitePage } from './html.ts'

interface Redirect {
  readonly to: string // relative to the page
  readonly canonical?: string
  readonly script: string // relative to the page
  readonly language: string
  readonly words: SiteWords['moved']
}

/** Leads a browser on at once, with what stands behind "#" in the address; without scripts by the page itself. */
export const redirectScript = `const link = document.querySelector('a[data-to]')
if (link) location.replace(link.href + location.hash)
`

/** A page that leads to another. */
export function redirectPage({ to, canonical, script, language, words }: Redirect): string {
  const head = {
    language,
    title: words.title,
    isHidden: true,
    ...(canonical !== undefined && { canonical }),
    further: [
      `<noscript>${metaTag('http-equiv', 'refresh', `0; url=${to}`)}</noscript>`,
      `<script type="module" src="${escapeHtml(script)}"></script>`,
    ],
  }
  const link = anchor(to, to).replace('<a ', '<a data-to ')
  return sitePage(head, `<main><h1>${escapeHtml(words.title)}</h1>\n<p>${escapeHtml(words.text)} ${link}</p></main>`)
}

/** The present slide of each id that a deck's slides had before. */
export const formerSlides = (slides: readonly ListedSlide[]): ReadonlyMap<string, string> =>
  new Map(slides.flatMap(({ id, formerly = [] }) => formerly.map((old) => [old, id] as const)))

interface Latest {
  readonly deck: PublishedDeck
  /** Every slide that any deck of the site ever had. */
  readonly known: ReadonlySet<string>
  readonly base: string | null
  readonly script: string // path in the site
  readonly words: SiteWords['moved']
}

/** latest/: its own page, and one for every slide there ever was; those that the newest deck has not lead to its cover. */
export function latestPages({ deck, known, base, script, words }: Latest): readonly SiteFile[] {
  const { id, language, slides } = deck
  const former = formerSlides(slides)
  const own = new Set(slides.map((slide) => slide.id))
  const page = (folder: string, target: string): SiteFile => {
    const up = '../'.repeat(folder.split('/').length)
    const canonical = base === null ? {} : { canonical: `${base}${target}` }
    const to = `${up}${target}`
    return {
      path: `${folder}/index.html`,
      content: redirectPage({ to, ...canonical, script: `${up}${script}`, language, words }),
    }
  }
  return [
    page('latest', `${id}/`),
    ...[...known].sort().map((slide) => {
      const target = own.has(slide) ? slide : former.get(slide)
      return page(`latest/${slide}`, target === undefined ? `${id}/` : `${id}/${target}/`)
    }),
  ]
}
