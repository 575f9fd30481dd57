import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const engine = resolve(import.meta.dirname, '..')

/** `--once` runs everything once and with a small deck: whether the bench works, not how long things take. */
export const isOnce = process.argv.includes('--once')

/** The deck that is measured, and the step that rolls it on. */
export const subject = isOnce ? join(engine, 'tests/golden/tillman') : engine
export const nextPeriod = isOnce ? ['Q4 FY20', '--date', '2021-03-01'] : ['1Q09', '--date', '2009-08-12']

/** @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** @param {string} name */
export const folder = (name) => mkdtempSync(join(tmpdir(), `quarterdeck-${name}-`))

const { FORCE_COLOR: _colors, ...environment } = process.env // output is read, not looked at

/** @param {string[]} args */
export const launch = (...args) =>
  spawn(process.execPath, [join(engine, 'bin', 'quarterdeck.js'), ...args], {
    env: { ...environment, CI: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/**
 * Milliseconds from the start of the process to its end; throws when it fails.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function timeCommand(...args) {
  const start = performance.now()
  const child = launch(...args)
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  child.stderr.on('data', (part) => (output += part))
  return new Promise((done, failed) => {
    child.once('close', (code) => {
      if (code === 0) done(performance.now() - start)
      else failed(new Error(`quarterdeck ${args.join(' ')} failed:\n${output}`))
    })
  })
}

/**
 * Time of a command and its peak memory in MB, all its threads together; only Linux shows the latter of a child.
 * @param {...string} args
 */
export async function peakOfCommand(...args) {
  const start = performance.now()
  const child = launch(...args)
  let peak = 0
  const look = () => {
    try {
      const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
      peak = Math.max(peak, Number(kilobytes ?? 0) / 1000)
    } catch {
      // it has ended, or this is not Linux
    }
  }
  const timer = setInterval(look, 20)
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  child.stderr.on('data', (part) => (output += part))
  const code = await new Promise((done) => child.once('close', done))
  clearInterval(timer)
  if (code !== 0) throw new Error(`quarterdeck ${args.join(' ')} failed:\n${output}`)
  return { time: performance.now() - start, peak }
}

/**
 * Median of repeated runs, one after the other; the first, which fills caches, does not count.
 * @param {number} times
 * @param {() => Promise<number>} run
 */
export async function repeat(times, run) {
  if (isOnce) return run()
  await run()
  const values = []
  for (let index = 0; index < times; index++) values.push(await run())
  return median(values)
}

/**
 * @param {string} target
 * @param {readonly string[]} folders
 */
export function copyDeck(target, folders = ['slides', 'data', 'templates', 'public']) {
  for (const name of folders) {
    const from = [subject, engine].map((root) => join(root, name)).find((path) => existsSync(path))
    if (from) cpSync(from, join(target, name), { recursive: true })
  }
  return target
}

/**
 * The same deck with its slides ten times, each time under other ids.
 * @param {number} times
 * @param {string} target
 */
export function copyDeckTimes(times, target) {
  copyDeck(target, ['slides', 'data', 'public']) // the engine's own templates, as a deck has them that adds none
  const slides = readdirSync(join(target, 'slides')).filter((name) => name.endsWith('.md'))
  mkdirSync(join(target, 'slides'), { recursive: true })
  for (let round = 1; round < times; round++)
    for (const name of slides) {
      const [, number, id] = /^(\d+)-(.+)\.md$/.exec(name) ?? []
      const text = readFileSync(join(target, 'slides', name), 'utf8')
      const renamed = text.replace(/^section: *([\w-]+)$/m, `section: $1-${round}`).replace(/^formerly:.*\n/m, '')
      writeFileSync(join(target, 'slides', `${Number(number) + round * 1000}-${id}-${round}.md`), renamed)
    }
  return slides.length * times
}

/**
 * Starts the dev server; resolves with its address once it has answered with the page.
 * @param {string} root
 */
export async function startServer(root) {
  const start = performance.now()
  const child = launch('start', '--root', root, '--port', '0', '--no-open')
  /** @type {string} */
  const address = await new Promise((found, failed) => {
    let log = ''
    /** @param {Buffer} part */
    const read = (part) => {
      log += part
      const match = /http:\/\/localhost:\d+\//.exec(log)
      if (match) found(match[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', () => failed(new Error(log)))
  })
  const page = await (await fetch(address)).text()
  if (!page.includes('<section')) throw new Error(`no deck at ${address}:\n${page}`)
  const time = performance.now() - start
  const close = () => new Promise((closed) => child.once('close', closed) && child.kill())
  return { address, time, close }
}
