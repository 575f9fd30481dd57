import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allMatches } from './all-matches.ts'

test.each([/a/g, /b*/g, /(?<=a)b|(c)/gu, /\d+(?:[.,]\d+)*/g, /x*/gu, /^|$/gm, /\p{L}+/gu])(
  '%s finds what matchAll finds',
  (expression) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x', '1', '.', ' ', '\n', '😀') }), (text) => {
        const found = allMatches(text, expression).map((match) => [match.index, ...match])
        expect(found).toEqual([...text.matchAll(expression)].map((match) => [match.index, ...match]))
        expect(expression.lastIndex).toBe(0)
      }),
    )
  },
)

test('an expression that is not global is refused: it would be found for ever', () => {
  expect(() => allMatches('aa', /a/)).toThrow(TypeError)
})
