import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest'
import { isLong } from '../long.ts'
import { quarterdeck } from './command-line.ts'
import { type DeckPage, openPage, showSlide } from './deck-page.ts'
import { shortDeck } from './short-deck.ts'
import { type StaticServer, serveFolder } from './static-server.ts'

const byLine = 'operating-income-by-line'
const byBusiness = 'operating-income-bridge'

type Motion = 'reduce' | 'no-preference'

/** One page for each edition and motion, which all tests share. */
const decks = new Map<string, DeckPage>()
afterEach(() => {
  for (const { problems } of decks.values()) expect(problems).toEqual([])
})
let ownFolder: string | undefined
let ownServer: StaticServer | undefined
afterAll(async () => {
  for (const { close } of decks.values()) await close()
  await ownServer?.close()
  if (ownFolder) rmSync(ownFolder, { recursive: true, force: true })
})

/** The short deck in a long run too, for slides that are next to each other only there. */
async function addressOfShort(): Promise<string> {
  if (!isLong) return inject('short')
  ownFolder = mkdtempSync(join(tmpdir(), 'quarterdeck-stage-'))
  const { code, err } = await quarterdeck('build', '--root', shortDeck(join(ownFolder, 'deck')))
  expect(code, err).toBe(0)
  ownServer = await serveFolder(join(ownFolder, 'deck', 'dist'))
  return ownServer.address
}

/** Shows a slide of an edition, standing still. */
async function slideAt(id: string, motion: Motion, address = inject('short')): Promise<Page> {
  const deck = decks.get(`${motion} ${address}`) ?? (await openPage(address, { width: 1280, height: 720, motion }))
  decks.set(`${motion} ${address}`, deck)
  await showSlide(deck.page, id)
  return deck.page
}

/** Shows a slide whose charts are live. */
async function openAt(id: string, motion: Motion, address = inject('short')): Promise<Page> {
  const page = await slideAt(id, motion, address)
  await page.waitForSelector(`section#${id}.present .chart-box.is-live`)
  return page
}

const shows = (page: Page, id: string) => page.waitForSelector(`section#${id}.present`, { state: 'attached' })
const clipOf = (page: Page) => page.locator(`#${byLine} .chart-box`).evaluate((box) => getComputedStyle(box).clipPath)

describe('on stage', () => {
  test('a bridge comes step by step, and regroups on the next slide with its marks moving', async () => {
    const page = await openAt(byLine, 'no-preference')
    const widths: number[] = []
    for (let step = 0; step < 3; step++) {
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
      widths.push(Number.parseFloat((await clipOf(page)).split(' ')[1] ?? '0'))
      await page.emulateMedia({ media: 'print' })
      expect(await clipOf(page)).toBe('none') // whole on paper, at whatever step
      await page.emulateMedia({ media: 'screen' })
      await page.keyboard.press('ArrowRight')
    }
    expect(widths.every((width, at) => width > 0 && width < (widths[at - 1] ?? 9999))).toBe(true)
    await page.waitForFunction(
      (id) => getComputedStyle(document.querySelector(`#${id} .chart-box`) ?? document.body).clipPath === 'none',
      byLine,
    )
    expect(await page.locator(`section#${byLine}.present`).count()).toBe(1)
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.qd-flying', { state: 'attached' })
    expect(await page.locator('.qd-flying').count()).toBe(4)
    await page.waitForSelector('.qd-flight', { state: 'detached' })
    expect(await page.locator(`#${byBusiness} .is-arriving`).count()).toBe(0)
  })

  test('a number of a table travels into the chart of the next slide', async () => {
    const page = await slideAt('forecast-table', 'no-preference', await addressOfShort())
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.qd-flying', { state: 'attached' })
    expect(await page.locator('.qd-flying').allTextContents()).toEqual(['2.9'])
    await page.waitForSelector('.qd-flight', { state: 'detached' })
  })

  test('key W shows the slide without what was named, its marks moving, and leads back', async () => {
    const page = await openAt('income', 'no-preference', inject('shortPresenter'))
    await page.keyboard.press('w')
    await page.waitForSelector('.qd-flying', { state: 'attached' })
    await shows(page, 'income-without-new')
    await page.waitForSelector('.qd-flight', { state: 'detached' })
    await page.keyboard.press('w')
    await shows(page, 'income')
    await page.waitForSelector('.qd-flight', { state: 'detached' })
  })

  test('a public edition names no slide that it leaves out', async () => {
    const page = await openAt('income', 'reduce')
    expect(await page.locator('[data-without]').count()).toBe(0)
    await page.keyboard.press('w')
    await page.getByText('no other to compare').first().waitFor()
  })

  test('nothing moves and no step is needed where motion is not wanted', async () => {
    const page = await openAt(byLine, 'reduce')
    expect(await clipOf(page)).toBe('none')
    await page.keyboard.press('ArrowRight')
    await shows(page, byBusiness)
    expect(await page.locator('.qd-flying').count()).toBe(0)
  })

  test('the arithmetic of a chart stands over the foot, until Escape or the next slide', async () => {
    const page = await openAt('cash-flows', 'reduce')
    await page.keyboard.press('e')
    await page.waitForSelector('.qd-proof:not([hidden])')
    expect(await page.locator('.qd-proof b').allTextContents()).toEqual(['8,618', '− 3,328', '− 6,573', '= −1,283'])
    await page.keyboard.press('Escape')
    expect(await page.locator('.qd-proof').isVisible()).toBe(false)
    expect(await page.locator('.is-overview').count()).toBe(0)
    await page.keyboard.press('e')
    await page.waitForSelector('.qd-proof:not([hidden])')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.qd-proof', { state: 'hidden' })
  })

  test('so does that of the total which a table is about', async () => {
    const page = await slideAt('fourth-quarter', 'reduce')
    await page.keyboard.press('e')
    await page.waitForSelector('.qd-proof:not([hidden])')
    expect(await page.locator('.qd-proof b').allTextContents()).toEqual(['4.1', '− 3.0', '= 1.1'])
  })

  test('a line item is answered by its chart over the whole screen', async () => {
    const page = await openAt(byLine, 'reduce')
    await page.keyboard.press('a')
    await page.waitForSelector('dialog.qd-search[open]')
    await page.keyboard.type('total revenues')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog.qd-answer .chart-box.is-live')
    expect(await page.locator('.qd-answer h2').textContent()).toBe('Total revenues')
    const box = await page.locator('dialog.qd-answer').boundingBox()
    expect(box).toMatchObject({ width: 1280, height: 720 })
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })
})
