import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { en } from '../../src/language/en.ts'
import { literalsOf, pseudoLanguage } from '../language/pseudo.ts'
import { strangersIn, visibleTexts } from '../language/visible.ts'
import { type DeckPage, openPage, showSlide } from './deck-page.ts'
import { type StaticServer, serveFolder } from './static-server.ts'

/** The presenter edition as it was built, but for the words that its page hands to the browser: those are in brackets. */
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-words-'))
cpSync(inject('folders').shortPresenter, folder, { recursive: true })
const built = readFileSync(join(folder, 'index.html'), 'utf8')
const plain = built.replace(JSON.stringify(en.page), '{}')
writeFileSync(join(folder, 'index.html'), built.replace(JSON.stringify(en.page), JSON.stringify(pseudoLanguage.page)))

/** What the parts show of the page is in the page and its JSON. */
const json = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.json'))
const text = [plain, ...json.map((name) => readFileSync(join(folder, 'assets', name), 'utf8'))].join('\n')
/** Titles in lists are one text, whatever stands in them. */
const running = plain.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&')
const pageTexts = [text, ...visibleTexts(plain), running].join('\n')
const strangers = strangersIn({ text: pageTexts, literals: literalsOf(en.page) })

const chart = /<section\b[^>]*?\sid="([^"]+)"(?:(?!<section)[\s\S])*?data-type="stacked-column"/.exec(plain)?.[1] ?? ''

/** Everything beyond the slides' own content that is seen or heard, as HTML. */
const shownBy = (page: Page, selector: string): Promise<string> =>
  page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((part) => part.outerHTML).join('\n'), selector)

async function expectBracketed(page: Page, selector: string): Promise<void> {
  const texts = visibleTexts(await shownBy(page, selector))
  expect(texts.join(' '), selector).toContain('⟦')
  expect(texts.flatMap(strangers), selector).toEqual([])
}

describe('in a language of brackets, the page in the browser says nothing of its own without them', () => {
  let server: StaticServer
  let deck: DeckPage
  beforeAll(async () => {
    server = await serveFolder(folder)
  })
  beforeEach(async () => {
    deck = await openPage(server.address, { width: 1280, height: 720 })
    await showSlide(deck.page, chart)
  })
  afterEach(async () => {
    await deck.close()
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('in its bar and announcements', async () => {
    const { page } = deck
    await expectBracketed(page, '.qd-bar')
    await page.keyboard.press('PageDown')
    await page.waitForFunction(() => document.querySelector('.qd-hidden')?.textContent !== '')
    await expectBracketed(page, '.qd-hidden')
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll('.slides > section')].flatMap((slide) => [
        slide.getAttribute('aria-label') ?? '',
        slide.getAttribute('aria-roledescription') ?? '',
      ]),
    )
    expect(labels.flatMap(strangers)).toEqual([])
  })

  test('in help and search', async () => {
    const { page } = deck
    await page.keyboard.press('?')
    await page.waitForSelector('.qd-help')
    await expectBracketed(page, '.qd-help')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.waitForSelector('.qd-search')
    await expectBracketed(page, '.qd-search')
  })

  test('on the card of a figure', async () => {
    const { page } = deck
    await page.keyboard.press('d')
    await page.locator(`section#${chart} details[open] data.figure`).first().click()
    await page.waitForSelector('dialog.qd-card[open]')
    await expectBracketed(page, 'dialog.qd-card')
  })

  test('about a chart', async () => {
    const { page } = deck
    const box = page.locator(`section#${chart} .chart-box.is-live`).first()
    await box.waitFor()
    expect(strangers((await box.getAttribute('aria-label')) ?? '')).toEqual([])
    await box.focus()
    await page.keyboard.press('ArrowRight')
    await expectBracketed(page, `section#${chart} .chart-spoken:not(:empty)`)
    await expectBracketed(page, `section#${chart} .chart-toggles`)
    await page.keyboard.press('Tab') // from the chart, whose keys are its own
    await page.keyboard.press('d')
    await page.waitForSelector('.qd-copy')
    await expectBracketed(page, '.qd-copy')
  })

  test.each(['t', 'c'])('when key %s says something', async (key) => {
    const { page } = deck
    await page.keyboard.press(key)
    await page.waitForFunction(() => document.querySelector('.qd-said')?.textContent !== '')
    await expectBracketed(page, '.qd-said')
  })

  test('in the window of the speaker', async () => {
    const { page } = deck
    await page.waitForSelector('html[data-parts]')
    const opening = page.context().waitForEvent('page')
    await page.keyboard.press('s')
    const speaker = await opening
    await speaker.waitForSelector('.qd-frame section')
    for (const part of ['.qd-times', '.qd-frames > h2', '.qd-keys']) await expectBracketed(speaker, part)
    expect(await speaker.title()).toContain('⟦')
    expect(strangers(await speaker.title())).toEqual([])
  })
})
