import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tries } from '../../../tests/long.ts'
import { escapeHtml } from '../../format/html.ts'
import { plainText, textsIn } from '../../model/content.ts'
import { readMarked } from '../parse/slides/slide-text.ts'
import { markedWriter } from '../parse/slides/value-marks.ts'
import { printedFigures } from '../resolve/placeholders/figure-uses.ts'
import { fillText } from '../resolve/placeholders/filled-text.ts'
import { blocksHtml } from './blocks-html.ts'
import { text } from './inline-html.ts'

const place = { path: 'slides/010-a.md', line: 1, column: 1 }

/** Values that mean something in Markdown, HTML or Handlebars when they are not kept apart. */
const hostile = [
  '2024. was',
  '- 3.2%',
  '+ 3',
  '* star',
  '# head',
  '> quote',
  'a|b',
  '|---|',
  '<b>x</b>',
  '<script>alert(1)</script>',
  '{{x}}',
  '{{{x}}}',
  '`code`',
  '```chart',
  '**bold**',
  '_em_',
  '[a](javascript:alert(1))',
  'https://example.com/?a=1&b="2"',
  '&amp;',
  '\n\n## New group\n',
  '---',
  'Note: secret',
  '[[3]]',
  '\\',
  '"quoted" \'text\'',
  '\u{F0000}',
  '%F3%B0%80%80',
]

const value = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string(),
  fc.tuple(fc.constantFrom(...hostile), fc.string()).map((parts) => parts.join('')),
)

/** Where a value may stand in a text. */
const settings = [
  (mark: string) => mark,
  (mark: string) => `${mark} at the start`,
  (mark: string) => `- ${mark}\n- second ${mark}`,
  (mark: string) => `+ ${mark}`,
  (mark: string) => `## ${mark}\n\ntext`,
  (mark: string) => `| a | b |\n|---|--:|\n| ${mark} | **${mark}** |`,
  (mark: string) => `**${mark}** and *${mark}*, \`${mark}\``,
  (mark: string) => `[${mark}](https://example.com/${mark})`,
  (mark: string) => `![${mark}](${mark}.png "${mark}")`,
  (mark: string) => `1. ${mark}\n2. ${mark}`,
]

/** The tags of a piece of HTML, without what stands in them. */
const structure = (html: string): readonly string[] => [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([tag]) => tag)

/** A text as blocks, in which each character U+0001 stands for the value. */
function blocksOf(setting: (mark: string) => string, words: string, kind: 'flow' | 'line') {
  const writer = markedWriter(place)
  const printed = printedFigures('a')
  const values = setting('\u0001')
    .split('\u0001')
    .flatMap((own, index) => {
      if (index > 0) writer.value(place)
      writer.text(own, place)
      return index > 0 ? [printed.write({ kind: 'text', text: words }, place)] : []
    })
  return fillText(readMarked(writer.done(), kind), values).blocks
}

const rendered = (setting: (mark: string) => string, words: string, kind: 'flow' | 'line'): string =>
  blocksHtml(blocksOf(setting, words, kind), { uses: new Map(), visual: () => '<visual>' })

describe.each([
  ['text of several paragraphs', 'flow'],
  ['text of one line', 'line'],
] as const)('a value in a %s', (_, flow) => {
  it('never changes the structure about it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), value, (setting, words) => {
        const plain = structure(rendered(setting, 'plain', flow))
        expect(structure(rendered(setting, words, flow))).toEqual(plain)
      }),
      { numRuns: tries(1000, 20_000) },
    )
  })

  it('comes out whole and escaped', () => {
    fc.assert(
      fc.property(value, (words) => {
        expect(rendered((mark) => `before ${mark} after`, words, flow)).toContain(`before ${text(words)} after`)
      }),
    )
  })

  it('never ends the attribute that it stands in', () => {
    fc.assert(
      fc.property(value, (words) => {
        const image = rendered((mark) => `![${mark}](a.png)`, words, flow)
        expect(/alt="([^"]*)"/.exec(image)?.[1]).toBe(escapeHtml(words))
      }),
    )
  })
})

describe('the plain reading of a text', () => {
  it('holds each value as it is', () => {
    fc.assert(
      fc.property(value, (words) => {
        const [line] = textsIn(blocksOf((mark) => `before **${mark}** after`, words, 'flow'))
        expect(plainText(line?.runs ?? [])).toBe(`before ${words} after`)
      }),
    )
  })
})
