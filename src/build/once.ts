import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { copyPublic } from '../project/pictures.ts'
import type { Project } from '../project/project.ts'
import { palette, reportText } from '../project/report.ts'
import { deckSession, type Outcome } from '../project/session.ts'
import { tieDeck } from '../project/tie.ts'
import { builtAssets } from './address.ts'
import { type DeckPage, deckPage } from './deck-page.ts'
import { drawHere } from './draw.ts'
import { type Output, openOutput } from './output.ts'

/** There is no deck because of mistakes in the sources; the message says which. */
class DeckFailure extends Error {
  constructor({ files, diagnostics }: Outcome) {
    super(`no deck\n\n${reportText({ files, diagnostics }, palette(false))}`)
    this.stack = this.message // it is nobody's bug
  }
}

/** Compiles when first asked, once; the promise fails with a `DeckFailure`. */
export function compileOnce(project: Project): () => Promise<DeckPage> {
  let made: Promise<DeckPage> | undefined
  const make = async (): Promise<DeckPage> => {
    const session = deckSession(project, builtAssets)
    const { outcome, built } = tieDeck(await session.compile(), session)
    if (!built) throw new DeckFailure(outcome)
    await drawHere.fill(built.assets)
    return deckPage(built, project)
  }
  return () => {
    made ??= make()
    return made
  }
}

/** Lets `npx vite build` build beside its folder, which it would empty, and puts there what it has built, with the deck's public/, as `build` does. */
export function placeOutput(root: string): Plugin {
  let output: Output | undefined
  let isWritten = false
  return {
    name: 'quarterdeck-output',
    apply: 'build',
    config({ build: { outDir = 'dist' } = {} }) {
      const opened = openOutput(resolve(root, outDir))
      process.once('exit', opened.discard) // however it ends
      output = opened
      return { build: { outDir: opened.made } }
    },
    writeBundle() {
      isWritten = true
    },
    closeBundle() {
      if (!isWritten || !output) return // also comes after an error
      isWritten = false
      copyPublic(root, output.made, false)
      output.place()
    },
  }
}
