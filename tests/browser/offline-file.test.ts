import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { offlineFile } from '../../src/handouts/built-deck.ts'
import type { Edition } from '../../src/model/deck.ts'
import { connectedBrowser, slideIds } from './deck-page.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck offline é-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe.each(['public', 'presenter'] as const)('the offline file, %s', (edition: Edition) => {
  const path = join(base, `${edition}.html`)
  const problems: string[] = []
  let html = ''
  let context: BrowserContext
  let page: Page

  const watch = (one: Page): void => {
    one.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`))
    one.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
    one.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(pathToFileURL(path).href) && !url.startsWith('data:'))
        problems.push(`asked: ${url.slice(0, 100)}`)
    })
  }

  beforeAll(async () => {
    html = await offlineFile(inject('folders')[edition])
    writeFileSync(path, html)
    const browser = await connectedBrowser()
    context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      reducedMotion: 'reduce',
      offline: true,
    })
    context.on('page', watch)
    page = await context.newPage()
    await page.goto(pathToFileURL(path).href)
    await page.waitForSelector('html.is-deck[data-parts]')
  })
  afterAll(() => context.close())

  test('is one file of at most 1.5 MB, with notes 1.7 MB, that is the same each time', async () => {
    expect(Buffer.byteLength(html)).toBeLessThan(edition === 'public' ? 1_500_000 : 1_700_000)
    expect(await offlineFile(inject('folders')[edition])).toBe(html)
    expect(html).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;sha256-/)
    expect(html).not.toMatch(/unsafe-|<link rel="stylesheet"|<script[^>]* src=/)
    expect(html).not.toContain(base)
  })

  test('has its font, its charts alive, its cards and its search', async () => {
    expect(
      await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length),
    ).toBeGreaterThan(0)
    const id = await page.evaluate(() => document.querySelector('.chart')?.closest('section')?.id ?? '')
    await page.evaluate((slide) => location.assign(`#/${slide}`), id)
    await page.waitForSelector(`section#${id}.present .chart-box canvas`)
    await page.locator(`section#${id} .chart-data summary`).first().click()
    await page.locator(`section#${id} .chart-data data.figure[data-fact]`).first().click()
    await page.waitForSelector('dialog.qd-card[open]')
    expect((await page.textContent('dialog.qd-card'))?.length).toBeGreaterThan(40)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.qd-search[open]')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    const [, second = ''] = slideIds(inject('folders')[edition])
    await page.waitForSelector(`section#${second}.present`)
  })

  test.runIf(edition === 'presenter')('opens the speaker’s window, which moves the deck', async () => {
    const opening = context.waitForEvent('page')
    await page.keyboard.press('s')
    const speaker = await opening
    await speaker.waitForSelector('.qd-frame section')
    const [first = '', , third = ''] = slideIds(inject('folders')[edition])
    await speaker.keyboard.press('PageDown')
    await page.waitForSelector(`section#${third}.present`)
    await speaker.keyboard.press('Home')
    await page.waitForSelector(`section#${first}.present`)
    expect((await speaker.textContent('.qd-notes'))?.length).toBeGreaterThan(0)
  })

  test('asked for nothing, and nothing went wrong', () => {
    expect(problems).toEqual([])
  })
})
