import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { en } from '../../src/language/en.ts'
import { contentPolicy } from '../../src/model/hosted/content-policy.ts'
import { sealedNames } from '../../src/model/hosted/sealed.ts'
import type { ApprovedDeck } from '../../src/site/embargo/approved.ts'
import { sealedSite } from '../../src/site/embargo/fixtures.ts'
import { placeReleased } from '../../src/site/embargo/released.ts'
import { seal } from '../../src/site/embargo/sealed-blob.ts'
import { newAddressKey, newPassphrase } from '../../src/site/embargo/secret.ts'
import { engine, removeFolder, tempFolder } from '../../src/site/fixtures.ts'
import { connectedBrowser } from './deck-page.ts'
import { type StaticServer, serveFolder } from './static-server.ts'

const passphrase = newPassphrase(randomBytes)
const addressKey = newAddressKey(randomBytes)
const { sealed: words } = en.site

let base: string
let to: string // the site; no test changes it
let server: StaticServer
let approved: ApprovedDeck
let folder: string // address
let path: string // in the site

beforeAll(async () => {
  base = tempFolder('embargo-pages')
  const handouts = [{ path: 'downloads/deck.pdf', content: '%PDF-1.4 kept to the minute' }]
  const site = await sealedSite(base, newDeck, { secret: { kind: 'passphrase', text: passphrase }, handouts })
  approved = site.approved
  path = site.sealed.path
  to = site.to
  // the same once more, opened by a key in its address
  cpSync(join(to, path), join(to, 'e/by-key'), { recursive: true })
  writeFileSync(join(to, 'e/by-key/content.bin'), seal(approved.files, { kind: 'key', text: addressKey }, randomBytes))
  server = await serveFolder(to)
  folder = server.address + path
}, 120_000)
afterAll(async () => {
  await server.close()
  removeFolder(base)
})

interface Reader {
  readonly context: BrowserContext
  readonly page: Page
  readonly problems: readonly string[]
}

/** A browser window of its own; all that goes wrong on its page is listed. */
async function reader(origin = server.address): Promise<Reader> {
  const browser = await connectedBrowser()
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
    serviceWorkers: 'allow',
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin)) problems.push(request.url())
  })
  return { context, page, problems }
}

const submit = async (page: Page, typed: string): Promise<void> => {
  await page.getByLabel(words.passphrase).fill(typed)
  await page.getByRole('button', { name: words.open }).click()
}

/** What the page of the folder says; "" while it says nothing or is about to. */
const said = (page: Page): Promise<readonly string[]> => page.locator('[data-say]:visible').allInnerTexts()

const isDeck = (page: Page): Promise<unknown> => page.waitForSelector('html[data-parts]', { state: 'attached' })

/** The browser ends every service worker, as it does with idle ones. */
async function endWorkers({ context, page }: Pick<Reader, 'context' | 'page'>): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
}

test('a passphrase opens the deck under its policy, from memory alone; every other one gives the same answer', async () => {
  const own = await reader()
  const { page, problems, context } = own
  await page.goto(folder)
  for (const wrong of [`${passphrase.slice(0, -1)}${passphrase.endsWith('0') ? '1' : '0'}`, addressKey]) {
    await submit(page, wrong)
    await expect.poll(() => said(page)).toEqual([words.wrong])
  }
  expect(await page.title()).toBe(words.title)
  const answered = page.waitForResponse((response) => response.url() === folder && response.fromServiceWorker())
  await submit(page, passphrase.toUpperCase().replaceAll('-', ' '))
  const headers = await (await answered).allHeaders()
  expect(headers).toMatchObject({
    'content-security-policy': `${contentPolicy}; frame-ancestors 'none'`,
    'content-type': 'text/html; charset=utf-8',
    'x-robots-tag': 'noindex',
    'cache-control': 'no-store',
  })
  await isDeck(page)
  expect(await page.locator('link[rel="canonical"], meta[property^="og:"], meta[name^="twitter:"]').count()).toBe(0)
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(`${folder}#/revenue`)
  await page.waitForSelector('section.present .chart-box canvas')

  // a page of its own becomes the deck there, also when the worker was ended meanwhile: the page before has the key
  await endWorkers(own)
  await page.goto(`${folder}revenue/`)
  await isDeck(page)
  expect(page.url()).toBe(`${folder}#/revenue`)
  await endWorkers(own)
  const read = (name: string): Promise<readonly (string | number | null)[]> =>
    page.evaluate(async (file) => {
      const response = await fetch(file)
      return [response.status, response.headers.get('content-type'), await response.text()]
    }, name)
  const csv = approved.files.find((file) => file.path === 'figures.csv')?.content.toString()
  expect(await read('figures.csv')).toEqual([200, 'text/csv; charset=utf-8', csv])
  expect(await read('downloads/deck.pdf')).toEqual([200, 'application/pdf', '%PDF-1.4 kept to the minute'])
  expect((await read('nothing'))[0]).toBe(404)
  const kept = await page.evaluate(async () => [
    (await caches.keys()).length,
    (await indexedDB.databases()).length,
    localStorage.length + sessionStorage.length,
    document.cookie.length,
  ])
  expect(kept).toEqual([0, 0, 0, 0])
  expect(problems.filter((problem) => !problem.includes('404'))).toEqual([])

  // nothing is left of it where no page is open: the passphrase is wanted again
  await page.goto('about:blank')
  await endWorkers(own)
  await page.goto(`${folder}results/`)
  await page.getByLabel(words.passphrase).waitFor()
  expect(page.url()).toBe(`${folder}#/results`)
  await context.close()
})

test('a key in the address opens the deck and is taken off the address bar', async () => {
  const { page, problems, context } = await reader()
  const address = `${server.address}e/by-key/`
  await page.goto(`${address}#k=${addressKey}`)
  await isDeck(page)
  expect(page.url()).toMatch(new RegExp(`^${address}(?:#/cover)?$`))
  const second = await context.newPage() // where it is open already, the deck itself takes the key away
  await second.goto(`${address}#k=${addressKey}`)
  await isDeck(second)
  expect(second.url()).not.toContain(addressKey)
  expect(problems).toEqual([])
  await context.close()
})

test('an address that is neither https nor localhost says so', async () => {
  const { page, context } = await reader()
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
  await page.route('http://ir.example/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || 'index.html'
    const body = readFileSync(join(base, 'site', path, name))
    return route.fulfill({ body, contentType: types[extname(name)] ?? 'application/octet-stream' })
  })
  await page.goto('http://ir.example/')
  await expect.poll(() => said(page)).toEqual([words.insecure])
  expect(await page.getByLabel(words.passphrase).isVisible()).toBe(false)
  await context.close()
})

interface OwnSite {
  readonly address: string
  readonly folder: string // address of the deck that a key in it opens
  release(): void
  end(): Promise<void>
}

/** The site once more, by itself: what a test does to it is not seen by the next, nor by the same test run again. */
async function ownSite(): Promise<OwnSite> {
  const own = tempFolder('embargo-own')
  const copy = join(own, 'site')
  cpSync(to, copy, { recursive: true })
  const { address, close } = await serveFolder(copy)
  const releasing = { to: copy, engine, language: en, approved, folder: 'by-key' }
  const end = async (): Promise<void> => {
    await close()
    removeFolder(own)
  }
  return { address, folder: `${address}e/by-key/`, release: () => placeReleased(releasing, () => ''), end }
}

/** Opens a window on the deck, at one of its slides. */
async function openDeck(page: Page, { folder: address }: OwnSite, slide = 'cover'): Promise<void> {
  await page.goto(`${address}#k=${addressKey}`)
  await isDeck(page)
  await page.evaluate((hash) => location.assign(hash), `#/${slide}`)
}

test('after the release its address and those of its slides lead to the deck', async () => {
  const site = await ownSite()
  const { page, problems, context } = await reader(site.address)
  site.release()
  await page.goto(`${site.folder}revenue/`)
  await isDeck(page)
  expect(page.url()).toBe(`${site.address}fy24/#/revenue`)
  await page.goto(site.folder)
  await page.waitForURL(`${site.address}fy24/**`)
  await isDeck(page)
  expect(problems).toEqual([])
  await context.close()
  await site.end()
})

test.each([
  ['loads it again', (page: Page) => page.reload()],
  [
    'comes back to its window',
    (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
  ],
  [
    'loads it again after its worker was ended',
    async (page: Page) => {
      await endWorkers({ page, context: page.context() })
      await page.reload()
    },
  ],
])('after the release a reader who has it open and %s is led to the same slide, in every window', async (_, act) => {
  const site = await ownSite()
  const { page, context } = await reader(site.address)
  await openDeck(page, site)
  const second = await context.newPage()
  await openDeck(second, site, 'revenue')
  site.release()
  await act(page).catch(() => undefined) // or is led on meanwhile
  await Promise.all([
    page.waitForURL(`${site.address}fy24/#/cover`),
    second.waitForURL(`${site.address}fy24/#/revenue`),
  ])
  await Promise.all([isDeck(page), isDeck(second)])
  await context.close()
  await site.end()
})

test('a page that came from memory at the moment of the release is led on, and so is a passphrase typed too late', async () => {
  const site = await ownSite()
  const [{ page, context }, late] = await Promise.all([reader(site.address), reader(site.address)])
  await Promise.all([late.page.goto(site.folder), openDeck(page, site, 'revenue')])
  await late.page.getByLabel(words.passphrase).waitFor()
  await page.route(`${site.folder}${sealedNames.holder}`, async (route) => {
    site.release()
    await route.continue()
  })
  await page.reload().catch(() => undefined)
  await page.waitForURL(`${site.address}fy24/#/revenue`)
  await submit(late.page, passphrase)
  await late.page.waitForURL(`${site.address}fy24/**`)
  await Promise.all([isDeck(page), isDeck(late.page)])
  await Promise.all([context.close(), late.context.close()])
  await site.end()
})
