import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build, createLogger } from 'vite'
import { deckConfig } from './config.ts'
import { startDrawer } from './draw.ts'
import { builtAssets, DeckFailure } from './once.ts'
import type { Project } from './project.ts'
import { deckSession, type Outcome } from './session.ts'
import { tieDeck } from './tie.ts'

/** Vite's errors come back as exceptions and need not be printed twice; its warnings are worth a line. */
const quiet = { ...createLogger('warn'), error: () => undefined }

/** Puts the new folder where the old one was; the old one comes back if that fails. */
function replaceFolder(made: string, out: string): void {
  const old = `${made}-old`
  const hadOld = existsSync(out)
  if (hadOld) renameSync(out, old)
  try {
    renameSync(made, out)
  } catch (error) {
    if (hadOld) renameSync(old, out)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

/**
 * Builds a deck into `out`, wholly or not at all: while there are errors, whatever stood there stays. Bundling starts
 * beside compiling and waits for the deck only at its end.
 */
export async function buildDeck(project: Project, out: string): Promise<Outcome> {
  const made = join(dirname(out), `.${basename(out)}-${process.pid}`) // beside it: a rename within one disk
  mkdirSync(made, { recursive: true })
  const drawer = startDrawer()
  try {
    const compiling = deckSession(project, builtAssets)
      .compile()
      .then((compiled) => {
        const drawing = compiled.built && drawer.draw(compiled.built.assets)
        return { drawing, outcome: tieDeck(compiled, project).outcome }
      })
    const deck = async () => {
      const { drawing, outcome } = await compiling
      if (!outcome.built) throw new DeckFailure(outcome)
      await drawing
      return outcome.built
    }
    const bundling = build({ ...deckConfig(project, made, deck), logLevel: 'warn', customLogger: quiet })
    bundling.catch(() => undefined) // told below, after the deck's own mistakes
    const { outcome } = await compiling
    if (!outcome.built) {
      await bundling.catch(() => undefined)
      return outcome
    }
    await bundling
    replaceFolder(made, out)
    return outcome
  } finally {
    drawer.close()
    rmSync(made, { recursive: true, force: true })
  }
}
