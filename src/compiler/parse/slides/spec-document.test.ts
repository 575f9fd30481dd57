import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPlaceholders, parseSpec } from './spec-document.ts'

describe('placeholders in YAML', () => {
  it.each([
    ['title: Grew {{growth "a" "FY"}} in {{period "FY"}}', { title: 'Grew {{growth "a" "FY"}} in {{period "FY"}}' }],
    ['title: {{label "a"}}', { title: '{{label "a"}}' }],
    ["title: 'It''s {{label \"a\"}}: yes'", { title: 'It\'s {{label "a"}}: yes' }],
    ['title: "{{label "a"}} and {{label \\"b\\"}}"', { title: '{{label "a"}} and {{label "b"}}' }],
    ['a: [{label: {{label "a"}}}]', { a: [{ label: '{{label "a"}}' }] }],
  ])('%s', (text, value) => {
    expect(parseSpec({ path: 'a.md', text }).value?.value).toEqual(value)
  })

  it('keep lengths and come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{{a "b"}}', '{{{c}}}', 'text', '\n', '}}', '{{'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('')
          const { text: hidden, restore } = maskPlaceholders(text)
          expect(hidden).toHaveLength(text.length)
          expect(restore(hidden)).toBe(text)
        },
      ),
    )
  })
})
