import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { connectedBrowser } from './deck-page.ts'

const address = (edition: 'public' | 'presenter'): string =>
  pathToFileURL(join(inject('folders')[edition], 'index.html')).href

async function open(
  edition: 'public' | 'presenter',
  scripts: boolean,
): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await (await connectedBrowser()).newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    javaScriptEnabled: scripts,
  })
  const page = await context.newPage()
  await page.goto(address(edition))
  return { page, close: () => context.close() }
}

/** Pictures of charts on the slide that shows, and how many of them are drawn. */
const drawn = (page: Page): Promise<readonly boolean[]> =>
  page.$$eval('section.present img.chart-still', (all) =>
    all.map(
      (image) =>
        image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0 && image.checkVisibility(),
    ),
  )

test('a page opened from a disk is the deck: styled, moved by keys, its charts drawn, and a line says what it lacks', async () => {
  const { page, close } = await open('presenter', true)
  await page.waitForSelector('html.is-deck[data-parts]')
  expect(await page.locator('.qd-disk').innerText()).toContain('offline file')
  expect(await page.locator('.notes').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0)
  await page.keyboard.press('PageDown')
  await page.waitForFunction(() => location.hash !== '#/cover' && document.querySelector('.qd-disk') === null)
  const id = await page.evaluate(() => document.querySelector('.chart')?.closest('section')?.id ?? '')
  await page.evaluate((slide) => location.assign(`#/${slide}`), id)
  await page.waitForSelector(`#${id}.present`)
  await expect.poll(() => drawn(page)).not.toContain(false)
  expect((await drawn(page)).length).toBeGreaterThan(0)
  await page.locator('section.present .figure:visible').first().click()
  await expect.poll(() => page.locator('.qd-said').innerText()).toContain('offline file')
  await close()
})

test('the address of a slide leads to it from a disk too, and the overview and the search are there', async () => {
  const { page, close } = await open('public', true)
  await page.waitForSelector('html.is-deck[data-parts]')
  await page.keyboard.press('End')
  const last = await page.evaluate(() => [...document.querySelectorAll('.slides > section')].at(-1)?.id)
  await page.waitForFunction((id) => location.hash === `#/${id}`, last)
  await page.keyboard.press('o')
  await page.waitForSelector('html.is-overview')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.locator('dialog[open] input').fill('revenue')
  await page.waitForSelector('dialog[open] [role="option"]')
  await close()
})

test('without scripts it is a styled document that scrolls, from a disk too, and no style sheet hides the notes', async () => {
  const { page, close } = await open('presenter', false)
  const { height, fonts, seen, notes } = await page.evaluate(() => {
    const slides = [...document.querySelectorAll('.slides > section')]
    return {
      height: document.documentElement.scrollHeight / innerHeight,
      fonts: getComputedStyle(slides[1] ?? document.body).fontFamily,
      seen: slides.filter((slide) => slide.checkVisibility()).length === slides.length,
      notes: [...document.querySelectorAll('.notes')].filter((one) => !one.hasAttribute('hidden')).length,
    }
  })
  expect(height).toBeGreaterThan(20)
  expect(fonts).toContain('Inter')
  expect({ seen, notes }).toEqual({ seen: true, notes: 0 })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollbarWidth)).toBe('auto')
  await close()
})
