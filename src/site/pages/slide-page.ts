import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { previewName } from '../../build/page-head.ts'
import { prefixIds } from '../../charts/svg-ids.ts'
import { escapeHtml } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { Language } from '../../language/language.ts'
import { plainText, textsIn } from '../../model/content.ts'
import { type Deck, type Slide, titleOf } from '../../model/deck.ts'
import { anchor, jsonLd, linkTag, metaTag, sitePage } from './html.ts'
import { movedHtml } from './moved-html.ts'

/** What the pages of a deck's slides are made with. */
export interface SlidePages {
  readonly folder: string // the built deck, whose drawings are there
  readonly deck: Deck
  readonly language: Language
  /** The built page, which says what it loads. */
  readonly document: string
  /** Path of the site's own style sheet in the deck's folder. */
  readonly style: string
}

/** Of the built page: its style sheets, script and icon, by their paths in the deck's folder. */
export interface Loaded {
  readonly styles: readonly string[]
  readonly script: string
  readonly icon: string | undefined
}

export function loadedBy(document: string): Loaded {
  const paths = (pattern: RegExp): readonly string[] =>
    [...document.matchAll(pattern)].map(([, path = '']) => path.replace(/^\.\//, ''))
  const [script = ''] = paths(/<script type="module"[^>]*src="([^"]+)"/g)
  const [icon] = paths(/<link rel="icon" href="([^"]+)"/g)
  return { styles: paths(/<link rel="stylesheet"[^>]*href="([^"]+)"/g), script, icon }
}

/** Description of most length that networks show; whole texts, as a number cut in the middle would be another. */
const enough = 200

/** What a slide says below its title: its first texts, each whole. */
function descriptionOf({ subtitle, takeaway, lead, groups }: Slide, otherwise: string): string {
  const body = [...textsIn(lead), ...groups.flatMap(({ heading, blocks }) => [heading, ...textsIn(blocks)])]
  const texts = [subtitle, takeaway, ...body].flatMap((text) => (text ? [plainText(text.runs).trim()] : []))
  const [first, ...rest] = texts.filter((text) => text !== '')
  if (first === undefined) return otherwise
  let description = first
  for (const text of rest) {
    if (description.length + text.length + 3 > enough) break
    description = `${description} · ${text}`
  }
  return description
}

/** The title of a slide; of one without a headline what its deck is called. */
export const slideTitle = (slide: Slide, { head }: Deck): string => titleOf(slide) || head.title

/** Drawings in place of pictures: read without scripts, in the page's own font. */
export const withDrawings = (html: string, folder: string): string =>
  html.replace(/<figure class="chart" id="([^"]+)"[\s\S]*?<\/figure>/g, (figure, id: string) =>
    figure.replace(/<img class="chart-still"[^>]* src="([^"]+)"[^>]*>/, (_, address: string) =>
      prefixIds(readFileSync(join(folder, address), 'utf8'), id).replace('<svg', '<svg class="chart-drawing"'),
    ),
  )

/** Cards, links and the record for search engines name whole addresses, so that there are none without the site's. */
function socialTags(slide: Slide, { deck }: SlidePages, description: string): readonly string[] {
  const { address, shortName, company, title: deckTitle, date } = deck.head
  const title = slideTitle(slide, deck)
  const part = { '@type': 'PresentationDigitalDocument', name: deckTitle, datePublished: date }
  const publisher = { '@type': 'Organization', name: company }
  const record = { '@type': 'WebPage', name: title, description, datePublished: date, publisher, isPartOf: part }
  if (address === null) return [jsonLd(record)]
  const url = `${address}${slide.id}/`
  const picture = `${url}${previewName}`
  return [
    metaTag('property', 'og:type', 'article'),
    metaTag('property', 'og:site_name', shortName),
    metaTag('property', 'og:url', url),
    metaTag('property', 'og:title', title),
    metaTag('property', 'og:description', description),
    metaTag('property', 'og:image', picture),
    metaTag('property', 'og:image:width', '1200'),
    metaTag('property', 'og:image:height', '630'),
    metaTag('property', 'og:image:alt', title),
    metaTag('name', 'twitter:card', 'summary_large_image'),
    jsonLd({ ...record, url, primaryImageOfPage: picture, isPartOf: { ...part, url: address } }),
  ]
}

function slideLinks(at: number, { deck, language }: SlidePages): string {
  const { slides, head } = deck
  const words = language.site.slide
  const [before, after] = [slides[at - 1], slides[at + 1]]
  const link = (slide: Slide | undefined, text: string): readonly string[] =>
    slide ? [anchor(`../${slide.id}/`, fill(text, { title: slideTitle(slide, deck) }))] : []
  const links = [
    ...link(before, words.previous),
    ...link(after, words.next),
    anchor('../', fill(words.deck, { title: head.title })),
    anchor('../downloads/', words.downloads),
  ]
  return `<nav class="qd-links" aria-label="${escapeHtml(words.label)}">${links.join(' ')}</nav>`
}

/** The page of one slide: all of it there without scripts; with them the deck starts at it. `html` is its section. */
export function slidePage(slide: Slide, html: string, pages: SlidePages): string {
  const { deck, document, folder, style } = pages
  const { head, slides } = deck
  const { styles, script, icon } = loadedBy(document)
  const at = slides.indexOf(slide)
  const description = descriptionOf(slide, [head.title, head.company, head.dateText].join(' · '))
  const title = slideTitle(slide, deck)
  const moved = movedHtml(withDrawings(html, folder), { up: '../', slides: new Set(slides.map(({ id }) => id)) })
  const body = [
    `<header class="visually-hidden"><h1>${escapeHtml(head.company)}: ${escapeHtml(head.title)}</h1></header>`,
    `<div class="reveal"><div class="slides">\n${moved}\n</div></div>`,
    slideLinks(at, pages),
  ].join('\n')
  const page = sitePage(
    {
      language: head.textLanguage ?? head.language,
      title: `${title} – ${head.title} – ${head.shortName}`,
      description,
      ...(head.address !== null && { canonical: `${head.address}${slide.id}/` }),
      styles: [...styles, style].map((path) => `../${path}`),
      further: [
        ...socialTags(slide, pages, description),
        ...(icon === undefined ? [] : [linkTag('icon', `../${icon}`)]),
        linkTag('up', '../'),
        `<script type="module" src="../${escapeHtml(script)}"></script>`,
      ],
    },
    body,
  )
  return page.replace('<html ', `<html data-slide="${slide.id}" `)
}
