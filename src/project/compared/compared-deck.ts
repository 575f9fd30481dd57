import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import type { ComparedDeck } from '../../compare/compare-decks.ts'
import { type CompileMemory, createCompileMemory } from '../../compiler/compile.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { tieOut } from '../../tieout/tie-out.ts'
import { digest } from '../record/digest.ts'
import { deckSession, type SoundDeck } from '../session.ts'
import { boundDeck } from '../tie.ts'

/** What a deck is kept in, below its root. */
const parts = ['data', 'slides', 'templates', 'public']

/** A place that holds no deck, in one line. */
export class NoDeckError extends Error {}

interface Placed {
  readonly root: string
  /** Takes away what was made to look at it. */
  readonly end: () => void
}

/**
 * Where the deck is that a name stands for: a folder, or a revision of the repository that `root` is in, which is unpacked
 * into a folder of its own. Throws NoDeckError.
 */
export function placeOfDeck(name: string, { cwd, root }: { readonly cwd: string; readonly root: string }): Placed {
  const folder = isAbsolute(name) ? name : resolve(cwd, name)
  if (existsSync(join(folder, 'data', 'deck.yaml'))) return { root: folder, end: () => undefined }
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  let entries: readonly string[]
  try {
    entries = git('ls-tree', '--name-only', '--end-of-options', `${name}^{commit}`).split('\n')
  } catch {
    throw new NoDeckError(`unknown deck "${name}": neither a folder with data/deck.yaml nor a revision of ${root}`)
  }
  const present = parts.filter((part) => entries.includes(part))
  if (!present.includes('data')) throw new NoDeckError(`missing deck in revision ${name}: it has no folder data`)
  const target = mkdtempSync(join(tmpdir(), 'quarterdeck-compare-'))
  const end = (): void => rmSync(target, { recursive: true, force: true })
  try {
    const archive = join(target, 'deck.tar')
    git('archive', '--format=tar', '--output', archive, '--end-of-options', `${name}^{commit}`, ...present)
    execFileSync('tar', ['-xf', archive, '-C', target], { stdio: 'ignore' })
    rmSync(archive)
  } catch (error) {
    end()
    throw error
  }
  return { root: target, end }
}

interface Read {
  readonly compared: ComparedDeck | undefined
  /** What its slides are drawn from. */
  readonly sound: SoundDeck | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
  /** How many figures it lacks, where it is a draft. */
  readonly missing: number
}

/** Reads decks to be compared; what they have in common is compiled once. */
export function readCompared(roots: readonly string[], engine: string): Promise<readonly Read[]> {
  const memory = createCompileMemory()
  return Promise.all(roots.map((root) => readOne(root, engine, memory)))
}

/** Compiles the presenter edition, as a draft where figures are missing, which has all that the public one has, and ties it. */
async function readOne(root: string, engine: string, memory: CompileMemory): Promise<Read> {
  const project = { root, engine, edition: 'presenter', draft: 'while-open' } as const
  const { sound, files, diagnostics } = await deckSession(project, './', undefined, memory).compile()
  if (!sound) return { compared: undefined, sound, diagnostics, files, missing: 0 }
  const bound = boundDeck(sound)
  const { net } = tieOut(bound, { files, digest })
  const { deck, evidence } = sound
  const names = [...evidence.data.metrics.values()].flatMap(({ id, formerly = [] }) =>
    formerly.map((old) => [old, id] as const),
  )
  const waivers = evidence.data.waivers.map(({ rule, reason, printed }) => `${rule} ${printed}: ${reason}`)
  const compared: ComparedDeck = {
    ...{ deck, facts: evidence.facts, names: new Map(names), waivers },
    tied: [net.counts.tied, net.figures.length],
  }
  return { compared, sound, diagnostics, files, missing: sound.draft ?? 0 }
}
