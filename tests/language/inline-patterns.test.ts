import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'
import { engine, sourceFiles } from '../boundaries/imports.ts'

/** No words: marks of web addresses, codes that data files write, classes of letters, and the label of a span in weeks as calendars write it. */
const allowed: ReadonlySet<string> = new Set([
  ...['https', 'mailto', 'www', 'com', 'org', 'net', 'nbsp', 'amp', 'yoy', 'qoq', 'bps', 'weeks'],
])

/** Runs of three letters and more in the source of an expression, beside its escapes and what is filled in. */
const wordsOf = (pattern: string): readonly string[] =>
  (
    pattern
      .replace(/\\[pPk](?:\{[^}]*\}|<[^>]*>)|\\u\{?[\da-f]{4,5}\}?|\\[a-zA-Z]|\[[^\]]*\]/g, ' ')
      .match(/\p{L}{3,}/gu) ?? []
  ).filter((word) => !allowed.has(word))

/** Words in the patterns of a file: literals, and texts of which expressions are made. */
function inlineWords(file: string, text: string): readonly string[] {
  const found: string[] = []
  const { program, errors } = parseSync(file, text, { lang: 'ts' })
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  new Visitor({
    Literal(node) {
      if ('regex' in node) found.push(...wordsOf(node.regex.pattern))
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (text.slice(tag.start, tag.end) === 'String.raw')
        found.push(...quasi.quasis.flatMap(({ value }) => wordsOf(value.raw)))
    },
    NewExpression({ callee, arguments: [source] }) {
      if (text.slice(callee.start, callee.end) !== 'RegExp' || !source) return
      if (source.type === 'Literal' && typeof source.value === 'string') found.push(...wordsOf(source.value))
      if (source.type === 'TemplateLiteral') found.push(...source.quasis.flatMap(({ value }) => wordsOf(value.raw)))
    },
  }).visit(program)
  return found
}

describe('audit and tie-out read by the words of src/language alone', () => {
  test.each(['src/audit', 'src/tieout'].flatMap(sourceFiles).filter((file) => !file.includes('/fixtures/')))(
    'no pattern of %s holds a word',
    (file) => {
      expect(inlineWords(file, readFileSync(join(engine, file), 'utf8'))).toEqual([])
    },
  )

  test.each([
    ['const a = /\\b(?:grew|rose)\\b/', ['grew', 'rose']],
    ['const a = new RegExp(String.raw`^\\s*(?:total|sum)$`)', ['total', 'sum']],
    ["const a = new RegExp('target')", ['target']],
    ['const a = new RegExp(`^loss`)', ['loss']],
    ['const a = /^\\p{Script=Han}\\s?%\\d{3}[A-Za-z]+(?:bps)?$/u', []],
  ])('%s', (source, words) => {
    expect(inlineWords('a.ts', source)).toEqual(words)
  })
})
