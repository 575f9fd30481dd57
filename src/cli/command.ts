import { once } from 'node:events'
import { accessSync, constants, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
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
  /** Packs the engine into a folder and gives the archive's name; where it is absent, new decks are without it. */
  readonly packEngine?: (folder: string) => string
  readonly interactive?: boolean // whether somebody sits at a terminal, who may press keys
  /** Asks on a terminal for what nobody should read there; absent where nobody sits at one. */
  readonly askSecret?: (question: string) => Promise<string>
  /** Says on a terminal what is being done, until the next step or "" ends it. */
  readonly progress?: (step: string) => void
}

/** A command line, taken apart. */
export interface Call {
  readonly root: string // absolute
  readonly positionals: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
}

/** An option of a command: `value` is what is written behind it, e.g. "DIR"; without one it is on or off. */
export interface Option {
  readonly value?: string
  readonly summary: string
}

/** One line of the table of commands. `run` gives the exit code. */
export interface Command {
  readonly summary: string
  readonly example: string // a line as it may be typed, without "quarterdeck"
  /** What it takes besides options, at most, e.g. ["DIR"]. */
  readonly takes: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly run: (call: Call, world: World) => Promise<number>
}

/** The exit code where what needs a browser was left out, since there is none. */
export const noBrowser = 3

/** A command line that makes no sense; printed without a stack. */
export class UsageError extends Error {}

export function text(call: Call, flag: string): string | undefined {
  const value = call.flags[flag]
  return typeof value === 'string' ? value : undefined
}

/**
 * Whether a server opens a browser: none on a test server, where none is wanted, or on a Linux without a screen, which has no program
 * that could ("spawn xdg-open ENOENT" would be all that is said of it).
 */
export function opensBrowser(call: Call, env: World['env'], platform: NodeJS.Platform = process.platform): boolean {
  const hasScreen = ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME', 'BROWSER'].some((name) => env[name])
  return !env.CI && call.flags['no-open'] !== true && (platform !== 'linux' || hasScreen)
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

/** Vite takes what stands behind "#" or "?" in a path for no part of it: an engine in such a folder bundles nothing. */
export function engineFault(engine: string): string | undefined {
  const [sign] = /[#?]/.exec(engine) ?? []
  return sign === undefined ? undefined : `unsupported folder ${engine}: rename what has "${sign}" in its name`
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
  ENOTDIR: 'a file stands where a folder is wanted',
  EISDIR: 'it is a folder',
  ELOOP: 'the link leads to itself',
  ENAMETOOLONG: 'the name is too long',
}

/** What a folder refuses; undefined where it may be written to. */
function writeRefusal(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK)
    return undefined
  } catch (error) {
    return codeOf(error)
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Node says "no such folder" of one that it could not make: what stood in the way is asked of the nearest that is there. */
function refusalOf(code: string | undefined, path: string | undefined): string | undefined {
  if (code !== 'ENOENT' || path === undefined) return code
  let folder = dirname(path)
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder)
  return writeRefusal(folder) ?? code
}

/** What the system refuses is nothing that a stack explains: a line for it; undefined for other errors. */
export function systemFault(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined
  const textIn = (key: 'path' | 'dest'): string | undefined => {
    const value: unknown = Object.entries(error).find(([name]) => name === key)?.[1]
    return typeof value === 'string' ? value : undefined
  }
  const own = textIn('dest') ?? textIn('path') // of a copy, where it goes: it is seldom the original that fails
  const code = error.syscall === 'mkdir' ? refusalOf(codeOf(error), own) : codeOf(error)
  const why = code === undefined ? undefined : refusals[code]
  return why === undefined ? error.message : `${own === undefined ? '' : `${own}: `}${why}`
}
