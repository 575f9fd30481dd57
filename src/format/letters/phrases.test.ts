import { describe, expect, it } from 'vitest'
import { mayBreakAt, withPhraseEnds } from './phrases.ts'

/** A text with its breaks shown as "|". */
const broken = (text: string): string =>
  [...text].reduce(
    ({ at, shown }, letter) => ({
      at: at + letter.length,
      shown: `${shown}${at > 0 && mayBreakAt(text, at) ? '|' : ''}${letter}`,
    }),
    { at: 0, shown: '' },
  ).shown

describe('where a line of text without blanks may end', () => {
  it.each([
    ['closing signs begin no line', '増収。増益、率）の', '増|収。|増|益、|率）|の'],
    ['opening signs end no line', '前「注」後（注）', '前|「注」|後|（注）'],
    ['marks of length and small kana begin none', 'ショップー々ッ', 'ショッ|プー々ッ'],
    ['a number stays with what it counts', '約1,234.5億円と30%増', '約|1,234.5億|円|と|30%|増'],
    ['signs of a number stay with it', '△12と¥300', '△12と|¥300'],
    ['words of Latin letters and Hangul stay whole', '新ICT事業と서울', '新|ICT|事|業|と|서울'],
  ])('%s', (_, text, expected) => {
    expect(broken(text)).toBe(expected)
  })

  it('leaves labels with blanks as they are', () => {
    expect(withPhraseEnds('Net sales', () => [3])).toBe('Net sales')
    expect(withPhraseEnds('売上収益', () => [2])).toBe('売上\u200b収益')
  })
})
