import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { connectedBrowser, type DeckPage, openPage, showSlide } from './deck-page.ts'

const folder = inject('folders').shortPresenter
const html = readFileSync(join(folder, 'index.html'), 'utf8')
const shown = html.replace(/<aside\b[\s\S]*?<\/aside>/g, '') // without the notes
const report = readFileSync(join(folder, 'tie-out.html'), 'utf8')

/** The first slide whose HTML has a part. */
function slideWith(part: RegExp): string {
  const slides = html.split(/(?=<section\b)/).slice(1)
  const found = slides.find((slide) => part.test(slide.split('<aside')[0] ?? ''))
  return /\sid="([^"]+)"/.exec(found ?? '')?.[1] ?? ''
}

const prose = slideWith(/<p>[^<]*<data class="figure"/)
const table = slideWith(/<figure class="table"/)
const chart = slideWith(/<figure class="chart"[^>]*data-type="(?:stacked-)?column"/)

/** What the open card says: its terms and what stands beside them. */
async function cardRows(page: Page): Promise<Record<string, string>> {
  await page.waitForSelector('dialog.qd-card[open]')
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.qd-card dt')].map((term) => [
        term.textContent,
        term.nextElementSibling?.textContent ?? '',
      ]),
    ),
  )
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return element instanceof HTMLElement ? (element.dataset.use ?? element.className) : ''
  })

describe('a row of the tie-out report', () => {
  test('leads only to numbers that the deck prints', () => {
    const keys = [...new Set([...report.matchAll(/\?tick=([^#"]+)#/g)].map(([, key = '']) => decodeURIComponent(key)))]
    expect(keys.length).toBeGreaterThan(100)
    const unmarked = keys.filter((key) => !html.includes(`data-use="${key}"`)) // an arrow of a chart, a figure in a chart's note
    const owners = unmarked.map((key) => key.replace(/\.\d+$/, ''))
    expect(owners.filter((id) => !html.includes(`data-chart="${id}"`) && !html.includes(`id="${id}"`))).toEqual([])
    expect(unmarked.length).toBeLessThan(keys.length / 20)
  })

  test('is found by the filters, and its link outlines the figure on its slide', async () => {
    const browser = await connectedBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${inject('shortPresenter')}tie-out.html`)
    const all = await page.locator('#findings tbody tr:visible').count()
    await page.selectOption('[name=slide]', prose)
    await page.selectOption('[name=rule]', 'S3')
    await page.selectOption('[name=verdict]', 'ticked')
    const kept = await page.locator('#findings tbody tr:visible').count()
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(all)
    expect(await page.textContent('output')).toBe(`${kept} of ${all} findings`)
    const link = page.locator(`#findings tbody tr:visible a[href$="#/${prose}"]`).first()
    const key = new URL((await link.getAttribute('href')) ?? '', inject('shortPresenter')).searchParams.get('tick')
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector(`section#${prose}.present .is-outlined`)
    const outlined = page.locator('.is-outlined')
    expect(await outlined.count()).toBe(1)
    expect(await outlined.getAttribute('data-use')).toBe(key)
    expect(await focused(page)).toBe(key)
    const box = await outlined.boundingBox()
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 720).toBe(true)
    await page.keyboard.press('Escape')
    expect(await outlined.count()).toBe(0)
    await context.close()
  })

  test('leads to the chart whose mark it is about', async () => {
    const key = new RegExp(`\\?tick=(${chart}-chart-1\\.\\d+)#`).exec(report)?.[1] ?? ''
    const { page, close } = await openPage(`${inject('shortPresenter')}?tick=${key}#/${chart}`, {
      width: 1280,
      height: 720,
    })
    await page.waitForSelector(`section#${chart}.present figure.chart.is-outlined`)
    await close()
  })
})

describe('where a figure comes from', () => {
  let deck: DeckPage
  beforeEach(async () => {
    deck = await openPage(inject('shortPresenter'), { width: 1920, height: 1080 })
  })
  afterEach(async () => {
    expect(deck.problems).toEqual([])
    await deck.close()
  })

  test.each([
    ['a figure in a sentence', prose, 'p data.figure'],
    ['a figure in a table', table, '.table td data.figure'],
  ])('%s: Enter opens its card, Escape closes it, and the keyboard is where it was', async (_name, slide, selector) => {
    const { page } = deck
    await showSlide(page, slide)
    const figure = page.locator(`section#${slide}`).locator(selector).locator('visible=true').first()
    await figure.focus()
    const before = await focused(page)
    await page.keyboard.press('Enter')
    const rows = await cardRows(page)
    expect(Object.keys(rows)).toEqual(expect.arrayContaining(['Period', 'Kind', 'Where from']))
    expect(await page.textContent('.qd-card h2')).not.toBe('')
    expect(await page.textContent('.qd-card .qd-value')).toMatch(/\d/)
    const dialog = page.getByRole('dialog', { name: `${await page.textContent('.qd-card h2')}` })
    expect(await dialog.count()).toBe(1)
    expect(await focused(page)).toBe('qd-close')
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog.qd-card[open]').count()).toBe(0)
    expect(await focused(page)).toBe(before)
  })

  test('a table cell opens the card of its figure wherever it is pressed', async () => {
    const { page } = deck
    await showSlide(page, table)
    const cell = page.locator(`section#${table} .table td.figure-cell:has(data.figure)`).locator('visible=true').first()
    await cell.click({ position: { x: 3, y: 3 } })
    expect(Object.keys(await cardRows(page))).toContain('Kind')
  })

  test('a bar opens its card by key and by click', async () => {
    const { page } = deck
    await showSlide(page, chart)
    const box = page.locator(`section#${chart} .chart-box.is-live`).first()
    await box.waitFor()
    await page.evaluate(() =>
      document.addEventListener('qd:fact', (event) => {
        if (event instanceof CustomEvent) document.body.dataset.asked = JSON.stringify(event.detail)
      }),
    )
    await box.focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.textContent(`section#${chart} .chart-spoken`)).toMatch(/\d/)
    await page.keyboard.press('Enter')
    const byKey = await cardRows(page)
    expect(Object.keys(byKey)).toEqual(expect.arrayContaining(['Period', 'Kind']))
    const asked: { x: number; y: number } = JSON.parse((await page.getAttribute('body', 'data-asked')) ?? '{}')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toContain('chart-box')
    await page.mouse.click(asked.x, asked.y + 4)
    expect(await cardRows(page)).toEqual(byKey)
  })

  test('a computed figure shows its formula, its inputs, and what ticked it; an input leads on', async () => {
    const { page } = deck
    type Facts = { ticks: string[]; facts: Record<string, { formula?: string; ticks?: number[] }> }
    const { facts, ticks }: Facts = await page.evaluate(async () => {
      const { facts: address } = JSON.parse(document.getElementById('deck-data')?.textContent ?? '{}')
      return (await fetch(address)).json()
    })
    const use = [...shown.matchAll(/<data class="figure"[^>]*data-fact="([^"]+)" data-use="([\w-]+)\.(\d+)"/g)].find(
      ([, fact = '', slide = '']) => {
        const card = facts[fact.replaceAll('&gt;', '>').replaceAll('&amp;', '&')]
        return card?.formula && ticks[card.ticks?.[0] ?? -1]?.startsWith('Computed') && !/-chart-\d+$/.test(slide) // printed, and so in the net
      },
    )
    const [, , slide = '', number = ''] = use ?? []
    await showSlide(page, slide.replace(/-table-\d+$/, ''))
    await page.locator(`[data-use="${slide}.${number}"]`).click()
    const rows = await cardRows(page)
    expect(rows['How computed']).not.toBe('')
    expect(rows['Checked by']).toMatch(/^Computed from figures /)
    expect(rows['Checked by']).not.toMatch(/\b[A-Z]\d+b? [a-z]/) // codes of rules
    const title = await page.textContent('.qd-card .qd-value')
    await page.locator('.qd-card .qd-inputs button').first().click()
    await page.waitForFunction((text) => document.querySelector('.qd-card .qd-value')?.textContent !== text, title)
  })

  test('the T key ticks the figures and charts of the slide, and says how many', async () => {
    const { page } = deck
    await showSlide(page, chart)
    await page.keyboard.press('t')
    await page.waitForSelector('html.show-ticks')
    await page.waitForSelector(`section#${chart} .figure[data-ticked]`, { state: 'attached' })
    expect(await page.textContent('.qd-said')).toMatch(/^\d+ of \d+ figures on this slide ticked$/)
    expect(await page.getAttribute(`section#${chart} figure.chart`, 'data-ticks')).toMatch(/^[1-9]\d*\/\d+$/)
    await page.keyboard.press('t')
    expect(await page.locator('html.show-ticks').count()).toBe(0)
  })
})

test('a tap on a phone opens the card too', async () => {
  const { page, close } = await openPage(inject('shortPresenter'), { width: 390, height: 844, touch: true })
  const figure = page.locator(`section#${prose} p data.figure`).first()
  await figure.scrollIntoViewIfNeeded()
  await figure.tap()
  expect(Object.keys(await cardRows(page))).toContain('Kind')
  await close()
})
