import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { type Built, buildDeck } from '../build/build.ts'
import { type Output, openOutput } from '../build/output.ts'
import type { Language } from '../language/language.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Project } from '../project/project.ts'
import { type BuiltFolder, completeDeck } from './deck-files.ts'
import { type DeckManifest, SiteError, type SiteFile, type SiteManifest } from './manifest.ts'
import { packAssets } from './packed-assets.ts'
import { correctionOf } from './place/corrections.ts'
import { placeDeck, readChangingSite, type SiteWriter } from './place/place.ts'
import { siteStyles } from './site-files.ts'
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
  /** What printed them. */
  readonly browser?: string | undefined
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

/** A deck that was built below `decks` of an output, and the site that it goes into. */
interface Addition extends BuiltFolder, Pick<SiteWriter, 'to' | 'key'> {
  /** The id of the deck that it corrects. */
  readonly corrects?: string | undefined
  readonly base: string | null
}

/** Completes a built deck and adds it to its site. */
export function addDeck(output: Output, addition: Addition): Pick<Published, 'deck' | 'site'> {
  const deck = completeDeck(addition)
  const { language } = addition.built.evidence.config
  return placeDeck(output, { ...addition, language, deck })
}

/** Publishes the deck of a folder in a site: wholly or not at all. Decks that are there already are not touched. */
export async function publish(request: PublishRequest, deckPlace: DeckPlace): Promise<Published> {
  const { root, engine, cache, to, handouts = [], browser, step, correct, key } = request
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
        browser,
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
