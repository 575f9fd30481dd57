import { describe, expect, it } from 'vitest'
import { parseYaml } from './yaml.ts'

const found = (text: string, mayHoldPlaceholders = false): readonly string[] =>
  parseYaml({ path: 'a.yaml', text, mayHoldPlaceholders }).diagnostics.map(
    ({ code, place }) => `${code} ${place.line}:${place.column}`,
  )

describe('a comment behind an unquoted text', () => {
  it.each([
    ['label: Update #2 of the plan', 1, 15],
    ['company: Room # 4', 1, 15],
    ['title: The #1 provider', 1, 12],
    ['title: #1 provider', 1, 8],
    ['list:\n  - Growth #digital', 2, 12],
    ['list: [a, b #2 c\n]', 1, 13],
    ['title: Costs of sales   # net of tax', 1, 25],
    ['title: The   #1 provider', 1, 14],
    ['title: The leader\n  #1 in its market\nother: 1', 2, 3],
    ['a:\n  b: C\t#5', 2, 8],
    ['a:\n  b: {label: Line #4, unit: EUR mn}\n  c: {label: Other}', 2, 19],
    ['rows: [sales, cost #2]\nother: 1', 1, 20],
  ])('is an error at the comment: %j', (text, line, column) => {
    expect(found(text)).toEqual([`ambiguous-comment ${line}:${column}`])
  })

  it.each([
    'title: "The #1 provider"   # of the deck',
    "title: 'The #1 provider' # of the deck",
    'start: 4 # first month',
    'hidden: true #no',
    'style: kessan   # kessan | us',
    'date: 2009-07-08  # the day',
    'unit: JPY bn      # printed once',
    '# a line\ntitle: One\n# another\n\nother: two words\n  # one more',
    'title: C#7 and F#',
    'text: |\n  The #1 of all\n',
    'units: {}   # none',
    'empty: # nothing yet\n',
  ])('is none where it cannot be meant as text: %j', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a placeholder where none is filled', () => {
  it.each([
    ["title: '{{company}} in 2009'", '1:8'],
    ['speaker: \'{{field "cfo"}}\'', '1:10'],
    ['metrics:\n  a: {label: "Sales in {{period \'Q\'}}"}', '2:14'],
    ['fields:\n  line: \'{{figure "a" "FY"}}\'', '2:9'],
    ['fields:\n  line: \'{{#if (has "a" "FY")}}x{{/if}}\'', '2:9'],
  ])('is an error: %j', (text, place) => {
    expect(found(text)).toEqual([`unsupported-placeholder ${place}`])
  })

  it('is none in a slide, nor are braces that call nothing in a field', () => {
    expect(found("title: '{{company}}'", true)).toEqual([])
    expect(found("fields:\n  code: '{{x}} { {y} }'")).toEqual([])
  })

  it.each([
    ['short-name: "[[大阪]] Trading"', '1:13'],
    ['metrics:\n  a: {label: "Users of [[5G]]", unit: JPY mn}', '2:14'],
  ])('is a mark of text in a name, which would be printed: %j', (text, place) => {
    expect(found(text)).toEqual([`unsupported-placeholder ${place}`])
  })

  it('is no mark in a slide, a reason or a field', () => {
    expect(found('title: "[[5G]]"', true)).toEqual([])
    expect(found('reason: "It says [[5G]]"\nfields:\n  label: "[[5G]]"')).toEqual([])
  })
})
