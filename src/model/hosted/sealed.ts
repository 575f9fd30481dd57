/** How an embargoed deck lies in one file: what the side that writes it and the page that opens it agree on. */

/** What the key comes from: words that somebody types, or 256 random bits that an address carries. */
export type SecretKind = 'passphrase' | 'key'

/** The head of the file: plain, but no bit of it can be changed unseen, as it is authenticated with the rest. */
export interface SealHeader {
  readonly kind: SecretKind
  readonly rounds: number // of PBKDF2-HMAC-SHA-256
  readonly salt: Uint8Array<ArrayBuffer> // 16 bytes
  readonly iv: Uint8Array<ArrayBuffer> // 96 bits, of AES-256-GCM
}

/** Names in an embargoed folder: they say nothing of the deck. */
export const sealedNames = {
  blob: 'content.bin',
  worker: 'worker.js',
  form: 'open.js',
  holder: 'held.js',
  style: 'style.css',
} as const

/** What comes first in each page of an opened folder, whose path on its host is given. */
export const openedTags = (folder: string): string =>
  `\n<meta name="robots" content="noindex">\n<script src="${folder}${sealedNames.holder}"></script>`

/** Before the key that an address carries: "#k=…". */
export const keyFragment = 'k'

/** The least that OWASP asks of PBKDF2-HMAC-SHA-256. */
export const leastRounds = 600_000

export const saltLength = 16
export const ivLength = 12
export const headerLength = 8 + saltLength + ivLength

const kinds: readonly SecretKind[] = ['passphrase', 'key']
const version = 1
const tagLength = 16
const mebibyte = 2 ** 20

/** The bytes of a header: version, kind, two that are 0, the rounds, salt, initial value. */
export function headerBytes({ kind, rounds, salt, iv }: SealHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength)
  bytes.set([version, kinds.indexOf(kind)])
  new DataView(bytes.buffer).setUint32(4, rounds)
  bytes.set(salt, 8)
  bytes.set(iv, 8 + saltLength)
  return bytes
}

/** The header of a file; undefined for what is no file of ours. */
export function readHeader(file: Uint8Array): SealHeader | undefined {
  const bytes = new Uint8Array(file.subarray(0, headerLength))
  const kind = kinds[bytes[1] ?? -1]
  if (bytes.length < headerLength || bytes[0] !== version || kind === undefined) return undefined
  const rounds = new DataView(bytes.buffer).getUint32(4)
  return { kind, rounds, salt: bytes.slice(8, 8 + saltLength), iv: bytes.slice(8 + saltLength) }
}

/** An archive with its length before it and zeros behind, so that the whole file ends with a mebibyte and tells no size. */
export function padded(archive: Uint8Array): Uint8Array<ArrayBuffer> {
  const least = headerLength + 4 + archive.length + tagLength
  const plain = new Uint8Array(Math.ceil(least / mebibyte) * mebibyte - headerLength - tagLength)
  new DataView(plain.buffer).setUint32(0, archive.length)
  plain.set(archive, 4)
  return plain
}

/** The archive in what was padded. */
export const unpadded = (plain: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  plain.subarray(4, 4 + new DataView(plain.buffer, plain.byteOffset).getUint32(0))

/** Letters of a passphrase that the tool makes: none of them is taken for another (Crockford's base32). */
export const passphraseLetters = '0123456789abcdefghjkmnpqrstvwxyz'

/** How many of them a passphrase has: 100 bits. */
export const passphraseLength = 20

const grouped = (letters: string): string => (letters.match(/.{1,4}/g) ?? []).join('-')

/**
 * A passphrase as it is meant: where the tool made it, capitals, blanks and hyphens do not matter, nor o for 0 and i or l for 1;
 * another one is as it is typed, its blanks aside.
 */
export function plainSecret(typed: string): string {
  const secret = typed.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const letters = secret.toLowerCase().replace(/[ -]/g, '').replace(/o/g, '0').replace(/[il]/g, '1')
  const isOurs = letters.length === passphraseLength && [...letters].every((one) => passphraseLetters.includes(one))
  return isOurs ? grouped(letters) : secret
}
