import { expect, test } from 'vitest'
import { parseApprovals } from './approvals.ts'

const digest = '0123456789abcdef'.repeat(4)
const read = (text: string): ReturnType<typeof parseApprovals> => parseApprovals({ path: 'data/approvals.yaml', text })

test('data/approvals.yaml says which digest was approved by whom and when', () => {
  const entry = { digest, who: 'A. Counsel', when: '2025-05-14' }
  const { value, diagnostics } = read(`- {digest: ${digest}, who: A. Counsel, when: 2025-05-14}\n`)
  expect([value, diagnostics]).toEqual([[entry], []])
  expect(read('')).toEqual({ value: [], diagnostics: [] })
})

test.each([
  ['a digest that was cut', `- {digest: ${digest.slice(1)}, who: AB, when: 2025-05-14}`, '1:12'],
  ['no name', `- {digest: ${digest}, who: "-", when: 2025-05-14}`, '1:83'],
  ['no day', `- {digest: ${digest}, who: AB, when: 2025-02-30}`, '1:93'],
  ['what is missing', `- {digest: ${digest}, who: AB}`, '1:3'],
  ['a key that it does not know', `- {digest: ${digest}, who: AB, when: 2025-05-14, why: so}`, '1:105'],
  ['something else than a list', 'digest: abc', '1:1'],
])('finds %s at its place', (_, text, place) => {
  const { value, diagnostics } = read(`${text}\n`)
  expect(value).toEqual([])
  expect(diagnostics.map((found) => `${found.place.line}:${found.place.column}`)).toEqual([place])
})
