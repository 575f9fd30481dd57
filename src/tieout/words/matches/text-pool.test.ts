import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../../language/en.ts'
import { compileWords, type WordPatterns } from '../../../language/word-patterns.ts'
import { allMatches } from './all-matches.ts'
import { addText, createPool, poolMatches, poolOf } from './text-pool.ts'

const alone = (text: string, expression: RegExp): readonly unknown[] =>
  allMatches(text, expression).map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    groups: match.slice(1),
  }))

/** Every expression of a language that is searched for more than once in a text. */
function expressionsIn(value: unknown, seen = new Set<unknown>()): readonly RegExp[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof RegExp) return value.global ? [value] : []
  return Object.values(value).flatMap((each) => expressionsIn(each, seen))
}
const words: WordPatterns = compileWords(en.claims)

const pieces = [
  ...['Revenue', 'rose', 'fell', ' to ', ' in the first half', 'record', 'FY08', ' 12%', ' JPY 3 million', 'organic'],
  ...[
    'last year',
    ', ',
    '. ',
    '\n',
    ' ',
    '-',
    '(',
    ')',
    'since',
    ' of ',
    'guidance',
    'net loss',
    'twice',
    'a third',
    'é',
  ],
]
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''))

test('what is found in texts that are searched as one is what is found in each', () => {
  const expressions = expressionsIn(words)
  expect(expressions.length).toBeGreaterThan(40)
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(text, { maxLength: 4 }), (first, later) => {
      const pool = createPool()
      for (const batch of [first, later]) {
        for (const each of batch) addText(each, pool)
        for (const expression of expressions)
          for (const each of batch) expect(poolMatches(each, expression, pool)).toEqual(alone(each, expression))
      }
    }),
    { numRuns: 60 },
  )
})

test.each([/a[^b]*b/g, /[^x]+/g, /\s+/g, /b?/g, /^a|b$/g, /a(?!\s*b)/g])(
  'a match of %s that reaches over several texts is none',
  (expression) => {
    const texts = ['a', 'b', '', 'a b', 'xa\nb ', 'ba', 'b']
    const pool = createPool()
    for (const each of texts) addText(each, pool)
    for (const each of texts) expect(poolMatches(each, expression, pool)).toEqual(alone(each, expression))
  },
)

test('a pool that has grown too large is emptied, and its texts are found as before', () => {
  const pool = poolOf(words)
  for (let at = 0; at <= 20_000; at++) addText(`text ${at}`, pool)
  expect(poolMatches('text 7', /\d/g, pool)).toMatchObject([{ text: '7', start: 5 }])
  expect(poolOf(words).texts).toHaveLength(0)
  expect(poolMatches('text 7', /\d/g, pool)).toMatchObject([{ text: '7', start: 5 }])
})
