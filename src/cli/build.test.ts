import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outFolderFault } from './build.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-out-'))
const root = join(base, 'deck')

beforeAll(() => {
  for (const folder of ['slides', 'dist/assets', 'empty', 'mine']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['dist/index.html', 'mine/thesis.txt', 'note.txt', 'empty/.gitkeep'])
    writeFileSync(join(root, file), '')
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

test.each(['dist', 'empty', 'new', '../beside', '..dist'])('a build may take the place of %s', (out) => {
  expect(outFolderFault(root, join(root, out))).toBeUndefined()
})

test.each([
  ['.', 'the deck itself is in it'],
  ['..', 'the deck itself is in it'],
  ['slides', 'it is in slides/'],
  ['public/deck', 'it is in public/'],
  ['mine', 'it holds files that no build made'],
  ['note.txt', 'there is a file of that name'],
])('a build never takes the place of %s', (out, reason) => {
  expect(outFolderFault(root, join(root, out))).toContain(reason)
})
