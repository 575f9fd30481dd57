import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sample } from '../long.ts'
import { quarterdeck, writeNewDeck } from './command-line.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'
import { type StaticServer, serveFolder } from './static-server.ts'

const shows = (page: Page, id: string) => page.waitForSelector(`section#${id}.present`, { state: 'attached' })

async function openSpeaker(page: Page): Promise<Page> {
  const windows = (): readonly Page[] => page.context().pages()
  await page.waitForSelector('html[data-parts]') // the key is there only then
  const opening = page.context().waitForEvent('page')
  await page.keyboard.press('s')
  await opening
  const speaker = windows().find((one) => one !== page) ?? page
  await speaker.waitForSelector('.qd-frame section')
  return speaker
}

const showsThere = (speaker: Page, id: string) => speaker.waitForSelector(`.qd-frame:nth-of-type(1) section#${id}`)
const alertOf = (speaker: Page) => speaker.locator('.qd-cut:not([hidden])')

describe('the speaker’s window', () => {
  const ids = slideIds(inject('folders').shortPresenter)
  const [first = '', second = '', third = ''] = ids
  let deck: DeckPage
  let speaker: Page
  beforeAll(async () => {
    deck = await openPage(inject('shortPresenter'), { width: 1280, height: 720 })
    await shows(deck.page, first)
    speaker = await openSpeaker(deck.page)
    await speaker.setViewportSize({ width: 1280, height: 800 })
  })
  afterAll(async () => {
    expect(deck.problems).toEqual([])
    await deck.close()
  })

  test('is a document of standards, with slides, the next one and notes', async () => {
    expect(await speaker.evaluate(() => document.compatMode)).toBe('CSS1Compat')
    expect(await speaker.locator('.qd-frame section').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      first,
      second,
    ])
    expect((await speaker.textContent('.qd-notes'))?.length).toBeGreaterThan(40)
  })

  test('presses every key of the deck there', async () => {
    const { page } = deck
    await speaker.keyboard.press('PageDown')
    await shows(page, second)
    await showsThere(speaker, second)
    await speaker.keyboard.press('End')
    await shows(page, ids.at(-1) ?? '')
    await speaker.keyboard.press('Home')
    await shows(page, first)
    await speaker.keyboard.press('3')
    await speaker.keyboard.press('Enter')
    await shows(page, third)
    await showsThere(speaker, third)
    await speaker.keyboard.press('.')
    await page.locator('.reveal.paused').waitFor()
    await speaker.locator('.qd-frame.is-black').waitFor()
    await speaker.keyboard.press('n')
    await page.locator('.reveal.paused').waitFor({ state: 'detached' })
    await speaker.locator('.qd-frame.is-black').waitFor({ state: 'detached' })
    await shows(page, third)
    await speaker.keyboard.press('o')
    await page.locator('html.is-overview').waitFor()
    await speaker.keyboard.press('Escape')
    await page.locator('html:not(.is-overview)').waitFor()
  })

  test('has notes that keys size and scroll', async () => {
    const notes = speaker.locator('.qd-notes')
    const size = (): Promise<number> => notes.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    const before = await size()
    for (let times = 0; times < 9; times++) await speaker.keyboard.press('+')
    expect(await size()).toBe(before + 18)
    await speaker.setViewportSize({ width: 1280, height: 560 })
    await speaker.waitForFunction(() => window.innerHeight === 560)
    await speaker.keyboard.press('ArrowDown')
    await expect.poll(() => notes.evaluate((one) => one.scrollTop)).toBeGreaterThan(0)
    await speaker.keyboard.press('ArrowUp')
    await expect.poll(() => notes.evaluate((one) => one.scrollTop)).toBe(0)
    for (let times = 0; times < 9; times++) await speaker.keyboard.press('-')
    expect(await size()).toBe(before)
    await speaker.setViewportSize({ width: 1280, height: 800 })
  })

  test('fits its own window: no notes overflow sideways, and on few slides downwards', async () => {
    const overflowing: string[] = []
    const shown = sample(ids, 12, 3)
    for (const id of shown) {
      await showSlide(deck.page, id)
      await showsThere(speaker, id)
      const by = await speaker.$eval('.qd-notes', (one) => one.scrollHeight - one.clientHeight)
      if (by > 1) overflowing.push(id)
      expect(await speaker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    }
    expect(overflowing.length).toBeLessThan(shown.length / 10)
  })

  test('has no fault that axe knows, on slides with tables too', async () => {
    const withTable = ids.find((id) =>
      new RegExp(`<section id="${id}"(?:(?!<section)[\\s\\S])*<figure class="table"`).test(
        readFileSync(join(inject('folders').shortPresenter, 'index.html'), 'utf8'),
      ),
    )
    await showSlide(deck.page, withTable ?? '')
    await showsThere(speaker, withTable ?? '')
    await speaker.evaluate(axe.source)
    const found = await speaker.evaluate(async (): Promise<Pick<AxeResults, 'violations'>> => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
      return { violations }
    })
    expect(
      found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([])
    const head = await speaker.$eval('.qd-frame .table thead th', (one) => getComputedStyle(one).color)
    expect(head).not.toBe('rgb(242, 245, 248)') // as the window's own text on its dark ground
  })

  test('connects by itself when the deck is loaded again, and its clock goes on', async () => {
    const { page } = deck
    await showSlide(page, second)
    const start = (): Promise<string | null> => speaker.evaluate(() => sessionStorage.getItem('quarterdeck-start'))
    const before = await start()
    await page.reload()
    await shows(page, second)
    await expect.poll(() => alertOf(speaker).count()).toBe(0)
    await speaker.keyboard.press('PageDown')
    await shows(page, third)
    await showsThere(speaker, third)
    const pages = page.context().pages().length
    await page.keyboard.press('s') // once more: the same window comes to the front
    await page.waitForFunction(() => document.readyState === 'complete')
    expect(page.context().pages().length).toBe(pages)
    expect(await start()).toBe(before)
    await speaker.reload()
    await showsThere(speaker, third)
    expect(await start()).toBe(before)
  })

  test('says when it is cut off, and goes on when the deck is back', async () => {
    const { page } = deck
    const address = page.url()
    await page.goto('about:blank')
    await alertOf(speaker).waitFor()
    expect(await alertOf(speaker).textContent()).toContain('Cut off')
    await page.goto(address)
    await alertOf(speaker).waitFor({ state: 'hidden' })
  })
})

describe('a deck with back-up slides, steps and a plan', () => {
  const root = mkdtempSync(join(tmpdir(), 'quarterdeck-talk-'))
  let server: StaticServer
  beforeAll(async () => {
    writeNewDeck(root)
    const settings = join(root, 'data/deck.yaml')
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nduration: 10\n`)
    const slide = (title: string, more: string, text: string): string =>
      `---\nlayout: points\ntitle: ${title}\n${more}---\n${text}\n\nNote: Say ${title}.\n`
    writeFileSync(join(root, 'slides/011-first-aside.md'), slide('First aside', 'hidden: true\n', '- Aside'))
    writeFileSync(join(root, 'slides/012-steps.md'), slide('Steps', 'duration: 1\n', '+ One\n+ Two'))
    writeFileSync(join(root, 'slides/013-second-aside.md'), slide('Second aside', 'hidden: true\n', '- Aside'))
    const out = join(root, 'dist-presenter')
    const { code, err } = await quarterdeck('build', '--root', root, '--edition', 'presenter', '--out', out)
    expect(`${code} ${err}`).toMatch(/^0/)
    server = await serveFolder(out)
  })
  afterAll(async () => {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  })

  test('passes over them, reaches them by number, search and link, and goes on where it was', async () => {
    const { page, problems, close } = await openPage(server.address, { width: 1280, height: 720, touch: true })
    const all = slideIds(join(root, 'dist-presenter'))
    const talk = all.filter((id) => !id.endsWith('aside'))
    const [cover = '', steps = '', afterSteps = ''] = talk
    await shows(page, cover)
    await page.keyboard.press('PageDown')
    await shows(page, steps)
    expect(await page.textContent('.qd-bar output')).toBe(`2 / ${talk.length}`)
    for (const _ of ['One', 'Two', 'on']) await page.keyboard.press('PageDown')
    await shows(page, afterSteps)
    await page.keyboard.press('/')
    await page.locator('dialog.qd-search').waitFor()
    await page.keyboard.type('b2')
    await page.keyboard.press('Enter')
    await shows(page, 'second-aside')
    expect(await page.textContent('.qd-bar output')).toBe('B2')
    await page.keyboard.press('PageUp')
    await shows(page, afterSteps)
    await page.waitForFunction((id) => location.hash === `#/${id}`, afterSteps)
    await page.evaluate(() => location.assign('#/b1'))
    await shows(page, 'first-aside')
    await page.waitForFunction(() => location.hash === '#/first-aside')
    await page.keyboard.press('PageDown')
    await shows(page, talk[3] ?? '')
    await page.goBack()
    await shows(page, afterSteps)
    expect(problems).toEqual([])
    await close()
  })

  test('shows the next step, not only the next slide, and the pace', async () => {
    const { page, problems, close } = await openPage(`${server.address}#/steps`, { width: 1280, height: 720 })
    await shows(page, 'steps')
    const speaker = await openSpeaker(page)
    await showsThere(speaker, 'steps')
    const shown = (at: number): Promise<number> =>
      speaker.locator('.qd-frame').nth(at).locator('.fragment.visible').count()
    expect([await shown(0), await shown(1)]).toEqual([0, 1])
    expect(await speaker.locator('.qd-frames > h2').nth(1).textContent()).toContain('step')
    await speaker.keyboard.press(' ')
    await expect.poll(() => shown(0)).toBe(1)
    await speaker.keyboard.press(' ')
    await expect.poll(() => speaker.locator('.qd-frames > h2').nth(1).textContent()).not.toContain('step')
    expect(await speaker.locator('.qd-frame').nth(1).locator('#second-aside').count()).toBe(0)
    await expect.poll(() => speaker.textContent('.qd-clock')).toMatch(/^0:\d\d of 10:00/)
    await expect.poll(() => speaker.textContent('.qd-pace')).toMatch(/ahead$/)
    await speaker.evaluate(() => sessionStorage.setItem('quarterdeck-start', String(Date.now() - 9 * 60_000)))
    await expect.poll(() => speaker.textContent('.qd-pace')).toMatch(/behind$/)
    expect(problems).toEqual([])
    await close()
  })

  test('has a page of notes after each slide on paper', async () => {
    const { page, close } = await openPage(`${server.address}?print-pdf`, { width: 800, height: 500 })
    await page.waitForSelector('html[data-ready]')
    await page.emulateMedia({ media: 'print' })
    const after = await page.$$eval('.notes-page', (all) => all.map((one) => one.previousElementSibling?.id))
    expect(after).toEqual(expect.arrayContaining(['first-aside', 'steps', 'second-aside']))
    expect(await page.locator('#steps + .notes-page').innerText()).toMatch(/Notes to 2: Steps\s+Say Steps\./)
    expect(await page.locator('#second-aside + .notes-page').innerText()).toContain('Notes to B2')
    await close()
  })

  test('asks for the screen to stay on, again on return, and lets it go with the window', async () => {
    const { page, close } = await openPage(server.address, { width: 1280, height: 720 })
    await page.evaluate(() => {
      const asked: string[] = []
      Object.assign(window, { asked })
      const request = async (): Promise<unknown> => {
        asked.push('on')
        const lock = { released: false, release: async () => void asked.push('off') }
        return Object.assign(window, { lock }).lock
      }
      Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
    })
    const asked = (): Promise<string> => page.evaluate(() => String(Reflect.get(window, 'asked')))
    expect(await asked()).toBe('')
    const speaker = await openSpeaker(page)
    await expect.poll(asked).toBe('on')
    await page.evaluate(() => {
      Object.assign(Reflect.get(window, 'lock'), { released: true }) // by the browser, as when the page is left
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect.poll(asked).toBe('on,on')
    await speaker.close({ runBeforeUnload: true })
    await expect.poll(asked).toBe('on,on,off')
    await close()
  })
})
