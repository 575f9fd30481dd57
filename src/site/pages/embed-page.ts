import { escapeHtml } from '../../format/html.ts'
import type { Slide } from '../../model/deck.ts'
import type { PageData } from '../../model/page-data.ts'
import type { SiteFile } from '../manifest.ts'
import { sitePage } from './html.ts'
import { movedHtml } from './moved-html.ts'
import { loadedBy, type SlidePages, slideTitle, withDrawings } from './slide-page.ts'

interface Frame {
  /** The way to the deck's folder. */
  readonly up: string
  readonly title: string
  readonly slide: Slide
  readonly body: string
  /** Whether the deck's own script runs there. */
  readonly isLive: boolean
}

/** A page for frames of other sites: no furniture, a link to the slide, nothing for search engines. */
function framePage({ up, title, slide, body, isLive }: Frame, pages: SlidePages): string {
  const { deck, document, language, style } = pages
  const { styles, script } = loadedBy(document)
  const { head } = deck
  const open = `<a class="qd-open" href="${up}${slide.id}/" target="_blank" rel="noopener">${escapeHtml(language.site.slide.open)}</a>`
  const page = sitePage(
    {
      language: head.textLanguage ?? head.language,
      title: `${title} – ${head.shortName}`,
      ...(head.address !== null && { canonical: `${head.address}${slide.id}/` }),
      isHidden: true,
      styles: [...styles, style].map((path) => up + path),
      further: isLive ? [`<script type="module" src="${up}${escapeHtml(script)}"></script>`] : [],
    },
    `${body}\n${open}`,
  )
  return page.replace('<html ', `<html data-embed="${isLive ? 'slide' : 'visual'}" `)
}

/** The data of the built page, with addresses from below the deck's folder. */
function movedData(data: string, up: string): string {
  const page: PageData = JSON.parse(data)
  const moved = { ...page, charts: up + page.charts.replace('./', ''), facts: up + page.facts.replace('./', '') }
  return `<script type="application/json" id="deck-data">${JSON.stringify(moved).replaceAll('<', '\\u003c')}</script>`
}

const figureElement = /<figure class="(?:chart|table)" id="([^"]+)"[\s\S]*?<\/figure>/g

/** What other sites put into frames: the slide, and each chart and table of it alone. `html` is its section, `data` the page's. */
export function embedPages(
  slide: Slide,
  html: string,
  pages: SlidePages & { readonly data: string },
): readonly SiteFile[] {
  const { deck, folder, data } = pages
  const slides = new Set(deck.slides.map(({ id }) => id))
  const title = slideTitle(slide, deck)
  const whole = withDrawings(html, folder)
  const section = `<div class="reveal"><div class="slides">\n${movedHtml(whole, { up: '../../', slides })}\n</div></div>\n${movedData(data, '../../')}`
  const visuals = [...whole.matchAll(figureElement)].map(([figure, id = '']): SiteFile => {
    const body = `<main class="qd-embed">${movedHtml(figure, { up: '../../../', slides })}</main>`
    return {
      path: `${slide.id}/embed/${id}/index.html`,
      content: framePage({ up: '../../../', title, slide, body, isLive: false }, pages),
    }
  })
  return [
    {
      path: `${slide.id}/embed/index.html`,
      content: framePage({ up: '../../', title, slide, body: section, isLive: true }, pages),
    },
    ...visuals,
  ]
}
