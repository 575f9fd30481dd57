import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureKind } from '../../src/audit/words/vocabulary.ts'
import { enClaims } from '../../src/language/en-claims.ts'

const audit = join(import.meta.dirname, '../../src/audit')
const files = readdirSync(audit, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('fixtures'),
)

describe('src/audit has no vocabulary of its own', () => {
  test.each(files)('%s holds no list of words', (path) => {
    const text = readFileSync(join(audit, path), 'utf8').replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '')
    const lists = [...text.matchAll(/'((?:[a-z&-]+ ){7,}[a-z&-]+)'/g)].map(([, words]) => words)
    expect(lists).toEqual([])
    expect(text).not.toMatch(/split\(\s*' '\s*\),?\s*\)/) // a list of words in one string
  })

  test('every measure of the language is a flow, a stock or a ratio', () => {
    const kinds = new Map(enClaims.text.measures.map(({ id }) => [id, measureKind(id)]))
    expect([kinds.get('revenue'), kinds.get('net-debt'), kinds.get('equity-ratio')]).toEqual(['flow', 'stock', 'ratio'])
    expect(measureKind(undefined)).toBeUndefined()
  })
})
