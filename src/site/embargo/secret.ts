import { passphraseLength, passphraseLetters, plainSecret } from '../../model/hosted/sealed.ts'

/** Gives so many bytes that nobody can foresee. An argument everywhere, which no setting and no variable replaces. */
export type Random = (count: number) => Uint8Array

/** A new passphrase, "k7qd-02mx-…": 20 letters of 5 random bits. */
export const newPassphrase = (random: Random): string =>
  plainSecret([...random(passphraseLength)].map((byte) => passphraseLetters[byte % 32]).join(''))

/** 256 random bits as an address carries them. */
export const newAddressKey = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/** A name of 128 random bits for an embargoed folder. */
export const newFolderName = (random: Random): string => Buffer.from(random(16)).toString('hex')

/** The key in an address that carries one; the text itself where it is a passphrase. */
export const secretIn = (text: string): string => /#k=([\w-]+)\s*$/.exec(text)?.[1] ?? plainSecret(text)

const leastBits = 90

/** A word is worth what one of a list of 7,776 is; with digits or signs each letter counts, but none more than twice. */
function bitsOf(token: string): number {
  const letters = [...token]
  if (letters.every((letter) => /\p{L}/u.test(letter))) return Math.log2(7776)
  const alphabet = /^\d+$/.test(token) ? 10 : token.toLowerCase() === token ? 36 : 62
  return Math.min(letters.length, 2 * new Set(letters).size) * Math.log2(alphabet)
}

/**
 * Why a passphrase that somebody thought of is too weak, in words that follow it; undefined for one as long as those of the tool
 * and, by a careful count, of 90 bits. Repeated words count once.
 */
export function passphraseFault(text: string): string | undefined {
  const secret = plainSecret(text)
  const isOurs = /^(?:[0-9a-z]{4}-){4}[0-9a-z]{4}$/.test(secret) && new Set(secret).size > 9
  if (isOurs) return undefined
  const tokens = new Set(
    secret
      .toLowerCase()
      .split(/[\s\-_.,;:]+/)
      .filter(Boolean),
  )
  const originals = secret.split(/[\s\-_.,;:]+/).filter((token) => tokens.delete(token.toLowerCase()))
  const bits = Math.floor(originals.reduce((sum, token) => sum + bitsOf(token), 0))
  if (secret.length >= passphraseLength + 4 && bits >= leastBits) return undefined
  return `it has about ${bits} bits and ${secret.length} characters, where ${leastBits} and ${passphraseLength + 4} are wanted: seven random words, or leave it to the tool`
}
