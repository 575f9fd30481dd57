import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/compiler/code-frame.ts'
import { buildPage } from '../golden/_decks.ts'
import { base, brokenDeck, codes } from './_broken.ts'

/** Made before the compiler sees a file, or of files that are imported: tests of src/project and tests/import break one of each kind. */
const elsewhere = [
  'invalid-encoding',
  'invalid-workbook',
  'missing-content',
  'invalid-font',
  'unknown-font',
  'unsupported-file',
  'unsupported-size',
  'unsupported-target',
  'unsupported-picture',
  'missing-theme',
  ...['unknown-import', 'unknown-sheet', 'unknown-head', 'missing-head', 'duplicate-head', 'ambiguous-head'],
  ...['missing-label', 'ambiguous-label', 'missing-numbers'],
  ...['invalid-filing', 'missing-accession', 'missing-tag', 'unsupported-tag-unit', 'unsupported-transform'],
]

/** Every code that a diagnostics file names. */
function declaredCodes(): readonly string[] {
  const folder = join(import.meta.dirname, '../../src/compiler/diagnostics')
  const text = readdirSync(folder)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const found = text.matchAll(/(?:code: |diagnostic\(\s*|error\(\s*|warning\(\s*)'([a-z]+(?:-[a-z]+)+)'/g)
  return [...new Set([...found].map(([, code = '']) => code))].sort()
}

describe('the base of the broken decks', () => {
  it('is sound', () => {
    expect(buildPage(base, { edition: 'presenter' }).diagnostics).toEqual([])
  })
})

describe.each(codes)('the smallest deck with %s', (code) => {
  const files = brokenDeck(code)
  const { diagnostics, deck, page } = buildPage(files, { edition: 'presenter' })

  it('has its place, the lines around it and what to do', async () => {
    const frames = diagnostics.map((each) => {
      const file = files.find(({ path }) => path === each.place.path)
      return formatDiagnostic(each, file?.kind === 'text' ? file.text : undefined)
    })
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, code, 'expected.txt'))
    expect(diagnostics.map((each) => each.code)).toContain(code)
  })

  it('gives no deck when it is an error', () => {
    const isError = diagnostics.some(({ severity }) => severity === 'error')
    expect({ deck: deck === undefined, page: page === undefined }).toEqual({ deck: isError, page: isError })
  })

  it('is worded as every message is', () => {
    for (const { message, hint } of diagnostics) {
      expect(message).toMatch(/^(invalid|unknown|missing|ambiguous|unsupported|duplicate) /)
      expect(hint ?? 'none.').toMatch(/[.)…]$/)
    }
  })
})

describe('the codes of diagnostics', () => {
  it('have a broken deck each', () => {
    expect(declaredCodes().filter((code) => !codes.includes(code) && !elsewhere.includes(code))).toEqual([])
  })

  it('are declared where a broken deck is named for them', () => {
    expect(codes.filter((code) => !declaredCodes().includes(code))).toEqual([])
  })
})
