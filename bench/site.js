// What publishing costs, and what a reader of one shared slide loads before the deck starts.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { measureFirstLoad } from './first-load.js'
import { folder, isOnce, median, subject, timeCommand } from './process.js'

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

/** Publishes the deck so many times under other ids: the times of the 2nd and of the last, and the site. */
export async function measureSite(count = isOnce ? 3 : 20) {
  const to = join(folder('site'), 'site')
  /** @type {number[]} */
  const times = []
  for (let deck = 1; deck <= count; deck++) {
    const id = ['--id', `deck-${deck}`, '--base', 'https://example.com/ir/']
    times.push(await timeCommand('site', '--root', subject, '--to', to, ...id))
  }
  const page = heaviestPage(join(to, 'deck-1'))
  const end = () => rmSync(join(to, '..'), { recursive: true, force: true })
  // Single runs wander: the second is the median of the 2nd to 4th, the last that of the last three.
  return { second: median(times.slice(1, 4)), last: median(times.slice(-3)), page, deck: join(to, 'deck-1'), end }
}

/**
 * A slide as Marp writes one without a template: one file, its style inside, no script. Written here, so that no package
 * is needed: lighter than Marp's own, which has a theme of 30 kB.
 * @param {string} words
 */
const bareSlide = (words) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A slide</title><style>
body{margin:0}svg{display:block;width:100vw;height:100vh}section{width:1280px;height:720px;box-sizing:border-box;padding:70px;
font:29px/1.5 system-ui,sans-serif;color:#24292f;background:#fff}</style></head><body><svg viewBox="0 0 1280 720"><foreignObject
width="1280" height="720"><section>${words}</section></foreignObject></svg></body></html>`

/**
 * First paint of a shared slide's page in a published deck, and of the same words as a bare static page beside it.
 * @param {import('playwright-core').Browser} browser
 * @param {string} deck
 * @param {string} name
 */
export async function measureSharedSlide(browser, deck, name) {
  const html = readFileSync(join(deck, name, 'index.html'), 'utf8')
  const bare = join(deck, '..', 'bare')
  mkdirSync(bare, { recursive: true })
  const words = /<section[\s\S]*?<\/section>/.exec(html)?.[0].replace(/<[^>]*>/g, ' ') ?? ''
  if (words.length < 100) throw new Error(`no slide in the page of ${name}`)
  writeFileSync(join(bare, 'index.html'), bareSlide(`<p>${words}</p>`))
  const shared = await measureFirstLoad(browser, join(deck, '..'), `deck-1/${name}/`)
  return { shared, bare: await measureFirstLoad(browser, join(deck, '..'), 'bare/') }
}
