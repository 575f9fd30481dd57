import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { isOnce, median } from './process.js'

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}
const megabit = 1_000_000 / 8

/**
 * Serves a folder, text compressed.
 * @param {string} folder
 * @returns {Promise<import('node:http').Server>}
 */
function serve(folder) {
  const packed = new Map()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html')
    try {
      const type = types[extname(path)] ?? 'application/octet-stream'
      if (!packed.has(path)) {
        const content = readFileSync(join(folder, path))
        packed.set(path, type.startsWith('font') ? content : gzipSync(content, { level: 9 }))
      }
      if (!type.startsWith('font')) response.setHeader('Content-Encoding', 'gzip')
      response.setHeader('Content-Type', type)
      response.end(packed.get(path))
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)))
}

/**
 * What a page loads and when it paints, with an empty cache, on a slow processor and network.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
async function load(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 10 * megabit,
    uploadThroughput: 10 * megabit,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  /** @type {Map<string, string>} */
  const names = new Map()
  /** @type {Map<string, number>} */
  const bytes = new Map()
  cdp.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength))
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { largestPaint: entry.startTime })
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const { starts, ...paint } = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    largest: 'largestPaint' in window ? Number(window.largestPaint) : 0,
    starts: Object.fromEntries(performance.getEntriesByType('resource').map((one) => [one.name, one.startTime])),
  }))
  await context.close()
  const files = [...bytes].map(([id, size]) => {
    const url = names.get(id) ?? address
    return { path: new URL(url).pathname, size, isAhead: (starts[url] ?? 0) > paint.first }
  })
  /** @param {readonly {size: number}[]} some */
  const sum = (some) => some.reduce((all, { size }) => all + size, 0)
  return { ...paint, files, bytes: sum(files.filter(({ isAhead }) => !isAhead)), all: sum(files) }
}

/**
 * Medians over several loads of a page below a folder. `bytes` are what is asked for before the first paint, `all` with
 * what is fetched ahead after it.
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 * @param {string} [path]
 */
export async function measureFirstLoad(browser, folder, path = '') {
  const server = await serve(folder)
  const bound = server.address()
  const address = `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : ''}/${path}`
  const loads = []
  for (let index = 0; index < (isOnce ? 2 : 8); index++) loads.push(await load(browser, address))
  server.closeAllConnections()
  server.close()
  const counted = loads.slice(1)
  /** @param {'bytes' | 'all' | 'first' | 'largest'} key */
  const middle = (key) => median(counted.map((one) => one[key]))
  return {
    ...{ bytes: middle('bytes'), all: middle('all'), first: middle('first'), largest: middle('largest') },
    files: loads[0]?.files ?? [],
  }
}
