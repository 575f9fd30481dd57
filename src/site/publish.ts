import type { KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Built, buildDeck } from '../build/build.ts'
import { type Output, openOutput, type Step } from '../build/output.ts'
import type { Language } from '../language/language.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Project } from '../project/project.ts'
import { correctionOf, repeatedNotices, withCorrection } from './corrections.ts'
import { type BuiltFolder, completeDeck, siteStyles, writeFiles } from './deck-files.ts'
import { isSigned, signedText } from './keys.ts'
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
} from './manifest.ts'
import { packAssets } from './packed-assets.ts'
import { metricFiles } from './pages/metrics.ts'
import { rootFiles } from './pages/root-files.ts'
import { baseAddress, baseOfDeck, idFault } from './site-paths.ts'

export interface PublishRequest {
  readonly root: string
  readonly engine: string
  readonly cache: string
  readonly to: string // the site's folder
  /** The deck's id, where data/deck.yaml has none or another. */
  readonly id?: string | undefined
  readonly base?: string | undefined
  readonly handouts?: readonly SiteFile[]
  /** Throws where the hand-outs were not made of the deck's files. */
  readonly checkHandouts?: ((files: readonly SourceFile[]) => void) | undefined
  /** Publishes the deck as a correction of the deck of this id. */
  readonly correct?: string | undefined
  readonly key?: KeyObject | undefined
  readonly step?: ((name: string) => void) | undefined
}

export interface Published {
  readonly build: Built
  /** Undefined while the deck does not build. */
  readonly deck: DeckManifest | undefined
  readonly site: SiteManifest | undefined
}

/** What a deck's settings say of its place, read before it is built. */
export interface DeckPlace {
  readonly id: string | undefined
  readonly address: string | undefined
  readonly language: Language
  /** False where the settings have mistakes, which the build will tell. */
  readonly isSound: boolean
}

interface Place {
  readonly id: string
  readonly base: string | null
}

/** Where the deck goes: its id, and the address of the site, as given, as the site has it, or as the deck's own says. */
export function placeOf(request: Pick<PublishRequest, 'id' | 'base'>, deck: DeckPlace, site: SiteManifest): Place {
  if (!deck.isSound) return { id: 'unread', base: null }
  const id = request.id ?? deck.id
  if (id === undefined)
    throw new SiteError('missing id: give data/deck.yaml an "id:", which is the address of the deck, or use --id')
  const fault = idFault(id)
  if (fault !== undefined) throw new SiteError(`invalid id "${id}": ${fault}`)
  if (request.base !== undefined) {
    const base = baseAddress(request.base)
    if (base === undefined)
      throw new SiteError(`invalid --base ${request.base}: a web address such as https://example.com/ir/`)
    return { id, base }
  }
  const own = deck.address === undefined ? undefined : baseOfDeck(deck.address, id)
  return { id, base: site.base ?? own ?? null }
}

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

/** What the files around the decks were before, where they were not the same. */
function changingFiles(before: SiteManifest, files: readonly SiteFile[]): readonly RootFile[] {
  const known = new Map(before.files.map(({ path, sha256: hash }) => [path, hash]))
  const next = new Map(files.map(({ path, content }) => [path, sha256(content)]))
  return [...new Set([...known.keys(), ...next.keys()])].sort().map((path): RootFile => {
    const [was, hash] = [known.get(path) ?? null, next.get(path) ?? null]
    return was === hash ? { path, sha256: hash } : { path, sha256: hash, was }
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
  /** Pages of published decks that get a notice, by their paths in the site. */
  readonly noticed?: readonly SiteFile[]
  /** Paths of files that go. */
  readonly removed?: ReadonlySet<string>
}

/** A change, and what an earlier one that was cut short left undone. */
function withPending(change: SiteChange, { to, language }: SiteWriter): Required<SiteChange> {
  const { before, after, noticed = [], removed = new Set<string>() } = change
  if (!isUnderWay(before)) return { before, after, noticed, removed }
  const pending = repeatedNotices(before, to, language.site)
  const deckOf = ({ path }: SiteFile): string => path.split('/')[0] ?? ''
  const own = new Set(noticed.map(deckOf))
  const repeated = new Map(pending.after.decks.map((deck) => [deck.id, deck]))
  return {
    before,
    after: {
      ...after,
      decks: after.decks.map((deck) => (own.has(deck.id) ? deck : (repeated.get(deck.id) ?? deck))),
    },
    noticed: [...pending.noticed.filter((file) => !own.has(deckOf(file))), ...noticed],
    removed: new Set([...(pending.removed ?? []), ...removed]),
  }
}

/**
 * The steps by which a site becomes another. Killed between any two files it is whole: until the manifest of the second step stands
 * it is the old one with files that nothing names; from then on each file around the decks may be as it was or as it will be.
 */
export function siteSteps(output: Pick<Output, 'made'>, change: SiteChange, writer: SiteWriter): readonly Step[] {
  const { before, after, noticed, removed } = withPending(change, writer)
  const { language, engine, key, to } = writer
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
  const manifest = (listed: readonly RootFile[]): SiteFile => ({
    path: manifestName,
    content: textOf({ version: 1, kind: 'site', base: after.base, decks: after.decks, files: listed }),
  })
  folder('decks')
  writeFiles(folder('under-way'), [manifest(changing)])
  writeFiles(folder('around'), [...files, ...noticed])
  writeFiles(folder('done'), [manifest(lasting)])
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

/** A deck that was built below `decks` of an output, and the site that it goes into. */
interface Addition extends BuiltFolder, Pick<SiteWriter, 'to' | 'key'> {
  /** The id of the deck that it corrects. */
  readonly corrects?: string | undefined
  readonly base: string | null
}

/** A deck whose files lie below `decks` of an output, with its manifest, and the site that it goes into. */
interface Placing extends SiteWriter {
  readonly deck: DeckManifest
  readonly corrects?: string | undefined
  readonly base: string | null
}

/** Adds a deck to its site; where another has published meanwhile, to the site as it is then. */
export function placeDeck(output: Output, placing: Placing): SiteManifest | undefined {
  const { to, base, engine, language, key, corrects, deck } = placing
  const text = readFileSync(join(output.made, 'decks', deck.id, manifestName), 'utf8')
  let site: SiteManifest | undefined
  output.placeSteps(() => {
    const before = readChangingSite(to, key)
    const entry = { ...entryOf(deck, text), ...(corrects !== undefined && { corrects }) }
    const added = withDeck(before, entry, base)
    const change =
      corrects === undefined
        ? { after: added }
        : withCorrection(added, { to, from: corrects, deck, words: language.site })
    site = { ...before, ...change.after }
    return siteSteps(output, { before, ...change }, { engine, language, to, key })
  })
  return site
}

/** Completes a built deck and adds it to its site. */
export function addDeck(output: Output, addition: Addition): Pick<Published, 'deck' | 'site'> {
  const deck = completeDeck(addition)
  const { language } = addition.built.evidence.config
  return { deck, site: placeDeck(output, { ...addition, language, deck }) }
}

/** Publishes the deck of a folder in a site: wholly or not at all. Decks that are there already are not touched. */
export async function publish(request: PublishRequest, deckPlace: DeckPlace): Promise<Published> {
  const { root, engine, cache, to, handouts = [], step, correct, key } = request
  const output = openOutput(to, 'site')
  try {
    const before = readChangingSite(to, key)
    const place = correct === undefined ? undefined : correctionOf(before, correct)
    const { id, base } = placeOf({ ...request, ...(place && { id: place.id }) }, deckPlace, before)
    const folder = join(output.made, 'decks', id)
    const address = base === null ? {} : { address: `${base}${id}/` }
    const project: Project = { root, engine, edition: 'public', hosted: address }
    const build = await buildDeck(project, { out: folder, cache, step })
    if (!build.built) return { build, deck: undefined, site: undefined }
    request.checkHandouts?.(build.files)
    step?.('making pages and pictures')
    packAssets(folder)
    const { built, files } = build
    const styles = siteStyles(engine)
    return {
      build,
      ...addDeck(output, {
        folder,
        id,
        built,
        files,
        engine,
        styles,
        handouts,
        to,
        base,
        key,
        corrects: place?.corrects,
      }),
    }
  } finally {
    output.discard()
  }
}
