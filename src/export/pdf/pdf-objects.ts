/** A PDF of plain numbered objects, as browsers write it: no streams of objects, one table of offsets. */
export interface PdfObjects {
  readonly version: string // "%PDF-1.4" and the comment of bytes that follows
  /** What stands between "obj" and "endobj", by number. */
  readonly objects: ReadonlyMap<number, Buffer>
  readonly root: number
  readonly info: number
}

const reference = (trailer: string, key: string): number => {
  const [, number] = new RegExp(`/${key} (\\d+) 0 R`).exec(trailer) ?? []
  if (number === undefined) throw new Error(`unsupported PDF: its trailer names no ${key}`)
  return Number(number)
}

/** Offsets of the objects in use, by number. */
function offsetsOf(table: string): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>()
  let next = 0
  for (const line of table.split(/\r?\n|\r/)) {
    const start = /^(\d+) (\d+)$/.exec(line.trim())
    const entry = /^(\d{10}) (\d{5}) ([nf])$/.exec(line.trim())
    if (start) next = Number(start[1])
    else if (entry) {
      if (entry[3] === 'n') offsets.set(next, Number(entry[1]))
      next++
    }
  }
  return offsets
}

/** Reads the objects of a PDF. Throws for one that is written in another way. */
export function readPdf(file: Buffer): PdfObjects {
  const end = file.toString('latin1', Math.max(0, file.length - 1024))
  const [, at] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end) ?? []
  const start = Number(at)
  const table = file.toString('latin1', start)
  if (at === undefined || !table.startsWith('xref')) throw new Error('unsupported PDF: it has no table of its objects')
  const [entries = '', trailer = ''] = table.split('trailer')
  const offsets = offsetsOf(entries)
  const order = [...offsets].sort(([, a], [, b]) => a - b)
  const objects = new Map<number, Buffer>()
  for (const [index, [number, offset]] of order.entries()) {
    const whole = file.subarray(offset, order[index + 1]?.[1] ?? start)
    const head = whole.indexOf('obj') + 3
    objects.set(number, whole.subarray(head, whole.lastIndexOf('endobj')))
  }
  const first = order[0]?.[1] ?? 0
  return {
    version: file.toString('latin1', 0, first),
    objects,
    root: reference(trailer, 'Root'),
    info: reference(trailer, 'Info'),
  }
}

/** Writes the objects, with `id` as the name of both versions of the file. */
export function writePdf({ version, objects, root, info }: PdfObjects, id: string): Buffer {
  const parts: Buffer[] = [Buffer.from(version, 'latin1')]
  let at = parts[0]?.length ?? 0
  const numbers = [...objects.keys()].sort((a, b) => a - b)
  const size = (numbers.at(-1) ?? 0) + 1
  const entries = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const number of numbers) {
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj`),
      objects.get(number) ?? Buffer.of(),
      Buffer.from('endobj\n'),
    ])
    entries[number] = `${String(at).padStart(10, '0')} 00000 n \n`
    parts.push(part)
    at += part.length
  }
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n${entries.join('')}${trailer}`)])
}

/** A text as PDF writes it: UTF-16 in hexadecimal digits. */
export const pdfText = (text: string): string =>
  `<FEFF${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')}>`

/** References to the pages, in order, through the tree of pages. */
export function pagesOf({ objects, root }: PdfObjects): readonly number[] {
  const textOf = (number: number): string => objects.get(number)?.toString('latin1') ?? ''
  const kids = (number: number): readonly number[] => {
    const [, list] = /\/Kids\s*\[([^\]]*)\]/.exec(textOf(number)) ?? []
    if (list === undefined) return [number]
    return [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => kids(Number(kid)))
  }
  return kids(reference(textOf(root), 'Pages'))
}
