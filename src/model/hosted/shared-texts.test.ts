import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSharedTexts, shareTexts } from './shared-texts.ts'

test('what is said several times stands once', () => {
  const value = { a: 'the same words', b: ['the same words', 'the same words', 'other'], c: 12, d: null }
  expect(shareTexts(value)).toBe(
    '{"texts":["the same words"],"value":{"a":"~0","b":["~0","~0","other"],"c":12,"d":null}}',
  )
})

test('is read as it was, whatever its texts are', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('~0', '~', '~~1', 'a long text of words', '~a long text of words'))
  const value = fc.letrec((tie) => ({
    any: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('record')),
    list: fc.array(tie('any'), { maxLength: 5 }),
    record: fc.dictionary(fc.string(), tie('any'), { maxKeys: 5, noNullPrototype: true }),
  })).any
  fc.assert(
    fc.property(value, (one) => {
      expect(readSharedTexts(shareTexts(one))).toEqual(JSON.parse(JSON.stringify(one)))
    }),
  )
})
