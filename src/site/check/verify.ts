import type { KeyObject } from 'node:crypto'
import { isSigned, isSignedBy } from '../keys.ts'
import {
  type DeckManifest,
  isUnderWay,
  manifestName,
  type PublishedDeck,
  parseManifest,
  type SiteManifest,
  sha256,
} from '../manifest.ts'
import { hostFileNames, redirectsName } from '../pages/host-files.ts'
import { withoutNotice } from '../pages/notice.ts'
import { headerFaults } from './headers.ts'
import { type PageFacts, readPage } from './links.ts'

/** Where a site is read from: a folder or a server. */
export interface SiteReader {
  /** The bytes of a file by its path in the site; undefined where there is none. */
  read(path: string): Promise<Buffer | undefined>
  /** Paths of all files; undefined where they cannot be listed, as on a server. */
  list(): readonly string[] | undefined
  /** What a server sent with a file that was read; undefined for a folder. */
  headers(path: string): Headers | undefined
  /** The whole answer of a server; undefined for a folder. */
  answerTo(path: string): Promise<{ readonly status: number; readonly body: Buffer } | undefined>
}

export interface VerifyOptions {
  /** The public key that the manifest must be signed with. */
  readonly key?: KeyObject | undefined
  /** For hosts that send no headers of ours. */
  readonly withoutHeaders?: boolean | undefined
}

export interface Verified {
  /** A line each; none where the site is as it was published. */
  readonly faults: readonly string[]
  readonly decks: number
  readonly files: number
  readonly links: number
  /** Whether a publication was cut short: running it again completes it. */
  readonly isUnderWay: boolean
  readonly isSigned: boolean
}

interface Report {
  readonly faults: string[]
  /** HTML pages that are as they should be, by path. */
  readonly pages: Map<string, string>
  readonly present: Set<string>
  files: number
}

const keepPage = ({ pages, present }: Report, path: string, content: Buffer): void => {
  present.add(path)
  if (path.endsWith('.html')) pages.set(path, content.toString('utf8'))
}

async function verifyFile(
  reader: SiteReader,
  report: Report,
  { path, hashes }: { readonly path: string; readonly hashes: readonly (string | null)[] },
): Promise<Buffer | undefined> {
  const content = await reader.read(path)
  const hash = content ? sha256(content) : null
  report.files++
  const isUnserved = hash === null && !reader.list() && hostFileNames.has(path)
  if (hashes.includes(hash) || isUnserved) {
    if (content) keepPage(report, path, content)
    return content
  }
  if (content) report.present.add(path) // what leads there leads somewhere: the file itself is the fault
  report.faults.push(
    content ? `invalid ${path}: its bytes are not those that were published` : `missing ${path}: it was published`,
  )
  return undefined
}

/** A page with a notice is as it was first when the notice is taken away. */
async function verifyNoticed(
  reader: SiteReader,
  report: Report,
  { path, first, hashes }: { readonly path: string; readonly first: string; readonly hashes: readonly string[] },
): Promise<void> {
  const content = await verifyFile(reader, report, { path, hashes })
  if (!content) return
  const hash = sha256(content)
  if (hash !== first && sha256(withoutNotice(content.toString('utf8'))) !== first)
    report.faults.push(`invalid ${path}: without its notice it is not the page that was published first`)
}

/** How a file of a published deck may be: as it was first, with its notice, or gone with a deck that was withdrawn. */
async function verifyDeckFile(
  reader: SiteReader,
  report: Report,
  { path, first, now, was, isWithdrawn, isUnderWay }: DeckFile,
): Promise<void> {
  if (isWithdrawn) {
    const hashes = isUnderWay ? [now ?? null, first, ...was] : [now ?? null]
    if (now !== undefined || reader.list()) await verifyFile(reader, report, { path, hashes })
  } else if (now === undefined) await verifyFile(reader, report, { path, hashes: [first] })
  else await verifyNoticed(reader, report, { path, first, hashes: isUnderWay ? [now, first, ...was] : [now] })
}

interface DeckFile {
  readonly path: string
  readonly first: string
  readonly now: string | undefined
  readonly was: readonly string[]
  readonly isWithdrawn: boolean
  readonly isUnderWay: boolean
}

async function verifyDeck(
  reader: SiteReader,
  report: Report,
  { deck, isUnderWay }: { readonly deck: PublishedDeck; readonly isUnderWay: boolean },
): Promise<void> {
  const { id, withdrawn } = deck
  const path = `${id}/${manifestName}`
  const content = await verifyFile(reader, report, { path, hashes: [deck.manifest] })
  const manifest: DeckManifest | undefined = content && parseManifest(content.toString('utf8'), 'deck')
  if (!manifest) return
  const noticed = new Map((deck.noticed ?? []).map((file) => [file.path, file]))
  const isWithdrawn = withdrawn !== undefined
  for (const { path: own, sha256: first } of manifest.files)
    await verifyDeckFile(reader, report, {
      ...{ path: `${id}/${own}`, first, isWithdrawn, isUnderWay },
      ...{ now: noticed.get(own)?.sha256, was: noticed.get(own)?.was ?? [] },
    })
  const listed = new Set(manifest.files.map((file) => file.path))
  const unlisted = (reader.list() ?? []).filter(
    (each) => each.startsWith(`${id}/`) && each !== path && !listed.has(each.slice(id.length + 1)),
  )
  for (const each of unlisted) report.faults.push(`unknown ${each}: the deck's manifest does not list it`)
}

function verifyLinks(site: SiteManifest, report: Report): number {
  const root = site.base === null ? undefined : new URL(site.base).pathname
  const facts = new Map<string, PageFacts>()
  for (const [path, html] of report.pages) facts.set(path, readPage(html, path === '404.html' ? '' : path, root))
  let count = 0
  for (const [path, { links, redirect }] of facts) {
    if (redirect && !report.present.has(redirect.path))
      report.faults.push(`invalid redirect in ${path}: ${redirect.path} is not there`)
    for (const link of links) {
      count++
      const target = facts.get(link.path)
      if (!report.present.has(link.path)) report.faults.push(`invalid link in ${path}: "${link.written}" leads nowhere`)
      else if (target && isMissing(link.anchor, target))
        report.faults.push(`invalid link in ${path}: "${link.written}" names a place that is not on that page`)
    }
  }
  return count
}

/** A deck's page finds slides by "#/revenues"; the element of that id is there as well. */
const isMissing = (anchor: string, { ids }: PageFacts): boolean =>
  anchor !== '' && !anchor.startsWith('figure=') && !ids.has(anchor)

/** Every target of the redirects that hosts give; "*" stands for whatever else is asked for. */
async function verifyRedirects(reader: SiteReader, site: SiteManifest, { faults, present }: Report): Promise<void> {
  const text = (await reader.read(redirectsName))?.toString('utf8') ?? ''
  const root = site.base === null ? '/' : new URL(site.base).pathname
  for (const line of text.split('\n').filter(Boolean)) {
    const [from = '', to = ''] = line.split(' ')
    const path = decodeURIComponent(to.slice(root.length))
    if (!to.startsWith(root) || !present.has(`${path}index.html`))
      faults.push(`invalid redirect of ${from} in ${redirectsName}: ${to} is not there`)
  }
}

/** What only a server does: headers, and what it says of a page that is not there. */
async function verifyAnswers(
  reader: SiteReader,
  { faults, present }: Report,
  { withoutHeaders }: VerifyOptions,
): Promise<void> {
  if (!withoutHeaders) faults.push(...headerFaults(present, reader.headers))
  const answer = await reader.answerTo('no-such-page/')
  if (!answer) return
  if (answer.status !== 404) faults.push(`invalid answer ${answer.status} to no-such-page/: a missing page is a 404`)
  else if (!answer.body.equals((await reader.read('404.html')) ?? Buffer.alloc(0)))
    faults.push('invalid answer to no-such-page/: it is not 404.html')
}

function verifySignature(text: string, { key }: VerifyOptions, faults: string[]): void {
  if (!key) return
  if (!isSigned(text)) faults.push(`missing signature: ${manifestName} has none`)
  else if (!isSignedBy(text, key))
    faults.push(`invalid signature: ${manifestName} was not signed with this key, or was changed since`)
}

/** Checks every file of a site against its manifests, and every link, anchor and redirect of its pages. */
export async function verifySite(reader: SiteReader, options: VerifyOptions = {}): Promise<Verified> {
  const content = await reader.read(manifestName)
  const text = content?.toString('utf8') ?? ''
  const site: SiteManifest | undefined = parseManifest(text, 'site')
  const report: Report = { faults: [], pages: new Map(), present: new Set([manifestName]), files: 1 }
  const { faults } = report
  if (!site) {
    faults.push(`missing ${manifestName}: no site was published there`)
    return { faults, decks: 0, files: 0, links: 0, isUnderWay: false, isSigned: false }
  }
  verifySignature(text, options, faults)
  for (const { path, sha256: hash, was } of site.files)
    await verifyFile(reader, report, { path, hashes: [hash, ...(was ?? [])] })
  const isPending = isUnderWay(site)
  for (const deck of site.decks) await verifyDeck(reader, report, { deck, isUnderWay: isPending })
  await verifyRedirects(reader, site, report)
  await verifyAnswers(reader, report, options)
  return {
    ...{ faults, decks: site.decks.length, files: report.files, isUnderWay: isPending, isSigned: isSigned(text) },
    links: verifyLinks(site, report),
  }
}
