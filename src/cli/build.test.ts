import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../tests/compile.ts'
import { changed, textOf } from '../../tests/errors/_broken.ts'
import { openOutput } from '../build/output.ts'
import { notesLine, outFolderFault } from './build.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-out-'))
const root = join(base, 'deck')

beforeAll(() => {
  for (const folder of ['slides', 'empty', 'mine']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['mine/thesis.txt', 'note.txt']) writeFileSync(join(root, file), '')
  const earlier = openOutput(join(root, 'dist'))
  writeFileSync(join(earlier.made, 'index.html'), '')
  earlier.place()
  earlier.discard()
  for (const [name, target] of [
    ['linked', 'slides'],
    ['deck-link', '..'],
    ['to-come', 'data/site'],
  ] as const)
    symlinkSync(target, join(root, name))
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
  ['linked/site', 'it is in slides/'],
  ['to-come', 'it is in data/'],
  ['deck-link', 'the deck itself is in it'],
  ['mine', 'it holds what no build put there'],
  ['note.txt', 'there is a file of that name'],
])('a build never takes the place of %s', (out, reason) => {
  expect(outFolderFault(root, join(root, out))).toContain(reason)
})

test('a build says on how many of its slides there are speaker notes', () => {
  const slide = textOf('slides/010-one.md')
  const files = changed({
    'slides/010-one.md': `${slide}\nNotes: Unaudited.\n`,
    'slides/020-two.md': `${slide}\nNote: Say this.\n`,
    'slides/030-three.md': `${slide.replace('title', 'hidden: true\ntitle')}\nNote: Say that.\n`,
    'slides/040-four.md': `${slide}\nNote\\: Unaudited.\n`,
    'slides/050-five.md': `${slide}\nNote:\n`,
  })
  const count = (edition: 'public' | 'presenter'): number => compile(files, { edition }).slidesWithNotes
  expect(notesLine(count('presenter'), 'presenter')).toBe('speaker notes on 3 slides')
  expect(notesLine(count('public'), 'public')).toBe('speaker notes on 2 slides, left out of this edition')
  expect(notesLine(1, 'presenter')).toBe('speaker notes on 1 slide')
  expect(notesLine(0, 'public')).toBeUndefined()
})
