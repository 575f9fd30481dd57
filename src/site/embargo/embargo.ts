import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type Built, buildDeck } from '../../build/build.ts'
import { openOutput } from '../../build/output.ts'
import { sealedNames } from '../../model/hosted/sealed.ts'
import { completeDeck } from '../deck-files.ts'
import { type DeckManifest, SiteError, type SiteFile } from '../manifest.ts'
import { packAssets } from '../packed-assets.ts'
import { readChangingSite, siteSteps } from '../place/place.ts'
import { withPrivateFolder } from '../private-folder.ts'
import { type DeckPlace, type PublishRequest, placeOf } from '../publish.ts'
import { siteStyles, writeFiles } from '../site-files.ts'
import { embargoFolder } from '../site-paths.ts'
import { type ApprovedDeck, readApproved } from './approved.ts'
import { formFiles } from './folder-files.ts'
import { type Secret, seal } from './sealed-blob.ts'
import { newFolderName, type Random } from './secret.ts'

export interface EmbargoRequest extends Omit<PublishRequest, 'correct'> {
  readonly secret: Secret
  readonly random: Random
}

export interface Embargoed {
  readonly build: Built
  /** Undefined while the deck does not build. */
  readonly sealed:
    | {
        readonly deck: DeckManifest
        readonly digest: string
        readonly path: string // in the site, with "/" at its end
        readonly base: string | null
      }
    | undefined
}

/** Throws where the deck could not be released under its id. */
function refuseTaken({ decks }: { readonly decks: readonly { readonly id: string }[] }, id: string): void {
  if (decks.some((deck) => deck.id === id))
    throw new SiteError(`duplicate id "${id}": a deck of that id is published; use another id`)
}

/** A folder of the site as it will be under its random name; nothing in it but the sealed file is of the deck. */
async function folderFiles(
  { files }: ApprovedDeck,
  { secret, random, engine }: Pick<EmbargoRequest, 'secret' | 'random' | 'engine'>,
  { language }: DeckPlace,
): Promise<readonly SiteFile[]> {
  const blob = { path: sealedNames.blob, content: seal(files, secret, random) }
  return [...(await formFiles({ engine, language, styles: siteStyles(engine) })), blob]
}

/**
 * Publishes a deck sealed, below a name that nobody can guess. It is built outside of the site, and the folder comes there whole, by
 * one change of its name; the files around the decks do not tell that it is there.
 */
export async function embargo(request: EmbargoRequest, deckPlace: DeckPlace): Promise<Embargoed> {
  const { root, engine, cache, to, handouts = [], browser, step, key, random } = request
  const output = openOutput(to, 'site')
  try {
    return await withPrivateFolder(async (privateFolder): Promise<Embargoed> => {
      const before = readChangingSite(to, key)
      const { id, base } = placeOf(request, deckPlace, before)
      const folder = join(privateFolder, id)
      const address = base === null ? {} : { address: `${base}${id}/` }
      const build = await buildDeck({ root, engine, edition: 'public', hosted: address }, { out: folder, cache, step })
      if (!build.built) return { build, sealed: undefined }
      request.checkHandouts?.(build.files)
      refuseTaken(before, id)
      step?.('making pages and pictures')
      packAssets(folder)
      const { built, files } = build
      const deck = completeDeck({ folder, id, built, files, engine, styles: siteStyles(engine), handouts, browser })
      step?.('sealing')
      const approved = readApproved(folder)
      writeFiles(join(output.made, embargoFolder), await folderFiles(approved, request, deckPlace))
      output.placeSteps(() => {
        const now = readChangingSite(to, key)
        refuseTaken(now, id)
        return siteSteps(
          output,
          { before: now, after: { ...now, base } },
          { engine, to, key, language: deckPlace.language },
        )
      })
      const path = `${embargoFolder}/${newFolderName(random)}`
      mkdirSync(join(to, embargoFolder), { recursive: true })
      renameSync(join(output.made, embargoFolder), join(to, path))
      return { build, sealed: { deck, digest: approved.digest, path: `${path}/`, base } }
    })
  } finally {
    output.discard()
  }
}
