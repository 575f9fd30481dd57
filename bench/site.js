// What publishing costs, and what a reader of one shared slide loads before the deck starts.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { engine, folder, timeCommand } from './process.js'

/** Compressed bytes of a file, as a server sends text. @param {string} path */
const sent = (path) => brotliCompressSync(readFileSync(path)).length

/** The heaviest page of a slide with its style sheets; the font, the script and pictures come beside. @param {string} deck */
function heaviestPage(deck) {
  const pages = readdirSync(deck).filter((name) => statSync(join(deck, name)).isDirectory())
  const weights = pages.flatMap((name) => {
    const path = join(deck, name, 'index.html')
    const html = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : ''
    if (!html.includes('data-slide=')) return []
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="\.\.\/([^"]+)"/g)].map(([, sheet = '']) => sheet)
    const bytes = sheets.reduce((sum, sheet) => sum + sent(join(deck, sheet)), sent(path))
    return [{ name, bytes }]
  })
  return weights.reduce((most, one) => (one.bytes > most.bytes ? one : most), { name: '', bytes: 0 })
}

/** Publishes the reference deck so many times under other ids; the times of the 2nd and of the last, and the heaviest page. */
export async function measureSite(count = 20) {
  const to = join(folder('site'), 'site')
  /** @type {number[]} */
  const times = []
  for (let deck = 1; deck <= count; deck++)
    times.push(
      await timeCommand(
        'site',
        '--root',
        engine,
        '--to',
        to,
        '--id',
        `deck-${deck}`,
        '--base',
        'https://example.com/ir/',
      ),
    )
  const page = heaviestPage(join(to, 'deck-1'))
  rmSync(join(to, '..'), { recursive: true, force: true })
  // Single runs wander: the second is the median of the 2nd to 4th, the last that of the last three.
  const median = (/** @type {readonly number[]} */ list) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return { second: median(times.slice(1, 4)), last: median(times.slice(-3)), page }
}
