import { expect, test } from 'vitest'
import { changed } from '../../../../tests/errors/_broken.ts'
import { buildPage } from '../../../../tests/golden/_decks.ts'

const section = `---
layout: section
title: Appendix
section: appendix
---
- [Back-up](#/backup)
- [Words](#/words)
- Nothing, or [words](#/words)
- Names
`
const slide = (more: string): string =>
  `---\nlayout: points\ntitle: Words\n${more}---\nSee\n\n- [the appendix](#/appendix)\n`

test('links of a section to its slides are followed by the numbers of these, other links are not', () => {
  const { page, diagnostics } = buildPage(
    changed({
      'templates/layouts/section.hbs': '<h2>{{title}}</h2>\n{{text}}',
      'slides/900-appendix.md': section,
      'slides/910-words.md': slide(''),
      'slides/920-backup.md': slide('hidden: true\n'),
    }),
    { edition: 'presenter' },
  )
  expect(diagnostics).toEqual([])
  const links = [...(page?.html ?? '').matchAll(/<a href="#\/(?:words|backup|appendix)"[^>]*>(.*?)<\/a>/g)]
  const texts = links.map(([, text = '']) => text.replace(/<[^>]*>/g, '').trim())
  expect(texts.filter((text) => !/^\d+$/.test(text))).toEqual([
    'Back-up\u2002B1',
    'Words\u20023',
    'words',
    'the appendix',
    'the appendix',
  ])
})

test('a link to a slide that is left out this time is words', () => {
  const { deck, page, diagnostics } = buildPage(
    changed({ 'slides/910-words.md': slide(''), 'slides/920-appendix.md': `${slide('when: year-end\n')}` }),
    { edition: 'public' },
  )
  expect(diagnostics).toEqual([])
  expect(deck?.slides.map(({ id }) => id)).not.toContain('appendix')
  expect(page?.html).not.toContain('href="#/appendix"')
  expect(page?.html).toContain('the appendix')
})
