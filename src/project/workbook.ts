import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/node'
import { multiply, parseDecimal, powerOfTen, toExactText, toFixed } from '../model/rational.ts'
import { columnName, type Sheet } from '../model/source-file.ts'

/** What Excel's own formats 1–48 look like; dates and fractions are left out. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
}

/** A number format by its id, of the workbook's own or of Excel's. */
export function formatById(id: number, own: ReadonlyMap<number, string>): string | undefined {
  return own.get(id) ?? builtIn[id]
}

/** Texts, colours, fill characters and what escapes them say nothing of the digits. */
const aside = /"[^"]*"|\[[^\]]*\]|[\\_*]./g

/** Digits as a format shows a stored number: 0.069 as "6.9%", 73 as "73.0"; other formats leave it as it is. */
export function shownNumber(stored: string, format: string): string {
  const plain = (format.split(';')[0] ?? '').replace(aside, '').replace(/[\s()$€£¥+-]/g, '')
  const match = /^([#0?,]*[#0?])(?:\.([0#?]*))?(,*)(%?)$/.exec(plain)
  const parsed = parseDecimal(stored)
  if (!match || !parsed) return stored
  const [, , places = '', thousands = '', percent = ''] = match
  const value = multiply(parsed.value, powerOfTen((percent === '' ? 0 : 2) - 3 * thousands.length))
  const least = places.lastIndexOf('0') + 1
  const rounded = toFixed(value, places.length)
  const kept = rounded.includes('.') ? rounded.replace(/0+$/, '') : rounded
  const decimals = Math.max(least, kept.split('.')[1]?.length ?? 0)
  return `${toFixed(value, decimals)}${percent}`
}

/** Plain digits of what JavaScript may write as "1e-7". */
export function plainNumber(stored: string): string {
  const text = String(Number(stored))
  const match = /^(-?[\d.]+)e([+-]\d+)$/.exec(text)
  const parsed = match && parseDecimal(match[1] ?? '')
  return parsed && match ? toExactText(multiply(parsed.value, powerOfTen(Number(match[2])))) : text
}

/** Number formats of a sheet's cells by their names: "C7" → "0.0%". */
type CellFormats = ReadonlyMap<string, string>

interface Member {
  readonly method: number
  readonly size: number
  readonly header: number
}

/** The files of a zip archive by their names, from its central directory. */
function membersOf(zip: Buffer): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) return members
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    members.set(zip.toString('utf8', at + 46, at + 46 + name).replace(/^\//, ''), {
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      header: zip.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return members
}

function textOf(zip: Buffer, member: Member | undefined): string {
  if (!member) return ''
  const start = member.header + 30 + zip.readUInt16LE(member.header + 26) + zip.readUInt16LE(member.header + 28)
  const content = zip.subarray(start, start + member.size)
  return (member.method === 0 ? content : inflateRawSync(content)).toString('utf8')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, digits, hex, name) => {
    if (digits !== undefined) return String.fromCodePoint(Number(digits))
    return hex === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16))
  })
}

/** Attributes of every element of a name. */
function elements(xml: string, name: string): readonly ReadonlyMap<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)?>`, 'g'))].map(
    ([, attributes = '']) =>
      new Map(
        [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single]) => [
          key,
          unescapeXml(double ?? single ?? ''),
        ]),
      ),
  )
}

/** The number format of each style of the workbook, by its index. */
function formatsOfStyles(xml: string): readonly (string | undefined)[] {
  const own = new Map(
    elements(xml, 'numFmt').map((each) => [Number(each.get('numFmtId')), each.get('formatCode') ?? '']),
  )
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return elements(cells, 'xf').map((xf) => formatById(Number(xf.get('numFmtId') ?? 0), own))
}

/** Number formats of the cells that hold numbers, by sheet; nothing of a file that is no workbook. */
function workbookFormats(zip: Buffer): ReadonlyMap<string, CellFormats> {
  const members = membersOf(zip)
  const read = (name: string): string => textOf(zip, members.get(name))
  const styles = formatsOfStyles(read('xl/styles.xml'))
  const targets = new Map(
    elements(read('xl/_rels/workbook.xml.rels'), 'Relationship').map((each) => [each.get('Id'), each.get('Target')]),
  )
  return new Map(
    elements(read('xl/workbook.xml'), 'sheet').map((sheet) => {
      const target = targets.get(sheet.get('r:id')) ?? ''
      const xml = read(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      const cells = elements(xml, 'c').flatMap((cell): [string, string][] => {
        const format = styles[Number(cell.get('s') ?? 0)]
        const isNumber = (cell.get('t') ?? 'n') === 'n'
        return isNumber && format !== undefined ? [[cell.get('r') ?? '', format]] : []
      })
      return [sheet.get('name') ?? '', new Map(cells)]
    }),
  )
}

/** A number as its parser hands it on: no text that happens to look like one. */
interface StoredNumber {
  readonly stored: string
}

const isStored = (cell: unknown): cell is StoredNumber =>
  typeof cell === 'object' && cell !== null && 'stored' in cell && typeof cell.stored === 'string'

/** Excel stores 69.7 as 69.700000000000003: the shortest digits that mean the same number are meant. */
const parseNumber = (stored: string): StoredNumber => ({ stored: plainNumber(stored) })

function cellText(cell: unknown, format: string | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (isStored(cell)) return format === undefined ? cell.stored : shownNumber(cell.stored, format)
  return String(cell)
}

function rowsOf(data: readonly (readonly unknown[])[], formats: CellFormats | undefined): Sheet['rows'] {
  return data.map((row, y) => row.map((cell, x) => cellText(cell, formats?.get(`${columnName(x + 1)}${y + 1}`))))
}

/** Reads every sheet of an .xlsx file into rows of text, as the sheet shows it. Throws when it is no workbook. */
export async function readSheets(path: string): Promise<readonly Sheet[]> {
  const content = readFileSync(path)
  const sheets = await readWorkbook(content, { parseNumber })
  const formats = workbookFormats(content)
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data, formats.get(sheet)) }))
}
