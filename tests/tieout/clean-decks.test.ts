import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { compile } from '../compile.ts'
import { picturesInExamples } from '../golden/_dark.ts'
import { anyLetter, goldenDeck, readDeck } from '../golden/_decks.ts'

const root = join(import.meta.dirname, '../..')
const templates = readDeck(root).filter(({ path }) => path.startsWith('templates/'))
const example = readDeck(join(root, 'tests/golden/authoring'))

/** Rules that check words: they find nothing in a deck that is right. */
const wordRules = ['S1', 'S2', 'S7', 'S8', 'S9', 'C4', 'C8', 'P1', 'P2']

function alarmsOf(files: readonly SourceFile[]): readonly string[] {
  const { deck, evidence, diagnostics } = compile(files, {
    edition: 'presenter',
    fonts: anyLetter,
    pictures: new Set(picturesInExamples),
  })
  if (!deck || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return tieOut({ ...evidence, slides: deck.slides }, { files })
    .findings.filter(({ rule, verdict }) => wordRules.includes(rule) && (verdict === 'error' || verdict === 'warning'))
    .map(({ rule, message, place }) => `${rule} ${place.path}:${place.line} ${message}`)
}

const slidesOf = (page: string): readonly string[] =>
  [...readFileSync(join(root, 'docs', page), 'utf8').matchAll(/^````md\n([\s\S]*?)^````$/gm)].map(
    ([, text = '']) => text,
  )

describe('the words of a true deck raise no alarm', () => {
  test.each(['aarvo', 'alba', 'kelpworks', 'lindqvist', 'morgental', 'nagasaka', 'tillman'])(
    'in the golden deck %s',
    (name) => {
      expect(alarmsOf(goldenDeck(join(root, 'tests/golden', name)))).toEqual([])
    },
  )

  test.each(slidesOf('examples.md').map((text) => [text.split('\n')[1] ?? '', text] as const))(
    'in the example slide of %s',
    (_layout, text) => {
      expect(alarmsOf([...templates, ...example, { kind: 'text', path: 'slides/010-example.md', text }])).toEqual([])
    },
  )

  test.each([
    ['presenter', 'nagasaka'],
    ['public', 'nagasaka'],
    ['presenter', 'morgental'],
    ['public', 'morgental'],
  ] as const)('nor does any rule in the %s edition of a deck that is wholly clean, %s', (edition, name) => {
    const files = goldenDeck(join(root, 'tests/golden', name))
    const { deck, evidence, diagnostics } = compile(files, { edition, fonts: anyLetter })
    expect(diagnostics).toEqual([])
    const { findings } =
      deck && evidence ? tieOut({ ...evidence, slides: deck.slides }, { files }) : { findings: undefined }
    expect(findings?.filter(({ verdict }) => verdict === 'error' || verdict === 'warning')).toEqual([])
  })

  test('in a new deck', () => {
    const own = Object.entries(newDeck).map(([path, text]): SourceFile => ({ kind: 'text', path, text }))
    expect(alarmsOf([...templates, ...own])).toEqual([])
  })
})
