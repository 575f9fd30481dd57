import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engine, quarterdeck } from './command-line.ts'
import { connectedBrowser } from './deck-page.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-compare-page-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Changes a file of the newer deck. */
function changed(path: string, before: string, after: string): void {
  const file = join(base, 'new', path)
  const text = readFileSync(file, 'utf8')
  if (!text.includes(before)) throw new Error(`${path} holds no ${before}`)
  writeFileSync(file, text.replace(before, after))
}

const problems: string[] = []
let page: Page

beforeAll(async () => {
  for (const name of ['old', 'new']) cpSync(join(engine, 'tests/golden/tillman'), join(base, name), { recursive: true })
  changed('slides/070-bridge.md', 'Gross profit explains', 'Gross profit carries')
  changed('data/figures/q3.csv', 'sales.fuel,USD mn,203.8,279.8', 'sales.fuel,USD mn,203.8,279.9')
  const file = join(base, 'changes.html')
  const { code, err } = await quarterdeck('compare', join(base, 'old'), join(base, 'new'), '--html', file)
  if (code !== 0) throw new Error(err)
  const context = await (await connectedBrowser()).newContext({ viewport: { width: 1920, height: 1080 } })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => !/^(?:file|data|about):/.test(request.url()) && problems.push(request.url()))
  await page.goto(pathToFileURL(file).href)
  await page.waitForFunction(() => document.querySelector('.drawing[data-slide]:empty') === null) // all are drawn
})
afterAll(() => page?.context().close())

const drawing = (slide: string, side: 'old' | 'next') =>
  page.frameLocator(`.drawing[data-slide="${slide}"][data-side="${side}"] iframe`)

test('both slides stand side by side as they are drawn, with what changed outlined in each', async () => {
  expect(await drawing('bridge', 'old').locator('h2 mark').allTextContents()).toEqual(['explains'])
  expect(await drawing('bridge', 'next').locator('h2 mark').allTextContents()).toEqual(['carries'])
  const cell = drawing('results', 'next').locator('td data[data-kind="figures"]', { hasText: '279.9' })
  expect(await cell.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid')
  expect(await drawing('segments', 'old').locator('g[data-kind="charts"] > *').count()).toBe(1) // the one bar
  const boxes = await page.locator('[data-slide="bridge"]').evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return { x, y, ratio: width / height }
    }),
  )
  expect(boxes[0]?.y).toBe(boxes[1]?.y)
  expect(boxes[1]?.x).toBeGreaterThan((boxes[0]?.x ?? 0) + 800)
  for (const { ratio } of boxes) expect(ratio).toBeCloseTo(16 / 9, 2)
  const title = drawing('bridge', 'next').locator('h2')
  expect(await title.evaluate((each) => [getComputedStyle(each).fontSize, getComputedStyle(each).fontFamily])).toEqual([
    '54px',
    expect.stringContaining('Inter'),
  ])
})

test('drawings run nothing and ask for nothing', async () => {
  expect(problems).toEqual([])
  expect(await page.locator('iframe:not([sandbox="allow-same-origin"])').count()).toBe(0)
  expect(await drawing('bridge', 'next').locator('script, [src^="http"]').count()).toBe(0)
  expect(await page.locator('meta[http-equiv]').getAttribute('content')).not.toContain('unsafe')
})

test('keys lead from change to change, and filters hide kinds of them', async () => {
  await page.keyboard.press('n')
  const [first] = await page.locator('.line:focus').evaluateAll((all) => all.map((each) => each.textContent))
  expect(first).toBeTruthy()
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  expect(await page.locator('.slide:focus-within iframe').count()).toBe(2)
  await page.keyboard.press('p')
  const wording = page.locator('input[data-filter="wording"]')
  await page.locator('.slide', { hasText: 'bridge: changed' }).locator('.line.title').focus()
  await expect.poll(() => drawing('bridge', 'next').locator('h2 mark').getAttribute('class')).toBe('is-current')
  await wording.uncheck()
  expect(
    await drawing('bridge', 'next')
      .locator('h2 mark')
      .evaluate((each) => getComputedStyle(each).outlineStyle),
  ).toBe('none')
  expect(await page.locator('.slide', { hasText: 'segments: changed' }).isVisible()).toBe(true)
  await wording.check()
})

test('on a phone the slides stand one under the other, and on paper all are drawn', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  const tops = await page
    .locator('[data-slide="bridge"]')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
  expect(tops[1]).toBeGreaterThan((tops[0] ?? 0) + 150)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ media: 'print' })
  expect(await drawing('bridge', 'next').locator('h2').isVisible()).toBe(true)
  expect(await page.locator('form').isVisible()).toBe(false)
  await page.emulateMedia({ media: null })
})
