import { execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isLong } from '../long.ts'

const clone = resolve(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'quarterdeck-package-'))
const unpacked = join(base, 'package')

const { FORCE_COLOR: _colors, ...environment } = process.env
const env = { ...environment, CI: '1', NO_COLOR: '1', XDG_CACHE_HOME: join(base, 'cache') }

/** A project's folder, and what starts the engine that is installed there. */
interface Installation {
  readonly root: string
  readonly bin: string
}

const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(clone, 'package.json'), 'utf8'),
)

function linkPackages(folder: string): void {
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    symlinkSync(join(clone, 'node_modules', name), join(folder, name), 'junction')
  }
}

/** As npm does it: the engine's packages beside the engine. */
function installHoisted(root: string): Installation {
  const packages = join(root, 'node_modules')
  cpSync(unpacked, join(packages, 'quarterdeck'), { recursive: true })
  linkPackages(packages)
  return { root, bin: join(packages, 'quarterdeck/bin/quarterdeck.js') }
}

/** As pnpm does it: a link to a store; and nothing may be written in node_modules. */
function installLinked(root: string): Installation {
  const packages = join(root, 'node_modules')
  const store = join(packages, '.pnpm/quarterdeck/node_modules')
  cpSync(unpacked, join(store, 'quarterdeck'), { recursive: true })
  linkPackages(store)
  symlinkSync(join(store, 'quarterdeck'), join(packages, 'quarterdeck'), 'junction')
  writeFileSync(join(packages, '.cache'), 'a file where the cache would be')
  return { root, bin: join(packages, 'quarterdeck/bin/quarterdeck.js') }
}

const launch = ({ root, bin }: Installation, args: readonly string[], stdio: SpawnOptions['stdio'] = 'pipe') =>
  spawn(process.execPath, [bin, ...args], { cwd: root, env, stdio })

/** What a command prints; it fails with that when the command fails. */
function run(at: Installation, ...args: readonly string[]): Promise<string> {
  const child = launch(at, args)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (printed += part))
  return new Promise((done, failed) => {
    child.once('close', (code) => (code === 0 ? done(printed) : failed(new Error(`${args.join(' ')}: ${printed}`))))
  })
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((found) => {
    server.listen(0, () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Starts a server, hands its address to `look`, and ends it. */
async function whileServing<T>(at: Installation, args: readonly string[], look: (address: string) => Promise<T>) {
  const child = launch(at, [...args, '--no-open', '--port', `${await freePort()}`])
  try {
    const address = await new Promise<string>((found, failed) => {
      let printed = ''
      const listen = (part: Buffer): void => {
        printed += part.toString()
        const [match] = /http:\/\/localhost:\d+/.exec(printed) ?? []
        if (match) found(match)
      }
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', listen)
      child.once('close', () => failed(new Error(printed)))
    })
    return await look(address)
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit') // it writes into its cache before
      child.kill()
      await ended
    }
  }
}

/** Everything that a page loads by static imports and style sheets, with its status. */
async function load(address: string): Promise<ReadonlyMap<string, number>> {
  const statuses = new Map<string, number>()
  const queue = ['/@quarterdeck/entry', '/@quarterdeck/theme.css']
  for (const path of queue) {
    if (statuses.has(path)) continue
    const response = await fetch(address + path, path.endsWith('.css') ? { headers: { accept: 'text/css' } } : {})
    statuses.set(path, response.status)
    const text = path.includes('/deps/') ? '' : await response.text()
    const addresses = /(?:\bfrom |\bimport |\bimport\(|\burl\()["']?(\/[^"')]+)/g
    for (const [, next = ''] of text.matchAll(addresses)) queue.push(next)
  }
  return statuses
}

beforeAll(() => {
  const args = ['pack', '--silent', '--pack-destination', base]
  execFileSync('npm', args, { cwd: clone, shell: process.platform === 'win32' })
  const [archive = ''] = readdirSync(base).filter((name) => name.endsWith('.tgz'))
  execFileSync('tar', ['-xzf', archive], { cwd: base })
}, 180_000)

// A process that has just ended may still have written into its cache: a folder that is not empty yet is tried again.
afterAll(() => rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

describe('the package', () => {
  test('holds what an installed engine needs, no deck and no test', () => {
    const names = readdirSync(unpacked).sort()
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md']
    const folders = ['bin', 'docs', 'package.json', 'schemas', 'src', 'templates', 'tsconfig.json', 'types']
    expect(names).toEqual([...papers, ...folders])
    expect(readdirSync(join(unpacked, 'src')).sort()).toEqual(['browser', 'charts', 'format', 'language', 'model']) // of the page
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
    expect(files.filter((name) => /\.test\.|fixtures|__snapshots__/.test(name))).toEqual([])
  })

  test('works with its packages beside it, in a folder of blanks and other letters', { timeout: 90_000 }, async () => {
    const at = installHoisted(join(base, 'Präsentation für 2027 日本'))
    expect(await run(at, 'new', 'my deck')).toContain('cd "my deck" && npm install && npm start')
    const made = JSON.parse(readFileSync(join(at.root, 'my deck/package.json'), 'utf8'))
    expect(made).toMatchObject({
      name: 'my-deck',
      dependencies: { quarterdeck: expect.stringMatching(/^file:.*\.tgz$/) },
    })
    expect(existsSync(join(at.root, 'my deck', made.dependencies.quarterdeck.slice(5)))).toBe(true)
    const root = ['--root', 'my deck']
    const [checked, ...built] = await Promise.all([
      run(at, 'check', ...root),
      run(at, 'build', ...root),
      run(at, 'build', ...root, '--edition', 'presenter'),
    ])
    expect(checked).toContain('0 failed')
    for (const printed of built) expect(printed).toContain('built 4 slides')
    const [slide, places] = await Promise.all([
      run(at, 'inspect', ...root, '--slide', 'revenue'),
      run(at, 'where', ...root, 'revenue.total'),
    ])
    expect(JSON.parse(slide)).toMatchObject({ edition: 'public' })
    expect(places).toContain('slides/030-results.md')
    const folder = join(at.root, 'my deck/dist')
    const licences = readFileSync(join(folder, 'licenses.txt'), 'utf8')
    for (const name of ['chart.js', 'reveal.js', '@fontsource-variable/inter']) expect(licences).toContain(`\n${name} `)
    expect(readdirSync(join(folder, 'assets')).filter((name) => /\.(svg|woff2)$/.test(name))).toHaveLength(2)
    const [page, loaded] = await Promise.all([
      whileServing(at, ['preview', ...root], (address) => fetch(address).then((one) => one.text())),
      whileServing(at, ['start', ...root], load),
    ])
    expect(page).toBe(readFileSync(join(folder, 'index.html'), 'utf8'))
    expect([...loaded].filter(([, status]) => status !== 200)).toEqual([])
    for (const part of [/reveal__js/, /chart__js/, /\.woff2$/])
      expect([...loaded.keys()].some((path) => part.test(path))).toBe(true)
    expect(existsSync(join(at.root, 'node_modules/.cache/quarterdeck/vite'))).toBe(true)
  })

  test.runIf(isLong)(
    'works where it is a link and node_modules cannot be written to',
    { timeout: 90_000 },
    async () => {
      const at = installLinked(join(base, 'linked'))
      await run(at, 'new', 'deck')
      const [built, loaded] = await Promise.all([
        run(at, 'build', '--root', 'deck'),
        whileServing(at, ['start', '--root', 'deck'], load),
      ])
      expect(built).toContain('built 4 slides')
      expect([...loaded].filter(([, status]) => status !== 200)).toEqual([])
      expect(readdirSync(join(base, 'cache/quarterdeck'))).toHaveLength(1)
    },
  )
})
