import { headerLength, readHeader, type SealHeader, unpadded } from '../../model/hosted/sealed.ts'

/** Files by their paths, as they were before they were sealed. They are kept in memory alone. */
export type OpenedFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The bits of an address's key; of a text that is none, others. */
function addressKey(text: string): Uint8Array<ArrayBuffer> {
  const plain = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '')
  const bytes = Uint8Array.from(atob(plain.slice(0, 43).padEnd(43, 'A')), (letter) => letter.charCodeAt(0))
  return bytes.slice(0, 32)
}

async function passphraseKey(text: string, { salt, rounds }: SealHeader): Promise<Uint8Array<ArrayBuffer>> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(text), 'PBKDF2', false, ['deriveBits'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(way, base, 256))
}

/** The 256 bits that open a file, from what somebody typed; some also where that is wrong. Undefined for a file that is not sealed. */
export async function keyOf(file: Uint8Array, secret: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const header = readHeader(file)
  if (!header) return undefined
  return header.kind === 'key' ? addressKey(secret) : passphraseKey(secret, header)
}

async function unpacked(content: Uint8Array<ArrayBuffer>, method: number): Promise<Uint8Array<ArrayBuffer>> {
  if (method === 0) return content
  const plain = new Blob([content]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}

const endOfArchive = 0x06054b50

/** Every file of an archive, from its directory at the end. */
async function archived(archive: Uint8Array<ArrayBuffer>): Promise<OpenedFiles> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - 22 // our archives have no comment
  if (view.getUint32(end, true) !== endOfArchive) throw new Error('invalid archive')
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const [name = 0, extra = 0, comment = 0] = lengths
    const own = view.getUint32(at + 42, true)
    const start = own + 30 + view.getUint16(own + 26, true) + view.getUint16(own + 28, true)
    const content = archive.subarray(start, start + view.getUint32(at + 20, true))
    const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + name))
    files.set(path, await unpacked(content, view.getUint16(at + 10, true)))
    at += 46 + name + extra + comment
  }
  return files
}

/** The files of a sealed file; undefined where the key is another or a bit was changed. */
export async function openFile(
  file: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
): Promise<OpenedFiles | undefined> {
  const header = readHeader(file)
  if (!header) return undefined
  const usable = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const way = { name: 'AES-GCM', iv: header.iv, additionalData: file.subarray(0, headerLength) }
  const plain = await crypto.subtle.decrypt(way, usable, file.subarray(headerLength)).catch(() => undefined)
  return plain && archived(unpadded(new Uint8Array(plain)))
}
