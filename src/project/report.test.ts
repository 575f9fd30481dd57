import { expect, test } from 'vitest'
import type { Diagnostic } from '../model/diagnostic.ts'
import { deckError, palette, reportText } from './report.ts'

const finding = (severity: Diagnostic['severity'], line: number): Diagnostic => ({
  code: 'invalid-number',
  severity,
  message: `invalid number in line ${line}`,
  hint: 'correct it.',
  place: { path: 'data/figures/a.csv', line, column: 1 },
})
const many = (severity: Diagnostic['severity'], count: number): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) => finding(severity, index + 1))

test('a report of a hundred thousand findings shows the first, errors before warnings, and says how many there are', () => {
  const diagnostics = [...many('warning', 99_999), finding('error', 7)]
  const text = reportText({ files: [], diagnostics }, palette())
  expect(text).toMatch(/^error\[invalid-number\] data\/figures\/a\.csv:7:1/)
  expect(text.match(/^(?:error|warning)\[/gm)).toHaveLength(500)
  expect(text).toMatch(/\n… and 99500 more\n\n1 error, 99999 warnings$/)
  expect(deckError({ files: [], diagnostics: many('error', 600) }).frames).toHaveLength(500)
})

test('a report of few shows all, as they come', () => {
  const text = reportText({ files: [], diagnostics: [...many('warning', 2), finding('error', 9)] }, palette())
  expect(text.match(/^(?:error|warning)\[/gm)).toEqual(['warning[', 'warning[', 'error['])
  expect(text).not.toContain('more')
})
