import { escapeHtml } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { SiteWords } from '../../language/site/site-words.ts'
import { type PublishedDeck, type SiteFile, type SiteManifest, sha256 } from '../manifest.ts'
import { currentDecks, latestDeck, newestFirst } from '../place/versions.ts'
import { embargoFolder } from '../site-paths.ts'
import { hostFiles } from './host-files.ts'
import { anchor, jsonLd, linkTag, sitePage } from './html.ts'
import { formerSlides, latestPages, redirectPage, redirectScript, siteRedirects } from './redirects.ts'

type Site = Pick<SiteManifest, 'base' | 'decks'>

interface RootOptions {
  readonly words: SiteWords
  readonly language: string
  readonly styles: string // text of the site's style sheet
  /** Whether there is a page of figures over time. */
  readonly hasMetrics: boolean
}

/** Name with a digest of what it holds, so that servers may keep it for ever. */
export const namedByContent = (name: string, content: string): string =>
  name.replace(/(?=\.\w+$)/, `-${sha256(content).slice(0, 10)}`)

function deckEntry(deck: PublishedDeck, { index, notice }: SiteWords): string {
  const { id, title, date, dateText, withdrawn, hasHandouts } = deck
  if (withdrawn)
    return `<li><p class="site-date"><time datetime="${date}">${escapeHtml(dateText)}</time></p>\n<h2>${anchor(`${id}/`, fill(notice.withdrawn, { title }))}</h2></li>`
  const picture = `<a href="${id}/" tabindex="-1" aria-hidden="true"><img src="${id}/preview.png" width="1200" height="630" alt="" loading="lazy"></a>`
  const downloads = `<p>${anchor(`${id}/downloads/`, index.downloads)}</p>`
  const text = `<div><p class="site-date"><time datetime="${date}">${escapeHtml(dateText)}</time></p>\n<h2>${anchor(`${id}/`, title)}</h2>${hasHandouts ? `\n${downloads}` : downloads}</div>`
  return `<li>${picture}${text}</li>`
}

/** What the site is called; one without decks, as it may be while its first is under embargo, names no company. */
const siteTitle = ({ index, notFound }: SiteWords, company: string | undefined): string =>
  company === undefined ? notFound.home : fill(index.title, { company })

function indexPage({ base, decks }: Site, options: RootOptions & { readonly style: string }): string {
  const { words, language, style, hasMetrics } = options
  const newest = newestFirst(currentDecks(decks))
  const company = newest[0]?.company
  const title = siteTitle(words, company)
  const canonical = base === null ? {} : { canonical: base }
  const feed =
    base === null || decks.length === 0
      ? []
      : [linkTag('alternate', 'feed.xml', ` type="application/atom+xml" title="${escapeHtml(words.index.feed)}"`)]
  const record = base === null ? [] : [jsonLd(collection(title, base, newest))]
  const body = [
    '<main class="site">',
    `<h1>${escapeHtml(title)}</h1>`,
    ...(latestDeck(decks) ? [`<p>${anchor('latest/', words.index.latest)}</p>`] : []),
    `<ol class="site-decks">`,
    ...newest.map((deck) => deckEntry(deck, words)),
    '</ol>',
    ...(hasMetrics ? [`<p>${anchor('metrics/', words.index.metrics)}</p>`] : []),
    '</main>',
  ].join('\n')
  return sitePage({ language, title, ...canonical, styles: [style], further: [...feed, ...record] }, body)
}

const collection = (name: string, base: string, decks: readonly PublishedDeck[]): object => ({
  '@type': 'CollectionPage',
  name,
  url: base,
  hasPart: decks
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map(({ id, title, date }) => ({
      '@type': 'PresentationDigitalDocument',
      name: title,
      datePublished: date,
      url: `${base}${id}/`,
    })),
})

/** XML allows no control characters, however they are escaped. */
const xml = (text: string): string => escapeHtml(text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''))

/** What the feed says of a deck: that it is there, that it corrects another, or that it was withdrawn, each as an entry of its own. */
function feedEntry(deck: PublishedDeck, base: string, { notice }: SiteWords): string {
  const { id, title, date, dateText, company, corrects, withdrawn } = deck
  const corrected = corrects === undefined ? title : fill(notice.correction, { title })
  const name = withdrawn ? fill(notice.withdrawn, { title: corrected }) : corrected
  const summary = withdrawn ? fill(notice.reason, { reason: withdrawn.reason }) : [title, dateText].join(' · ')
  const address = xml(`${base}${id}/`)
  return `<entry>\n<id>${address}${withdrawn ? '#withdrawn' : ''}</id>\n<title>${xml(name)}</title>\n<link href="${address}"/>\n<updated>${date}T00:00:00Z</updated>\n<author><name>${xml(company)}</name></author>\n<summary>${xml(summary)}</summary>\n</entry>`
}

/** An Atom feed of the decks that are read now, and of all that were withdrawn; the day of each is the deck's, as there is no clock here. */
function feed(base: string, { decks }: Site, { words, language }: RootOptions): string {
  const current = new Set(currentDecks(decks))
  const newest = newestFirst(decks.filter((deck) => current.has(deck) || deck.withdrawn))
  const [first] = newest
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    `<id>${xml(base)}</id>`,
    `<title>${xml(siteTitle(words, first?.company))}</title>`,
    `<updated>${first?.date ?? ''}T00:00:00Z</updated>`,
    `<link rel="self" href="${xml(`${base}feed.xml`)}"/>`,
    `<link href="${xml(base)}"/>`,
    ...newest.map((deck) => feedEntry(deck, base, words)),
    '</feed>',
    '',
  ].join('\n')
}

/** Every page that search engines should know, without those of decks that were corrected or withdrawn. */
function sitemap(base: string, { decks }: Site, further: readonly string[]): string {
  const current = currentDecks(decks).filter(({ withdrawn }) => withdrawn === undefined)
  const urls = [
    { path: '', date: undefined },
    ...further.map((path) => ({ path, date: undefined })),
    ...current.flatMap(({ id, date, slides }) => [
      { path: `${id}/`, date },
      ...slides.map((slide) => ({ path: `${id}/${slide.id}/`, date })),
      { path: `${id}/downloads/`, date },
    ]),
  ]
  const lines = urls.map(
    ({ path, date }) =>
      `<url><loc>${xml(base + path)}</loc>${date === undefined ? '' : `<lastmod>${date}</lastmod>`}</url>`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>',
    '',
  ].join('\n')
}

/** Served wherever nothing is, so nothing in it may be relative; without the site's address it links nowhere. */
function notFoundPage({ base }: Site, { words, language, style }: RootOptions & { readonly style: string }): string {
  const root = base === null ? undefined : new URL(base).pathname
  const link = root === undefined ? '' : `\n<p>${anchor(root, words.notFound.home)}</p>`
  const { title, text } = words.notFound
  const styles = root === undefined ? [] : [`${root}${style}`]
  return sitePage(
    { language, title, isHidden: true, styles },
    `<main class="site"><h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>${link}</main>`,
  )
}

/** Whether the site lies at the root of its host, where robots.txt is looked for. */
export const isAtRoot = (base: string): boolean => new URL(base).pathname === '/'

/** What robots.txt at the root of the host should say; there where the site lies at that root. */
export const robotsLines = (base: string): readonly string[] => [`Sitemap: ${base}sitemap.xml`]

/** The files around the decks: index, latest/, feed, sitemap, page of what is not found. */
export function rootFiles(site: Site, options: RootOptions, further: readonly SiteFile[]): readonly SiteFile[] {
  const { base, decks } = site
  const style = { path: `assets/${namedByContent('site.css', options.styles)}`, content: options.styles }
  const script = { path: `assets/${namedByContent('redirect.js', redirectScript)}`, content: redirectScript }
  const latest = latestDeck(decks)
  const known = new Set(decks.flatMap(({ slides }) => [...slides.map(({ id }) => id), ...formerSlides(slides).keys()]))
  const pages = further.filter(({ path }) => path.endsWith('/index.html')).map(({ path }) => path.slice(0, -10))
  const withStyle = { ...options, style: style.path }
  return [
    style,
    script,
    ...further,
    ...(decks.length > 0
      ? latestPages({ deck: latest, known, base, script: script.path, ...options, words: options.words.moved })
      : []),
    // a feed has a day, and without a deck there is none
    ...(base === null || decks.length === 0 ? [] : [{ path: 'feed.xml', content: feed(base, site, options) }]),
    ...(base === null ? [] : [{ path: 'sitemap.xml', content: sitemap(base, site, pages) }]),
    ...(base !== null && isAtRoot(base)
      ? [{ path: 'robots.txt', content: `User-agent: *\nAllow: /\n${robotsLines(base).join('\n')}\n` }]
      : []),
    ...hostFiles(base, siteRedirects(decks, latest, known)),
    {
      // No list of what lies in that folder is given by a server, and links upward from there lead on.
      path: `${embargoFolder}/index.html`,
      content: redirectPage({
        to: '../',
        script: `../${script.path}`,
        language: options.language,
        words: options.words.moved,
      }),
    },
    { path: '404.html', content: notFoundPage(site, withStyle) },
    { path: 'index.html', content: indexPage(site, withStyle) },
  ]
}
