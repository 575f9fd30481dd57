import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type DevServer, engine, startServer, writeNewDeck } from './command-line.ts'
import { connectedBrowser, type DeckPage, openPage, showSlide } from './deck-page.ts'
import { isLive, rests, switchOff } from './live-box.ts'

let root: string
let server: DevServer
let deck: DeckPage

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const save = (path: string, text: string): void => writeFileSync(join(root, path), text)
const replace = (path: string, from: string, to: string): void => {
  expect(read(path)).toContain(from)
  save(path, read(path).replace(from, to))
}

/** Waits until the page reads so. */
const reads = (text: string) => deck.page.waitForFunction((part) => document.body.innerText.includes(part), text)
const reloads = (): Promise<boolean> => deck.page.evaluate(() => !('isSamePage' in window))
const current = (): Promise<string | undefined> =>
  deck.page.evaluate(() => document.querySelector('.slides > section.present')?.id)

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-live-'))
  writeNewDeck(root)
  replace('slides/020-revenue.md', '- Operating', '+ First step\n+ Second step\n- Operating')
  mkdirSync(join(root, 'templates/layouts'), { recursive: true })
  copyFileSync(join(engine, 'templates/brand.css'), join(root, 'templates/brand.css'))
  for (const end of ['hbs', 'yaml'])
    copyFileSync(
      join(engine, `templates/layouts/chart-and-points.${end}`),
      join(root, `templates/layouts/chart-and-points.${end}`),
    )
  server = await startServer(root)
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

describe('while developing', () => {
  beforeAll(async () => {
    deck = await openPage(server.address, { width: 1280, height: 720 })
    await showSlide(deck.page, 'revenue')
    await deck.page.keyboard.press('ArrowRight')
    await deck.page.waitForFunction(() => document.querySelectorAll('.present .fragment.visible').length === 1)
    await deck.page.evaluate(() => Object.assign(window, { isSamePage: true }))
  })
  afterEach(async () => {
    expect(await reloads()).toBe(false)
    expect(await current()).toBe('revenue')
    expect(await deck.page.locator('.present .fragment.visible').count()).toBe(1)
    expect(deck.problems).toEqual([])
  })
  afterAll(() => deck.close())

  test('saved text is on the page, which stays at its slide and step', async () => {
    replace('slides/020-revenue.md', '**Services reached', '**In short, services reached')
    await reads('In short, services reached')
  })

  test('a saved figure is in every sentence and chart that uses it', async () => {
    const still = () => deck.page.locator('#revenue img.chart-still').getAttribute('src')
    const before = await still()
    replace('data/figures/results.csv', '260.7', '262.7')
    await reads('262.7')
    replace('data/figures/results.csv', '70.1', '72.1')
    await expect.poll(still).not.toBe(before)
  })

  test('a saved template is on every slide that uses it', async () => {
    replace(
      'templates/layouts/chart-and-points.hbs',
      '<div class="content">',
      '<p>From the template</p><div class="content">',
    )
    await reads('From the template')
  })

  test('a saved style sheet is in force', async () => {
    const ink = () =>
      deck.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--qd-ink').trim())
    save('templates/brand.css', `${read('templates/brand.css')}\n:root { --qd-ink: #102030; }\n`)
    await expect.poll(ink).toBe('#102030')
  })

  test('a new slide is there, and gone when its file is', async () => {
    save('slides/025-extra.md', '---\nlayout: points\ntitle: An extra slide\n---\n- One thing\n')
    await deck.page.waitForSelector('section#extra', { state: 'attached' })
    rmSync(join(root, 'slides/025-extra.md'))
    await deck.page.waitForSelector('section#extra', { state: 'detached' })
  })

  test('a mistake is shown over the slide with its place and a suggestion, and goes when it is mended', async () => {
    const good = read('slides/030-results.md')
    save('slides/030-results.md', good.replace('figure "income.operating"', 'figure "income.operatng"'))
    await reads('slides/030-results.md:3:')
    await reads('did you mean "income.operating"')
    await expect.poll(server.log).toContain('did you mean "income.operating"')
    expect(await deck.page.locator('#revenue h2').innerText()).toContain('Revenue grew')
    save('slides/030-results.md', good)
    await deck.page.waitForFunction(() => !document.body.innerText.includes('did you mean'))
  })

  test('a sentence that the data contradict is shown over the slide, and goes when it is mended', async () => {
    replace('slides/020-revenue.md', '{{change "revenue.services" "FY"}}', 'it fell {{growth "revenue.services" "FY"}}')
    const overlay = deck.page.locator('.qd-error')
    await overlay.getByText('invalid direction "fell"').first().waitFor()
    await reads('it fell')
    replace('slides/020-revenue.md', 'it fell {{growth "revenue.services" "FY"}}', '{{change "revenue.services" "FY"}}')
    await overlay.waitFor({ state: 'detached' })
  })

  test('what was saved in two steps, the first an empty file, is right in the end', async () => {
    const good = read('slides/030-results.md')
    save('slides/030-results.md', '')
    save('slides/030-results.md', good.replace('Consolidated results', 'Results of the group'))
    await deck.page.waitForFunction(() =>
      document.querySelector('#results')?.textContent?.includes('Results of the group'),
    )
    await deck.page.waitForFunction(() => !/030-results\.md:\d/.test(document.body.innerText))
  })
})

test('a figure saved while its chart is far is in the chart that comes back, as it was left', async () => {
  const { page, problems, close } = await openPage(server.address, { width: 1280, height: 720 })
  const figures = 'data/figures/results.csv'
  await showSlide(page, 'revenue')
  await switchOff(page, '#revenue figure.chart', 1)
  for (const id of ['cover', 'results', 'contact']) await showSlide(page, id)
  await rests(page, '#revenue .chart-box')
  const before = await page.getAttribute('#revenue img.chart-still', 'src')
  save(
    figures,
    read(figures)
      .replace(/7[02]\.1/, '74.1')
      .replace(/26[02]\.7/, '264.7'),
  )
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
  expect(await page.textContent('#revenue .chart-spoken')).toContain('74.1')
  expect(problems).toEqual([])
  await close()
})

describe('in a deck that is broken from the start, says so, and appears when it is mended, a letter that is typed', () => {
  const fontsIn = join(engine, 'tests/fonts')
  let typed: string
  let own: DevServer
  let opened: DeckPage
  const file = (): string => join(typed, 'slides/020-revenue.md')
  const type = (text: string): void =>
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('\n- Operating', `\n- ${text}\n- Operating`))
  /** Whether the page has loaded a font of its own sheets for every letter of a text. */
  const draws = (text: string): Promise<unknown> =>
    opened.page.waitForFunction((letters) => {
      const faces = [...document.fonts].filter(({ status }) => status === 'loaded')
      const ranges = faces.flatMap(({ unicodeRange }) => unicodeRange.split(','))
      const codes = [...letters].map((letter) => letter.codePointAt(0) ?? 0)
      const isIn = (code: number, range: string): boolean => {
        const [first = '', last = first] = range.trim().replace('U+', '').split('-')
        return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16)
      }
      return document.body.innerText.includes(letters) && codes.every((code) => ranges.some((one) => isIn(code, one)))
    }, text)

  beforeAll(async () => {
    typed = mkdtempSync(join(tmpdir(), 'quarterdeck-letters-'))
    writeNewDeck(typed)
    mkdirSync(join(typed, 'fonts'))
    for (const name of ['Letters-Regular.woff2', 'Letters-Bold.woff2', 'OFL.txt'])
      copyFileSync(join(fontsIn, name), join(typed, 'fonts', name))
    const settings = join(typed, 'data/deck.yaml')
    writeFileSync(
      settings,
      `${readFileSync(settings, 'utf8')}fonts: [fonts/Letters-Regular.woff2, fonts/Letters-Bold.woff2]\n`,
    )
    const good = readFileSync(file(), 'utf8')
    writeFileSync(file(), good.replace('layout: chart-and-points', 'layout: chart-and-pionts'))
    own = await startServer(typed)
    const early = await (await connectedBrowser()).newPage()
    await early.goto(own.address)
    await early.waitForFunction(() => document.body.innerText.includes('did you mean "chart-and-points"'))
    writeFileSync(file(), good)
    await early.waitForSelector('section#revenue', { state: 'attached' })
    await early.close()
    opened = await openPage(own.address, { width: 1280, height: 720 })
    await showSlide(opened.page, 'revenue')
    await opened.page.evaluate(() => Object.assign(window, { isSamePage: true }))
  })
  afterEach(async () => {
    expect(await opened.page.evaluate(() => 'isSamePage' in window)).toBe(true)
    expect(opened.problems).toEqual([])
  })
  afterAll(async () => {
    await opened.close()
    await own.close()
    rmSync(typed, { recursive: true, force: true })
  })

  test('is drawn in a further part of the shipped font', async () => {
    type('Ελλάδα')
    await draws('Ελλάδα')
  })

  test("is drawn in the deck's own font, and so is one that was not in the text before", async () => {
    type('[[東京]]')
    await draws('東京')
    type('[[大阪]]')
    await draws('大阪')
  })

  test('is drawn on a live chart as on a page that is opened then', async () => {
    const drawing = ({ page }: DeckPage): Promise<string | undefined> =>
      page.evaluate(() => document.querySelector<HTMLCanvasElement>('.present canvas')?.toDataURL())
    const slide = readFileSync(file(), 'utf8')
    const before = await drawing(opened)
    writeFileSync(
      file(),
      slide.replace('[revenue.services, ', '[{metric: revenue.services, label: "[[高成長サービス事業]]"}, '),
    )
    await draws('高成長サービス事業')
    const fresh = await openPage(own.address, { width: 1280, height: 720 })
    await showSlide(fresh.page, 'revenue')
    await expect.poll(async () => (await drawing(opened)) === (await drawing(fresh)), { timeout: 10_000 }).toBe(true)
    expect(await drawing(opened)).not.toBe(before)
    await fresh.close()
  })
})
