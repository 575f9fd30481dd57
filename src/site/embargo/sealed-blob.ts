import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { zipOf } from '../../export/workbook/zip-writer.ts'
import {
  headerBytes,
  headerLength,
  ivLength,
  leastRounds,
  padded,
  readHeader,
  type SealHeader,
  type SecretKind,
  saltLength,
  unpadded,
} from '../../model/hosted/sealed.ts'
import { unzipped } from '../../project/workbook/zip.ts'
import type { SiteFile } from '../manifest.ts'
import type { Random } from './secret.ts'

export interface Secret {
  readonly kind: SecretKind
  readonly text: string
}

const tagLength = 16

/** 256 bits. What is no key of an address gives one as well, which opens nothing. */
function keyOf({ kind, rounds, salt }: SealHeader, text: string): Buffer {
  if (kind === 'passphrase') return pbkdf2Sync(text, salt, rounds, 32, 'sha256')
  return Buffer.concat([Buffer.from(text, 'base64url'), Buffer.alloc(32)], 32)
}

const exactly = (bytes: Uint8Array, count: number): Uint8Array<ArrayBuffer> => new Uint8Array(bytes.subarray(0, count))

/**
 * Files as one that nobody reads without the secret: a zip, AES-256-GCM, salt and initial value new each time. The page opens it by
 * WebCrypto (src/browser/embargo), this side by Node's own functions: each is the other's check.
 */
export function seal(files: readonly SiteFile[], { kind, text }: Secret, random: Random): Buffer {
  const header: SealHeader = {
    ...{ kind, rounds: leastRounds },
    salt: exactly(random(saltLength), saltLength),
    iv: exactly(random(ivLength), ivLength),
  }
  const head = headerBytes(header)
  const cipher = createCipheriv('aes-256-gcm', keyOf(header, text), header.iv).setAAD(head)
  const plain = padded(zipOf(Object.fromEntries(files.map(({ path, content }) => [path, content]))))
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The files by their paths; undefined for another secret, or where a bit was changed. */
export function unseal(file: Buffer, text: string): ReadonlyMap<string, Buffer> | undefined {
  const header = readHeader(file)
  if (!header || file.length < headerLength + tagLength) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(header, text), header.iv, { authTagLength: tagLength })
    decipher.setAAD(file.subarray(0, headerLength)).setAuthTag(file.subarray(-tagLength))
    const plain = Buffer.concat([decipher.update(file.subarray(headerLength, -tagLength)), decipher.final()])
    return unzipped(Buffer.from(unpadded(new Uint8Array(plain))))
  } catch {
    return undefined
  }
}
