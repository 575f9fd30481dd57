import type { Plugin } from 'vite'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import { copyPublic } from '../project/pictures.ts'
import type { Project } from '../project/project.ts'
import { deckSession, type Outcome } from '../project/session.ts'
import { tieDeck } from '../project/tie.ts'
import { builtAssets } from './address.ts'
import { type DeckPage, deckPage } from './deck-page.ts'
import { drawHere } from './draw.ts'
import { markOutput, OutputError, outputFault } from './output.ts'

/** There is no deck because of mistakes in the sources; the diagnostics say which. */
class DeckFailure extends Error {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
  constructor({ files, diagnostics }: Outcome) {
    const first = diagnostics.find((diagnostic) => diagnostic.severity === 'error')
    super(first ? `${first.place.path}:${first.place.line}:${first.place.column} ${first.message}` : 'no deck')
    this.files = files
    this.diagnostics = diagnostics
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

/** Keeps `npx vite build`, which empties the folder, from one that holds what no build put there; and gives it the deck's public/. */
export function guardOutput(root: string, out: string): Plugin {
  return {
    name: 'quarterdeck-output',
    apply: 'build',
    buildStart() {
      const fault = outputFault(out)
      if (fault !== undefined) throw new OutputError(`invalid folder ${out}: ${fault}`)
    },
    closeBundle(error) {
      if (error !== undefined) return
      copyPublic(root, out, false)
      markOutput(out)
    },
  }
}
