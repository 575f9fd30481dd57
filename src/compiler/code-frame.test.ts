import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../model/diagnostic.ts'
import { formatDiagnostic } from './code-frame.ts'

const finding: Diagnostic = {
  code: 'unknown-metric',
  severity: 'error',
  message: 'unknown metric "sale"',
  hint: 'did you mean "sales"?',
  place: { path: 'slides/010-a.md', line: 2, column: 3, length: 4 },
}

describe('a finding as people read it', () => {
  it.each([
    [
      'shows the lines around it and a caret under it',
      finding,
      'one\n- sale\nthree',
      'error[unknown-metric] slides/010-a.md:2:3   unknown metric "sale"\n  1 | one\n  2 | - sale\n    |   ^^^^   did you mean "sales"?\n  3 | three',
    ],
    [
      'tells lines that end with CR alone apart',
      finding,
      'one\r- sale\rthree',
      'error[unknown-metric] slides/010-a.md:2:3   unknown metric "sale"\n  1 | one\n  2 | - sale\n    |   ^^^^   did you mean "sales"?\n  3 | three',
    ],
    [
      'cuts lines that are too long to the columns about the place',
      { ...finding, place: { ...finding.place, line: 1, column: 301, length: 200 } },
      `${'a'.repeat(300)}b${'c'.repeat(300)}`,
      `error[unknown-metric] slides/010-a.md:1:301   unknown metric "sale"\n  1 | …${'a'.repeat(78)}b${'c'.repeat(80)}…\n    | ${' '.repeat(79)}${'^'.repeat(81)}   did you mean "sales"?`,
    ],
    [
      'says only what it knows without the text',
      finding,
      undefined,
      'error[unknown-metric] slides/010-a.md:2:3   unknown metric "sale"\n  hint: did you mean "sales"?',
    ],
    [
      'names the cell of a workbook',
      { ...finding, place: { path: 'data/figures/a.xlsx', line: 7, column: 3, cell: 'Sheet1!C7' } },
      undefined,
      'error[unknown-metric] data/figures/a.xlsx:Sheet1!C7   unknown metric "sale"\n  hint: did you mean "sales"?',
    ],
    [
      'keeps the caret on a line that is shorter than the column',
      { ...finding, place: { ...finding.place, line: 1, column: 99 } },
      'ab',
      'error[unknown-metric] slides/010-a.md:1:99   unknown metric "sale"\n  1 | ab\n    |   ^   did you mean "sales"?',
    ],
  ])('%s', (_, diagnostic, text, expected) => {
    expect(formatDiagnostic(diagnostic, text)).toBe(expected)
  })
})
