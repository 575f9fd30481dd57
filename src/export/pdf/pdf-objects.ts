import { deflateSync } from 'node:zlib'

/** A PDF of numbered objects; browsers write it plainly: no streams of objects, one table of offsets. */
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

/** Whether an object is a stream: pages, fonts and pictures are, and nothing that tells of them. */
export const hasStream = (content: Buffer): boolean => content.includes('stream\n') || content.includes('stream\r\n')

/** So many objects are packed together, so that a reader opens a page without unpacking all. */
const perStream = 200

/** Objects without streams, packed: their numbers and places, then themselves. */
function packed(numbers: readonly number[], objects: ReadonlyMap<number, Buffer>): Buffer {
  const contents = numbers.map((number) => Buffer.concat([objects.get(number) ?? Buffer.of(), Buffer.from('\n')]))
  let at = 0
  const places = numbers.map((number, index) => {
    const place = `${number} ${at}`
    at += contents[index]?.length ?? 0
    return place
  })
  const head = Buffer.from(`${places.join(' ')}\n`)
  const content = deflateSync(Buffer.concat([head, ...contents]), { level: 9 })
  const entries = `/Type /ObjStm /N ${numbers.length} /First ${head.length} /Filter /FlateDecode /Length ${content.length}`
  return Buffer.concat([Buffer.from(`\n<<${entries}>>\nstream\n`), content, Buffer.from('\nendstream\n')])
}

/** Where an object is: at an offset of the file, or as the n-th of a stream of objects. ISO 32000-1, 7.5.8.3. */
type Place = readonly [kind: 1 | 2, where: number, index: number]

function tableEntry([kind, where, index]: Place | readonly [0, 0, 65535]): Buffer {
  const entry = Buffer.alloc(7)
  entry.writeUInt8(kind, 0)
  entry.writeUInt32BE(where, 1)
  entry.writeUInt16BE(index, 5)
  return entry
}

/**
 * Writes the objects, with `id` as the name of both versions of the file. What is no stream itself is packed in streams of
 * objects (PDF 1.5; ISO 32000-1, 7.5.7): tags and annotations of a deck are a third of its bytes as they stand.
 */
export function writePdf({ version, objects, root, info }: PdfObjects, id: string): Buffer {
  const numbers = [...objects.keys()].sort((a, b) => a - b)
  const small = numbers.filter((number) => !hasStream(objects.get(number) ?? Buffer.of()))
  const first = (numbers.at(-1) ?? 0) + 1
  const groups = Array.from({ length: Math.ceil(small.length / perStream) }, (_, index) =>
    small.slice(index * perStream, (index + 1) * perStream),
  )
  const places = new Map<number, Place>()
  const parts: Buffer[] = [Buffer.from(version.replace(/^%PDF-1\.[0-4]/, '%PDF-1.5'), 'latin1')]
  let at = parts[0]?.length ?? 0
  const write = (number: number, content: Buffer): void => {
    const part = Buffer.concat([Buffer.from(`${number} 0 obj`), content, Buffer.from('endobj\n')])
    places.set(number, [1, at, 0])
    parts.push(part)
    at += part.length
  }
  for (const number of numbers) {
    const content = objects.get(number) ?? Buffer.of()
    if (hasStream(content)) write(number, content)
  }
  for (const [index, group] of groups.entries()) {
    write(first + index, packed(group, objects))
    for (const [place, number] of group.entries()) places.set(number, [2, first + index, place])
  }
  const table = first + groups.length
  places.set(table, [1, at, 0])
  const entries = Array.from({ length: table + 1 }, (_, number) => tableEntry(places.get(number) ?? [0, 0, 65535]))
  const content = deflateSync(Buffer.concat(entries), { level: 9 })
  const head = `/Type /XRef /Size ${table + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] /Filter /FlateDecode /Length ${content.length}`
  return Buffer.concat([
    ...parts,
    Buffer.from(`${table} 0 obj\n<<${head}>>\nstream\n`),
    content,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ])
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
