import { createHash } from 'node:crypto'
import type { Digest } from '../../model/ties.ts'

/** The first half of a SHA-256 in hexadecimal digits: what chains of the published record and reports bear. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32)
