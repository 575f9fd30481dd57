import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SourceFile } from '../../model/source-file.ts'
import { contentDigest } from '../../project/record/stamp.ts'
import { removeFolder, tempFolder, writeFiles } from '../fixtures.ts'
import { sha256 } from '../manifest.ts'
import { readHandouts, refuseOtherDeck } from './downloads.ts'

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
    const read = readHandouts(folder)
    expect(read.files).toEqual([{ path: 'downloads/fy24.pdf', content: Buffer.from('pdf') }])
    expect(() => refuseOtherDeck(read, [])).toThrow('were not made of this deck as it is now')
  })

  test('go with the files that they were made of, whatever the record says, and with no others', () => {
    const source = (path: string, text: string): SourceFile => ({ kind: 'text', path, text })
    const files = [
      source('data/deck.yaml', 'title: T'),
      source('slides/010-one.md', '# One'),
      source('data/net.yaml', ''),
    ]
    made({ edition: 'public', files: [{ ...pdf, deck: contentDigest(files) }] })
    const read = readHandouts(folder)
    expect(() => refuseOtherDeck(read, [...files.slice(0, 2), source('data/net.yaml', 'tied-share: 1')])).not.toThrow()
    expect(() => refuseOtherDeck(read, [source('data/deck.yaml', 'title: U'), ...files.slice(1)])).toThrow(
      'not made of',
    )
    expect(() => refuseOtherDeck(read, [...files.slice(0, 1), source('slides/010-one.md', '# Two')])).toThrow(
      'not made of',
    )
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
