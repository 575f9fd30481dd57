import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { newDeck } from '../../src/cli/new.ts'

export const engine = resolve(import.meta.dirname, '../..')

export interface Finished {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Plain text, whatever the terminal of the tests can do. */
const { FORCE_COLOR: _colors, ...environment } = process.env

/** How a command is run; collecting garbage in threads of its own is dear where every core is busy already. */
export const runCommand = ['--single-threaded-gc', join(engine, 'bin', 'quarterdeck.js')] as const

function launch(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...runCommand, ...args], {
    cwd: engine,
    env: { ...environment, CI: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. */
export function quarterdeck(...args: readonly string[]): Promise<Finished> {
  const child = launch(args)
  const output = { out: '', err: '' }
  child.stdout?.on('data', (part) => {
    output.out += part
  })
  child.stderr?.on('data', (part) => {
    output.err += part
  })
  return new Promise((finished, failed) => {
    child.once('error', failed)
    child.once('close', (code) => finished({ code: code ?? -1, ...output }))
  })
}

export interface DevServer {
  readonly address: string
  /** Everything printed so far. */
  readonly log: () => string
  close(): Promise<void>
}

/** Starts the dev server on a free port and waits until it says its address. */
export function startServer(root: string): Promise<DevServer> {
  const child = launch(['start', '--root', root, '--port', '0', '--no-open'])
  let log = ''
  const close = (): Promise<void> =>
    new Promise((closed) => {
      if (child.exitCode !== null) return closed()
      child.once('close', () => closed())
      child.kill()
    })
  return new Promise((started, failed) => {
    const listen = (part: Buffer): void => {
      log += part.toString()
      const address = /http:\/\/localhost:\d+\//.exec(log)?.[0]
      if (address) started({ address, log: () => log, close })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('close', (code) => failed(new Error(`the dev server ended with ${code}: ${log}`)))
  })
}

/** Puts the deck that `new` makes into a folder, without the engine that the command packs beside it. */
export function writeNewDeck(root: string): void {
  for (const [path, text] of Object.entries(newDeck)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Copies the deck that stands beside the engine to a folder of its own. */
export function copyDeck(from = engine): string {
  const root = mkdtempSync(join(tmpdir(), 'quarterdeck-deck-'))
  for (const folder of ['slides', 'data', 'templates', 'public'])
    if (existsSync(join(from, folder))) cpSync(join(from, folder), join(root, folder), { recursive: true })
  return root
}
