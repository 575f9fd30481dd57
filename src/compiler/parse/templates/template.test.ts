import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderArguments } from './argument-order.ts'
import { parseTemplate } from './template.ts'

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

describe('a template that nests without end', () => {
  const origin = { path: 'slides/010-a.md', line: 7, column: 1 }
  it.each([
    ['blocks that are not closed', '{{#if x}}'.repeat(11_000)],
    ['blocks that are', `${'{{#each x}}'.repeat(5000)}${'{{/each}}'.repeat(5000)}`],
    ['calls', `{{a ${'(b '.repeat(9000)}${')'.repeat(9000)}}}`],
  ])('is refused where it grows too deep: %s', (_, text) => {
    const { value, diagnostics } = parseTemplate(text, origin)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['unsupported-syntax', 'unsupported nesting of more than 32 levels in a placeholder'],
    ])
  })

  it('may be long, and have brackets in its words', () => {
    const text = `${'{{#if x}}a{{/if}}'.repeat(2000)}${'('.repeat(99)}`
    expect(parseTemplate(text, origin).diagnostics).toEqual([])
    expect(parseTemplate(`${'(:\n'.repeat(5000)}${'{{x}} '.repeat(3000)}{{`, origin).diagnostics).toHaveLength(1)
  })
})

describe('a placeholder that stands in many texts', () => {
  const origin = { path: 'slides/010-a.md', line: 7, column: 3 }
  const placeholders = [
    '{{x}}',
    '{{a.b}}',
    '{{figure "a" "FY"}}',
    '{{share "a" of="b" "FY"}}',
    '{{c (d "e" f=1) g="h"}}',
  ]
  const others = [
    '{{ y }}',
    '{{~z}}',
    '{{z ~}}',
    '{{{raw}}}',
    '{{!note}}',
    '{{#if x}}',
    '{{/if}}',
    '{{else}}',
    '\\{{e}}',
  ]
  const words = ['up ', '\n', '\r\n', ' of\n\n- ', '}', '{', '}}', '{{', '"', '**b** ', 'ä 円']
  const pieces = fc.array(fc.constantFrom(...placeholders, ...placeholders, ...words, ...others), { maxLength: 9 })

  it('is read there as in a text of which all is read at once, its place included', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        // a comment makes it a text that is read at once
        const { value, diagnostics } = parseTemplate(`${text}.{{!}}`, origin)
        const alone = parseTemplate(`${text}.`, origin)
        if (diagnostics.length === 0 && text.includes('{{')) expect(alone.value).toEqual(value)
        expect(alone.diagnostics.length > 0).toBe(diagnostics.length > 0)
      }),
      { numRuns: 2000 },
    )
  })
})
