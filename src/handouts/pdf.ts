import type { Page } from 'playwright-core'
import { finishedPdf, type OutlineEntry } from '../export/pdf/pdf-file.ts'
import { type Deck, type Slide, titleOf } from '../model/deck.ts'
import type { Making, PrintOptions } from './making.ts'
import type { HandoutFile } from './manifest.ts'
import type { Printing } from './printing.ts'

/** What a slide takes of a print. */
interface PrintedSlide {
  readonly number: string
  readonly notePages: number
}

/** Runs in the page: takes out notes that are not wanted, and gives jumps the names that a PDF knows. */
function prepare(withNotes: boolean): readonly PrintedSlide[] {
  for (const link of document.querySelectorAll('a[href^="#/"]'))
    link.setAttribute('href', `#${link.getAttribute('href')?.slice(2)}`)
  // The notes themselves too: their pages are made again when printing begins.
  if (!withNotes) for (const notes of document.querySelectorAll('.notes-page, .notes')) notes.remove()
  return [...document.querySelectorAll<HTMLElement>('.slides > section')].map((slide) => {
    const { nextElementSibling: next } = slide
    const notes = next instanceof HTMLElement && next.classList.contains('notes-page') ? next : undefined
    return {
      number: slide.dataset.number ?? '',
      notePages: notes ? Math.max(1, Math.ceil(notes.offsetHeight / 1080)) : 0,
    }
  })
}

/** Slides of a sheet: how many beside each other, and how wide, as a part of the sheet. */
const sheets = {
  2: { columns: 1, width: 0.84 },
  3: { columns: 1, width: 0.56 },
  6: { columns: 2, width: 0.44 },
} as const

const papers = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const // mm

const pixelsPerMillimetre = 96 / 25.4

/** The style of sheets with several slides: each keeps its own layout, only smaller. */
function sheetStyle(count: NonNullable<PrintOptions['handout']>, paper: PrintOptions['paper']): string {
  const { width, height } = papers[paper]
  const { columns, width: part } = sheets[count]
  const zoom = (width * pixelsPerMillimetre * part) / 1920
  const rows = count / columns
  return `@page { size: ${width}mm ${height}mm; margin: 0 }
.reveal, .slides { width: ${width}mm !important }
.slides { display: grid !important; grid-template-columns: repeat(${columns}, 1fr); grid-auto-rows: ${(height - 0.2) / rows}mm; place-items: center ${count === 3 ? 'start' : 'center'} }
.slides > section { zoom: ${zoom} !important; break-after: auto !important; width: 1920px !important; height: 1080px !important; outline: 3px solid #c4ccd4 }
${count === 3 ? '.slides > section { margin-left: 120px !important }' : ''}
.slides > section:nth-of-type(${count}n) { break-after: page !important }`
}

/** Sections with their slides; slides before the first section stand by themselves. */
function outlineOf({ sections, slides }: Deck, pageOf: (slide: Slide) => number): readonly OutlineEntry[] {
  const entry = (slide: Slide): OutlineEntry => ({
    title: titleOf(slide) || slide.id,
    page: pageOf(slide),
    entries: [],
  })
  const openers = new Map(sections.map((section) => [section.slide, section]))
  const entries: { title: string; page: number; entries: OutlineEntry[] }[] = []
  let open: OutlineEntry[] | undefined
  for (const slide of slides) {
    const section = openers.get(slide.id)
    if (section) {
      open = []
      entries.push({ title: section.title, page: pageOf(slide), entries: open })
    } else if (open) open.push(entry(slide))
    else entries.push({ ...entry(slide), entries: [] })
  }
  return entries
}

/** On which page each slide is, and what each page is called. */
function layOut(
  printed: readonly PrintedSlide[],
  perSheet: number,
): { readonly starts: readonly number[]; readonly labels: readonly string[] } {
  if (perSheet > 1) {
    const starts = printed.map((_, index) => Math.floor(index / perSheet))
    return { starts, labels: Array.from({ length: (starts.at(-1) ?? -1) + 1 }, (_, index) => String(index + 1)) }
  }
  const starts: number[] = []
  const labels: string[] = []
  for (const { number, notePages } of printed) {
    starts.push(labels.length)
    labels.push(number, ...Array.from({ length: notePages }, () => number))
  }
  return { starts, labels }
}

const nameOf = (id: string, { notes, handout }: PrintOptions): string =>
  `${id}${handout === undefined ? '' : `-${handout}-a-sheet`}${notes && handout === undefined ? '-notes' : ''}.pdf`

async function print(
  page: Page,
  options: PrintOptions,
): Promise<{ readonly file: Buffer; readonly slides: readonly PrintedSlide[] }> {
  await page.waitForSelector('html[data-ready][data-parts]', { state: 'attached', timeout: 120_000 })
  await page.emulateMedia({ media: 'print' })
  const { handout, notes, paper } = options
  const slides = await page.evaluate(prepare, notes && handout === undefined)
  if (handout !== undefined) await page.addStyleTag({ content: sheetStyle(handout, paper) })
  return { file: await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true }), slides }
}

/** The deck as PDF: text and charts as the page draws them, one slide a page or several on a sheet. */
export async function pdfFiles(making: Making, printing: Printing): Promise<readonly HandoutFile[]> {
  const { built, id, date, print: options } = making
  const { deck } = built
  const page = await printing.open(making, '?print-pdf')
  const { file, slides } = await print(page, options)
  await page.context().close()
  const { starts, labels } = layOut(slides, options.handout ?? 1)
  const order = new Map(deck.slides.map((slide, index) => [slide.id, index]))
  const content = finishedPdf(file, {
    title: deck.head.title,
    author: deck.head.company,
    language: deck.head.textLanguage ?? deck.head.language,
    date,
    outline: outlineOf(deck, (slide) => starts[order.get(slide.id) ?? 0] ?? 0),
    labels,
  })
  return [{ name: nameOf(id, options), content }]
}
