import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { sample } from '../long.ts'
import { connectedBrowser, type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'

/* What no tool finds: WCAG 2.2 AA as a person with a keyboard, a screen reader, forced colours or a small screen meets it. */

const ids = slideIds(inject('folders').short)
const html = readFileSync(join(inject('folders').short, 'index.html'), 'utf8')
const [first = '', second = ''] = ids
const slideWith = (part: RegExp): string =>
  /\sid="([^"]+)"/.exec(
    html.split(/(?=<section\b)/).find((slide) => slide.startsWith('<section') && part.test(slide)) ?? '',
  )?.[1] ?? ''
const table = slideWith(/<figure class="table"/)
const list = slideWith(/<ul>(?:(?!<\/ul>)[\s\S])*<data class="figure"(?:(?!<\/ul>)[\s\S])*<data class="figure"/)
const chart = slideWith(/<figure class="chart"/)

/** What has the focus, as a name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return element instanceof HTMLElement ? (element.dataset.use ?? (element.id || element.className)) : ''
  })

/** Every stop of the Tab key on a slide, from its beginning, before the focus leaves it. */
async function stopsOn(page: Page, id: string): Promise<readonly string[]> {
  await page.$eval(`section#${id}`, (slide) => {
    slide.setAttribute('tabindex', '-1')
    if (slide instanceof HTMLElement) slide.focus()
  })
  const stops: string[] = []
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate((slide) => document.activeElement?.closest('section')?.id === slide, id)
    if (!isInside) return stops
    stops.push(await focused(page))
  }
  return stops
}

/** One page for all that needs a wide window: each test leaves it as it found it. */
let deck: DeckPage
beforeAll(async () => {
  deck = await openPage(inject('short'), { width: 1280, height: 720 })
})
afterEach(() => {
  expect(deck.problems).toEqual([])
})
afterAll(() => deck.close())

/** Closes what an earlier test, or an earlier try of this one, left open, and shows the first slide. */
beforeEach(async () => {
  const { page } = deck
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ forcedColors: 'none' })
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
    for (const details of document.querySelectorAll('details')) details.open = false
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  if (await page.evaluate(() => document.documentElement.classList.contains('is-overview')))
    await page.keyboard.press('Escape')
  await showSlide(page, first)
})

describe('with the keyboard alone', () => {
  test('a table is one stop; arrows go through its figures by row and column, and Escape leaves it', async () => {
    const { page } = deck
    await showSlide(page, table)
    const figures = page.locator(`section#${table} .table td data.figure`)
    const inRow = await figures
      .first()
      .evaluate((one) => one.closest('tr')?.querySelectorAll('data.figure').length ?? 0)
    await page.keyboard.press('Tab')
    await figures.first().focus()
    const use = (at: number): Promise<string | null> => figures.nth(at).getAttribute('data-use')
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe(await use(1))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(await use(inRow))
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe(await use(0))
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog.qd-card[open]')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector(`section#${ids[ids.indexOf(table) + 1]}.present`)
  })

  test('the figures of a list are reached by arrows', async () => {
    const { page } = deck
    await showSlide(page, list)
    const group = page.locator(`section#${list} ul:has(data.figure[tabindex="-1"])`).locator('visible=true').first()
    const figure = group.locator('data.figure[tabindex="0"]')
    await figure.focus()
    const before = await focused(page)
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).not.toBe(before)
    await page.waitForSelector(`section#${list}.present`)
  })

  test('the skip link leads to the slide in sight', async () => {
    const { page } = deck
    await showSlide(page, chart)
    await page.locator('.skip-link').focus()
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe(chart)
    await page.waitForSelector(`section#${chart}.present`)
  })

  test('the overview is a list of slides: the chosen one is told, and nothing in a thumbnail is a stop', async () => {
    const { page } = deck
    await page.keyboard.press('o')
    await page.keyboard.press('ArrowRight')
    const box = page.getByRole('listbox', { name: 'All slides' })
    expect(await box.getAttribute('aria-activedescendant')).toBe(second)
    expect(await focused(page)).toBe('slides')
    const headline = (await page.textContent(`section#${second} h2`)) ?? ''
    const option = page.getByRole('option', { selected: true })
    expect(await option.getAttribute('aria-label')).toContain(headline.slice(0, 15).trim())
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBeUndefined()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').count()).toBe(0)
    expect(await page.getAttribute(`section#${second}`, 'role')).toBe('group')
  })

  test('the search tells how many slides it found, and that it found none', async () => {
    const { page } = deck
    await page.keyboard.press('g')
    const count = page.locator('dialog.qd-search [role=status]')
    await page.locator('dialog.qd-search input').fill('no such words anywhere')
    expect(await count.textContent()).toMatch(/^No slide/)
    const headlines = html.match(/<h2\b.*?<\/h2>/gs)?.join('') ?? '' // what a headline says has no excerpt
    const cells = [...html.matchAll(/<td class="figure-cell"><data[^>]*>(\d+,\d{3})</g)].map(([, text = '']) => text)
    const text = cells.find((one) => !headlines.includes(one)) ?? ''
    expect(text).not.toBe('')
    await page.locator('dialog.qd-search input').fill(text.replace(',', ''))
    expect(await count.textContent()).toMatch(/^Found: [1-9]/)
    expect(await page.textContent('dialog.qd-search li p')).toContain(text)
  })

  test('a table behind a chart that is wider than its box is scrolled by arrows', async () => {
    const { page } = deck
    const wide = await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('section details.chart-data')) {
        const columns = details.querySelectorAll('thead th').length
        if (columns >= 8) return details.closest('section')?.id ?? ''
      }
      return ''
    })
    await showSlide(page, wide)
    await page.keyboard.press('d')
    const scroller = page.locator(`section#${wide} details[open]`).first()
    await scroller.evaluate((one) => {
      const { style } = one.querySelector('table') ?? { style: undefined }
      if (style) style.width = '3000px'
    })
    await page.waitForSelector(`section#${wide} details[open][tabindex="0"]`)
    await scroller.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => scroller.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0)
    await page.waitForSelector(`section#${wide}.present`)
    expect(await scroller.getAttribute('aria-label')).not.toBe('')
  })
})

test.each(sample(ids, 12, 3))('slide %s has few stops of the Tab key, and none twice', async (id) => {
  const { page } = deck
  await showSlide(page, id)
  const stops = await stopsOn(page, id)
  expect(stops.length).toBeLessThanOrEqual(16)
})

test.each([
  { width: 1280, height: 720 },
  { width: 960, height: 540 },
])('in a window of $width × $height what is pressed is 24 pixels high', async (size) => {
  const { page } = deck
  await page.setViewportSize(size)
  await showSlide(page, chart)
  await page.hover(`section#${chart} .chart-box`, { position: { x: 40, y: 40 } }) // words may stand over its middle
  const heights = await page.$$eval('section.present .chart-data > summary, .qd-bar button', (all) =>
    all.map((one) => {
      const box = one.getBoundingClientRect()
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const hits = (dy: number): boolean => {
        const hit = document.elementFromPoint(x, y + dy)
        return hit !== null && (one === hit || one.contains(hit))
      }
      return [-11.5, 0, 11.5].every(hits)
    }),
  )
  expect(heights.length).toBeGreaterThan(0)
  expect(heights).not.toContain(false)
})

test('in forced colours bullets are there', async () => {
  const { page } = deck
  await page.emulateMedia({ forcedColors: 'active' })
  await showSlide(page, list)
  const colors = await page.$$eval('section.present .text ul > li', (all) =>
    all.map((one) => [getComputedStyle(one, '::before').backgroundColor, getComputedStyle(one).backgroundColor]),
  )
  expect(colors.length).toBeGreaterThan(0)
  expect(colors.filter(([bullet, ground]) => bullet === ground || bullet === 'rgb(255, 255, 255)')).toEqual([])
})

test('without scripts the page shows that it can be scrolled, and charts on a phone keep their size', async () => {
  const context = await (await connectedBrowser()).newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(inject('short'))
  const still = page.locator('.chart-still').first()
  expect((await still.boundingBox())?.width).toBeGreaterThanOrEqual(800)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 720 })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollbarWidth)).toBe('auto')
  await context.close()
})

test('on a phone a chart has one legend, and tables that are wider than the page are scrolled by key', async () => {
  const { page, close } = await openPage(inject('short'), { width: 390, height: 844, touch: true })
  expect(await page.locator('.chart-toggles').locator('visible=true').count()).toBe(0)
  const cut = (one: Element): boolean => one.scrollWidth > one.clientWidth + 1 && one.getAttribute('tabindex') !== '0'
  for (const box of await page.locator('figure.table').all()) {
    await box.scrollIntoViewIfNeeded()
    await expect.poll(() => box.evaluate(cut)).toBe(false)
  }
  await close()
})

test('on a phone each row of a wide table is a card, whose figures stand behind the names of their columns', async () => {
  const { page, close } = await openPage(inject('short'), { width: 360, height: 800, touch: true })
  const tables = page.locator('figure.table[data-cards]')
  expect(await tables.count()).toBeGreaterThan(2)
  const wrong = await tables.evaluateAll((all) =>
    all.flatMap((one) => {
      const heads = [...one.querySelectorAll('thead tr:last-child > :not(.label)')].map(
        (head) => head.textContent ?? '',
      )
      return [...one.querySelectorAll<HTMLElement>('tbody tr:not(.heading)')].flatMap((row) =>
        [...row.querySelectorAll('td')].flatMap((cell, index) => {
          const name = cell.dataset.head?.replace(/\s/g, '') ?? ''
          const { left, right } = cell.getBoundingClientRect()
          const isNamed = name !== '' && name.endsWith((heads[index] ?? '-').replace(/\s/g, ''))
          return isNamed && left >= 0 && right <= 360 ? [] : [`${one.id} ${index}: ${name} ${left} ${right}`]
        }),
      )
    }),
  )
  expect(wrong).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const told = await tables.first().ariaSnapshot() // a table still, for ears
  expect(['columnheader', 'rowheader', 'cell'].filter((role) => !told.includes(`- ${role} `))).toEqual([])
  const figure = tables.first().locator('td data.figure').last()
  await figure.scrollIntoViewIfNeeded()
  await figure.click()
  await page.waitForSelector('dialog.qd-card[open]')
  await close()
})

test('on a phone nothing of the last slide is under the button at the end of the page', async () => {
  const { page, close } = await openPage(inject('short'), { width: 390, height: 844, touch: true })
  const button = page.locator('.qd-bar button').locator('visible=true').first()
  await button.waitFor()
  const end = async (): Promise<number> => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const words = await page.locator('.slides > section').last().locator('.foot-number').boundingBox()
    const { y = 0 } = (await button.boundingBox()) ?? {}
    return y - (words ? words.y + words.height : 0)
  }
  await expect.poll(end).toBeGreaterThan(0)
  await close()
})
