import { constants, inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  /** Its text, with blanks where letters stand apart. */
  readonly text: string
  readonly size: readonly [width: number, height: number] // in points
  readonly links: readonly string[]
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[]
  readonly labels: readonly string[]
  /** Titles of the outline, those below another with a tab before them, and the page that each leads to, from 1. */
  readonly outline: readonly (readonly [title: string, page: number])[]
  readonly info: Readonly<Record<string, unknown>>
  readonly isTagged: boolean
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

/** Letters of one word touch; a browser writes them in several pieces all the same. */
function joined(items: readonly Item[]): string {
  let [text, end, line] = ['', 0, 0]
  for (const { str, transform, width } of items) {
    const [size = 1, , , , x = 0, y = 0] = transform
    const isApart = Math.abs(y - line) > 1 || Math.abs(x - end) > Math.abs(size) * 0.15
    text += `${isApart ? ' ' : ''}${str}`
    ;[end, line] = [x + width, y]
  }
  return text
}

/** Reads a PDF as a program for reading does. */
export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const annotations = await page.getAnnotations()
    const [, , width = 0, height = 0] = page.view
    pages.push({
      text: joined(items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []))),
      size: [width, height],
      links: annotations.flatMap(({ url, dest }) => url ?? (dest ? [String(dest)] : [])),
    })
  }
  const outline: [string, number][] = []
  const walk = async (entries: Awaited<ReturnType<typeof document.getOutline>>, indent: string): Promise<void> => {
    for (const { title, dest, items } of entries ?? []) {
      const at = Array.isArray(dest) ? await document.getPageIndex(dest[0]) : -1
      outline.push([indent + title, at + 1])
      await walk(items, `${indent}\t`)
    }
  }
  await walk(await document.getOutline(), '')
  const { info } = await document.getMetadata()
  const labels = (await document.getPageLabels()) ?? []
  const marks = await document.getMarkInfo()
  return { pages, labels, outline, info: Object.fromEntries(Object.entries(info)), isTagged: marks?.Marked === true }
}

/** All of a PDF as one text: what stands in it plainly, and what its packed streams hold. */
export function wholeText(file: Buffer): string {
  const plain = file.toString('latin1')
  const parts = [plain]
  for (const { index, 0: head } of plain.matchAll(/\/FlateDecode[\s\S]{0,400}?\bstream\r?\n/g)) {
    const start = index + head.length
    const end = plain.indexOf('endstream', start)
    parts.push(inflateSync(file.subarray(start, end), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'))
  }
  return parts.join('\n')
}
