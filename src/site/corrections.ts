import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../format/html.ts'
import { fill } from '../language/fill.ts'
import type { SiteWords } from '../language/site/site-words.ts'
import {
  type DeckManifest,
  listed,
  manifestName,
  type PublishedDeck,
  parseManifest,
  SiteError,
  type SiteFile,
  type SiteManifest,
} from './manifest.ts'
import { anchor, sitePage } from './pages/html.ts'
import { withNotice } from './pages/notice.ts'

type Site = Pick<SiteManifest, 'base' | 'decks'>

export interface Changed {
  readonly after: Site
  readonly noticed: readonly SiteFile[]
  readonly removed?: ReadonlySet<string>
}

const newestVersion = ({ decks }: Site, id: string): PublishedDeck => {
  const deck = decks.find((one) => one.id === id)
  if (!deck)
    throw new SiteError(`unknown deck "${id}": the site has ${decks.map((one) => one.id).join(', ') || 'none'}`)
  const correction = decks.find(({ corrects }) => corrects === id)
  return correction ? newestVersion({ base: null, decks: decks.filter((one) => one !== deck) }, correction.id) : deck
}

/** The id of the next correction of a deck, "fy24-c1", and the version that it corrects, which may be a correction too. */
export function correctionOf(site: Site, id: string): { readonly id: string; readonly corrects: string } {
  const { id: corrects, withdrawn } = newestVersion(site, id)
  if (withdrawn) throw new SiteError(`invalid --correct ${id}: the deck is withdrawn`)
  const [, first = corrects, count = '0'] = /^(.*)-c(\d+)$/.exec(corrects) ?? []
  const isCorrection = site.decks.some((deck) => deck.id === corrects && deck.corrects !== undefined)
  return { id: isCorrection ? `${first}-c${Number(count) + 1}` : `${corrects}-c1`, corrects }
}

function deckManifest(to: string, id: string): DeckManifest {
  const manifest = parseManifest(readFileSync(join(to, id, manifestName), 'utf8'), 'deck')
  if (!manifest) throw new SiteError(`invalid ${id}/${manifestName}: it lists no published deck`)
  return manifest
}

interface Correction {
  readonly to: string // folder of the site
  readonly from: string // id of the version that is corrected
  readonly deck: DeckManifest // the correction
  readonly words: SiteWords
}

/** The site with a notice on every page of the version that a deck corrects; nothing else of that version changes. */
export function withCorrection(site: Site, { to, from, deck, words }: Correction): Changed {
  const old = deckManifest(to, from)
  const present = new Set(deck.files.map(({ path }) => path))
  const pages = old.files.filter(({ path }) => path.endsWith('.html'))
  const noticed = pages.map(({ path }): SiteFile => {
    const folder = path.slice(0, -'index.html'.length)
    const target = `${deck.id}/${present.has(path) ? folder : ''}`
    const up = '../'.repeat(path.split('/').length)
    const notice = {
      ...{ text: words.notice.corrected, link: words.notice.correctedLink },
      href: up + target,
      canonical: `${site.base ?? ''}${target}`,
    }
    const own = readFileSync(join(to, from, path), 'utf8')
    return { path: `${from}/${path}`, content: own.includes('class="qd-notice"') ? own : withNotice(own, notice) }
  })
  return { after: { ...site, decks: site.decks.map((one) => noticedDeck(one, from, noticed)) }, noticed }
}

const noticedDeck = (deck: PublishedDeck, id: string, noticed: readonly SiteFile[]): PublishedDeck =>
  deck.id === id
    ? { ...deck, noticed: noticed.map((file) => ({ ...listed(file), path: file.path.slice(id.length + 1) })) }
    : deck

interface Withdrawal {
  readonly to: string
  readonly id: string
  readonly reason: string
  readonly words: SiteWords
}

/** The site with notice pages in place of a deck's pages, and without all its other files. */
export function withoutDeck(site: Site, { to, id, reason, words }: Withdrawal): Changed {
  const deck = site.decks.find((one) => one.id === id)
  if (!deck)
    throw new SiteError(`unknown deck "${id}": the site has ${site.decks.map((one) => one.id).join(', ') || 'none'}`)
  const { files, title, language } = deckManifest(to, id)
  const heading = fill(words.notice.withdrawn, { title })
  const noticed = files
    .filter(({ path }) => path.endsWith('index.html'))
    .map(({ path }): SiteFile => {
      const up = '../'.repeat(path.split('/').length)
      const body = `<main><h1>${escapeHtml(heading)}</h1>\n<p>${escapeHtml(fill(words.notice.reason, { reason }))}</p>\n<p>${anchor(up, words.notFound.home)}</p></main>`
      return { path: `${id}/${path}`, content: sitePage({ language, title: heading, isHidden: true }, body) }
    })
  const kept = new Set(noticed.map(({ path }) => path))
  const removed = new Set(files.map(({ path }) => `${id}/${path}`).filter((path) => !kept.has(path)))
  const decks = site.decks.map((one) =>
    one.id === id ? { ...noticedDeck(one, id, noticed), withdrawn: { reason } } : one,
  )
  return { after: { ...site, decks }, noticed, removed }
}

/** Every notice of a site once more: a run that was cut short may have left pages without theirs. Pages that have one stay. */
export function repeatedNotices(site: Site, to: string, words: SiteWords): Changed {
  const steps = site.decks.map(({ id, withdrawn }): Changed | undefined => {
    if (withdrawn) return withoutDeck(site, { to, id, reason: withdrawn.reason, words })
    const correction = site.decks.find(({ corrects }) => corrects === id)
    return correction && withCorrection(site, { to, from: id, deck: deckManifest(to, correction.id), words })
  })
  return {
    after: { ...site, decks: site.decks.map((deck, at) => steps[at]?.after.decks[at] ?? deck) },
    noticed: steps.flatMap((step) => step?.noticed ?? []),
    removed: new Set(steps.flatMap((step) => [...(step?.removed ?? [])])),
  }
}
