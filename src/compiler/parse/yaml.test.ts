import { expect, test } from 'vitest'
import { parseYaml } from './yaml.ts'

const path = 'data/metrics.yaml'

test.each([
  ['a: 1\nb: 2\na: 3\n', ['3:1 invalid YAML: map keys must be unique']],
  ['a: {b: 1, "b": 2}\n', ['1:11 invalid YAML: map keys must be unique']],
  ['- {x: 1}\n- {x: 2}\n', []], // another mapping
  ['1: a\n"1": b\n', []], // a number and a text
])('keys written twice in %j', (text, expected) => {
  const { diagnostics } = parseYaml({ path, text })
  expect(diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual(expected)
})

test('a key is found as it is written, and as what it means', () => {
  const { value } = parseYaml({ path, text: '2024: a\nplain: {x: 1}\n"quoted": b\n' })
  expect(['2024', 'plain', 'quoted', 'absent'].map((key) => value?.placeOfKey([key]).line)).toEqual([1, 2, 3, 1])
})

test('a file whose lines end with CR alone is read line by line', () => {
  const { value, diagnostics } = parseYaml({ path, text: 'a: 1\rb:\r  c: 2 # two\r' })
  expect(diagnostics).toEqual([])
  expect(value?.value).toEqual({ a: 1, b: { c: 2 } })
  expect(value?.placeOf(['b', 'c'])).toMatchObject({ line: 3, column: 6 })
})

const deep = 100_000
const rows = (count: number, row: string): string =>
  Array.from({ length: count }, (_, indent) => ' '.repeat(indent) + row).join('\n')

test.each([
  ['brackets', `a: ${'['.repeat(deep)}`, '1:103'],
  ['closed brackets', `a: ${'['.repeat(deep)}${']'.repeat(deep)}`, '1:103'],
  ['brackets over lines', `a:\n${' [\n'.repeat(deep)}`, '101:2'],
  ['braces', `a: ${'{a: '.repeat(deep)}1`, '1:400'],
  ['brackets whose closing ones are words', `a: ${"[']]]', ".repeat(deep)}`, '1:796'],
  ['dashes', `${'- '.repeat(deep)}a`, '1:201'],
  ['question marks', `${'? '.repeat(deep)}a`, '1:201'],
  ['indented keys', rows(2000, 'a:'), '101:102'],
  ['indented lists', rows(2000, '-'), '101:101'],
])('%s in each other without end are reported as such', (_, text, at) => {
  const { value, diagnostics } = parseYaml({ path, text })
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
    `${at} invalid YAML: nested too deeply`,
  ])
})

test.each([
  ['of a text', `a: |\n  ${'['.repeat(500)}\n  ${'- '.repeat(500)}\nb: "${'{'.repeat(500)}" # ${'['.repeat(500)}\n`],
  ['beside each other', `a: [${'[[1], {b: 2}],'.repeat(2000)}]\nb:\n${'- - x\n  - y: 1\n    z: 2\n'.repeat(200)}`],
  ['ninety deep', `a: ${'['.repeat(90)}${']'.repeat(90)}\nb:\n${rows(90, '-')}`],
  ['far to the right', `a: b\n${' '.repeat(120)}c\n`],
])('brackets and dashes %s are not', (_, text) => {
  expect(parseYaml({ path, text }).diagnostics).toEqual([])
})
