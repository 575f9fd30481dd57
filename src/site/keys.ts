import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { manifestText, SiteError } from './manifest.ts'

/** A new pair of Ed25519 keys as PEM: the private one as PKCS 8, the public one as SPKI. */
export function newKeys(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
}

function readKey(path: string, kind: 'private' | 'public'): KeyObject {
  const text = readFileSync(path)
  const fault = new SiteError(`invalid key ${path}: an Ed25519 ${kind} key as PEM; "quarterdeck keys" makes a pair`)
  let key: KeyObject
  try {
    key = kind === 'private' ? createPrivateKey(text) : createPublicKey(text)
  } catch {
    throw fault
  }
  if (key.asymmetricKeyType !== 'ed25519') throw fault
  return key
}

/** The key that signs. Throws `SiteError` for another kind of key. */
export const readPrivateKey = (path: string): KeyObject => readKey(path, 'private')

/** The key that verifies: the public one; a private one has it too. */
export const readPublicKey = (path: string): KeyObject => readKey(path, 'public')

/** The same manifest with its signature as the last key; what is signed is its text without that. */
export const signedText = (manifest: object, key: KeyObject): string =>
  manifestText({ ...manifest, signature: signBytes(null, Buffer.from(manifestText(manifest)), key).toString('base64') })

/** Whether a manifest's text has a signature. */
export const isSigned = (text: string): boolean => /\n "signature": "[^"]*"\n}\n$/.test(text)

/** Whether a manifest's text is signed with the private key of this public one, and not changed since. */
export function isSignedBy(text: string, key: KeyObject): boolean {
  const [, body, signature] = /^([\s\S]*),\n "signature": "([A-Za-z0-9+/=]+)"\n}\n$/.exec(text) ?? []
  if (body === undefined || signature === undefined) return false
  return verifyBytes(null, Buffer.from(`${body}\n}\n`), key, Buffer.from(signature, 'base64'))
}
