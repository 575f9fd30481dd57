import type { KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, Step } from '../../build/output.ts'
import type { Language } from '../../language/language.ts'
import { isSigned, signedText } from '../keys.ts'
import {
  type DeckManifest,
  isUnderWay,
  manifestName,
  manifestText,
  type PublishedDeck,
  type RootFile,
  readSite,
  SiteError,
  type SiteFile,
  type SiteManifest,
  sha256,
} from '../manifest.ts'
import { metricFiles } from '../pages/metrics.ts'
import { rootFiles } from '../pages/root-files.ts'
import { siteStyles, writeFiles } from '../site-files.ts'
import { deckManifest, isSameDeck, withNotices } from './corrections.ts'

const entryOf = (manifest: DeckManifest, text: string): PublishedDeck => {
  const { id, title, company, date, dateText, language, slides, renamed, handouts } = manifest
  return {
    id,
    title,
    company,
    date,
    dateText,
    language,
    slides,
    ...(renamed && { renamed }),
    hasHandouts: handouts.length > 0,
    manifest: sha256(text),
  }
}

/** The site with one deck more. Throws where another deck has the id; the same deck again changes nothing. */
function withDeck(site: SiteManifest, deck: PublishedDeck, base: string | null): SiteManifest {
  const known = site.decks.find(({ id }) => id === deck.id)
  if (known && known.manifest !== deck.manifest)
    throw new SiteError(
      `duplicate id "${deck.id}": a deck of that id is published, and a published deck never changes; use another id, or --correct ${deck.id}`,
    )
  return { ...site, base, decks: known ? site.decks : [...site.decks, deck] }
}

function readFirst(paths: readonly string[]): string | undefined {
  const path = paths.find((one) => existsSync(one))
  return path === undefined ? undefined : readFileSync(path, 'utf8')
}

/** Reads a site that is to be changed; one that is signed is changed only by somebody who signs it again. */
export function readChangingSite(to: string, key: KeyObject | undefined): SiteManifest {
  const text = readFirst([join(to, manifestName)]) ?? ''
  if (!key && isSigned(text)) throw new SiteError('missing --sign: the site is signed, and would not be any more')
  return readSite(to)
}

/** What the files around the decks may be before, where that is not the same: after runs that were cut short several things. */
function changingFiles(before: SiteManifest, files: readonly SiteFile[]): readonly RootFile[] {
  const known = new Map(before.files.map(({ path, sha256: hash, was = [] }) => [path, [...was, hash]]))
  const next = new Map(files.map(({ path, content }) => [path, sha256(content)]))
  return [...new Set([...known.keys(), ...next.keys()])].sort().map((path): RootFile => {
    const hash = next.get(path) ?? null
    const was = (known.get(path) ?? [null]).filter((one) => one !== hash)
    return was.length === 0 ? { path, sha256: hash } : { path, sha256: hash, was }
  })
}

/** All that is needed to write the files around the decks. */
export interface SiteWriter {
  readonly to: string
  /** Signs the manifest. */
  readonly key?: KeyObject | undefined
  readonly engine: string
  readonly language: Language
}

/** A change of the site: the decks' own files first, then what says that the change is under way, then the pages around them. */
export interface SiteChange {
  readonly before: SiteManifest
  readonly after: Pick<SiteManifest, 'base' | 'decks'>
}

const lastingDeck = ({ noticed, ...deck }: PublishedDeck): PublishedDeck =>
  noticed ? { ...deck, noticed: noticed.map(({ was: _was, ...file }) => file) } : deck

/**
 * The steps by which a site becomes another. Killed between any two files it is whole: until the manifest of the second step stands
 * it is the old one with files that nothing names; from then on each file around the decks may be as it was or as it will be.
 */
export function siteSteps(output: Pick<Output, 'made'>, change: SiteChange, writer: SiteWriter): readonly Step[] {
  const { before } = change
  const { language, engine, key, to } = writer
  const deckOf = (id: string): DeckManifest => {
    const made = join(output.made, 'decks', id)
    return deckManifest(existsSync(made) ? made : join(to, id), id)
  }
  const { decks, pages, removed } = withNotices(before, change.after, { to, deckOf, words: language.site })
  const after = { base: change.after.base, decks }
  const folder = (name: string): string => {
    mkdirSync(join(output.made, name), { recursive: true })
    return join(output.made, name)
  }
  const metrics = metricFiles(after, {
    language,
    styles: siteStyles(engine),
    read: (path) => readFirst([join(output.made, 'decks', path), join(to, path)]),
  })
  const options = { words: language.site, language: language.tag, styles: siteStyles(engine) }
  const files = rootFiles(after, { ...options, hasMetrics: metrics.length > 0 }, metrics)
  const changing = changingFiles(before, files)
  const lasting = changing.flatMap(({ path, sha256: hash }) => (hash === null ? [] : [{ path, sha256: hash }]))
  const textOf = (all: SiteManifest): string => (key ? signedText(all, key) : manifestText(all))
  const manifest = (own: readonly PublishedDeck[], listed: readonly RootFile[]): SiteFile => ({
    path: manifestName,
    content: textOf({ version: 1, kind: 'site', base: after.base, decks: own, files: listed }),
  })
  folder('decks')
  writeFiles(folder('under-way'), [manifest(decks, changing)])
  writeFiles(folder('around'), [...files, ...pages])
  writeFiles(folder('done'), [manifest(decks.map(lastingDeck), lasting)])
  const kept = new Set([...lasting.map(({ path }) => path), manifestName])
  const ids = new Set(after.decks.map(({ id }) => id))
  const isKept = (path: string): boolean => !removed.has(path) && (kept.has(path) || ids.has(path.split('/')[0] ?? ''))
  const none = (): boolean => false
  return [
    { made: folder('decks'), removes: none },
    { made: folder('under-way'), removes: none },
    { made: folder('around'), removes: (path) => !isKept(path) },
    { made: folder('done'), removes: none },
  ]
}

/** A deck whose files lie below `decks` of an output, with its manifest, and the site that it goes into. */
interface Placing extends SiteWriter {
  readonly deck: DeckManifest
  readonly corrects?: string | undefined
  readonly base: string | null
}

/**
 * Whether a correction is what stands already. Throws `SiteError` then, unless a run that was cut short is to be completed: it may
 * have been this one.
 */
function isDoneAlready(before: SiteManifest, made: string, { to, corrects, deck }: Placing): boolean {
  if (corrects === undefined || !isSameDeck(join(to, corrects), made)) return false
  if (isUnderWay(before)) return true
  throw new SiteError(`invalid --correct: ${corrects} is the same deck already, and ${deck.id} would correct nothing`)
}

interface Placed {
  readonly deck: DeckManifest
  readonly site: SiteManifest
}

/** Adds a deck to its site; where another has published meanwhile, to the site as it is then. Gives the deck that stands there. */
export function placeDeck(output: Output, placing: Placing): Placed {
  const { to, base, engine, language, key, corrects, deck } = placing
  const made = join(output.made, 'decks', deck.id)
  const text = readFileSync(join(made, manifestName), 'utf8')
  let placed: Placed | undefined
  output.placeSteps(() => {
    const before = readChangingSite(to, key)
    const isDone = isDoneAlready(before, made, placing)
    if (isDone) rmSync(made, { recursive: true })
    const entry = { ...entryOf(deck, text), ...(corrects !== undefined && { corrects }) }
    const after = isDone ? { ...before, base } : withDeck(before, entry, base)
    placed = { deck: isDone && corrects !== undefined ? deckManifest(join(to, corrects), corrects) : deck, site: after }
    return siteSteps(output, { before, after }, { engine, language, to, key })
  })
  if (!placed) throw new Error('nothing was placed')
  return placed
}
