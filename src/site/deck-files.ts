import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markerName } from '../build/output.ts'
import { previewName } from '../build/page-head.ts'
import { drawPreview, type Preview } from '../charts/svg/preview.ts'
import { deckAsJson } from '../export/deck-json.ts'
import { chartCsv } from '../export/pictures/chart-csv.ts'
import { escapeHtml } from '../format/html.ts'
import { fill } from '../language/fill.ts'
import { plainText } from '../model/content.ts'
import { chartsOf, type Deck, type Slide } from '../model/deck.ts'
import type { SourceFile } from '../model/source-file.ts'
import { stampOfDeck } from '../project/record/stamp.ts'
import type { BuiltDeck } from '../project/session.ts'
import { type DeckManifest, listed, manifestName, manifestText, SiteError, type SiteFile } from './manifest.ts'
import { downloadsPage } from './pages/downloads.ts'
import { embedPages } from './pages/embed-page.ts'
import { figuresCsv, figuresJson, publishedFigures } from './pages/figures.ts'
import { anchor, jsonLd, linkTag } from './pages/html.ts'
import { redirectPage, redirectScript } from './pages/redirects.ts'
import { namedByContent } from './pages/root-files.ts'
import { type SlidePages, slidePage, slideTitle } from './pages/slide-page.ts'
import { pathsIn, writeFiles } from './site-files.ts'
import { slideInTheWay } from './site-paths.ts'

/** A deck that was built into a folder, which becomes a folder of the site. */
export interface BuiltFolder {
  readonly folder: string
  readonly id: string
  readonly built: BuiltDeck
  readonly files: readonly SourceFile[]
  readonly engine: string // folder
  readonly styles: string // text of the site's style sheet
  readonly handouts: readonly SiteFile[]
  /** What printed the hand-outs. */
  readonly browser?: string | undefined
}

function previewOf(slide: Slide, deck: Deck): Preview {
  const { company, dateText: date } = deck.head
  const [first] = chartsOf(slide)
  const tile = slide.visuals.flatMap((visual) => (visual.kind === 'tiles' ? visual.tiles : []))[0]
  const text = slide.subtitle ?? slide.takeaway
  return {
    headline: slideTitle(slide, deck),
    company,
    date,
    ...(text && { text: plainText(text.runs) }),
    ...(first && { chart: first.chart }),
    ...(tile && {
      number: {
        label: [tile.label, tile.period].map(plainText).filter(Boolean).join(' '),
        value: plainText(tile.value),
        change: plainText(tile.change),
      },
    }),
  }
}

/** Each slide's page with its picture and frames, and a page for each id that it had before. */
function slideFiles(
  slide: Slide,
  pages: SlidePages & { readonly data: string },
  built: BuiltDeck,
): readonly SiteFile[] {
  const { deck } = pages
  const html = built.slides.find(({ id }) => id === slide.id)?.html ?? ''
  const preview = drawPreview(previewOf(slide, deck), built.assets.theme)
  const { id, formerly = [] } = slide
  const language = deck.head.language
  const moved = formerly.map((old): SiteFile => {
    const canonical = deck.head.address === null ? {} : { canonical: `${deck.head.address}${id}/` }
    const script = `../${redirectPath}`
    const words = pages.language.site.moved
    return {
      path: `${old}/index.html`,
      content: redirectPage({ to: `../${id}/`, ...canonical, script, language, words }),
    }
  })
  return [
    { path: `${id}/index.html`, content: slidePage(slide, html, pages) },
    { path: `${id}/${previewName}`, content: preview },
    ...embedPages(slide, html, pages),
    ...moved,
    ...(slide === deck.slides[0] ? [{ path: previewName, content: preview }] : []),
  ]
}

const redirectPath = `assets/${namedByContent('redirect.js', redirectScript)}`

type Renamed = NonNullable<DeckManifest['renamed']>

/** What the deck's own page says besides that of a build: records for search engines, its data, the way to the site. */
function withSite(document: string, { deck, language, style }: SlidePages, renamed: Renamed | undefined): string {
  const { head } = deck
  const { address } = head
  const at = (path: string): object => (address === null ? {} : { url: address + path })
  const distribution = ['csv', 'json'].map((format) => ({
    '@type': 'DataDownload',
    encodingFormat: format === 'csv' ? 'text/csv' : 'application/json',
    ...(address !== null && { contentUrl: `${address}figures.${format}` }),
  }))
  const dataset = {
    '@type': 'Dataset',
    name: fill(language.site.dataset, { title: head.title }),
    description: [head.title, head.company, head.dateText].join(' · '),
    ...at(''),
    distribution,
  }
  const record = {
    '@type': 'PresentationDigitalDocument',
    name: head.title,
    datePublished: head.date,
    inLanguage: head.textLanguage ?? head.language,
    publisher: { '@type': 'Organization', name: head.company },
    ...at(''),
  }
  const tags = [
    linkTag('stylesheet', `./${style}`),
    linkTag('alternate', './figures.csv', ' type="text/csv"'),
    linkTag('alternate', './figures.json', ' type="application/json"'),
    jsonLd(record),
    jsonLd(dataset),
  ]
  const words = language.site
  const nav = `<nav class="qd-links" aria-label="${escapeHtml(words.slide.label)}">${anchor('./downloads/', words.slide.downloads)} ${anchor('../', words.notFound.home)}</nav>`
  const former = renamed
    ? `<script type="application/json" id="deck-renamed">${JSON.stringify(renamed).replaceAll('<', '\\u003c')}</script>\n`
    : ''
  return document
    .replace('</head>', () => `${tags.join('\n')}\n</head>`)
    .replace('</body>', () => `${nav}\n${former}</body>`)
}

function dataFiles({ built, id }: BuiltFolder): {
  readonly data: readonly SiteFile[]
  readonly charts: readonly { readonly file: SiteFile; readonly title: string }[]
} {
  const { disclosed, evidence } = built
  const { deck } = disclosed
  const figures = publishedFigures(deck, evidence)
  const { charts, handouts } = evidence.config.language
  const words = { total: charts.total, series: handouts.columns.series }
  return {
    data: [
      { path: 'figures.csv', content: figuresCsv(figures) },
      { path: 'figures.json', content: figuresJson(deck.head, id, figures) },
      { path: 'deck.json', content: `${JSON.stringify(deckAsJson(withoutFields(deck)))}\n` },
    ],
    charts: deck.slides.flatMap((slide) =>
      chartsOf(slide).map(({ chart }) => ({
        file: { path: `figures/${chart.id}.csv`, content: chartCsv(chart, words) },
        title: [slideTitle(slide, deck), chart.title].filter(Boolean).join(' – '),
      })),
    ),
  }
}

/** Fields of the deck are the author's: what a layout prints of them stands among its texts, the rest nobody reads. */
const withoutFields = (deck: Deck): Deck => ({ ...deck, head: { ...deck.head, fields: {} } })

/** Names that printed metrics had in earlier decks, each with the present one. */
function renamedMetrics({ disclosed: { deck }, evidence }: BuiltDeck): Renamed | undefined {
  const printed = new Set(publishedFigures(deck, evidence).map(({ metric }) => metric))
  const names = [...printed]
    .sort()
    .flatMap((id) => (evidence.data.metrics.get(id)?.formerly ?? []).map((old) => [old, id] as const))
  return names.length === 0 ? undefined : Object.fromEntries(names)
}

function refuseCollisions({ folder, built }: BuiltFolder): void {
  const { slides } = built.disclosed.deck
  const taken = new Set(readdirSync(folder))
  const ids = slides.flatMap(({ id, formerly = [] }) => [id, ...formerly])
  const blocked = slideInTheWay(ids, taken)
  if (blocked !== undefined)
    throw new SiteError(
      `invalid slide name "${blocked}": its page would stand where the deck has a folder or file of that name; rename the slide`,
    )
}

/** Adds to a built deck all that a site has of it, and lists every file of it. Throws `SiteError` where a name is taken. */
export function completeDeck(deckFolder: BuiltFolder): DeckManifest {
  const { folder, id, built, files, engine, styles, handouts, browser } = deckFolder
  rmSync(join(folder, markerName), { force: true })
  refuseCollisions(deckFolder)
  const { deck } = built.disclosed
  const { language } = built.evidence.config
  const style = `assets/${namedByContent('site.css', styles)}`
  const document = readFileSync(join(folder, 'index.html'), 'utf8')
  const renamed = renamedMetrics(built)
  const pages = { folder, deck, language, document, style, data: built.page }
  const { data, charts } = dataFiles(deckFolder)
  const downloads = downloadsPage({
    ...{ head: deck.head, language, style },
    handouts: handouts.map(listed),
    data: data.map(listed),
    charts: charts.map(({ file, title }) => ({ file: listed(file), title })),
  })
  const further = deck.slides.flatMap((slide) => slideFiles(slide, pages, built))
  writeFiles(folder, [
    { path: style, content: styles },
    { path: redirectPath, content: redirectScript },
    { path: 'index.html', content: withSite(document, pages, renamed) },
    ...[...further, ...data, ...charts.map(({ file }) => file), downloads, ...handouts],
  ])
  const { engine: version, data: digest } = stampOfDeck(files, built.html, engine)
  const { title, company, date, dateText, address } = deck.head
  const manifest: DeckManifest = {
    ...{ version: 1, kind: 'deck', id, title, company, date, dateText },
    ...{ language: deck.head.textLanguage ?? deck.head.language, address, engine: version, data: digest },
    slides: deck.slides.map((slide) => {
      const { formerly } = slide
      return { id: slide.id, title: slideTitle(slide, deck), ...(formerly && { formerly }) }
    }),
    ...(renamed && { renamed }),
    handouts: handouts.map(({ path }) => path),
    ...(browser !== undefined && handouts.length > 0 && { browser }),
    files: pathsIn(folder).map((path) => listed({ path, content: readFileSync(join(folder, path)) })),
  }
  writeFileSync(join(folder, manifestName), manifestText(manifest))
  return manifest
}
