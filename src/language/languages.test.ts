import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { counted, fill } from './fill.ts'
import type { Language } from './language.ts'
import { findLanguage, languages } from './languages.ts'

const british: Language = { ...en, tag: 'en-GB' }

describe('the language of a tag', () => {
  test.each(['en', 'en-IE', 'EN-us', 'en-Latn-GB'])('%s is English, under its own tag', (tag) => {
    expect(findLanguage(tag)).toEqual({ ...en, tag })
  })

  test('a record of the region itself comes first', () => {
    const known = [{ ...en, capitalNouns: true }, british]
    expect(findLanguage('en-GB', known)).toEqual(british)
    expect(findLanguage('en-IE', known)?.capitalNouns).toBe(true)
  })

  test.each(['de', 'e', 'eng', ''])('"%s" has none', (tag) => {
    expect(findLanguage(tag)).toBeUndefined()
  })
})

test('British English writes the day first, in heads of columns too', () => {
  const { periods } = findLanguage('en-gb') ?? en
  expect(fill(periods.date, { day: 30, month: 'June', year: 2023 })).toBe('30 June 2023')
  expect(
    fill(periods.heads.span.endedOn, {
      length: 'Six months',
      day: fill(periods.dayOfYear, { day: 30, month: 'June' }),
    }),
  ).toBe('Six months ended 30 June')
})

describe('the records', () => {
  test.each(languages)('$tag is plain JSON', (language) => {
    expect(JSON.parse(JSON.stringify(language))).toEqual(language)
  })
})

describe('patterns', () => {
  test('slots are filled, each as often as it stands', () => {
    expect(fill('{a} of {b}, {a}', { a: 1, b: 'x' })).toBe('1 of x, 1')
  })

  test('the text of a value is not a pattern', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&')
  })

  test('a slot without a value is a mistake of the record', () => {
    expect(() => fill('{name}', {})).toThrow(RangeError)
  })

  test.each([
    ['en', 1, '1 file'],
    ['en', 0, '0 files'],
    ['en', 21, '21 files'],
    ['ru', 21, '21 file'],
    ['ja', 1, '1 files'],
  ])('in %s, %i is counted as "%s"', (tag, count, text) => {
    expect(counted(tag, { one: '{count} file', other: '{count} files' }, count)).toBe(text)
  })
})
