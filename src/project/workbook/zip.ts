import { kMaxLength } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'

interface Member {
  readonly method: number
  readonly size: number
  readonly header: number
}

/** Unpacked bytes of an archive that are read: the XML of a sheet of 50,000 rows is a third of it. */
const mostBytes = 128 * 1024 * 1024

/** The files of a zip archive by their names, from its central directory. Throws when it is no archive. */
function membersOf(zip: Buffer): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('it is no zip archive, as every workbook is')
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

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

function contentOf(zip: Buffer, member: Member, most: number): Buffer {
  const start = member.header + 30 + zip.readUInt16LE(member.header + 26) + zip.readUInt16LE(member.header + 28)
  const content = zip.subarray(start, start + member.size)
  if (member.method === 0) return content
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    // a few kilobytes can unpack to gigabytes: the size in the directory may lie, the limit cannot be passed
    if (isTooLarge(error)) throw new Error(`it unpacks to more than ${mostBytes / 1024 ** 2} MB`)
    throw error
  }
}

/** Reads members of an archive by name as text; "" for one that is not there. Throws when it is no archive. */
export function zipReader(zip: Buffer): (name: string) => string {
  const members = membersOf(zip)
  let left = mostBytes
  return (name) => {
    const member = members.get(name)
    if (!member) return ''
    const content = contentOf(zip, member, left)
    left -= content.length
    return content.toString('utf8')
  }
}

/** Every file of an archive of our own by its name. Throws when it is no archive. */
export function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const members = [...membersOf(zip)]
  return new Map(members.map(([name, member]) => [name, contentOf(zip, member, kMaxLength)]))
}
