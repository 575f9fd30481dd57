import { describe, expect, it } from 'vitest'
import { changed, textOf } from '../../../tests/errors/_broken.ts'
import type { FontLetters } from '../../format/letters/text-face.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { compile } from '../compile.ts'

const findings = (files: readonly SourceFile[], fonts?: FontLetters): readonly string[] =>
  compile(files, { edition: 'public', ...(fonts && { fonts }) }).diagnostics.map(
    ({ code, message, place }) =>
      `${code} ${/U\+\w+/.exec(message)?.[0]} ${place.path}:${place.cell ?? `${place.line}:${place.column}`}`,
  )

const slide = (body: string, title = 'One'): string => `---\nlayout: points\ntitle: ${title}\n---\n${body}\n`
const at = (path: string, text: string): readonly string[] => findings(changed({ [path]: text }))

describe('a character that no text may hold', () => {
  it.each([
    ['a NUL at the end of a slide', 'slides/010-one.md', slide('Text.\0\0'), 'U+0000', '5:6'],
    ['a soft line break in a label', 'data/metrics.yaml', 'metrics:\n  a: {label: Net\vsales}\n', 'U+000B', '2:17'],
    ['an icon of a symbol font in a table', 'data/tables/sites.csv', 'name\nOn \uF0FC\n', 'U+F0FC', '2:4'],
    ['a mark of a value in a figure file', 'data/figures/f.csv', 'metric,\u{F0000}\n', 'U+F0000', '1:8'],
    ['a control of C1 in a source', 'data/sources.yaml', 'R1: {title: A\u0092s}\n', 'U+0092', '1:14'],
    ['a code point that is no character', 'data/deck.yaml', 'title: \uFFFE\n', 'U+FFFE', '1:8'],
    ['half of a pair', 'slides/010-one.md', slide('A \uD83D b'), 'U+D83D', '5:3'],
    ['a private character of plane 16', 'slides/010-one.md', slide('A \u{100001} b'), 'U+100001', '5:3'],
    ['a control in a template', 'templates/layouts/points.hbs', '<h2>{{title}}\x08</h2>{{body}}', 'U+0008', '1:14'],
  ])('is reported at its place: %s', (_, path, text, code, place) => {
    expect(at(path, text)[0]).toBe(`unsupported-character ${code} ${path}:${place}`)
    expect(new Set(at(path, text).map((each) => each.split(' ')[0]))).toEqual(new Set(['unsupported-character']))
  })

  it('is reported at the cell of a workbook, written as it is or by its number', () => {
    const rows = [['name'], ['A\uE001'], ['B_x000B_C']]
    const file: SourceFile = { kind: 'workbook', path: 'data/tables/more.xlsx', sheets: [{ name: 'Sites', rows }] }
    expect(findings([...changed({}), file])).toEqual([
      'unsupported-character U+E001 data/tables/more.xlsx:Sites!A2',
      'unsupported-character U+B data/tables/more.xlsx:Sites!A3'.replace('U+B', 'U+000B'),
    ])
  })

  it('is reported in the name of a file', () => {
    expect(at('data/tables/a\uE000.csv', 'name\nx\n')).toEqual([
      'unsupported-character U+E000 data/tables/a\uE000.csv:1:1',
    ])
  })

  it.each([
    ['tabs, line ends and a mark of the byte order', '\uFEFF---\r\nlayout: points\r\ntitle: A\r\n---\r\nA\tb\r\n'],
    ['emoji, joined ones too, and signs of every script', slide('👩‍🔬 ① Zażółć 株式会社 ไทย \u00A0\u200B')],
  ])('is none of %s', (_, text) => {
    const found = findings(changed({ 'slides/010-one.md': text }), { has: () => true })
    expect(found).toEqual([])
  })
})

describe('a character that is only written as its number', () => {
  const deck = textOf('data/deck.yaml')
  it.each([
    ['in a quoted text of YAML', 'data/deck.yaml', deck.replace('Results', '"R\\U000F0000s"'), 'U+F0000', '3:10'],
    ['in a key of YAML', 'data/deck.yaml', `${deck}fields: {"a\\v": x}\n`, 'U+000B', '8:12'],
    ['as two halves in YAML', 'data/deck.yaml', deck.replace('Results', '"\\uDB80\\uDC01"'), 'U+F0001', '3:9'],
    ['in front matter', 'slides/010-one.md', slide('Text.', '"A \\uE100"'), 'U+E100', '3:11'],
    ['as an entity of Markdown', 'slides/010-one.md', slide('A &#xF0000; b'), 'U+F0000', '5:3'],
    ['as a decimal entity beside a value', 'slides/010-one.md', slide('{{period "Q"}} &#983040;'), 'U+F0000', '5:1'],
    ['alone on a line, as the mark of a block', 'slides/010-one.md', slide('&#xE000;'), 'U+E000', '5:1'],
    ['in an address', 'slides/010-one.md', slide('[a](https://a.example/%F3%B0%80%80)'), 'U+F0000', '5:1'],
    ['in the title of a link', 'slides/010-one.md', slide('[a](https://a.example "&#xF0000;")'), 'U+F0000', '5:1'],
    ['in an address that Markdown shows', 'slides/010-one.md', slide('<https://a.example/%EE%80%80>'), 'U+E000', '5:1'],
  ])('is reported: %s', (_, path, text, code, place) => {
    const [line, column] = place.split(':')
    const [first = '', ...rest] = at(path, text)
    expect(first).toContain(`unsupported-character ${code} ${path}:${line}:`)
    if (path.endsWith('.yaml')) expect(first.endsWith(`:${column}`)).toBe(true)
    expect(rest.filter((each) => !each.startsWith('unsupported-character'))).toEqual([])
  })

  it.each(['"caf\\u00e9 \\uD83D\\uDE00"', "'\\U000F0000'", '"tab\\tnew\\nline"'])(
    'is none where YAML says %s',
    (text) => {
      expect(at('data/deck.yaml', deck.replace('Results', text))).toEqual([])
    },
  )
})
