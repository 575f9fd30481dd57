import { expect, test } from 'vitest'
import { changed, textOf } from '../../../../tests/errors/_broken.ts'
import { compile } from '../../compile.ts'

const slide = textOf('slides/010-one.md')
const withFormer = (former: string): string => slide.replace('title:', `formerly: ${former}\ntitle:`)
const duplicates = (files: Readonly<Record<string, string>>): readonly string[] =>
  compile(changed(files), { edition: 'public' })
    .diagnostics.filter(({ code }) => code === 'duplicate-name')
    .map(({ message, place }) => `${place.path}:${place.line} ${message}`)

test('a slide may have had other names, one or several', () => {
  const { deck } = compile(changed({ 'slides/010-one.md': withFormer('[start, front-page]') }), { edition: 'public' })
  expect(deck?.slides[0]?.formerly).toEqual(['start', 'front-page'])
})

test.each([
  ['the name of another slide', { 'slides/010-one.md': withFormer('two'), 'slides/020-two.md': slide }],
  ['its own name', { 'slides/010-one.md': withFormer('one') }],
  ['a former name of another', { 'slides/010-one.md': withFormer('old'), 'slides/020-two.md': withFormer('[old]') }],
])('a former name is not %s', (_, files) => {
  expect(duplicates(files)).toHaveLength(1)
})
