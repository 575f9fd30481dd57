import { describe, expect, test } from 'vitest'
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
