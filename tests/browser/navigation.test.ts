import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type DeckPage, openPage, slideIds } from './deck-page.ts'

const ids = slideIds(inject('folders').short)
const [first = '', second = ''] = ids
const last = ids.at(-1) ?? ''
const middle = ids[Math.floor(ids.length / 2)] ?? ''

describe('in the deck', () => {
  let deck: DeckPage
  const shows = (id: string) => deck.page.waitForSelector(`section#${id}.present`)
  beforeEach(async () => {
    deck = await openPage(inject('short'), { width: 1280, height: 720 })
    await shows(first)
  })
  afterEach(() => deck.close())

  test('an address with the name of a slide opens that slide', async () => {
    const { page, problems, close } = await openPage(`${inject('short')}#/${middle}`, { width: 1280, height: 720 })
    await page.waitForSelector(`section#${middle}.present`)
    expect(problems).toEqual([])
    await close()
  })

  test('arrows, Home and End move, and the address follows', async () => {
    await deck.page.keyboard.press('ArrowRight')
    await shows(second)
    await deck.page.waitForFunction((id) => location.hash === `#/${id}`, second)
    await deck.page.keyboard.press('End')
    await shows(last)
    await deck.page.keyboard.press('Home')
    await shows(first)
  })

  test('going back in history goes back to the slide', async () => {
    await deck.page.evaluate((id) => location.assign(`#/${id}`), middle)
    await shows(middle)
    await deck.page.goBack()
    await shows(first)
  })

  test('the search opens on "/", closes on one Escape even with words in it, and leads to its first hit', async () => {
    const search = deck.page.locator('dialog.qd-search')
    await deck.page.keyboard.press('/')
    await search.waitFor()
    await deck.page.keyboard.type('no such words')
    await deck.page.keyboard.press('Escape')
    await search.waitFor({ state: 'detached' })
    await deck.page.keyboard.press('/')
    await deck.page.keyboard.type(String(ids.indexOf(middle) + 1))
    await deck.page.keyboard.press('Enter')
    await shows(middle)
  })

  test('settings in the address change nothing in the public edition', async () => {
    const { page, close } = await openPage(`${inject('short')}?showNotes=true&showHiddenSlides=true`, {
      width: 1280,
      height: 720,
    })
    await page.waitForSelector(`section#${first}.present`)
    expect(await page.locator('aside.notes').count()).toBe(0)
    expect(await page.locator('.speaker-notes').count()).toBe(0) // reveal.js makes it, and it is an empty stop
    await close()
  })
})

test('with scripts off every slide can be read', async () => {
  const { page, close } = await openPage(inject('short'), { width: 1280, height: 720, scripts: false })
  const seen = await page.$$eval('.slides > section', (slides) =>
    slides.filter((slide) => slide.getBoundingClientRect().height > 40).map(({ id }) => id),
  )
  expect(seen).toEqual(ids)
  await close()
})

test('on a phone the deck is one page to scroll', async () => {
  const { page, close } = await openPage(inject('short'), { width: 390, height: 844, touch: true })
  const tops = await page.$$eval('.slides > section', (slides) =>
    slides.map((slide) => slide.getBoundingClientRect().top),
  )
  expect(tops).toEqual([...tops].sort((a, b) => a - b))
  expect(new Set(tops).size).toBe(ids.length)
  await close()
})

test('the presenter edition opens its speaker view with the notes of the slide', async () => {
  const { page, problems, close } = await openPage(inject('shortPresenter'), { width: 1280, height: 720 })
  await page.waitForSelector('.slides > section.present')
  const noted = await page.evaluate(() =>
    [...document.querySelectorAll('section:has(aside.notes)')].map(({ id }) => id),
  )
  expect(noted.length).toBeGreaterThan(0)
  await page.waitForSelector('html[data-parts]')
  const opening = page.context().waitForEvent('page')
  await page.keyboard.press('s')
  const speaker = await opening
  await speaker.waitForFunction(() => (document.body?.innerText ?? '').trim().length > 20)
  expect(problems).toEqual([])
  await close()
})
