import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { buildTestDeck, publishBuilt, removeFolder, tempFolder } from '../../src/site/fixtures.ts'
import { type DeckPage, openPage, type PageOptions } from './deck-page.ts'
import { type StaticServer, serveFolder } from './static-server.ts'

let base: string
let server: StaticServer
let open: DeckPage | undefined

beforeAll(async () => {
  base = tempFolder('site-pages')
  const metrics = newDeck['data/metrics.yaml']?.replace(
    'label: Services,',
    'label: Services, formerly: sales.services,',
  )
  const deck = await buildTestDeck(base, 'fy24', { ...newDeck, 'data/metrics.yaml': metrics ?? '' })
  publishBuilt(deck, { to: join(base, 'site'), id: 'fy24', base: null })
  server = await serveFolder(join(base, 'site'))
}, 120_000)
afterEach(() => open?.close())
afterAll(async () => {
  await server.close()
  removeFolder(base)
})

const wide: PageOptions = { width: 1920, height: 1080 }

async function show(path: string, options: PageOptions = wide): Promise<DeckPage> {
  open = await openPage(server.address + path, options)
  if (options.scripts !== false) await open.page.waitForSelector('html[data-parts]', { state: 'attached' })
  return open
}

test("a slide's page becomes the deck at that slide, which moves on from there", async () => {
  const { page, problems } = await show('fy24/revenue/')
  expect(page.url()).toBe(`${server.address}fy24/#/revenue`)
  expect(await page.locator('section.present').getAttribute('id')).toBe('revenue')
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/#\/results$/)
  expect(problems).toEqual([])
})

test("a slide's page is read without scripts, and its links lead to other pages", async () => {
  const { page, problems } = await show('fy24/revenue/', { ...wide, scripts: false })
  expect(await page.locator('section h2').first().innerText()).toContain('Revenue grew')
  expect(await page.locator('svg.chart-drawing').isVisible()).toBe(true)
  await page.goto(`${server.address}latest/revenue/`)
  await page.waitForURL(`${server.address}fy24/revenue/`)
  expect(problems).toEqual([])
})

test('an address of a figure opens its card, which copies address and citation', async () => {
  const { page, problems } = await show(`fy24/revenue/#figure=${encodeURIComponent('revenue.services@FY24')}`)
  await page.waitForSelector('.qd-card[open]')
  expect(await page.locator('.qd-card .qd-value').innerText()).toBe('$260.7 million')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy citation' }).click()
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('Example Corporation, Services, FY24: $260.7 million.')
  expect(await copied()).toContain(`${server.address}fy24/revenue/#figure=revenue.services%40FY24`)
  // by the name that the metric had in an earlier deck
  await page.goto('about:blank')
  await page.goto(`${server.address}fy24/revenue/#figure=${encodeURIComponent('growth(sales.services@FY24,FY23)')}`)
  await page.waitForSelector('.qd-card[open]')
  expect(await page.locator('.qd-card .qd-value').innerText()).toContain('14.1%')
  expect(problems).toEqual([])
})

test('a slide is shared by link, QR code and frame', async () => {
  const { page, problems } = await show('fy24/results/')
  await page.keyboard.press('u')
  const dialog = page.getByRole('dialog', { name: 'Share this slide' })
  expect(await dialog.getByRole('textbox').inputValue()).toBe(`${server.address}fy24/results/`)
  expect(await dialog.getByRole('img').getAttribute('aria-label')).toContain(`${server.address}fy24/results/`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await dialog.getByRole('button', { name: 'Copy code for a frame' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`<iframe src="${server.address}fy24/results/embed/"`)
  expect(problems).toEqual([])
})

test.each([
  [wide, 'is-deck'],
  [{ width: 480, height: 320 }, ''],
])('a frame of %o shows the slide without furniture, its chart live', async (size, mode) => {
  const { page, problems } = await show('fy24/revenue/embed/', size)
  expect(await page.locator('section').count()).toBe(1)
  expect(await page.locator('.qd-bar').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.classList.contains('is-deck'))).toBe(mode === 'is-deck')
  await page.waitForSelector('.chart-box canvas')
  expect(problems).toEqual([])
})
