import { createHash } from 'node:crypto'
import type { Digest } from '../../model/ties.ts'

/** SHA-256 of a file in hexadecimal digits, as `sha256sum` prints it. */
export const fileDigest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The first half of a SHA-256 in hexadecimal digits: what chains of the published record and reports contain. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32)
