import { escapeHtml } from '../../format/html.ts'
import type { SiteWords } from '../../language/site/site-words.ts'
import type { ListedSlide, PublishedDeck, SiteFile } from '../manifest.ts'
import type { SiteRedirect } from './host-files.ts'
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
  /** Undefined where every deck was withdrawn: then all of it leads to the list of decks, which says so. */
  readonly deck: PublishedDeck | undefined
  /** Every slide that any deck of the site ever had. */
  readonly known: ReadonlySet<string>
  readonly base: string | null
  readonly script: string // path in the site
  readonly language: string // of pages that lead to no deck
  readonly words: SiteWords['moved']
}

/** Where latest/ and the slides below it lead: those that the newest deck has not, and whatever else is asked for there, to its cover. */
function latestTargets(deck: PublishedDeck | undefined, known: ReadonlySet<string>): readonly SiteRedirect[] {
  const { slides } = deck ?? { slides: [] }
  const cover = deck ? `${deck.id}/` : ''
  const former = formerSlides(slides)
  const own = new Set(slides.map((slide) => slide.id))
  const slideTargets = [...known].sort().map((slide) => {
    const target = own.has(slide) ? slide : former.get(slide)
    return { from: `latest/${slide}/`, to: target === undefined ? cover : `${cover}${target}/`, isLasting: false }
  })
  return [{ from: 'latest/', to: cover, isLasting: false }, ...slideTargets]
}

/** Every redirect of a site: the old names of slides, and latest/, with whatever is asked for below it. */
export function siteRedirects(
  decks: readonly PublishedDeck[],
  latest: PublishedDeck | undefined,
  known: ReadonlySet<string>,
): readonly SiteRedirect[] {
  const moved = decks
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap(({ id, slides }) =>
      [...formerSlides(slides)].map(([old, slide]) => ({
        from: `${id}/${old}/`,
        to: `${id}/${slide}/`,
        isLasting: true,
      })),
    )
  if (decks.length === 0) return moved
  const cover = latest ? `${latest.id}/` : ''
  return [...moved, ...latestTargets(latest, known), { from: 'latest/*', to: cover, isLasting: false }]
}

/** latest/: its own page, and one for every slide there ever was; those that the newest deck has not lead to its cover. */
export function latestPages({ deck, known, base, script, words, ...site }: Latest): readonly SiteFile[] {
  const language = deck?.language ?? site.language
  return latestTargets(deck, known).map(({ from, to: target }): SiteFile => {
    const up = '../'.repeat(from.split('/').length - 1)
    const canonical = base === null ? {} : { canonical: `${base}${target}` }
    const options = { to: `${up}${target}`, ...canonical, script: `${up}${script}`, language, words }
    return { path: `${from}index.html`, content: redirectPage(options) }
  })
}
