import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as driver } from 'playwright-core'

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/**
 * Shows a built deck in Chromium at its own size or another, one slide after the other, each still and with its fonts.
 * @param {string} folder
 * @param {(page: import('playwright-core').Page, id: string, index: number) => Promise<void>} look
 * @param {number} [scale] pixels of the picture to one of the slide
 * @param {{ width: number, height: number }} [viewport] a window under 960 × 540 shows the page that is read
 */
export async function eachSlide(folder, look, scale = 1, viewport = { width: 1920, height: 1080 }) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    try {
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  })
  try {
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const isDeck = viewport.width >= 960 && viewport.height >= 540
    await page.waitForFunction(
      (deck) =>
        document.documentElement.classList.contains('is-deck') === deck &&
        document.querySelector('.slides > section') !== null &&
        document.fonts.status === 'loaded',
      isDeck,
    )
    const ids = await page.evaluate(() => [...document.querySelectorAll('.slides > section')].map(({ id }) => id))
    for (const [index, id] of ids.entries()) {
      await page.evaluate((slide) => {
        location.hash = `#/${slide}`
      }, id)
      await page.waitForFunction(
        ({ slide, isDeck }) =>
          !isDeck || // a page loads its pictures as they come in sight
          (document.getElementById(slide)?.classList.contains('present') &&
            [...document.images].filter((image) => image.checkVisibility()).every((image) => image.complete) &&
            document.getAnimations().every(({ playState }) => playState !== 'running')),
        { slide: id, isDeck },
      )
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      await look(page, id, index)
    }
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
