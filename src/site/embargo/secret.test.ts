import { describe, expect, test } from 'vitest'
import { plainSecret } from '../../model/hosted/sealed.ts'
import { newAddressKey, newFolderName, newPassphrase, passphraseFault, secretIn } from './secret.ts'

/** Bytes 0, 1, 2 … and so on. */
const counted = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, at) => at)

describe('what the tool makes', () => {
  test('is 100 bits as letters that nobody mistakes, 256 bits in an address, and a name of 128 bits', () => {
    expect(newPassphrase(counted)).toBe('0123-4567-89ab-cdef-ghjk')
    expect(Buffer.from(newAddressKey(counted), 'base64url')).toHaveLength(32)
    expect(newFolderName(counted)).toBe('000102030405060708090a0b0c0d0e0f')
  })

  test('is all that its random bytes are: others make another', () => {
    const others = (count: number): Uint8Array => counted(count).map((byte) => byte + 1)
    for (const make of [newPassphrase, newAddressKey, newFolderName]) expect(make(others)).not.toBe(make(counted))
  })
})

test.each([
  ['K7QD 02MX ABCD EFGH JKMN', 'k7qd-02mx-abcd-efgh-jkmn'],
  ['  k7qd02mxabcdefghjkmn\n', 'k7qd-02mx-abcd-efgh-jkmn'],
  ['k7qd-O2mx-abcd-efgh-jkmI', 'k7qd-02mx-abcd-efgh-jkm1'],
  ['Seven  random\twords', 'Seven random words'],
  ['ｆｕｌｌ width', 'full width'],
])('the passphrase %j is meant as %j', (typed, meant) => {
  expect(plainSecret(typed)).toBe(meant)
})

test('an address with its key gives the key', () => {
  expect(secretIn('https://example.com/e/0f/#k=AB_c-1\n')).toBe('AB_c-1')
  expect(secretIn(' a word ')).toBe('a word')
})

test.each([
  ['0123-4567-89ab-cdef-ghjk', true],
  ['harbour violin seventeen maple orbit cactus lantern', true],
  ['k9!Tz4#qLw8&Vr2^Xn6$Bp1%', true],
  ['', false],
  ['correct horse battery staple', false],
  ['password password password password password password password', false],
  ['aaaaaaaaaaaaaaaaaaaaaaaa1', false],
  ['1234123412341234123412341234', false],
  ['aaaa-aaaa-aaaa-aaaa-aaaa', false],
  ['k9!Tz4#qLw8&Vr2', false], // too short
])('the passphrase %j is taken from a file: %s', (typed, isTaken) => {
  expect(passphraseFault(typed) === undefined).toBe(isTaken)
})
