import { describe, expect, it } from 'vitest'
import { orderArguments, parseTemplate } from './template.ts'

describe('options before arguments', () => {
  it.each([
    ['{{share "a" of="b" "FY"}}', '{{share "a" "FY" of="b"}}'],
    ['x {{share of="b" "a" "FY" decimals=1}} y', 'x {{share "a" "FY" of="b" decimals=1}} y'],
    ['{{#if (has "a" scenario="target" "FY")}}x{{/if}}', '{{#if (has "a" scenario="target" "FY")}}x{{/if}}'],
    ['{{figure "a" "FY" as="JPY bn"}}', '{{figure "a" "FY" as="JPY bn"}}'],
    ['{{plain "a=b" }} = {{x}}', '{{plain "a=b" }} = {{x}}'],
    ['no placeholder', 'no placeholder'],
  ])('%s is read as %s', (written, ordered) => {
    expect(orderArguments(written).text).toBe(ordered)
  })

  it('keeps the place of each argument as written', () => {
    const { value } = parseTemplate('- {{share "a" of="b" "FY"}}', { path: 'slides/010-a.md', line: 7, column: 1 })
    const [, node] = value ?? []
    if (node?.kind !== 'print' || node.value.kind !== 'call') throw new Error('no call')
    const { parameters, options } = node.value
    expect(parameters.map(({ place }) => place.column)).toEqual([11, 22])
    expect(options.map(({ place }) => place.column)).toEqual([15])
  })
})
