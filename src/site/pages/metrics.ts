import { csvText } from '../../export/csv.ts'
import { escapeHtml } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { Language } from '../../language/language.ts'
import type { PublishedDeck, SiteFile, SiteManifest } from '../manifest.ts'
import { newestFirst } from '../place/versions.ts'
import type { PublishedFigure } from './figures.ts'
import { anchor, sitePage } from './html.ts'
import { redirectPage, redirectScript } from './redirects.ts'
import { namedByContent } from './root-files.ts'

/** A figure as one of the decks printed it. */
interface Print extends PublishedFigure {
  readonly deck: PublishedDeck
  /** Whether an earlier deck printed another number of the same metric, period and unit. */
  readonly isRestated: boolean
}

interface Reading {
  readonly language: Language
  readonly styles: string
  /** The text of a file of the site. */
  readonly read: (path: string) => string | undefined
}

/** A value itself: changes, shares and sums are named by what they are computed with. */
const isValue = ({ fact, metric }: PublishedFigure): boolean => metric !== '' && fact.startsWith(`${metric}@`)

function figuresOf({ id }: PublishedDeck, { read }: Reading): readonly PublishedFigure[] {
  try {
    const { figures } = JSON.parse(read(`${id}/figures.json`) ?? '')
    return Array.isArray(figures) ? figures.filter(isValue) : []
  } catch {
    return []
  }
}

type Rename = (name: string) => string

/** The name that the newest deck has for a metric; names that go round in a circle end where they began. */
function presentNames(newest: readonly PublishedDeck[]): Rename {
  const names = new Map<string, string>()
  for (const { renamed = {} } of newest)
    for (const [old, name] of Object.entries(renamed)) if (!names.has(old)) names.set(old, name)
  return (first) => {
    const seen = new Set<string>()
    let name = first
    for (let next = names.get(name); next !== undefined && !seen.has(name); next = names.get(name)) {
      seen.add(name)
      name = next
    }
    return name
  }
}

/** What the decks printed of each metric, the oldest first; of one deck each fact once, with its most digits. */
function printsByMetric(
  { decks }: Pick<SiteManifest, 'decks'>,
  reading: Reading,
): ReadonlyMap<string, readonly Print[]> {
  const found = new Map<string, Print[]>()
  const before = new Map<string, string>() // the number by fact and unit
  const newest = newestFirst(decks.filter(({ withdrawn }) => withdrawn === undefined))
  const present = presentNames(newest)
  for (const deck of newest.toReversed()) {
    const finest = new Map<string, PublishedFigure>()
    for (const figure of figuresOf(deck, reading)) {
      const named = present(figure.metric) + figure.fact.slice(figure.metric.length) // as one fact in all decks
      const key = `${named}\n${figure.unit}`
      if (figure.number.length > (finest.get(key)?.number.length ?? -1)) finest.set(key, figure)
    }
    for (const [key, figure] of finest) {
      const earlier = before.get(key)
      const isRestated = earlier !== undefined && earlier !== figure.number
      const metric = present(figure.metric)
      const prints = found.get(metric) ?? []
      prints.push({ ...figure, deck, isRestated })
      found.set(metric, prints)
      before.set(key, figure.number)
    }
  }
  return found
}

const csvColumns = [
  'metric',
  'label',
  'period',
  'value',
  'unit',
  'status',
  'deck',
  'date',
  'slide',
  'restated',
] as const

const csvOf = (prints: readonly Print[]): string =>
  csvText([
    csvColumns,
    ...prints.map(({ metric, label, period, value, unit, status, deck, slide, isRestated }) => [
      ...[metric, label, period, value, unit, status],
      ...[deck.id, deck.date, slide, isRestated ? 'restated' : ''],
    ]),
  ])

function row({ period, value, unit, status, slide, deck, fact, isRestated }: Print, { site, page }: Language): string {
  const state = [page.card.statuses[status] ?? status, ...(isRestated ? [site.metrics.restated] : [])].join(', ')
  const link = anchor(
    `../../${deck.id}/${slide}/#figure=${encodeURIComponent(fact)}`,
    `${deck.title}, ${deck.dateText}`,
  )
  const cells = [period, /\p{L}|\p{Sc}|%/u.test(value) ? value : `${value} ${unit}`, state].map(escapeHtml)
  return `<tr>${[...cells, link].map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

/** Where a metric had its page before it was renamed. */
function movedPages(
  { decks }: Pick<SiteManifest, 'decks'>,
  known: ReadonlySet<string>,
  { language }: Reading,
): readonly SiteFile[] {
  const present = presentNames(newestFirst(decks))
  const olds = [...new Set(decks.flatMap(({ renamed = {} }) => Object.keys(renamed)))].sort()
  const script = `../../assets/${namedByContent('redirect.js', redirectScript)}`
  return olds
    .filter((old) => !known.has(old) && known.has(present(old)))
    .map((old) => ({
      path: `metrics/${old}/index.html`,
      content: redirectPage({ to: `../${present(old)}/`, script, language: language.tag, words: language.site.moved }),
    }))
}

/** metrics/: of each metric what every deck printed of it, as page and as CSV; none where no deck has figures. */
export function metricFiles(site: Pick<SiteManifest, 'base' | 'decks'>, reading: Reading): readonly SiteFile[] {
  const { language, styles } = reading
  const words = language.site.metrics
  const byMetric = printsByMetric(site, reading)
  if (byMetric.size === 0) return []
  const style = `assets/${namedByContent('site.css', styles)}`
  const metrics = [...byMetric].sort(([a], [b]) => (a < b ? -1 : 1))
  const company = newestFirst(site.decks)[0]?.company ?? ''
  const title = fill(words.title, { company })
  const canonical = (path: string): object => (site.base === null ? {} : { canonical: site.base + path })
  const head = [words.period, words.value, words.status, words.deck].map(
    (cell) => `<th scope="col">${escapeHtml(cell)}</th>`,
  )
  const pages = metrics.flatMap(([metric, prints]): readonly SiteFile[] => {
    const name = fill(words.metric, { metric: prints.at(-1)?.label ?? metric })
    const path = `metrics/${metric}/`
    const rows = prints.map((print) => row(print, language))
    const body = `<main class="site"><h1>${escapeHtml(name)}</h1>\n<p>${anchor('history.csv', words.csv)}</p>\n<table><thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>\n<p>${anchor('../', title)}</p></main>`
    return [
      {
        path: `${path}index.html`,
        content: sitePage(
          { language: language.tag, title: name, ...canonical(path), styles: [`../../${style}`] },
          body,
        ),
      },
      { path: `${path}history.csv`, content: csvOf(prints) },
    ]
  })
  const items = metrics.map(([metric, prints]) => `<li>${anchor(`${metric}/`, prints.at(-1)?.label ?? metric)}</li>`)
  const list = `<main class="site"><h1>${escapeHtml(title)}</h1>\n<ul>\n${items.join('\n')}\n</ul>\n<p>${anchor('../', language.site.notFound.home)}</p></main>`
  return [
    {
      path: 'metrics/index.html',
      content: sitePage({ language: language.tag, title, ...canonical('metrics/'), styles: [`../${style}`] }, list),
    },
    ...pages,
    ...movedPages(site, new Set(byMetric.keys()), reading),
  ]
}
