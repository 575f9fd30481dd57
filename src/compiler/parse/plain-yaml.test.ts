import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sample, tries } from '../../../tests/long.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { maskPlaceholders } from './slides/spec-document.ts'
import { type KeyPath, parseAnyYaml, parseYaml, type YamlText } from './yaml.ts'

const engine = join(import.meta.dirname, '..', '..', '..')

/** Every path into a value, and one beside each that leads nowhere. */
function pathsInto(value: unknown, path: KeyPath = []): readonly KeyPath[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, [...path, 'nowhere'], ...inner.flatMap(([key, below]) => pathsInto(below, [...path, key]))]
}

/** All that can be asked of a text, as the two readers answer. */
function answers(source: YamlText, parse: typeof parseYaml): unknown {
  const { value: document, diagnostics } = parse(source)
  const asked = pathsInto(document?.value).map((path) => [
    path.join('/'),
    ...[document?.placeOf(path), document?.placeOfKey(path), document?.has(path), document?.textOf(path)],
  ])
  return { value: document?.value, order: JSON.stringify(document?.value), asked, diagnostics }
}

function expectSame(source: YamlText): void {
  const [found, expected] = [answers(source, parseYaml), answers(source, parseAnyYaml)]
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected)
}

const isPlain = ({ text, mayHoldPlaceholders = false }: YamlText): boolean =>
  readPlainYaml(text, mayHoldPlaceholders) !== undefined

/** The YAML of all decks that stand here: settings, front matter and blocks of slides. */
function writtenTexts(): readonly YamlText[] {
  return ['data', 'slides', 'templates', 'tests/golden', 'tests/errors'].flatMap((folder) =>
    readdirSync(join(engine, folder), { recursive: true, encoding: 'utf8' }).flatMap((name): readonly YamlText[] => {
      if (!/\.(?:yaml|md)$/.test(name)) return []
      const text = readFileSync(join(engine, folder, name), 'utf8')
      if (name.endsWith('.yaml')) return [{ path: name, text }]
      const front = /^---\n([\s\S]*?\n)---/.exec(text)?.[1]
      const blocks = [...text.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, block = '']) => block)
      return [...(front === undefined ? [] : [front]), ...blocks].map((part) => ({
        ...{ path: name, text: maskPlaceholders(part).text },
        ...{ firstLine: 2, indent: 1, mayHoldPlaceholders: true },
      }))
    }),
  )
}

test('the decks here are read as the parser reads them, nearly all of their texts without it', () => {
  const texts = writtenTexts()
  for (const source of sample(texts, 100, 5)) expectSame(source)
  expect(texts.length).toBeGreaterThan(300)
  expect(texts.filter(isPlain).length / texts.length).toBeGreaterThan(0.9)
})

const signs = fc.constantFrom(
  ...[
    '',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    '#',
    ' #',
    '-',
    '- ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '\\',
    '|',
    '>',
    '?',
  ],
  ...[
    '&',
    '*',
    '!',
    '%',
    '@',
    '~',
    '0',
    '.',
    '+',
    'e',
    'null',
    'True',
    '2009-07-08',
    '__proto__',
    '{{',
    '[[',
    '\u00a0',
    '\ufeff',
  ],
)
/** At a place of a text, how many of its characters go and what comes instead. */
const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), signs)
const edited = (text: string, [place, gone, sign]: readonly [number, number, string]): string => {
  const at = Math.round(place * text.length)
  return text.slice(0, at) + sign + text.slice(at + gone)
}

test('texts that were edited anywhere are read as the parser reads them', () => {
  const texts = writtenTexts().filter(({ text }) => text.length < 1200)
  const property = fc.property(
    fc.constantFrom(...texts),
    fc.array(edit, { minLength: 1, maxLength: 3 }),
    (source, edits) => {
      const text = edits.reduce(edited, source.text).replace(/\r(?!\n)/g, '')
      if (isPlain({ ...source, text })) expectSame({ ...source, text })
    },
  )
  fc.assert(property, { numRuns: tries(1000, 50_000) })
})

test.each(['a: 1', 'a:\n- b: c\n  d: e\n- f\n\n# end\n', '- {x: y}\n', 'a:\n  b:\n    c: [d, "e"]\nf: g\n'])(
  '%j needs no parser',
  (text) => {
    expect(isPlain({ path: 'a.yaml', text })).toBe(true)
  },
)
