import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keyOf, openFile } from '../../browser/embargo/opened.ts'
import { headerBytes, headerLength, readHeader } from '../../model/hosted/sealed.ts'
import { type Secret, seal, unseal } from './sealed-blob.ts'
import { newAddressKey } from './secret.ts'

const files = [
  { path: 'index.html', content: '<p>Grüße 株</p>' },
  { path: 'assets/a b.bin', content: Buffer.from([0, 255, 0, 1]) },
  { path: 'empty.txt', content: '' },
]
const passphrase: Secret = { kind: 'passphrase', text: '0123-4567-89ab-cdef-ghjk' }
const addressKey: Secret = { kind: 'key', text: newAddressKey(randomBytes) }
const mebibyte = 2 ** 20

/** As the page opens it, by WebCrypto. */
async function openedInPage(blob: Buffer, secret: string): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const file = new Uint8Array(blob)
  const key = await keyOf(file, secret)
  const opened = key && (await openFile(file, key))
  return opened && new Map([...opened].map(([path, content]) => [path, Buffer.from(content)]))
}

const asWritten = new Map(files.map(({ path, content }) => [path, Buffer.from(content)]))

describe.each([['a passphrase', passphrase] as const, ['a key', addressKey] as const])('what %s seals', (_, secret) => {
  const blob = seal(files, secret, randomBytes)

  test('is opened by it alone, here and in the page, to the same bytes', async () => {
    expect(unseal(blob, secret.text)).toEqual(asWritten)
    expect(await openedInPage(blob, secret.text)).toEqual(asWritten)
    for (const wrong of [`${secret.text.slice(0, -2)}00`, '']) {
      expect(unseal(blob, wrong)).toBeUndefined()
      expect(await openedInPage(blob, wrong)).toBeUndefined()
    }
  })
})

test('no byte of the header, the content or its tag can be changed', async () => {
  const blob = seal(files, addressKey, randomBytes)
  const places = [...Array(headerLength).keys(), headerLength, headerLength + 5000, blob.length - 17, blob.length - 1]
  for (const at of places) {
    const changed = Buffer.from(blob)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unseal(changed, addressKey.text), `byte ${at}`).toBeUndefined()
    expect(await openedInPage(changed, addressKey.text), `byte ${at}`).toBeUndefined()
  }
  expect(unseal(blob.subarray(0, -1), addressKey.text)).toBeUndefined()
})

test('a header says 600,000 rounds or more and is read as it was written', () => {
  const header = readHeader(seal(files, passphrase, randomBytes))
  expect(header).toMatchObject({ kind: 'passphrase', rounds: 600_000 })
  expect([header?.salt.length, header?.iv.length]).toEqual([16, 12])
  expect(header && readHeader(headerBytes(header))).toEqual(header)
  expect(readHeader(Buffer.from('PK'))).toBeUndefined()
})

test('the same files are other bytes each time: salt and initial value are new', () => {
  const [one, two] = [seal(files, addressKey, randomBytes), seal(files, addressKey, randomBytes)]
  expect(one.subarray(8, 36)).not.toEqual(two.subarray(8, 36))
  expect(one.subarray(36, 68)).not.toEqual(two.subarray(36, 68))
})

test.each([0, 1, mebibyte - 300, mebibyte - 175, mebibyte, 3 * mebibyte + 5])(
  'files of %i bytes are padded to whole mebibytes',
  (length) => {
    const content = randomBytes(length) // does not get smaller in a zip
    const blob = seal([{ path: 'a', content }], addressKey, randomBytes)
    expect(blob.length % mebibyte).toBe(0)
    expect(blob.length).toBeLessThan(length + 1.01 * mebibyte + 300)
    expect(unseal(blob, addressKey.text)?.get('a')?.equals(content)).toBe(true)
  },
)
