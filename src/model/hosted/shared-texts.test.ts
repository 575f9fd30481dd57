import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSharedTexts, shareTexts } from './shared-texts.ts'

test('what is said several times stands once', () => {
  const value = { a: 'the same words', b: ['the same words', 'the same words', 'other'], c: 12, d: null }
  expect(shareTexts(value)).toBe(
    '{"keys":[],"parts":["the same words"],"value":{"a":"~0","b":["~0","~0","other"],"c":12,"d":null}}',
  )
})

test('so do equal lists and records, those within them first', () => {
  const source = ['document', 'page 12 of 30']
  const value = [{ source, at: 'page 12 of 30' }, [source, source]]
  expect(shareTexts(value)).toBe(
    '{"keys":[],"parts":["page 12 of 30",["document","~0"]],"value":[{"source":"~1","at":"~0"},["~1","~1"]]}',
  )
})

test('names of members stand once for all records that have them', () => {
  const value = [{ text: '1', value: 1 }, { text: '2', value: 2 }, { text: '3' }]
  expect(shareTexts(value)).toBe(
    '{"keys":[["text","value"]],"parts":[],"value":[["#0","1",1],["#0","2",2],{"text":"3"}]}',
  )
})

test('four texts that begin alike say it once', () => {
  const value = ['parts add up: 1 = 1', 'parts add up: 2 = 2', 'parts add up: 3 = 3', 'parts add up: 4 = 4', 'parts: 5']
  expect(shareTexts(value)).toBe(
    '{"keys":[],"parts":["parts add up: "],"value":["~0~1 = 1","~0~2 = 2","~0~3 = 3","~0~4 = 4","parts: 5"]}',
  )
})

test('is read as it was, whatever its texts are', () => {
  const beginning = fc
    .tuple(fc.constantFrom('it begins with ', '#0 it begins ', '~ it begins '), fc.string())
    .map((parts) => parts.join(''))
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('~0', '~', '~~1', '#0', '#', 'a long text of words', '~a long text of words'),
    beginning,
  )
  const value = fc.letrec((tie) => ({
    any: fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('record')),
    list: fc.array(tie('any'), { maxLength: 9 }),
    record: fc.dictionary(fc.constantFrom('a', 'b', '#0', '__proto__'), tie('any'), { noNullPrototype: true }),
  })).any
  fc.assert(
    fc.property(value, (one) => {
      expect(readSharedTexts(shareTexts(one))).toEqual(JSON.parse(JSON.stringify(one)))
    }),
  )
})
