import { expect, test } from 'vitest'
import { changed } from '../../../../tests/errors/_broken.ts'
import { compile } from '../../compile.ts'

const hints = (body: string): readonly (string | undefined)[] => {
  const text = `---\nlayout: points\ntitle: One\n---\n${body}\n`
  return compile(changed({ 'slides/010-one.md': text }), { edition: 'public' }).diagnostics.map(({ hint }) => hint)
}

test.each([
  ['a sentence', '{{figure "sales" "Q1 2020"}}', /guard the sentence/],
  ['a tile', '```tiles\n- {metric: sales, period: Q1 2020}\n```', /take the tile out/],
  [
    'the change of a tile',
    '```tiles\n- {metric: sales, period: Q, vs-scenario: target}\n```',
    /\(change, vs, vs-scenario\) out/,
  ],
])('what to do about a missing figure of %s can be done there', (_, body, hint) => {
  expect(hints(body)).toEqual([expect.stringMatching(hint)])
})
