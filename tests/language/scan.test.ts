import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engine, sourceFiles } from '../boundaries/imports.ts'

/** What reads as English prose: two words, or one with a capital. */
const prose = /^(?:[^\w]*[A-Z][a-z]+[^\w]*|.*(?<![\w.#-])[A-Za-z]{2,} [a-z]{2,}(?![\w.#[-]).*)$/s

/** No words of the page: names of keys and fonts, tags in a selector, what a link is. */
const allowed: ReadonlySet<string> = new Set([
  ...['Escape', 'Enter', 'Home', 'End', 'Tab'],
  ...['Inter Variable', '"Inter Variable", Inter, "Helvetica Neue", Arial, sans-serif'],
  ...['details table', 'noopener noreferrer'],
  '<iframe src="', // the code that embeds a slide
  // of what is copied
  ...[
    '<table border="1">',
    '<rect width="100%" height="100%" fill="',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ',
  ],
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>',
  'difference from ', // a measure as data files write it
  ' lit of a field of ', // of a finding
])

const literal =
  /\/\*[\s\S]*?\*\/|\/\/.*|^import .*$|throw new \w+\(.*$|\bhint: '[^'\n]*'|\bconst hint =[\s\S]*?\n(?= *(?:\n|return|ask\.))|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^}`]|`[^`]*`)*\})*)`/gm

/** Strings of a file as written, without comments, imports, what only a programmer sees of an exception, and hints of diagnostics. */
const stringsOf = (text: string): readonly string[] =>
  [...text.matchAll(literal)].flatMap(
    ([, quoted, template]) => quoted ?? template?.split(/\$\{(?:[^}`]|`[^`]*`)*\}/) ?? [],
  )

/** Diagnostics stay English, and with them "did you mean" in src/format/suggest.ts. */
describe('words that a reader sees stand in src/language only', () => {
  test.each(
    ['src/browser', 'src/charts', 'src/format'].flatMap(sourceFiles).filter((file) => file !== 'src/format/suggest.ts'),
  )('not in %s', (file) => {
    const found = stringsOf(readFileSync(join(engine, file), 'utf8')).filter((text) => prose.test(text))
    expect(found.filter((text) => !allowed.has(text))).toEqual([])
  })

  test('nor in the style sheets', () => {
    const folder = join(engine, 'templates/theme')
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
    const contents = sheets.flatMap((name) => {
      const values = readFileSync(join(folder, name), 'utf8').matchAll(/\bcontent:\s*([^;]*);/g)
      return [...values].flatMap(([, value = '']) => [...value.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text))
    })
    expect(contents.length).toBeGreaterThan(5)
    expect(contents.filter((text) => /[A-Za-z]{2}/.test(text))).toEqual([])
  })
})
