import { inflateSync } from 'node:zlib'
import { pagesOf } from './pdf-objects.ts'

type Objects = ReadonlyMap<number, Buffer>

const inflated = (head: string, content: Buffer): Buffer =>
  head.includes('/FlateDecode') ? inflateSync(content) : content

/** Objects without streams, out of a stream that packs them: their numbers and places come first. */
function unpacked(head: string, content: Buffer): readonly (readonly [number, Buffer])[] {
  const first = Number(/\/First (\d+)/.exec(head)?.[1])
  const numbers = content.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  return numbers.flatMap((number, index): readonly (readonly [number, Buffer])[] => {
    if (index % 2 === 1) return []
    return [
      [number, content.subarray(first + (numbers[index + 1] ?? 0), first + (numbers[index + 3] ?? content.length))],
    ]
  })
}

/** The objects of a PDF as we write one, those with a stream as its content; of others the dictionary. */
function objectsIn(file: Buffer): {
  readonly objects: Objects
  readonly heads: ReadonlyMap<number, string>
  readonly root: number
} {
  const text = file.toString('latin1')
  const objects = new Map<number, Buffer>()
  const heads = new Map<number, string>()
  const start = /(\d+) 0 obj\s/g
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const number = Number(found[1])
    const end = text.indexOf('endobj', found.index)
    const [whole = '', head = '', length = ''] =
      /^([\s\S]*?\/Length (\d+)[\s\S]*?)\bstream\r?\n/.exec(text.slice(start.lastIndex, end)) ?? []
    const from = start.lastIndex + (length === '' ? 0 : whole.length)
    const to = length === '' ? end : from + Number(length)
    const content = inflated(head, file.subarray(from, to))
    if (head.includes('/ObjStm')) for (const [one, own] of unpacked(head, content)) objects.set(one, own)
    else objects.set(number, content)
    heads.set(number, head)
    start.lastIndex = to
  }
  return { objects, heads, root: Number(/\/Root (\d+) 0 R/.exec([...heads.values()].at(-1) ?? '')?.[1]) }
}

/** A font's letters by the codes that stand for them, and how many digits a code has. */
interface Letters {
  readonly digits: number
  readonly byCode: ReadonlyMap<number, string>
}

const numberOf = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16)
const textOf = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')

/** What a table of codes says: single ones, and ranges that count on from their first letter. */
function lettersOf(table: string): Letters {
  const byCode = new Map<number, string>()
  for (const [, part = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, letter = ''] of part.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>/gi))
      byCode.set(numberOf(code), textOf(letter))
  for (const [, part = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low, high, letter] of part.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>\s*<([\dA-F]+)>/gi))
      for (let code = numberOf(low); code <= numberOf(high); code++)
        byCode.set(code, String.fromCodePoint(numberOf(letter) + code - numberOf(low)))
  return { digits: /begincodespacerange\s*<([\dA-F]+)>/i.exec(table)?.[1]?.length ?? 4, byCode }
}

const named = (list: string, kind: string): ReadonlyMap<string, number> => {
  const [, entries = ''] = new RegExp(`/${kind}\\s*<<([^>]*)>>`).exec(list) ?? []
  return new Map([...entries.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number]) => [name, Number(number)]))
}

const drawn = /\/(\w+) [\d.]+ Tf|((?:<[\dA-F]*>|\[[^\]]*\]) ?TJ?j?)|\/(\w+) Do/gi

/**
 * The text of each page of a PDF that `finishedPdf` finished, in the order in which it is drawn and without blanks: the same of every
 * browser that prints the same page, whatever it calls its fonts and wherever it puts letters.
 */
export function pdfTexts(file: Buffer): readonly string[] {
  const { objects, heads, root } = objectsIn(file)
  const plain = (number: number | undefined): string =>
    number === undefined ? '' : (objects.get(number)?.toString('latin1') ?? '')
  const known = new Map<number, Letters>()
  const letters = (font: number | undefined): Letters | undefined => {
    if (font === undefined) return undefined
    const table = /\/ToUnicode (\d+) 0 R/.exec(plain(font))?.[1]
    const own = known.get(font) ?? lettersOf(plain(Number(table)))
    known.set(font, own)
    return own
  }
  const read = (content: string, resources: string): string => {
    const [fonts, forms] = [named(resources, 'Font'), named(resources, 'XObject')]
    let font: Letters | undefined
    return [...content.matchAll(drawn)]
      .map(([, name, codes, form]) => {
        if (name !== undefined) font = letters(fonts.get(name))
        const inner = form === undefined ? undefined : forms.get(form)
        if (inner !== undefined) return read(plain(inner), heads.get(inner) ?? '')
        const digits = [...(codes ?? '').matchAll(/<([\dA-F]*)>/gi)].map(([, one]) => one).join('')
        const each = digits.match(new RegExp(`.{${font?.digits ?? 4}}`, 'g')) ?? []
        return each.map((code) => font?.byCode.get(numberOf(code)) ?? '').join('')
      })
      .join('')
      .replace(/\s/g, '')
  }
  return pagesOf({ version: '', objects, root, info: 0 }).map((page) => {
    const own = plain(page)
    const contents = [...(/\/Contents ([^/>]*)/.exec(own)?.[1] ?? '').matchAll(/(\d+) 0 R/g)]
    return contents.map(([, number]) => read(plain(Number(number)), own)).join('')
  })
}
