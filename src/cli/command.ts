import { once } from 'node:events'
import { createServer } from 'node:net'
import type { ParseArgsConfig } from 'node:util'
import type { Edition } from '../model/deck.ts'

/** Everything a command may touch outside itself. */
export interface World {
  readonly engine: string // the engine's folder
  readonly cache: string // a folder for what the engine makes for itself
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  readonly colors?: boolean // whether what is printed may be coloured
}

/** A command line, taken apart. */
export interface Call {
  readonly root: string // absolute
  readonly positionals: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
}

/** One line of the table of commands. `run` gives the exit code. */
export interface Command {
  readonly usage: string // e.g. "build [--edition public|presenter]"
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly positionals: number // how many it takes at most
  readonly run: (call: Call, world: World) => Promise<number>
}

/** A command line that makes no sense; printed without a stack. */
export class UsageError extends Error {}

export function text(call: Call, flag: string): string | undefined {
  const value = call.flags[flag]
  return typeof value === 'string' ? value : undefined
}

/** The edition asked for, else the one given. */
export function edition(call: Call, otherwise: Edition): Edition {
  const asked = text(call, 'edition') ?? otherwise
  if (asked === 'public' || asked === 'presenter') return asked
  throw new UsageError(`unknown edition "${asked}": there are public and presenter`)
}

/** The port asked for, if any. */
function port(call: Call): number | undefined {
  const value = text(call, 'port')
  if (value === undefined) return undefined
  const number = Number(value)
  if (value.trim() === '' || !Number.isInteger(number) || number < 0 || number > 65535)
    throw new UsageError(`invalid port "${value}"`)
  return number
}

/** The port asked for, if any; one that another server has on either address of this machine is refused. */
export async function freePort(call: Call): Promise<number | undefined> {
  const asked = port(call)
  if (asked === undefined || asked === 0) return asked
  for (const host of ['127.0.0.1', '::1']) {
    const probe = createServer().listen({ port: asked, host })
    const error = await once(probe, 'listening').then(
      () => undefined,
      (reason: unknown) => reason,
    )
    probe.close()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new UsageError(`Port ${asked} is already in use`)
  }
  return asked
}

/** A port that is taken is not a bug: reported without a stack. */
export function portError(error: unknown): unknown {
  return error instanceof Error && /in use|EADDRINUSE|EACCES/.test(error.message)
    ? new UsageError(error.message)
    : error
}

/** What the disk refuses, in words. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EBUSY: 'it is in use',
  EMFILE: 'too many files are open',
  ENOENT: 'no such file or folder',
}

/** What the system refuses is nothing that a stack explains: a line for it; undefined for other errors. */
export function systemFault(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined
  const why = 'code' in error && typeof error.code === 'string' ? refusals[error.code] : undefined
  const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : ''
  return why === undefined ? error.message : `${path}${why}`
}
