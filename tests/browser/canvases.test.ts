import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { isLong } from '../long.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'
import { isLive, rests, switchOff } from './live-box.ts'

const html = readFileSync(join(inject('folders').short, 'index.html'), 'utf8')
const ids = slideIds(inject('folders').short)
const last = ids.at(-1) ?? ''
/** A slide in the middle, with a chart whose series can be switched off. */
const slide = /<section\b[^>]*?\sid="([^"]+)"(?:(?!<section)[\s\S])*?data-type="stacked-column"/.exec(html)?.[1] ?? ''
const figure = `section#${slide} figure[data-type="stacked-column"]`
const box = `${figure} > .chart-box`

/** For each canvas, the id of its slide. */
const canvases = (page: Page): Promise<string[]> =>
  page.$$eval('canvas', (all) => all.map((canvas) => canvas.closest('section')?.id ?? ''))

const pixels = (page: Page): Promise<string> =>
  page.$eval(`${box} > canvas`, (canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''))

/** Where the first mark of the chart is, as its card is asked for by key. */
async function firstMark(page: Page): Promise<{ x: number; y: number }> {
  const asked = page.evaluate(
    () =>
      new Promise<{ x: number; y: number }>((found) =>
        document.addEventListener('qd:fact', (event) => event instanceof CustomEvent && found(event.detail), {
          once: true,
        }),
      ),
  )
  await page.focus(box)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog.qd-card[open]')
  await page.keyboard.press('Escape')
  return asked
}

describe('in the deck, a canvas', () => {
  let deck: DeckPage
  let logged: string[]
  beforeEach(async () => {
    logged = []
    deck = await openPage(inject('short'), { width: 1920, height: 1080 })
    deck.page.on('console', (message) => logged.push(message.text()))
  })
  afterEach(async () => {
    expect([...deck.problems, ...logged]).toEqual([])
    await deck.close()
  })

  test('is there for the slide that shows and those beside it only', async () => {
    const { page } = deck
    for (const [index, id] of ids.entries()) {
      await showSlide(page, id)
      await page.waitForFunction((name) => {
        const boxes = [...document.querySelectorAll(`section#${name} .chart-box`)]
        return boxes.every((one) => one.querySelector('canvas'))
      }, id)
      const near = ids.slice(Math.max(0, index - 1), index + 2)
      expect((await canvases(page)).filter((name) => !near.includes(name))).toEqual([])
    }
    const [left, shown] = ids.slice(-2).map((id) => html.split(`id="${id}"`)[1]?.split('</section>')[0] ?? '')
    const most = `${left}${shown}`.split('<figure class="chart"').length - 1
    expect((await canvases(page)).length).toBeLessThanOrEqual(most)
  })

  test('comes back as the reader left it, from the first frame on, and answers', async () => {
    const { page } = deck
    await showSlide(page, slide)
    await switchOff(page, figure)
    const before = await pixels(page)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    for (const id of [ids[0] ?? '', last]) await showSlide(page, id)
    await rests(page, box)
    const first = await page.evaluate(
      ({ hash, canvas }) =>
        new Promise<string>((found) => {
          const look = (): void => {
            const element = document.querySelector(canvas)
            found(element instanceof HTMLCanvasElement ? element.toDataURL() : 'no canvas')
          }
          document
            .querySelector('.reveal')
            ?.addEventListener('qd:shown', () => requestAnimationFrame(look), { once: true })
          location.hash = hash
        }),
      { hash: `#/${slide}`, canvas: `${box} > canvas` },
    )
    expect(first === before).toBe(true) // not toEqual, which would print both pictures
    await showSlide(page, slide)
    expect(await page.locator(`${figure} .chart-toggle[aria-pressed="false"]`).count()).toBe(1)
    const { x, y } = await firstMark(page)
    await page.mouse.move(x, y + 4)
    await page.waitForSelector(`${box} > .chart-tooltip:not([hidden])`)
    await page.mouse.click(x, y + 4)
    await page.waitForSelector('dialog.qd-card[open]')
  })

  test('shows no series that was switched off before the window changed to the view of a phone and back', async () => {
    const { page } = deck
    await showSlide(page, slide)
    await switchOff(page, figure)
    const off = `${figure} .chart-toggle[aria-pressed="false"]`
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForFunction(() => !document.documentElement.classList.contains('is-deck'))
    await page.locator(box).scrollIntoViewIfNeeded()
    await page.waitForSelector(off, { state: 'attached' })
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.waitForFunction(() => document.documentElement.classList.contains('is-deck'))
    await showSlide(page, slide)
    await page.waitForSelector(off, { state: 'attached' })
    expect(await page.locator(off).count()).toBe(1)
  })

  test('is there when the window changes its view while the chart is still on its way', async () => {
    const { page } = deck
    await page.setViewportSize({ width: 390, height: 844 })
    await page.waitForFunction(() => !document.documentElement.classList.contains('is-deck'))
    let release: () => void = () => undefined
    const released = new Promise<void>((done) => {
      release = done
    })
    await page.route(/\/charts-[^/]*\.json$/, async (route) => {
      await released
      await route.continue()
    })
    const asked = page.waitForRequest(/\/charts-[^/]*\.json$/) // also of what is loaded ahead
    await page.reload()
    await page.locator(box).scrollIntoViewIfNeeded()
    await page.waitForSelector(`${box} > .chart-drawing`) // it is on its way
    await asked
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.waitForFunction(() => document.documentElement.classList.contains('is-deck'))
    await showSlide(page, slide)
    release()
    await isLive(page, box)
  })

  test('is there again before its slide is, when the reader comes from beside it', async () => {
    const { page } = deck
    await showSlide(page, slide)
    await isLive(page, box)
    for (const id of [ids[0] ?? '', last]) await showSlide(page, id)
    await rests(page, box)
    await showSlide(page, ids[ids.indexOf(slide) + 1] ?? '')
    await isLive(page, box)
  })
})

test('a canvas is not missed in print: every chart has its picture', async () => {
  const { page, problems, close } = await openPage(inject('short'), { width: 1920, height: 1080 })
  await showSlide(page, slide)
  await switchOff(page, figure)
  for (const id of [ids[0] ?? '', last]) await showSlide(page, id)
  await rests(page, box)
  await page.emulateMedia({ media: 'print' })
  const without = await page.$$eval('.chart', (charts) =>
    charts
      .filter(
        (chart) =>
          ![...chart.querySelectorAll('.chart-still, .chart-drawing')].some((one) =>
            one.checkVisibility({ visibilityProperty: true }),
          ),
      )
      .map(({ id }) => id),
  )
  expect(without).toEqual([])
  expect(problems).toEqual([])
  await close()
})

test.runIf(isLong)('canvases hold less than 120 MB at any moment of 20 walks at 4K', { timeout: 900_000 }, async () => {
  const { page, problems, close } = await openPage(inject('short'), { width: 3840, height: 2160 })
  let most = 0
  for (let walks = 0; walks < 20; walks++)
    for (const id of ids) {
      const bytes = await page.evaluate(async (name) => {
        location.hash = `#/${name}`
        for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
        return [...document.querySelectorAll('canvas')].reduce((all, { width, height }) => all + 4 * width * height, 0)
      }, id)
      most = Math.max(most, bytes)
    }
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(120_000_000)
  expect(problems).toEqual([])
  await close()
})

describe('on a phone, a canvas', () => {
  let deck: DeckPage
  const scrollTo = (id: string) => deck.page.$eval(`section#${id}`, (section) => section.scrollIntoView())
  beforeEach(async () => {
    deck = await openPage(inject('short'), { width: 390, height: 844 })
  })
  afterEach(async () => {
    expect(deck.problems).toEqual([])
    await deck.close()
  })

  test('is there only for charts in sight or nearly so, and comes back as it was left', async () => {
    const { page } = deck
    await scrollTo(slide)
    await switchOff(page, figure)
    const [before, height] = [await pixels(page), await page.$eval(figure, (chart) => chart.clientHeight)]
    await scrollTo(last)
    await rests(page, box)
    await expect.poll(() => canvases(page)).not.toContain(slide)
    expect(await page.$eval(figure, (chart) => chart.clientHeight)).toBe(height)
    await scrollTo(slide)
    await isLive(page, box)
    expect((await pixels(page)) === before).toBe(true)
    for (const id of ids) await scrollTo(id)
    await scrollTo(last)
    await expect.poll(async () => (await canvases(page)).length).toBeLessThanOrEqual(3)
  })

  test('stays while the keyboard is in its chart', async () => {
    const { page } = deck
    await scrollTo(slide)
    await isLive(page, box)
    await page.focus(box)
    await scrollTo(last)
    await page.waitForFunction(
      (selector) => (document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0) < -300,
      box,
    )
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector(`${box} > .chart-tooltip:not([hidden])`, { state: 'attached' })
    expect(await page.$eval(box, (element) => element === document.activeElement)).toBe(true)
  })
})
