import { expect, test } from 'vitest'
import { composed } from './composed.ts'

test.each([
  ['Zu\u0308rich', 'Z\u00fcrich'],
  ['Kro\u0301lewiec \u0160koda', 'Kr\u00f3lewiec \u0160koda'],
  ['\u30ab\u3099\u30b9', '\u30ac\u30b9'], // kana with a voicing mark of its own
  ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '\ud55c\uad6d'], // Hangul in parts
  ['m\u0304 stays', 'm\u0304 stays'], // Unicode has no such letter
  ['\u2126 and \ufa19', '\u2126 and \ufa19'], // letters that Unicode would replace
  ['plain', 'plain'],
])('%j is read as %j', (text, expected) => {
  expect(composed(text)).toBe(expected)
})
