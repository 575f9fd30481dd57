import { expect, it } from 'vitest'
import { changed } from '../../../tests/errors/_broken.ts'
import { compile } from '../compile.ts'

const hints = (body: string): readonly (string | undefined)[] => {
  const text = `---\nlayout: points\ntitle: One\n---\n${body}\n`
  return compile(changed({ 'slides/010-one.md': text }), { edition: 'public' }).diagnostics.map(({ hint }) => hint)
}

it.each([
  '{{figure “sales” "Q1 2024"}}',
  '{{figure "sales" „Q“}}',
  '{{change "sales" "Q" vs=“Q-1”}}',
  '{{label ‘sales.a’}}',
  '{{label «sales»}}',
  '{{#if (has “sales” “Q”)}}x{{/if}}',
  '{{plain “two words”}}',
  '{{label “sales.”}}',
])('quotes of a word processor are named where they stand for straight ones: %s', (body) => {
  expect(hints(body)).toContainEqual(expect.stringMatching(/^write straight quotes/))
})

it('quotes of a word processor inside straight ones are text', () => {
  expect(hints('{{plain "“3G”"}}')).toEqual([])
})
