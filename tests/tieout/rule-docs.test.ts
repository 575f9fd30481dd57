import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/model/ties.ts'
import { row, type SmallDeck, verdictsOf } from './small-deck.ts'

const root = join(import.meta.dirname, '../..')
const docs = readFileSync(join(root, 'docs/tie-out.md'), 'utf8')
const table = docs.slice(docs.indexOf('## Rules'), docs.indexOf('A total that fails'))

/** Every test of this repository that speaks of rules. */
const tests = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?:tests|src)\/.*\.test\.ts$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

describe('docs/tie-out.md', () => {
  test('has every rule in its table, once, and no other', () => {
    const named = [...table.matchAll(/^\| ([A-Z]\d+b?(?: [A-Z]\d+b?)*) \|/gm)].flatMap(([, ids = '']) => ids.split(' '))
    expect([...named].sort()).toEqual([...ruleIds].sort())
  })

  test.each(ruleIds)('%s, as every rule, is in a test', (id) => {
    expect(tests).toMatch(new RegExp(`['"\`\\[ ]${id}['"\`\\] :]`))
  })
})

describe('X4: one label of a visual has one value', () => {
  const deck = (body: string): SmallDeck => ({
    columns: 'FY07,FY08',
    rows: [row('services', '600,700'), row('goods', '400,380')],
    body,
  })
  const tiles = (second: string): string =>
    `\`\`\`tiles\n- {metric: services, period: FY, label: Revenues}\n- {metric: goods, period: FY, label: ${second}}\n\`\`\``
  const columns = (second: string): string =>
    `\`\`\`table\nrows: [services, goods]\ncolumns: [{period: FY, label: This}, {period: FY-1, label: ${second}}]\n\`\`\``
  test.each([
    ['tiles of two labels', tiles('Goods'), ['ticked']],
    ['tiles of one label', tiles('Revenues'), ['error']],
    ['columns of two labels', columns('Before'), ['ticked']],
    ['columns of one label', columns('This'), ['error']],
    ['no visual', '- Nothing', []],
  ])('%s', (_, body, expected) => {
    expect(verdictsOf('X4', deck(body))).toEqual(expected)
  })
})
