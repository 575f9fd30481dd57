import type { DeckConfig, Edition, Slide } from '../../model/deck.ts'
import { escapeHtml, type Html } from '../../model/html.ts'

export interface PageParts {
  readonly config: DeckConfig
  readonly edition: Edition
  readonly slides: readonly Slide[]
  readonly charts: string // address of the charts' JSON
  readonly facts: string // address of the cards' JSON
}

/** JSON that may stand in a script element: no "</script" can end it early. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** What stands in <body>: everything to read is in it, with or without scripts. */
export function renderPage({ config, edition, slides, charts, facts }: PageParts): Html {
  const { company, shortName, title, language, date, address = '' } = config
  const first = slides[0]?.id ?? ''
  const data = {
    edition,
    title,
    company,
    shortName,
    language: language.tag,
    date,
    address,
    charts,
    facts,
    words: language.page,
  }
  const html = [
    `<a class="skip-link" href="#${escapeHtml(first)}">${escapeHtml(language.slides.skip)}</a>`,
    `<header class="visually-hidden"><h1>${escapeHtml(company)}: ${escapeHtml(title)}</h1></header>`,
    '<div class="reveal"><div class="slides">',
    ...slides.map((slide) => slide.html),
    '</div></div>',
    `<script type="application/json" id="deck-data">${scriptJson(data)}</script>`,
  ]
  return { html: html.join('\n') }
}
