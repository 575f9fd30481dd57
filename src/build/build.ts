import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contentPolicy } from '../model/hosted/content-policy.ts'
import { copyPublic } from '../project/pictures.ts'
import type { Project } from '../project/project.ts'
import { type BuiltDeck, deckSession, type Outcome } from '../project/session.ts'
import { tieDeck } from '../project/tie.ts'
import { builtAssets } from './address.ts'
import { type DeckPage, deckPage } from './deck-page.ts'
import { startDrawer } from './draw.ts'
import { type Output, openOutput } from './output.ts'
import { fillDocument } from './page.ts'
import { joinLicences, licencesName } from './plugin.ts'
import { type Shell, startShell } from './shell.ts'

/** The result of a build. */
export interface Built extends Outcome {
  readonly built: BuiltDeck | undefined
  readonly warnings: readonly string[] // the bundler's
}

/** Nothing half done stays when somebody stops the build; gives what ends the watch. */
function discardWhenStopped(output: Output): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    output.discard()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return () => process.off('SIGINT', stop).off('SIGTERM', stop)
}

/** Writes what is the deck's own into its shell: public/, the page, charts, JSON, icon. */
function writeDeck(made: string, root: string, { shell, page }: { shell: Shell; page: DeckPage }): void {
  copyPublic(root, made, shell.folder !== made)
  if (shell.folder !== made) cpSync(shell.folder, made, { recursive: true, dereference: true })
  const document = join(made, 'index.html')
  const frame = { ...page.frame, policy: contentPolicy }
  writeFileSync(document, fillDocument(readFileSync(document, 'utf8'), frame, page.html))
  for (const { name, content } of page.files) {
    mkdirSync(dirname(join(made, name)), { recursive: true })
    writeFileSync(join(made, name), content)
  }
  if (page.licences.length > 0) appendFileSync(join(made, licencesName), joinLicences(['', ...page.licences]))
}

/** Where a build goes, and where what no slide changes may be kept for the next. */
interface Destination {
  readonly out: string
  readonly cache?: string
  /** Hears what is being done. */
  readonly step?: ((name: string) => void) | undefined
}

/**
 * Builds a deck into `out`, wholly or not at all: while there are errors, whatever stood there stays. Three threads:
 * the deck is compiled and tied here, its charts are drawn as they become known, and browser modules are
 * bundled beside, unless an earlier build did.
 */
export async function buildDeck(project: Project, { out, cache, step }: Destination): Promise<Built> {
  const output = openOutput(out)
  const { made } = output
  mkdirSync(join(made, builtAssets), { recursive: true })
  const request = startShell(project, made, cache)
  const forget = discardWhenStopped(output)
  const drawer = startDrawer(made)
  try {
    step?.('compiling')
    const session = deckSession(project, builtAssets, drawer.ask)
    const compiled = await session.compile()
    session.forget()
    step?.('tying out')
    const { outcome, built } = tieDeck(compiled, session)
    if (!built) return { ...outcome, built, warnings: [] }
    step?.('drawing charts')
    await drawer.fill(built.assets)
    step?.('bundling')
    const shell = await request.ready()
    writeDeck(made, project.root, { shell, page: await deckPage(built, project) })
    output.place()
    return { ...outcome, built, warnings: shell.warnings }
  } finally {
    await drawer.close()
    await request.close()
    forget()
    output.discard()
  }
}
