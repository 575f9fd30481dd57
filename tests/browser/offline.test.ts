import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { en } from '../../src/language/en.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'

/** The charts of a built deck, in order. */
function chartsOf(folder: string): readonly { readonly slide: string; readonly chart: string }[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  return html.split(/(?=<section\b)/).flatMap((section) =>
    [...section.matchAll(/<figure class="chart" id="([^"]+)"/g)].map(([, chart = '']) => ({
      slide: /^<section\b[^>]*?\sid="([^"]+)"/.exec(section)?.[1] ?? '',
      chart,
    })),
  )
}

let deck: DeckPage
beforeAll(async () => {
  deck = await openPage(inject('short'), { width: 1280, height: 720 })
})
afterAll(() => deck.close())

test('a deck that has loaded needs no network: charts, cards and search are there when it is cut', {
  timeout: 120_000,
}, async () => {
  const { page } = deck
  await page.waitForSelector('html[data-ahead]', { state: 'attached' })
  await page.context().setOffline(true)
  const charts = chartsOf(inject('folders').short)
  for (const { slide, chart } of charts) {
    await showSlide(page, slide)
    await page.waitForSelector(`#${chart} canvas`)
  }
  const figure = page.locator('section.present .figure:visible')
  for (const id of slideIds(inject('folders').short)) {
    await showSlide(page, id)
    if ((await figure.count()) > 0) break
  }
  await figure.first().click()
  await page.waitForSelector('dialog[open]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.waitForSelector('dialog[open] input')
  // a drawing whose text has left the cache stays the picture that it is
  expect(deck.problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await page.context().setOffline(false)
})

test('on a phone, too: each chart is there where it is scrolled to', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(inject('short'), { width: 390, height: 844, touch: true })
  await page.waitForSelector('html[data-ahead]', { state: 'attached' })
  await page.context().setOffline(true)
  for (const { chart } of chartsOf(inject('folders').short)) {
    await page.$eval(`#${chart}`, (one) => one.scrollIntoView())
    await page.waitForSelector(`#${chart} canvas`)
  }
  await close()
})

test('what is asked for while the network is cut comes when it is back', async () => {
  const { page } = deck
  const [first] = chartsOf(inject('folders').short)
  if (!first) throw new Error('the deck has no chart')
  await page.route('**/charts-*.json', (route) => route.abort())
  await page.reload()
  await page.waitForSelector('html[data-parts]', { state: 'attached' })
  await page.unroute('**/charts-*.json')
  await showSlide(page, first.slide)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.waitForSelector(`#${first.chart} canvas`)
})

test('a module that failed once is had under another address, with its styles; one that cannot be had is told, and opens later', async () => {
  const { page } = deck
  const [first] = chartsOf(inject('folders').short)
  if (!first) throw new Error('the deck has no chart')
  await page.route(/\/live-chart-[^/]*\.(?:js|css)$/, (route) => route.abort())
  await page.route(/\/search-dialog-/, (route) => route.abort())
  await page.goto(`${inject('short')}#/${first.slide}`)
  await page.reload()
  await page.waitForSelector(`#${first.chart} canvas`)
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('.chart-canvas') ?? document.body).position === 'absolute',
  )
  await page.keyboard.press('/')
  await page.waitForFunction((text) => document.querySelector('.qd-said')?.textContent === text, en.page.said.notLoaded)
  await page.unroute(/\/search-dialog-/)
  await page.keyboard.press('/')
  await page.waitForSelector('dialog[open] input')
})

test.each(['public', 'presenter'] as const)(
  'no part of the %s edition that comes later waits for another: it could not be asked for again',
  (edition) => {
    const folder = inject('folders')[edition]
    const assets = join(folder, 'assets')
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
    const first = scripts.filter((name) => page.includes(`assets/${name}`))
    const later = scripts.filter((name) => !first.includes(name))
    expect(later.length).toBeGreaterThan(5)
    const shared = later.flatMap((name) =>
      [...readFileSync(join(assets, name), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)]
        .filter(([, other = '']) => !first.includes(other))
        .map(([, other]) => `${name} waits for ${other}`),
    )
    expect(shared).toEqual([])
  },
)
