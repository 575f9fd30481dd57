import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { SiteWords } from '../../language/site/site-words.ts'
import {
  type DeckManifest,
  isUnderWay,
  listed,
  manifestName,
  type NoticedFile,
  type PublishedDeck,
  parseManifest,
  SiteError,
  type SiteFile,
  type SiteManifest,
} from '../manifest.ts'
import { anchor, sitePage } from '../pages/html.ts'
import { withNotice, withoutNotice } from '../pages/notice.ts'
import { noticeOf, type VersionNotice, versionsOf } from './versions.ts'

type Site = Pick<SiteManifest, 'base' | 'decks'>

/** Throws for a deck that the site has not. */
export function knownDeck({ decks }: Pick<Site, 'decks'>, id: string): PublishedDeck {
  const deck = decks.find((one) => one.id === id)
  if (!deck)
    throw new SiteError(`unknown deck "${id}": the site has ${decks.map((one) => one.id).join(', ') || 'none'}`)
  return deck
}

/** The id of the next correction of a deck, "fy24-c1", and the version that it corrects, which may be a correction too. */
export function correctionOf(site: Site, id: string): { readonly id: string; readonly corrects: string } {
  knownDeck(site, id)
  const versions = versionsOf(site.decks, id)
  const first = versions[0]?.id ?? id
  const current = versions.findLast(({ withdrawn }) => withdrawn === undefined)
  if (!current) throw new SiteError(`invalid --correct ${id}: the deck is withdrawn`)
  const counts = versions.map((version) =>
    version.id.startsWith(`${first}-c`) ? version.id.slice(first.length + 2) : '',
  )
  const next = Math.max(0, ...counts.map(Number).filter(Number.isInteger)) + 1
  return { id: `${first}-c${next}`, corrects: current.id }
}

/** Of a folder with a published deck the manifest. Throws `SiteError` where there is none. */
export function deckManifest(folder: string, id: string): DeckManifest {
  const manifest = parseManifest(readFileSync(join(folder, manifestName), 'utf8'), 'deck')
  if (!manifest) throw new SiteError(`invalid ${id}/${manifestName}: it lists no published deck`)
  return manifest
}

/** What of a QR code follows from the address that its label names. */
const drawnCode = /(?<=<svg class="qr") viewBox="[^"]*"([^>]*>)<path[^>]*>/g

/** Every text of a deck's folder, and the digests of its other files, with another id and address in place of its own. */
function comparable(
  folder: string,
  { id, address, files }: DeckManifest,
  as: DeckManifest,
): ReadonlyMap<string, string> {
  const own = (text: string): string => {
    const named = text
      .replace(drawnCode, '$1')
      .replace(`"id":${JSON.stringify(id)}`, () => `"id":${JSON.stringify(as.id)}`)
    return address === null || as.address === null ? named : named.replaceAll(address, () => as.address ?? '')
  }
  return new Map(
    files.map(({ path, sha256: hash }) => {
      if (!/\.(?:html|json)$/.test(path)) return [path, hash]
      return [path, own(withoutNotice(readFileSync(join(folder, path), 'utf8')))]
    }),
  )
}

/** Whether a deck is another one under a new id, with nothing of it changed. */
export function isSameDeck(folder: string, correction: string): boolean {
  const [old, next] = [folder, correction].map((one) => deckManifest(one, one))
  if (!old || !next || old.files.length !== next.files.length) return false
  const texts = comparable(correction, next, next)
  return [...comparable(folder, old, next)].every(([path, text]) => texts.get(path) === text)
}

interface Noticing {
  readonly to: string // folder of the site
  readonly words: SiteWords
  /** The manifest of a published deck, or of the one on its way. */
  readonly deckOf: (id: string) => DeckManifest
}

/** The deck's own pages: a hand-out may be HTML too, and stays as people took it home. */
const openingPages = ({ files, handouts }: DeckManifest): readonly string[] =>
  files.map(({ path }) => path).filter((path) => path.endsWith('index.html') && !handouts.includes(path))

/** The pages of a version with an element that leads to another one, on each slide to the same; nothing else of it changes. */
function leadingPages(
  deck: DeckManifest,
  { kind, by }: Exclude<VersionNotice, { kind: 'withdrawn' }>,
  { to, base, words: { notice: words }, deckOf }: Noticing & Pick<Site, 'base'>,
): readonly SiteFile[] {
  const present = new Set(deckOf(by).files.map(({ path }) => path))
  return openingPages(deck).map((path): SiteFile => {
    const target = present.has(path) ? path.slice(0, -'index.html'.length) : ''
    const href = `${'../'.repeat(path.split('/').length)}${by}/${target}`
    const own = withoutNotice(readFileSync(join(to, deck.id, path), 'utf8'))
    const notice =
      kind === 'corrected'
        ? { text: words.corrected, link: words.correctedLink, href }
        : { text: words.restored, link: words.restoredLink, href }
    const canonical = kind === 'corrected' && base !== null ? { canonical: `${base}${by}/${target}` } : {}
    return { path: `${deck.id}/${path}`, content: withNotice(own, { ...notice, ...canonical }) }
  })
}

/** What is left of a withdrawn deck: its addresses, which say why. */
function withdrawnPages(deck: DeckManifest, reason: string, words: SiteWords): readonly SiteFile[] {
  const { id, title, language } = deck
  const heading = fill(words.notice.withdrawn, { title })
  return openingPages(deck).map((path): SiteFile => {
    const up = '../'.repeat(path.split('/').length)
    const body = `<main><h1>${escapeHtml(heading)}</h1>\n<p>${escapeHtml(fill(words.notice.reason, { reason }))}</p>\n<p>${anchor(up, words.notFound.home)}</p></main>`
    return { path: `${id}/${path}`, content: sitePage({ language, title: heading, isHidden: true }, body) }
  })
}

interface Noticed {
  readonly decks: readonly PublishedDeck[]
  /** Pages by their paths in the site. */
  readonly pages: readonly SiteFile[]
  /** Paths of files that go. */
  readonly removed: ReadonlySet<string>
}

/** What is not as it is in the list any more may be on disk until the change is done, also where an earlier one was cut short. */
function noticedFile(file: SiteFile, { id, noticed = [] }: PublishedDeck): NoticedFile {
  const path = file.path.slice(id.length + 1)
  const own = { ...listed(file), path }
  const before = noticed.find((one) => one.path === path)
  const was = before ? [...(before.was ?? []), before.sha256].filter((hash) => hash !== own.sha256) : []
  return was.length === 0 ? own : { ...own, was }
}

/**
 * A site after a change, with the notices of the versions that it concerns: those that show another one than before, and all of them
 * where an earlier change was cut short.
 */
export function withNotices(before: SiteManifest, after: Site, noticing: Noticing): Noticed {
  const known = new Map(before.decks.map((deck) => [deck.id, JSON.stringify(noticeOf(before.decks, deck) ?? null)]))
  const pages: SiteFile[] = []
  const removed = new Set<string>()
  const decks = after.decks.map((deck): PublishedDeck => {
    const notice = noticeOf(after.decks, deck)
    if (!notice || (!isUnderWay(before) && known.get(deck.id) === JSON.stringify(notice))) return deck
    const manifest = noticing.deckOf(deck.id)
    const own =
      notice.kind === 'withdrawn'
        ? withdrawnPages(manifest, notice.reason, noticing.words)
        : leadingPages(manifest, notice, { ...noticing, base: after.base })
    pages.push(...own)
    if (notice.kind === 'withdrawn') {
      const kept = new Set(own.map(({ path }) => path))
      for (const { path } of manifest.files) if (!kept.has(`${deck.id}/${path}`)) removed.add(`${deck.id}/${path}`)
    }
    return { ...deck, noticed: own.map((file) => noticedFile(file, deck)) }
  })
  return { decks, pages, removed }
}
