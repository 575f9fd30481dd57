import { expect, test } from 'vitest'
import { changed, textOf } from '../../../../tests/errors/_broken.ts'
import { buildPage } from '../../../../tests/golden/_decks.ts'
import type { Edition } from '../../../model/deck.ts'

const slide = (title: string, more = ''): string =>
  `---\nlayout: section\ntitle: ${title}\nsection: ${title.toLowerCase()}\n${more}---\n`

const files = changed({
  'data/deck.yaml': `${textOf('data/deck.yaml')}duration: 30\n`,
  'slides/010-one.md': slide('One', 'duration: 1.5\n'),
  'slides/020-aside.md': slide('Aside', 'hidden: true\n'),
  'slides/030-two.md': slide('Two'),
  'slides/040-more.md': slide('More', 'hidden: true\n'),
  'slides/050-three.md': slide('Three'),
})

const built = (edition: Edition) => {
  const { deck, page, diagnostics } = buildPage(files, { edition })
  expect(diagnostics).toEqual([])
  const html = page?.html ?? ''
  const numbers = [...html.matchAll(/<section id="([^"]+)"[^>]* data-number="([^"]+)"/g)].map(([, id, at]) => [id, at])
  return { deck, html, numbers: Object.fromEntries(numbers) }
}

test('hidden slides are back-up slides, counted apart, so that all others have the numbers of the public edition', () => {
  const [open, own] = [built('public'), built('presenter')]
  expect(open.numbers).toEqual({ one: '1', two: '2', three: '3' })
  expect(own.numbers).toEqual({ one: '1', aside: 'B1', two: '2', more: 'B2', three: '3' })
  expect(own.deck?.slides.map(({ number, hidden }) => (hidden ? -number : number))).toEqual([1, -1, 2, -2, 3])
})

test('planned minutes are in the presenter edition only', () => {
  const [open, own] = [built('public'), built('presenter')]
  expect(own.html).toContain('data-minutes="1.5"')
  expect(own.deck?.head.duration).toBe(30)
  expect(own.html).toContain('"duration":30')
  expect(open.html).not.toMatch(/data-minutes|"duration"/)
  expect(JSON.stringify(open.deck)).not.toMatch(/"minutes"|"duration"/)
})
