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

test('brackets in brackets without end are told as such', () => {
  const { value, diagnostics } = parseYaml({ path: 'data/deck.yaml', text: `a: ${'['.repeat(100_000)}` })
  expect({ value, message: diagnostics[0]?.message }).toEqual({
    value: undefined,
    message: 'invalid YAML: nested too deeply',
  })
})
