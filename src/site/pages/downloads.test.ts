import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { removeFolder, tempFolder, writeFiles } from '../fixtures.ts'
import { sha256 } from '../manifest.ts'
import { readHandouts } from './downloads.ts'

let folder: string
beforeEach(() => {
  folder = tempFolder('handouts')
})
afterEach(() => removeFolder(folder))

const pdf = { name: 'fy24.pdf', sha256: sha256('pdf') }
const made = (manifest: object, files: Readonly<Record<string, string>> = { 'fy24.pdf': 'pdf' }): void =>
  writeFiles(folder, { ...files, 'manifest.json': JSON.stringify(manifest) })

describe('hand-outs', () => {
  test('go with the deck as they were made', () => {
    made({ edition: 'public', files: [pdf] })
    expect(readHandouts(folder)).toEqual([{ path: 'downloads/fy24.pdf', content: Buffer.from('pdf') }])
  })

  test.each([
    ['of the presenter edition', { edition: 'presenter', files: [pdf] }, 'which is not for publication'],
    ['that changed', { edition: 'public', files: [{ ...pdf, sha256: sha256('other') }] }, 'it has changed since'],
    ['that are not there', { edition: 'public', files: [pdf, { ...pdf, name: 'b.pdf' }] }, 'missing b.pdf'],
    ['that nobody lists', { edition: 'public', files: [] }, 'unknown fy24.pdf'],
    [
      'from elsewhere',
      { edition: 'public', files: [pdf, { ...pdf, name: '../fy24.pdf' }] },
      'invalid file name "../fy24.pdf"',
    ],
    ['without a list', {}, 'missing manifest.json'],
  ])('%s are refused', (_, manifest, message) => {
    made(manifest)
    expect(() => readHandouts(folder)).toThrow(message)
  })
})
