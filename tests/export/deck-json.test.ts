import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderPage } from '../../src/compiler/render/page-html.ts'
import { deckAsJson } from '../../src/export/deck-json.ts'
import { deckJson } from '../../src/export/deck-schema.ts'
import type { Deck, Edition } from '../../src/model/deck.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { needsRoundingNote } from '../../src/tieout/words/rounding-notes.ts'
import { compile } from '../compile.ts'
import { readDeck } from '../golden/_decks.ts'

const decks = {
  'the reference deck': join(import.meta.dirname, '../..'),
  alba: join(import.meta.dirname, '../golden/alba'),
  kelpworks: join(import.meta.dirname, '../golden/kelpworks'),
  lindqvist: join(import.meta.dirname, '../golden/lindqvist'),
}
const editions: readonly Edition[] = ['public', 'presenter']
const cases = Object.entries(decks).flatMap(([name, root]) => editions.map((edition) => ({ name, root, edition })))

/** Numerals of a slide as a reader sees it: text, alternative texts and names, without addresses and tags. */
function numeralsOf(html: string): readonly string[] {
  const spoken = [...html.matchAll(/(?:alt|aria-label)="([^"]*)"/g)].map(([, text = '']) => text)
  const shown = html.replace(/<[^>]*>/g, '|')
  const words = [shown, ...spoken].join('|').replace(/&#?\w+;/g, '|')
  return [...words.matchAll(/\d[\d.,\u00a0\u202f]*\d|\d/g)].map(([text]) => text)
}

/** Every text of a JSON value; numbers as texts. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

describe.each(cases)('$name as data, $edition edition', ({ root, edition }) => {
  const files = readDeck(root)
  const { deck, evidence, templates } = compile(files, { edition, needsRoundingNote, pictures: picturesOf(root) })
  if (!deck || !evidence) throw new Error('no deck')
  const options = { language: evidence.config.language, drawChart: () => '<svg/>' }
  const page = renderPage(deck, templates, options)

  test('is valid by its schema, with and without places', () => {
    expect(deckJson.safeParse(deckAsJson(deck, { places: true })).error).toBeUndefined()
    const plain = deckAsJson(deck)
    expect(deckJson.safeParse(plain).error).toBeUndefined()
    expect(JSON.stringify(plain)).not.toContain('"line":')
  })

  test('holds every numeral of every slide', () => {
    const { slides, head, sections } = deckJson.parse(deckAsJson(deck))
    const missing = page.slides.flatMap(({ id, html }, index) => {
      const all = textsIn([slides[index], head, sections]).join('\n')
      return numeralsOf(html).flatMap((numeral) => (all.includes(numeral) ? [] : [`${id}: ${numeral}`]))
    })
    expect(missing).toEqual([])
  })

  test('is all that the page is made from, besides the templates', () => {
    const copy: Deck = JSON.parse(JSON.stringify(deck))
    const again = renderPage(copy, templates, options)
    expect(again.html).toBe(page.html)
    expect(again.facts).toBe(page.facts)
  })

  test('holds every document that a slide or chart names, as its foot names it', () => {
    const documents = new Map(deck.documents.map((document) => [document.id, document]))
    for (const { sources, sourceLine, visuals } of deck.slides) {
      const charted = visuals.flatMap((visual) => (visual.kind === 'chart' ? visual.chart.sources : []))
      expect(charted.filter((id) => !documents.has(id))).toEqual([])
      const names = [...new Set(sources.map((id) => documents.get(id)?.short ?? `unknown ${id}`))]
      expect(names.slice(0, sourceLine.names.length)).toEqual(sourceLine.names)
      expect(names).toHaveLength(sourceLine.names.length + sourceLine.others.length)
    }
    expect(page.facts).not.toMatch(/"(?:id|short)":/)
  })

  test('holds no HTML', () => {
    const html = textsIn(deck).filter((text) =>
      /<\/?(?:p|ul|li|div|span|data|section|figure|strong|em)\b[^>]*>/.test(text),
    )
    expect(html).toEqual([])
  })
})

test('a field called "place" is no place', () => {
  const { deck } = compile(readDeck(decks.kelpworks), { edition: 'public' })
  if (!deck) throw new Error('no deck')
  const named = { ...deck, head: { ...deck.head, fields: { place: 'Tokyo' } } }
  expect(deckJson.parse(deckAsJson(named)).head.fields).toEqual({ place: 'Tokyo' })
})

describe('one slide as data', () => {
  const { deck } = compile(readDeck(decks.kelpworks), { edition: 'public' })
  if (!deck) throw new Error('no deck')

  test('has the facts that it shows and their inputs, and no others', () => {
    const json = deckJson.parse(deckAsJson(deck, { slide: 'sales' }))
    expect(json.slides.map(({ id }) => id)).toEqual(['sales'])
    const shown = new Set(json.slides.flatMap(({ uses }) => uses.map(({ fact }) => fact)))
    const inputs = Object.values(json.facts).flatMap((fact) => fact.inputs ?? [])
    expect(Object.keys(json.facts).every((id) => shown.has(id) || inputs.includes(id))).toBe(true)
    expect([...shown].every((id) => id in json.facts)).toBe(true)
  })

  test('is refused where there is no such slide', () => {
    expect(() => deckAsJson(deck, { slide: 'nowhere' })).toThrow(RangeError)
  })
})
