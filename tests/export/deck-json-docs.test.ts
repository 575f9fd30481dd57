import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deckAsJson } from '../../src/export/deck-json.ts'
import { deckJsonSchema } from '../../src/export/deck-schema.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { compile } from '../compile.ts'
import { readDeck } from '../golden/_decks.ts'

const docs = readFileSync(join(import.meta.dirname, '../../docs/deck-json.md'), 'utf8')
const [, description = ''] = docs.split('\n## What is in it\n')

/** The examples, as JSON in one line. */
const examples = [...description.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) =>
  JSON.stringify(JSON.parse(json)),
)

test('the examples of docs/deck-json.md are what inspect prints of this deck', () => {
  const root = join(import.meta.dirname, '../..')
  const { deck } = compile(readDeck(root), { edition: 'public', pictures: picturesOf(root) })
  if (!deck) throw new Error('no deck')
  const printed = JSON.stringify(deckAsJson(deck, { slide: 'si-revenues', places: true }))
  expect(examples).toHaveLength(2)
  expect(examples.filter((example) => !printed.includes(example))).toEqual([])
})

interface Names {
  readonly keys: ReadonlySet<string>
  /** What a key may hold where only some words are allowed. */
  readonly words: ReadonlySet<string>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Every key and every fixed word of a JSON Schema. */
function namesOf(schema: unknown): Names {
  const keys = new Set<string>()
  const words = new Set<string>()
  const visit = (value: unknown): void => {
    if (!isRecord(value)) return
    if (isRecord(value.properties)) for (const key of Object.keys(value.properties)) keys.add(key)
    for (const word of [value.const, ...(Array.isArray(value.enum) ? value.enum : [])]) words.add(String(word))
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(schema)
  return { keys, words }
}

/** Names in `code` of the text, single ones and those in braces; examples in fences stay out. */
function namesIn(text: string): ReadonlySet<string> {
  const spans = [...text.replace(/```.*?```/gs, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
  return new Set(
    spans.flatMap((code) => (/^[\w.]+$|^\{[\w, ]+\}$/.test(code) ? (code.match(/[A-Za-z]\w*/g) ?? []) : [])),
  )
}

const schema = namesOf(deckJsonSchema())
const documented = namesIn(description)

test('docs/deck-json.md names every key of the schema', () => {
  expect([...schema.keys].filter((key) => !documented.has(key))).toEqual([])
})

/** The schema leaves open what only one chart type has. */
const ownOfCharts = new Set(['dots', 'each', 'name', 'shape'])

test('docs/deck-json.md names nothing that the schema lacks', () => {
  const known = (name: string): boolean => schema.keys.has(name) || schema.words.has(name) || ownOfCharts.has(name)
  expect([...documented].filter((name) => !known(name))).toEqual([])
})
