import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pdfTexts } from '../../src/export/pdf/pdf-text.ts'
import { findBrowser } from '../../src/handouts/browser.ts'
import { offlineFile } from '../../src/handouts/built-deck.ts'
import type { Making, PrintOptions } from '../../src/handouts/making.ts'
import { pdfFiles } from '../../src/handouts/pdf.ts'
import { printingWith, withBrowser } from '../../src/handouts/printing.ts'
import { plainText, textsIn } from '../../src/model/content.ts'
import { printedByAnother } from '../../src/site/check/rebuilt-handouts.ts'
import { writeFiles } from '../../src/site/fixtures.ts'
import { canaries, canaryDeck, spelled } from '../disclosure/_canary-deck.ts'
import { isLong } from '../long.ts'
import { builtDeck } from './_built-deck.ts'
import { type ReadPdf, readPdf, wholeText } from './_pdf.ts'
import { engine, quarterdeck } from './command-line.ts'
import { connectedBrowser, slideIds } from './deck-page.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-pdf-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const numeral = /\d[\d.,]*\d|\d/g
const numerals = (text: string): readonly string[] => (text.match(numeral) ?? []).sort()

/** Runs in the page: the text of every slide that paper shows, those of its drawings too; what stands below a slide's edge is cut. */
function slideTexts(): readonly { readonly text: string; readonly counted: readonly string[] }[] {
  const blockOf = (element: Element): Element => {
    const isInline = getComputedStyle(element).display.startsWith('inline') && element.localName !== 'text'
    return isInline && element.parentElement ? blockOf(element.parentElement) : element
  }
  /** For ears alone, as the heads of a table whose chart has them. */
  const isClipped = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || isClipped(element.parentElement))
  return [...document.querySelectorAll('.slides > section')].map((slide) => {
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    let text = ''
    let last: Element | undefined
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      if (!around || around.closest('title, .chart-data, .notes')) continue
      if (!around.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (isClipped(around)) continue
      if (around.getBoundingClientRect().bottom > slide.getBoundingClientRect().bottom) continue
      const block = blockOf(around)
      text += `${block === last ? '' : ' '}${node.textContent ?? ''}`
      last = block
    }
    const cards = [...slide.querySelectorAll('h3')].filter((heading) =>
      getComputedStyle(heading, '::before').content.startsWith('counter('),
    )
    const counted = [...[...slide.querySelectorAll('ol')].map((list) => [...list.children]), cards].flatMap((items) =>
      items.map((_, index) => String(index + 1)),
    )
    return { text, counted }
  })
}

/** What is left of a list when each of the others is taken away once. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others]
  return list.filter((one) => {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

async function printedTexts(): Promise<ReturnType<typeof slideTexts>> {
  const path = join(base, 'page.html')
  writeFileSync(path, await offlineFile(inject('folders').short))
  const context = await (await connectedBrowser()).newContext({
    viewport: { width: 1920, height: 1080 },
    offline: true,
  })
  const page = await context.newPage()
  await page.goto(`${pathToFileURL(path).href}?print-pdf`)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  const texts = await page.evaluate(slideTexts)
  await context.close()
  return texts
}

/** Without blanks, of which a PDF has others than a page. */
const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** The sentences of the notes of a built presenter edition, squeezed. */
function notesIn(folder: string): readonly string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  return [...html.matchAll(/<aside class="notes"[^>]*>(.*?)<\/aside>/gs)]
    .flatMap(([, notes = '']) => notes.replace(/<[^>]*>/g, '').split(/(?<=[.;])\s/))
    .map(squeezed)
    .filter((sentence) => sentence.length > 30 && !sentence.includes('&'))
}

/** The longer lines of the slides of a built edition, squeezed. */
function slideTextsIn(folder: string): readonly { readonly id: string; readonly text: string }[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const slides = [...html.matchAll(/<section id="([^"]*)".*?<\/section>/gs)]
  return slides.flatMap(([slide, id = '']) =>
    [...slide.replace(/<aside class="notes".*?<\/aside>/gs, '').matchAll(/<(?:h2|p|li)\b[^>]*>(.*?)<\/(?:h2|p|li)>/gs)]
      .map(([, text = '']) => ({ id, text: squeezed(text.replace(/<[^>]*>/g, '')) }))
      .filter(({ text }) => text.length > 30 && !text.includes('&')),
  )
}

describe('a public deck as PDF', () => {
  const ids = slideIds(inject('folders').short)
  const out = join(base, 'public')
  let file: Buffer
  let pdf: ReadPdf
  let canaryPdf: Buffer
  let canaryText: string
  beforeAll(async () => {
    writeFiles(join(base, 'canaries'), canaryDeck)
    const { making } = await builtDeck(join(base, 'canaries'), base, 'public')
    const [printed] = await pdfFiles(making, printingWith(await connectedBrowser()))
    canaryPdf = printed?.content ?? Buffer.of()
    canaryText = squeezed([...pdfTexts(canaryPdf), wholeText(canaryPdf)].join(' '))
    const { code, err } = await quarterdeck('pdf', '--root', inject('folders').root, '--out', out)
    expect(`${code} ${err}`).toMatch(/^0/)
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    file = readFileSync(join(out, manifest.files[0].name))
    pdf = await readPdf(file)
  })

  test('has a page a slide, of the shape of a slide, and less than 2 MB in all', () => {
    expect(pdf.pages.length).toBe(ids.length)
    expect(new Set(pdf.pages.map(({ size }) => size.join()))).toEqual(new Set(['1440,810']))
    expect(file.length).toBeLessThan(isLong ? 2_000_000 : 800_000)
  })

  test('has every numeral of each slide as text, and no other', async () => {
    const texts = await printedTexts()
    expect(texts.length).toBe(ids.length)
    const wrong = texts.flatMap(({ text, counted }, index) => {
      const [there, here] = [numerals(pdf.pages[index]?.text ?? ''), numerals(text)]
      const [missing, more] = [without(here, there), without(without(there, here), counted)]
      return missing.length + more.length === 0 ? [] : [{ slide: ids[index], missing, more }]
    })
    expect(wrong).toEqual([])
  })

  test('holds nothing of notes and back-up slides, in its text or in any inflated stream', () => {
    const all = squeezed([...pdf.pages.map(({ text }) => text), wholeText(file)].join(' '))
    const notes = notesIn(inject('folders').shortPresenter)
    expect(notes.length).toBeGreaterThan(10)
    expect(notes.filter((note) => all.includes(note))).toEqual([])
    const texts = slideTextsIn(inject('folders').shortPresenter)
    const shown = new Set(texts.flatMap(({ id, text }) => (ids.includes(id) ? [text] : [])))
    const hidden = texts.filter(({ text }) => !shown.has(text)) // the foot of a slide is that of its section
    expect(hidden.length).toBeGreaterThan(1)
    expect(hidden.filter(({ text }) => all.includes(text))).toEqual([])
    expect(texts.filter(({ text }) => all.includes(text)).length).toBeGreaterThan(20) // so that the search finds what is there
  })

  test('is read as to the text of its pages as by a program for reading, and so compared where another browser printed it', () => {
    expect(pdfTexts(file)).toEqual(pdf.pages.map(({ text }) => squeezed(text)))
    const printed = { path: 'fy24/downloads/deck.pdf', published: file, by: 'Chromium 1', here: 'Chromium 2' }
    const again = Buffer.concat([file, Buffer.from('\n% of another browser')])
    const browsers = 'fy24/downloads/deck.pdf, printed by Chromium 1; here is Chromium 2'
    expect(printedByAnother({ ...printed, again })).toEqual({
      faults: [],
      unchecked: [`checked by the text of its pages alone: ${browsers}`],
    })
    expect(printedByAnother({ ...printed, again: canaryPdf }).faults).toEqual([
      expect.stringMatching(/^invalid fy24\/downloads\/deck\.pdf: a rebuild has another text on page 1, 2, /),
    ])
    expect(
      printedByAnother({ ...printed, published: Buffer.from('%PDF-1.4 of another program'), again }).faults,
    ).toHaveLength(1)
    expect(printedByAnother({ ...printed, path: 'fy24/downloads/cover.png', again }).unchecked).toEqual([
      'not checked: fy24/downloads/cover.png, printed by Chromium 1; here is Chromium 2',
    ])
  })

  test.each(Object.entries(canaries))('holds no %s, in its text or in any inflated stream', (_, canary) => {
    expect(canaryText).toContain(squeezed('Revenue grew'))
    expect(spelled(canary).filter((one) => canaryText.includes(one))).toEqual([])
  })

  test('knows its sections and slides, title, author and language, and no clock, user or path', () => {
    expect(pdf.outline.length).toBeGreaterThanOrEqual(ids.length)
    expect([...pdf.outline].map(([, page]) => page)).toEqual(
      [...pdf.outline].map(([, page]) => page).sort((a, b) => a - b),
    )
    expect(pdf.labels.length).toBe(ids.length)
    expect(pdf.isTagged).toBe(true)
    const text = wholeText(file)
    const deck = readFileSync(join(engine, 'data/deck.yaml'), 'utf8')
    const value = (key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(deck)?.[1] ?? ''
    expect(pdf.info).toMatchObject({
      Title: value('title'),
      Author: value('company'),
      CreationDate: `D:${value('date').replaceAll('-', '')}000000Z`,
    })
    expect(text).toMatch(/\/Lang \(en\)/)
    expect(text).not.toMatch(/file:\/\/|\/tmp\/|\/home\/|\/root\//)
  })
})

/** The presenter edition of the smaller deck, in a long run of the whole one, printed in several forms by the browser of the run. */
async function printsOf(
  forms: readonly Partial<PrintOptions>[],
): Promise<{ readonly making: Making; readonly slides: number; readonly files: readonly Buffer[] }> {
  const { making, slides } = await builtDeck(isLong ? engine : join(engine, 'tests/golden/tillman'), base)
  const printing = printingWith(await connectedBrowser())
  const files: Buffer[] = []
  for (const form of forms) {
    const made = await pdfFiles({ ...making, print: { ...making.print, ...form } }, printing)
    files.push(...made.map(({ content }) => content))
  }
  return { making, slides, files }
}

describe('a deck as PDF', () => {
  let slides: number
  let making: Making
  let first: Buffer
  let pdfs: Readonly<Record<'single' | 'sixes' | 'notes' | 'threes', ReadPdf>>
  beforeAll(async () => {
    const made = await printsOf([{}, { handout: 6, paper: 'Letter' }, { notes: true }, { handout: 3 }])
    slides = made.slides
    making = made.making
    first = made.files[0] ?? Buffer.of()
    const [single, sixes, notes, threes] = await Promise.all(made.files.map(readPdf))
    if (!single || !sixes || !notes || !threes) throw new Error('a print is missing')
    pdfs = { single, sixes, notes, threes }
  })

  test('is the same bytes once more, by another run of the browser', async () => {
    const browser = await findBrowser(engine, process.env)
    if (!browser) throw new Error('no browser')
    const [again] = await withBrowser(browser, making.progress, (printing) => pdfFiles(making, printing))
    expect(first.length).toBeGreaterThan(10_000)
    expect(again?.content.equals(first)).toBe(true)
  })

  test('has a page a slide and none of notes, unless they are asked for', () => {
    expect(pdfs.single.pages.length).toBe(slides)
  })

  test('has six slides on a sheet of paper where asked', () => {
    expect(pdfs.sixes.pages.length).toBe(Math.ceil(slides / 6))
    expect(pdfs.sixes.pages[0]?.size.map(Math.round)).toEqual([612, 792])
  })

  test('has a page of notes behind each slide that has some, where asked', () => {
    const { notes } = pdfs
    expect(notes.pages.length).toBeGreaterThan(slides)
    expect(notes.labels.length).toBe(notes.pages.length)
    const html = making.built.html.replace(/<aside class="notes".*?<\/aside>/gs, '')
    const said = squeezed(html.replace(/<[^>]*>/g, '')) // some notes repeat what their slide says
    const spoken = textsIn(making.built.deck.slides.flatMap((slide) => slide.notes))
      .map(({ runs }) => squeezed(plainText(runs)))
      .filter((text) => text.length > 30 && !said.includes(text))
    const heard = (print: ReadPdf): readonly string[] => {
      const text = squeezed(print.pages.map(({ text }) => text).join(' '))
      return spoken.filter((one) => text.includes(one))
    }
    expect([heard(pdfs.single), heard(pdfs.threes)]).toEqual([[], []])
    expect(heard(notes).length).toBeGreaterThan(0) // so that the search above finds what is there
    const last = Math.max(...notes.outline.map(([, page]) => page))
    expect(last).toBeGreaterThan(slides) // the pages of notes before it are counted
    expect(last).toBeLessThanOrEqual(notes.pages.length)
  })

  test('has no notes on sheets of three', () => {
    expect(pdfs.threes.pages.length).toBe(Math.ceil(slides / 3))
  })
})
