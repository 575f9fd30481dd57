import { expect, it } from 'vitest'
import { withPhrases } from './phrase-html.ts'

/** Phrases end before each katakana word. */
const breaks = (text: string): readonly number[] =>
  [...text.matchAll(/(?<=[^\u30a0-\u30ff])(?=[\u30a0-\u30ff])/g)].map(({ index }) => index)

it.each([
  ['text', '<p>新サービスと旧サービス</p>', '<p>新<wbr>サービスと旧<wbr>サービス</p>'],
  [
    'a sentence across elements',
    '<p>新<strong>サービス</strong>と<em>旧</em>サービス</p>',
    '<p>新<strong><wbr>サービス</strong>と<em>旧</em><wbr>サービス</p>',
  ],
  ['no two blocks', '<p>新</p><p>サービス</p>', '<p>新</p><p>サービス</p>'],
  ['no figure inside', '<p>約<data value="3">3サ</data>増サ</p>', '<p>約<data value="3">3サ</data>増<wbr>サ</p>'],
  ['no attribute', '<p title="新サービス">新サ</p>', '<p title="新サービス">新<wbr>サ</p>'],
  ['signs written as entities', '<p>&amp;新&lt;サービス&gt;</p>', '<p>&amp;新&lt;<wbr>サービス&gt;</p>'],
  ['no text with blanks', '<p>New service</p>', '<p>New service</p>'],
])('marks the phrases of %s', (_, html, expected) => {
  expect(withPhrases(html, breaks)).toBe(expected)
})
