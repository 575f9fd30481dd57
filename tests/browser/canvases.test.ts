import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { quarterdeck, startServer } from './command-line.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'

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

const isLive = (page: Page, selector = box) =>
  page.waitForSelector(`${selector}.is-live > canvas`, { state: 'attached' })
const rests = (page: Page, selector = box) =>
  page.waitForSelector(`${selector}:not(.is-live):not(:has(canvas)) > svg.chart-drawing`, { state: 'attached' })
const pixels = (page: Page): Promise<string> =>
  page.$eval(`${box} > canvas`, (canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''))

async function switchOff(page: Page, at: string, number = 0): Promise<void> {
  await isLive(page, `${at} > .chart-box`)
  await page.hover(`${at} > .chart-box`)
  await page.locator(`${at} .chart-toggle`).nth(number).click()
  await page.waitForSelector(`${at} .chart-toggle[aria-pressed="false"]`)
  await page.mouse.move(1, 1)
}

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
    await rests(page)
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

  test('is there again before its slide is, when the reader comes from beside it', async () => {
    const { page } = deck
    await showSlide(page, slide)
    await isLive(page)
    for (const id of [ids[0] ?? '', last]) await showSlide(page, id)
    await rests(page)
    await showSlide(page, ids[ids.indexOf(slide) + 1] ?? '')
    await isLive(page)
  })

  test('is not missed in print: every chart has its picture', async () => {
    const { page } = deck
    await showSlide(page, slide)
    await switchOff(page, figure)
    for (const id of [ids[0] ?? '', last]) await showSlide(page, id)
    await rests(page)
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
  })
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
    await rests(page)
    await expect.poll(() => canvases(page)).not.toContain(slide)
    expect(await page.$eval(figure, (chart) => chart.clientHeight)).toBe(height)
    await scrollTo(slide)
    await isLive(page)
    expect((await pixels(page)) === before).toBe(true)
    for (const id of ids) await scrollTo(id)
    await scrollTo(last)
    await expect.poll(async () => (await canvases(page)).length).toBeLessThanOrEqual(3)
  })

  test('stays while the keyboard is in its chart', async () => {
    const { page } = deck
    await scrollTo(slide)
    await isLive(page)
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

test('a figure saved while its chart is far is in the chart that comes back, as it was left', async () => {
  const root = mkdtempSync(join(tmpdir(), 'quarterdeck-far-'))
  await quarterdeck('new', root)
  const server = await startServer(root)
  const { page, problems, close } = await openPage(server.address, { width: 1280, height: 720 })
  await showSlide(page, 'revenue')
  await switchOff(page, '#revenue figure.chart', 1)
  for (const id of ['cover', 'results', 'contact']) await showSlide(page, id)
  await rests(page, '#revenue .chart-box')
  const figures = join(root, 'data/figures/results.csv')
  const before = await page.getAttribute('#revenue img.chart-still', 'src')
  writeFileSync(figures, readFileSync(figures, 'utf8').replace('70.1', '72.1').replace('260.7', '262.7'))
  await expect.poll(() => page.getAttribute('#revenue img.chart-still', 'src')).not.toBe(before)
  await showSlide(page, 'revenue')
  await isLive(page, '#revenue .chart-box')
  expect(
    await page.$$eval('#revenue .chart-toggle', (all) => all.map((one) => one.getAttribute('aria-pressed'))),
  ).toEqual(['true', 'false'])
  await page.focus('#revenue .chart-box')
  for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4']) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.textContent('#revenue .chart-spoken')).toContain(`${quarter} FY24`)
  }
  expect(await page.textContent('#revenue .chart-spoken')).toContain('72.1')
  expect(problems).toEqual([])
  await close()
  await server.close()
  rmSync(root, { recursive: true, force: true })
})
