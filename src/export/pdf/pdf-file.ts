import { createHash } from 'node:crypto'
import { type PdfObjects, pagesOf, pdfText, readPdf, writePdf } from './pdf-objects.ts'
import { withSteadyNames } from './steady-names.ts'

/** An entry of the outline: a section or a slide. */
export interface OutlineEntry {
  readonly title: string
  readonly page: number // from 0
  readonly entries: readonly OutlineEntry[]
}

/** What a browser does not know of the deck that it prints. */
export interface PdfHead {
  readonly title: string
  readonly author: string
  readonly language: string // BCP 47
  readonly date: string // ISO day
  readonly outline: readonly OutlineEntry[]
  /** What each page is called: the number of its slide. */
  readonly labels: readonly string[]
}

/** Objects of the outline by number; the first is its root. */
function outlineObjects(
  entries: readonly OutlineEntry[],
  first: number,
  pages: readonly number[],
): ReadonlyMap<number, string> {
  const objects = new Map<number, string>()
  let next = first
  const link = (key: string, number: number | undefined): string =>
    number === undefined ? '' : `/${key} ${number} 0 R\n`
  /** Writes siblings and gives their numbers and how many entries they are with all below. */
  const write = (
    list: readonly OutlineEntry[],
    parent: number,
  ): { readonly numbers: readonly number[]; readonly count: number } => {
    const numbers = list.map(() => next++)
    let count = list.length
    for (const [index, { title, page, entries: below }] of list.entries()) {
      const number = numbers[index] ?? 0
      const inner = write(below, number)
      count += inner.count
      const children = `${link('First', inner.numbers[0])}${link('Last', inner.numbers.at(-1))}${inner.count > 0 ? `/Count ${inner.count}\n` : ''}`
      const neighbours = `${link('Prev', numbers[index - 1])}${link('Next', numbers[index + 1])}`
      objects.set(
        number,
        `<</Title ${pdfText(title)}\n/Parent ${parent} 0 R\n${neighbours}${children}/Dest [${pages[page] ?? pages[0]} 0 R /Fit]>>`,
      )
    }
    return { numbers, count }
  }
  const root = next++
  const { numbers, count } = write(entries, root)
  objects.set(root, `<</Type /Outlines\n${link('First', numbers[0])}${link('Last', numbers.at(-1))}/Count ${count}>>`)
  return objects
}

const labelsText = (labels: readonly string[]): string =>
  `<</Nums [${labels.map((label, page) => `${page} <</P ${pdfText(label)}>>`).join(' ')}]>>`

/** The catalogue with outline, labels and language, instead of what it said of them. */
const catalogue = (text: string, added: string): string =>
  text
    .replace(/\/(?:Outlines \d+ 0 R|PageMode \/\w+|Lang (?:\([^)]*\)|<[^>]*>))\s*/g, '')
    .replace(/>>\s*$/, `\n${added}>>\n`)

/**
 * Finishes what a browser has printed: title, author, language, outline and labels of pages; the deck's date instead of the clock,
 * and names of file and tags that follow from the content. Pages, fonts and tags stay as they are.
 */
export function finishedPdf(printed: Buffer, head: PdfHead): Buffer {
  const pdf = readPdf(printed)
  const pages = pagesOf(pdf)
  const first = Math.max(...pdf.objects.keys()) + 1
  const outline = outlineObjects(head.outline, first, pages)
  const labels = first + outline.size
  const [producer = '/Producer (Skia/PDF)'] =
    /\/Producer \([^)]*\)/.exec(pdf.objects.get(pdf.info)?.toString('latin1') ?? '') ?? []
  const time = `(D:${head.date.replaceAll('-', '')}000000Z)`
  const info = `\n<</Title ${pdfText(head.title)}\n/Author ${pdfText(head.author)}\n${producer}\n/CreationDate ${time}\n/ModDate ${time}>>\n`
  const added = `/Outlines ${first} 0 R\n/PageMode /UseOutlines\n/PageLabels ${labels} 0 R\n/Lang (${head.language})`
  const root = catalogue(pdf.objects.get(pdf.root)?.toString('latin1') ?? '', added)
  const objects = new Map<number, Buffer>([
    ...withSteadyNames(pdf.objects),
    ...[...outline].map(([number, text]) => [number, Buffer.from(`\n${text}\n`, 'latin1')] as const),
    [labels, Buffer.from(`\n${labelsText(head.labels)}\n`, 'latin1')],
    [pdf.info, Buffer.from(info, 'latin1')],
    [pdf.root, Buffer.from(root, 'latin1')],
  ])
  const finished: PdfObjects = { ...pdf, objects }
  const hash = createHash('sha256')
  for (const [number, content] of [...objects].sort(([a], [b]) => a - b)) hash.update(`${number}\n`).update(content)
  return writePdf(finished, hash.digest('hex').slice(0, 32).toUpperCase())
}
