import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import { en } from '../../../language/en.ts'
import { compileWords } from '../../../language/word-patterns.ts'
import { allMatches } from './all-matches.ts'
import { type Need, neededWords } from './needed-words.ts'
import { addWords, createWordIndex, textsWith } from './word-index.ts'

/** A need as text: "beat|missed & target". */
function inWords(need: Need | undefined): string {
  if (!need) return 'nothing'
  if ('run' in need) return need.run
  const parts = ('all' in need ? need.all : need.either).map(inWords)
  return parts.join('all' in need ? ' & ' : '|')
}

describe('what a match needs', () => {
  test.each([
    [String.raw`\bled by\b`, 'led & by'],
    [String.raw`(?<!\p{L})(?:rais(?:ed|es)|lifts?)\s+(?:our|the)\s+targets?`, 'rais|lift & our|the & target'],
    [String.raw`\b(?:our )?guidance\b`, 'guidance'],
    [String.raw`\b(?:re)?affirmed\b`, 're|affirmed'],
    [String.raw`\ba?way\b`, 'a|way'],
    [String.raw`\bgo+d\b`, 'go'],
    [String.raw`\bto{2}l\b`, 'to'],
    [String.raw`(?<name>\bat)\s(?=home)`, 'at'],
    [String.raw`up\b`, 'nothing'], // it may end a longer word
    [String.raw`\bup\b|\d`, 'nothing'],
    [String.raw`\b(?:up)?\b`, 'nothing'],
    [String.raw`\p{L}+ful\b`, 'nothing'],
    [String.raw`\b(\w+) (?:straight|successive) quarters?`, 'straight|successive & quarter'],
    [String.raw`[([]a\]\bis\b`, 'is'],
    [String.raw`\u0061bc \bof\b`, 'of'],
  ])('%s: %s', (source, need) => {
    expect(inWords(neededWords(wordExpression(source, 'giu')))).toBe(need)
  })
})

/** Every expression of a language that is searched for more than once in a text. */
function expressionsIn(value: unknown, seen = new Set<unknown>()): readonly RegExp[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof RegExp) return value.global ? [value] : []
  return Object.values(value).flatMap((each) => expressionsIn(each, seen))
}

/** The sources of comparisons and phrases, which are compiled where they are used. */
const sources = [en.claims.comparisonPhrases, en.claims.phrases].flatMap((texts) => Object.values(texts))

test('a text without what an expression needs holds no match of it', () => {
  const expressions = [
    ...expressionsIn(compileWords(en.claims)),
    ...sources.map((source) => wordExpression(source, 'giu')),
  ]
  expect(expressions.length).toBeGreaterThan(120)
  const words = [...new Set(sources.flatMap((source) => source.match(/[A-Za-z]{2,}/g) ?? []))]
  const piece = fc
    .oneof(fc.constantFrom(...words), fc.constantFrom('-', ', ', '3', 'FY08', '%', 'É', 'ſ', '\u212a', '('))
    .chain((text) => fc.constantFrom(text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)))
  const joined = fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '-', '\n')), { maxLength: 10 })
  fc.assert(
    fc.property(fc.array(joined, { minLength: 1, maxLength: 5 }), (all) => {
      const texts = all.map((parts) => parts.map(([text, gap]) => text + gap).join(''))
      const index = createWordIndex()
      for (const [at, text] of texts.entries()) addWords(text, at, index)
      for (const expression of expressions) {
        const need = neededWords(expression)
        if (!need) continue
        const found = textsWith(need, index)
        for (const [at, text] of texts.entries())
          if (allMatches(text, expression).length > 0) expect([expression.source, text, found.has(at)]).toContain(true)
      }
    }),
    { numRuns: 60 },
  )
})
