import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'

const ids = slideIds(inject('folders').short)
const html = readFileSync(join(inject('folders').short, 'index.html'), 'utf8')
const [first = '', second = '', third = ''] = ids
const last = ids.at(-1) ?? ''
/** A slide with bars, neither first nor last. */
const chart = /<section\b[^>]*?\sid="([^"]+)"(?:(?!<section)[\s\S])*?data-type="column"/.exec(html)?.[1] ?? ''
const afterChart = ids[ids.indexOf(chart) + 1] ?? ''
const table = /<section\b[^>]*?\sid="([^"]+)"(?:(?!<section)[\s\S])*?<figure class="table"/.exec(html)?.[1] ?? ''

const shows = (page: Page, id: string) => page.waitForSelector(`section#${id}.present`, { state: 'attached' })
const address = (page: Page, id: string) => page.waitForFunction((name) => location.hash === `#/${name}`, id)
const card = 'dialog.qd-card[open]'

/** A bar of the chart on the slide that shows, in the middle of its box near the base line. */
async function clickBar(page: Page, id: string): Promise<void> {
  const box = page.locator(`section#${id} .chart-box.is-live`).first()
  await box.waitFor()
  const marks = page.evaluate(
    () =>
      new Promise<{ x: number; y: number; height: number }>((found) =>
        document.addEventListener('qd:fact', (event) => event instanceof CustomEvent && found(event.detail), {
          once: true,
        }),
      ),
  )
  await box.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const { x, y, height } = await marks
  await page.waitForSelector(card) // else it would open after the keys that are to close it
  await page.keyboard.press('Escape')
  await page.waitForSelector(card, { state: 'detached' })
  await page.keyboard.press('Escape')
  await page.mouse.click(x, y + height / 2)
  await page.waitForSelector(card)
}

describe('a presenter', () => {
  let deck: DeckPage
  beforeAll(async () => {
    deck = await openPage(inject('short'), { width: 1280, height: 720 })
  })
  beforeEach(async () => {
    await showSlide(deck.page, first)
  })
  afterEach(async () => {
    const overview = deck.page.locator('html.is-overview')
    if (await overview.count()) await deck.page.keyboard.press('Escape')
    await overview.waitFor({ state: 'detached' })
  })
  afterAll(async () => {
    expect(deck.problems).toEqual([])
    await deck.close()
  })

  test.each(['PageDown', 'ArrowRight', ' ', 'n'])('moves on with %j over an open card, which closes', async (key) => {
    const { page } = deck
    await showSlide(page, chart)
    await clickBar(page, chart)
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press(key)
    await shows(page, afterChart)
    expect(await page.locator(card).count()).toBe(0)
  })

  test('has the arrows after a click on a bar or a figure, once the card is closed', async () => {
    const { page } = deck
    await showSlide(page, chart)
    await clickBar(page, chart)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await shows(page, afterChart)
    await showSlide(page, table)
    await page.locator(`section#${table} .table data.figure`).first().click()
    await page.waitForSelector(card)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await shows(page, ids[ids.indexOf(table) + 1] ?? '')
  })

  test('gets the arrows back from a chart by Escape', async () => {
    const { page } = deck
    await showSlide(page, chart)
    await page.locator(`section#${chart} .chart-box.is-live`).first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.textContent(`section#${chart} .chart-spoken`)).toMatch(/\d/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await shows(page, afterChart)
  })

  test('jumps by number and Enter, and Back returns to the slide before the jump', async () => {
    const { page } = deck
    await page.keyboard.press('ArrowRight')
    await shows(page, second)
    for (const digit of String(ids.indexOf(chart) + 1)) await page.keyboard.press(digit)
    await page.keyboard.press('Enter')
    await shows(page, chart)
    await address(page, chart)
    await page.keyboard.press('ArrowRight')
    await shows(page, afterChart)
    await page.goBack()
    await shows(page, second)
    await page.goForward()
    await page.waitForFunction(() => document.querySelector('section.present')?.id !== '')
    await page.keyboard.press('9')
    await page.keyboard.press('9')
    await page.keyboard.press('9')
    await page.keyboard.press('Enter')
    expect(await page.textContent('.qd-said')).toBe('There is no slide 999')
  })

  test('has the picture back with Next, Escape or a click, on the same slide', async () => {
    const { page } = deck
    const black = page.locator('.reveal.paused')
    for (const back of ['PageDown', 'Escape', 'b', 'Home', 'ArrowLeft']) {
      await page.keyboard.press('.')
      await black.waitFor()
      await page.keyboard.press(back)
      await black.waitFor({ state: 'detached' })
      await shows(page, first)
      expect(await page.locator('html.is-overview').count()).toBe(0)
    }
    await page.keyboard.press('b')
    await black.waitFor()
    await page.mouse.click(300, 300)
    await black.waitFor({ state: 'detached' })
    await page.keyboard.press('PageDown')
    await shows(page, second)
  })

  test('moves the choice of the overview by every key, and searches from there', async () => {
    const { page } = deck
    const chosen = (): Promise<string | null> => page.locator('section.is-chosen').getAttribute('id')
    await page.keyboard.press('o')
    await page.keyboard.press('PageDown')
    expect(await chosen()).toBe(second)
    await page.keyboard.press('End')
    expect(await chosen()).toBe(last)
    await page.keyboard.press('Home')
    expect(await chosen()).toBe(first)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('b')
    await page.locator('.reveal.paused').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('html.is-overview').count()).toBe(1)
    await page.keyboard.press('/')
    await page.locator('dialog.qd-search').waitFor()
    expect(await page.locator('html.is-overview').count()).toBe(0)
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await shows(page, third)
    await page.keyboard.press('o')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await shows(page, ids[3] ?? '')
  })

  test('sees drawings in the overview, also of slides that were live, and cells of one size', async () => {
    const { page } = deck
    await showSlide(page, chart)
    await page.waitForSelector(`section#${chart} .chart-box.is-live canvas`)
    await page.keyboard.press('o')
    await page.waitForFunction(() => !document.querySelector('img.chart-still:not([hidden])'))
    expect(await page.locator('.is-overview canvas:visible').count()).toBe(0)
    const sizes = await page.$$eval('.slides > section', (all) => [
      ...new Set(all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => (width / height).toFixed(2))),
    ])
    expect(sizes).toEqual(['1.78'])
    expect(await page.$eval('.slides > section', (one) => getComputedStyle(one).zoom)).toBe('1')
  })

  test('who asks for the tick marks is told those of the slide that shows', async () => {
    const { page } = deck
    await showSlide(page, chart)
    await page.keyboard.press('t')
    const said = page.locator('.qd-said')
    await expect.poll(() => said.textContent()).toMatch(/ticked$/)
    const count = (id: string) => page.locator(`section#${id} .figure[data-fact]`).count()
    await page.keyboard.press('PageDown')
    await shows(page, afterChart)
    await expect.poll(() => said.textContent()).toContain(`of ${await count(afterChart)} figures`)
  })
})

describe('an address', () => {
  test.each([
    ['a number from one on', String(ids.indexOf(table) + 1), table],
    ['a number with zeros', `0${ids.indexOf(chart) + 1}`, chart],
    ['an id', table, table],
  ])('may hold %s, and then holds the id', async (_, name, id) => {
    const { page, close } = await openPage(`${inject('short')}#/${name}`, { width: 1280, height: 720 })
    await shows(page, id)
    expect(await page.evaluate(() => location.hash)).toBe(`#/${id}`)
    await close()
  })

  test('and the title of the window name the slide', async () => {
    const { page, close } = await openPage(inject('short'), { width: 1280, height: 720 })
    const deckTitle = /<title>([^<]*)/.exec(html)?.[1] ?? 'none'
    await showSlide(page, chart)
    const headline = (await page.textContent(`section#${chart} h2`)) ?? ''
    await page.waitForFunction((number) => document.title.startsWith(`${number}. `), ids.indexOf(chart) + 1)
    expect(await page.title()).toContain(headline.slice(0, 12).trim())
    expect(await page.title()).toContain(deckTitle.slice(0, 12))
    await close()
  })
})

describe('by touch', () => {
  /** One finger from a place by some way, in steps, as the browser itself sends it. */
  async function swipe(page: Page, from: { x: number; y: number }, dx: number): Promise<void> {
    const cdp = await page.context().newCDPSession(page)
    const at = (x: number) => [{ x, y: from.y }]
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from.x) })
    for (const part of [0.2, 0.4, 0.6, 0.8, 1])
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(from.x + dx * part) })
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await cdp.detach()
  }

  test('a swipe moves the deck, wherever it starts, and on black it brings the picture back', async () => {
    const { page, problems, close } = await openPage(inject('short'), { width: 1180, height: 820, touch: true })
    await showSlide(page, chart)
    const box = await page.locator(`section#${chart} .chart-box.is-live`).first().boundingBox()
    const middle = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
    await swipe(page, middle, -160)
    await shows(page, afterChart)
    await swipe(page, { x: 300, y: 700 }, 160)
    await shows(page, chart)
    await page.keyboard.press('b')
    await swipe(page, { x: 600, y: 400 }, -160)
    await page.locator('.reveal.paused').waitFor({ state: 'detached' })
    await shows(page, chart)
    const actions = await page.$$eval('section.present, section.present .chart-box', (all) => [
      ...new Set(all.map((one) => getComputedStyle(one).touchAction)),
    ])
    expect(actions).toEqual(['pinch-zoom'])
    expect(problems).toEqual([])
    await close()
  })

  test.each([
    { width: 844, height: 390 },
    { width: 932, height: 430 },
    { width: 800, height: 600 },
  ])('a window of $width × $height reads the page, not a tiny slide', async (size) => {
    const { page, close } = await openPage(inject('short'), { ...size, touch: true })
    await page.waitForSelector('.qd-contents')
    const smallest = await page.$$eval('.slides p, .slides li', (all) =>
      Math.min(
        ...all.filter((one) => one.checkVisibility()).map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    )
    expect(smallest).toBeGreaterThanOrEqual(11)
    await close()
  })

  test('on a phone the address follows the slide in sight, and so does the deck when it is turned to a wide screen', async () => {
    const { page, problems, close } = await openPage(inject('short'), { width: 390, height: 844, touch: true })
    await page.$eval(`section#${table}`, (slide) => slide.scrollIntoView())
    await address(page, table)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.waitForSelector('html.is-deck')
    await shows(page, table)
    await page.keyboard.press('ArrowRight')
    const next = ids[ids.indexOf(table) + 1] ?? ''
    await address(page, next)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForSelector('html:not(.is-deck)')
    await page.waitForFunction(
      (id) => Math.abs(document.getElementById(id)?.getBoundingClientRect().top ?? 999) < 100,
      next,
    )
    await page.click('.qd-contents summary')
    expect(await page.locator('.qd-contents li').count()).toBe(ids.length)
    await page.locator('.qd-contents a').nth(ids.indexOf(chart)).click()
    await address(page, chart)
    await page.setViewportSize({ width: 1280, height: 720 }) // once more: nothing of the deck before may write to the address
    await page.waitForSelector('html.is-deck')
    await shows(page, chart)
    await page.evaluate(() => {
      const written: string[] = []
      const replace = history.replaceState.bind(history)
      history.replaceState = (data, unused, url) => {
        written.push(String(url))
        replace(data, unused, url)
      }
      Object.assign(window, { written })
    })
    await page.keyboard.press('ArrowRight')
    await address(page, afterChart)
    expect(await page.evaluate(() => Reflect.get(window, 'written'))).toEqual([`#/${afterChart}`])
    expect(problems).toEqual([])
    await close()
  })
})
