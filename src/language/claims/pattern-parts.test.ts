import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '../en.ts'
import { wordExpression } from './pattern-parts.ts'

const letter = wordExpression(String.raw`^\p{L}$`, 'u')
const number = wordExpression(String.raw`^[\p{N}_]$`, 'u')

const charactersOf = (script: string): readonly string[] => {
  const own = new RegExp(String.raw`\p{Script=${script}}`, 'u')
  return Array.from({ length: 0x32400 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => own.test(character))
}

describe('letters and numbers as few ranges', () => {
  test.each(['Latin', 'Greek', 'Cyrillic', 'Han', 'Hiragana', 'Katakana', 'Hangul'])(
    'every letter of %s is one',
    (script) => {
      // letterlike signs ("ℓ") stay out with their neighbours "№" and "™", and so do historic letters of the supplementary plane
      const isKnownGap = (character: string): boolean => /[\u2100-\u214f\u{10000}-\u{1ffff}]/u.test(character)
      const missed = charactersOf(script).filter((character) => /\p{L}/u.test(character) && !letter.test(character))
      expect(missed.filter((character) => !isKnownGap(character))).toEqual([])
    },
  )

  test.each([...' \u00a0.,;:!?()[]{}+-−–—…%€$¥£№™©®°×÷△▲▼↑↓•·"\'’“”「」、。・〜'])(
    '%s is no letter and no number',
    (sign) => {
      expect(letter.test(sign)).toBe(false)
      expect(number.test(sign)).toBe(false)
    },
  )

  test('digits of other forms are numbers', () => {
    expect([...'0９²½'].every((digit) => number.test(digit))).toBe(true)
  })

  test('a class of another kind stays as it is', () => {
    expect(wordExpression(String.raw`\p{Lu}\[\p{L}`, 'u').source.startsWith(String.raw`\p{Lu}\[[A-Z`)).toBe(true)
  })
})

/** Every source of an expression among the words of a language. */
function sourcesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(String.raw`\p{`) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sourcesIn) : []
}

const foundBy = (expression: RegExp, text: string): readonly unknown[] =>
  [...text.matchAll(expression)].map((match) => [match.index, ...match])

describe('the flag i spelled out', () => {
  const sources = sourcesIn(en.claims)
  const pieces = [...new Set(sources.flatMap((source) => source.match(/[A-Za-z]{2,}|[a-z] [a-z]+/g) ?? []))]
  const piece = fc
    .constantFrom(...pieces, ' ', ' ', ' ', ', ', '-', '1', '2009', '%', 'É', 'ä', 'ß', '–', '(')
    .chain((text) => fc.constantFrom(text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)))
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' ').replace(/ {2,}/g, ' '))

  test('finds what the flag finds', () => {
    expect(sources.length).toBeGreaterThan(40)
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(text, { maxLength: 6 }), (source, texts) => {
        const made = wordExpression(source, 'giu')
        expect(made.ignoreCase).toBe(false)
        for (const each of texts) expect(foundBy(made, each)).toEqual(foundBy(new RegExp(source, 'giu'), each))
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    [String.raw`\p{L}ab`, 'xAB', 'xAB'],
    [String.raw`[\p{L}]*[b-d]\b`, 'xD', 'xD'],
    [String.raw`(?<same>\p{L})\k<same>`, 'sS', 'sS'],
    [String.raw`\p{L}ß`, 'aß', 'aß'],
    [String.raw`é\P{L}\bx\d\u0061`, 'É X1a', 'É X1a'],
    [String.raw`[é-í]\p{N}`, 'Í1', 'Í1'],
    [String.raw`[^a-c]\p{L}`, 'AB', undefined],
  ])('%s in %s finds %s', (source, searched, found) => {
    expect(wordExpression(source, 'iu').exec(searched)?.[0]).toBe(found)
  })
})
