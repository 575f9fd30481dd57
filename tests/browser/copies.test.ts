import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type DeckPage, openPage, showSlide } from './deck-page.ts'

const html = readFileSync(join(inject('folders').short, 'index.html'), 'utf8')
const slideWith = (pattern: RegExp): string => {
  const section = html.split(/(?=<section\b)/).find((text) => text.startsWith('<section') && pattern.test(text))
  return /^<section\b[^>]*?\sid="([^"]+)"/.exec(section ?? '')?.[1] ?? ''
}

let deck: DeckPage
beforeAll(async () => {
  deck = await openPage(inject('short'), { width: 1280, height: 720 })
  await deck.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(() => deck.close())

/** What the clipboard holds of a type, once that is so. */
async function copied(type: string, isNew: (text: string) => boolean): Promise<string> {
  const read = (wanted: string) =>
    deck.page.evaluate(async (name) => {
      const [item] = await navigator.clipboard.read()
      if (!item?.types.includes(name)) return ''
      const blob = await item.getType(name)
      return name.startsWith('text') ? blob.text() : String(blob.size)
    }, wanted)
  await expect.poll(() => read(type)).toSatisfy(isNew)
  return read(type)
}

test('key C copies a table with title, unit and source, without letters of notes, and numbers are told as such', async () => {
  const id = slideWith(/<figure class="table"[\s\S]*<td[^>]*>[\s\S]*?<sup class="mark">/)
  await showSlide(deck.page, id)
  await deck.page.keyboard.press('c')
  const text = await copied('text/plain', (found) => found.includes('Source: '))
  const shown = await deck.page.evaluate((slide) => {
    const figure = document.querySelector(`#${slide} figure.table`)
    const cells = (row: HTMLTableRowElement) =>
      [...row.cells].map((cell) => [...cell.childNodes].map((node) => node.textContent).join(''))
    return {
      title: figure?.querySelector('.table-title')?.textContent ?? '',
      unit: figure?.querySelector('.table-unit')?.textContent ?? '',
      marks: [...(figure?.querySelectorAll('td:has(sup.mark)') ?? [])].map((cell) => cell.textContent ?? ''),
      rows: [...(figure?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])].map(cells),
    }
  }, id)
  const lines = text.split('\r\n')
  if (shown.title) expect(lines[0]).toBe(shown.title)
  expect(lines).toContain(shown.unit)
  for (const cell of shown.marks) expect(lines.flatMap((line) => line.split('\t'))).not.toContain(cell)
  expect(lines.filter((line) => line.includes('\t')).length).toBeGreaterThanOrEqual(shown.rows.length)
  const page = await copied('text/html', (found) => found.includes('Source: '))
  expect(page).toMatch(/x:num="-?[\d.]+"/)
  expect(page).not.toContain('sup')
})

test('rows that are selected by hand take the same with them', async () => {
  const id = slideWith(/<figure class="table"/)
  await showSlide(deck.page, id)
  const heads = await deck.page.evaluate(async (slide) => {
    await navigator.clipboard.writeText('before')
    const rows = document.querySelectorAll(`#${slide} figure.table tbody tr`)
    const range = document.createRange()
    range.setStartBefore(rows[0] ?? document.body)
    range.setEndAfter(rows[1] ?? document.body)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    return document.querySelectorAll(`#${slide} figure.table thead tr`).length
  }, id)
  await deck.page.waitForSelector('html[data-ahead]', { state: 'attached' })
  const text = async () => {
    await deck.page.evaluate(() => document.execCommand('copy'))
    return deck.page.evaluate(() => navigator.clipboard.readText())
  }
  await expect.poll(text).toContain('Source: ')
  const lines = (await text()).split('\r\n').filter((line) => line.includes('\t'))
  expect(lines, lines.join('\n')).toHaveLength(2 + heads)
  await deck.page.evaluate(() => document.getSelection()?.removeAllRanges())
})

test('a slide without table and chart gives its figures, each with its name and period', async () => {
  const id = slideWith(/^(?![\s\S]*<figure)[\s\S]*<dl class="tiles/)
  await showSlide(deck.page, id)
  await deck.page.keyboard.press('c')
  const text = await copied('text/plain', (found) => found.includes('Printed as'))
  const tile = await deck.page.locator(`#${id} .tile-value data.figure`).first().textContent()
  expect(text.split('\r\n').some((line) => line.split('\t').includes((tile ?? '').trim()))).toBe(true)
})

test('a chart is copied as a picture, and saved as SVG, PNG and CSV from its table', async () => {
  const id = slideWith(/<figure class="chart"/)
  await showSlide(deck.page, id)
  await deck.page.keyboard.press('i')
  expect(Number(await copied('image/png', (size) => Number(size) > 10_000))).toBeLessThan(3_000_000)
  await deck.page
    .locator(`#${id} .chart-data`)
    .first()
    .evaluate((details) => details.setAttribute('open', ''))
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-saved-'))
  const texts: Record<string, Buffer> = {}
  for (const ending of ['SVG', 'PNG', 'CSV']) {
    const saving = deck.page.waitForEvent('download')
    await deck.page
      .locator('section.present details[open] .qd-copy', { hasText: new RegExp(`^${ending}$`) })
      .first()
      .click()
    const download = await saving
    expect(download.suggestedFilename()).toMatch(new RegExp(`^[\\w-]+\\.${ending.toLowerCase()}$`))
    const file = join(folder, ending)
    await download.saveAs(file)
    texts[ending] = readFileSync(file)
  }
  rmSync(folder, { recursive: true })
  const chart = await deck.page.locator('section.present .chart-title').first().textContent()
  const svg = String(texts.SVG)
  const words = await deck.page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    return {
      name: root.nodeName,
      texts: [...root.querySelectorAll(':scope > text')].map((line) => line.textContent ?? ''),
    }
  }, svg)
  expect(words.name).toBe('svg')
  expect(words.texts.join(' ')).toContain(chart)
  expect(words.texts.join(' ')).toContain('Source: ')
  expect(texts.PNG?.subarray(1, 4).toString()).toBe('PNG')
  expect(String(texts.CSV)).toContain('Source: ')
  expect(deck.problems).toEqual([])
})
