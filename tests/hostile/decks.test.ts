import { describe, expect, test } from 'vitest'
import { workbookOf } from '../../src/project/workbook/fixtures.ts'
import { readSheets } from '../../src/project/workbook/workbook.ts'
import { compile } from '../compile.ts'
import { changed, textOf } from '../errors/_broken.ts'

/*
 * SECURITY.md: what a deck holds is not trusted. Each of these was written to end the compiler, to keep it busy for ever,
 * or to reach what no deck may reach. It ends in seconds, without an exception: with findings, or with a deck.
 */

type Files = Readonly<Record<string, string>>

const longest = 20_000 // ms, on a busy machine; without a limit each of them takes hours

const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels)
const layout = (template: string): Files => ({ 'templates/layouts/points.hbs': template })
const slide = (body: string): Files => ({ 'slides/010-one.md': `---\nlayout: points\ntitle: T\n---\n${body}\n` })
const block = (text: string): Files => slide(`\`\`\`chart\n${text}\n\`\`\``)

/** Nine aliases, each of nine of the one before: a billion of letters, if they were written out. */
const aliases = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(', ')}]`),
].join('\n')

const chain = (length: number): string =>
  `metrics:\n${Array.from({ length }, (_, at) => `  m${at}: {label: M${at}, unit: EUR mn, kind: flow, sum: [m${at + 1}]}\n`).join('')}  m${length}: {label: M, unit: EUR mn, kind: flow}\n`

const results = (number: string): Files => ({
  'data/figures/results.csv': `metric,unit,FY24,source,at\nsales.a,EUR mn,${number},S01,p. 1\n`,
})

const hostile: Readonly<Record<string, Readonly<Record<string, Files>>>> = {
  data: {
    'aliases of aliases': { 'data/metrics.yaml': aliases },
    'lists in lists': { 'data/sources.yaml': deep('[', ']', 20_000) },
    'maps in maps': { 'data/metrics.yaml': deep('{a: ', '}', 20_000) },
    'names of prototypes': {
      'data/deck.yaml': `${textOf('data/deck.yaml')}\nfields: {__proto__: {polluted: yes}, constructor: x}\n`,
      'data/metrics.yaml': 'metrics:\n  __proto__: {label: x, unit: EUR mn, kind: flow}\n',
      ...slide('{{field "toString"}} {{field "__proto__"}} {{deck.constructor}}'),
    },
    'a definition of five thousand steps': { 'data/metrics.yaml': chain(5000), ...slide('{{figure "m0" "FY"}}') },
    'a quotation that never ends': { 'data/figures/x.csv': '"'.repeat(100_001) },
    'twenty thousand columns': { 'data/figures/x.csv': `metric,unit${',FY24'.repeat(20_000)}\n` },
    'a number of a hundred thousand digits': results('9'.repeat(100_000)),
    'a number with a large exponent': results('1e999999999'),
  },
  slides: {
    'aliases of aliases in a block': block(aliases),
    'aliases of aliases in the front matter': {
      'slides/010-one.md': `---\nlayout: points\ntitle: T\n${aliases}\n---\n`,
    },
    'a billion of quarters': block('type: column\nseries: [sales]\nperiods: last 999999999 quarters'),
    'a billion of decimals': slide('{{figure "sales" "FY" decimals=999999999}}'),
    'lists in lists in lists': {
      'data/tables/t.csv': `a\n${'x\n'.repeat(1000)}`,
      ...slide(`${'{{#each (table "t") as |row|}}'.repeat(4)}x${'{{/each}}'.repeat(4)}`),
    },
    'placeholders in placeholders': slide('{{'.repeat(20_000)),
    'calls in calls': slide(`{{figure ${deep('(a ', ')', 5000)}}}`),
    'quotes in quotes': slide(`${'>'.repeat(20_000)} a`),
    'lists within lists': slide(Array.from({ length: 3000 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')),
    'brackets that never close': slide('['.repeat(50_000)),
    'emphasis that never closes': slide('*a '.repeat(20_000) + '_a'.repeat(20_000)),
    'tags in tags': slide('<div>'.repeat(20_000)),
    'blanks between words': slide(`up${' '.repeat(200_000)}x ${'1,'.repeat(100_000)}`),
  },
  templates: {
    'partials that include two of the next': {
      ...Object.fromEntries(
        Array.from({ length: 25 }, (_, at) => [`templates/partials/p${at}.hbs`, `{{> p${at + 1}}}{{> p${at + 1}}}`]),
      ),
      'templates/partials/p25.hbs': 'x',
      ...layout('{{> p0}}'),
    },
    'a partial that includes itself three times': {
      'templates/partials/a.hbs': '{{> a}}{{> a}}{{> a}}',
      ...layout('{{> a}}'),
    },
    'conditions in conditions': layout(deep('{{#if title}}', '{{/if}}', 20_000)),
    'names of prototypes': layout('{{constructor}}{{deck.__proto__.polluted}}{{lookup this "constructor"}}'),
    scripts: layout('<h2 onclick="alert(1)">{{title}}</h2><script>alert(1)</script>'),
  },
}

describe.each(Object.entries(hostile))('hostile %s', (_, decks) => {
  test.each(Object.entries(decks))('%s: it ends soon, without an exception', (_name, files) => {
    const start = performance.now()
    const { deck, diagnostics } = compile(changed(files), { edition: 'presenter' })
    expect(performance.now() - start).toBeLessThan(longest)
    expect(deck !== undefined || diagnostics.length > 0).toBe(true)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

test.each([
  ['scripts', 'unsupported markup: a script in a layout'],
  ['partials that include two of the next', 'unsupported partial "p0" that unfolds to more than 10000 parts'],
  ['a partial that includes itself three times', 'unsupported partial "a" that includes itself'],
])('%s: the finding says so', (name, message) => {
  const { diagnostics } = compile(changed(hostile.templates?.[name] ?? {}), { edition: 'presenter' })
  expect(diagnostics.map((found) => found.message).join('\n')).toContain(message)
})

describe('hostile workbooks', () => {
  const sound = workbookOf([{ name: 'Results', data: '<row r="1"><c r="A1" t="str"><v>metric</v></c></row>' }])

  test('cut off or changed at any byte, one is read or refused, and nothing else', () => {
    for (let at = 0; at < sound.length; at += 3) {
      const bytes = Buffer.from(sound)
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      for (const workbook of [bytes, sound.subarray(0, at)])
        try {
          expect(Array.isArray(readSheets(workbook))).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Error) // which the reader of files makes the finding invalid-workbook
        }
    }
  })

  test('entities of XML are never expanded: there is no reader of document types', () => {
    const data =
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><row r="1"><c r="A1" t="str"><v>&a;</v></c></row>'
    expect(JSON.stringify(readSheets(workbookOf([{ name: 'Results', data }])))).not.toContain('root:')
  })
})
