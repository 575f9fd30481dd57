import { expect, test } from 'vitest'
import { changed } from '../../../../tests/errors/_broken.ts'
import { buildPage } from '../../../../tests/golden/_decks.ts'

const slide = (front: string): string => `---\nlayout: points\ntitle: Words\n${front}---\n- One point\n`

test('a slide of any layout stands on the ground that its front matter names, in the deck and on its section', () => {
  const files = changed({
    'slides/015-plain.md': slide(''),
    'slides/020-light.md': slide('tone: light\nclass: dense dark\n'),
    'slides/030-dark.md': slide('tone: dark\nclass: dense\n'),
    'slides/040-class.md': slide('class: dark\n'),
  })
  const { deck, page, diagnostics } = buildPage(files, { edition: 'public' })
  expect(diagnostics).toEqual([])
  expect(deck?.slides.slice(-4).map((each) => [each.tone, each.class])).toEqual([
    [undefined, ''],
    [undefined, 'dense'],
    ['dark', 'dense dark'],
    ['dark', 'dark'],
  ])
  const toned = [...(page?.html ?? '').matchAll(/<section id="([a-z]+)"[^>]* data-tone="dark"/g)].map(([, id]) => id)
  expect(toned).toEqual(['dark', 'class'])
})
