import { inflateRawSync } from 'node:zlib'
import { formatById } from './number-format.ts'

/** Number formats of a sheet's cells by their names: "C7" → "0.0%". */
export type CellFormats = ReadonlyMap<string, string>

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
export function workbookFormats(zip: Buffer): ReadonlyMap<string, CellFormats> {
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
