import { describe, expect, test } from 'vitest'
import type { SheetCell, SourceFile } from '../../src/model/source-file.ts'
import { boundDeck } from '../../src/project/tie.ts'
import { reportText } from '../../src/tieout/report/report-text.ts'
import { type TieOut, tieOut } from '../../src/tieout/tie-out.ts'
import { compile } from '../compile.ts'
import { changed } from '../errors/_broken.ts'

/** Cells with those digits; "=0" is a formula's. */
const numbers = (...values: readonly string[]): readonly SheetCell[] =>
  values.map((text) =>
    text === ''
      ? ''
      : text.startsWith('=')
        ? { kind: 'number', text: text.slice(1), computed: true }
        : { kind: 'number', text },
  )

/** The tie-out of a workbook's row of costs in a quarter, the one before, and a year; and its report. */
function tied(...values: readonly string[]): { readonly result: TieOut; readonly report: string } {
  const head = ['metric', 'unit', 'source', 'Q1 2024', 'Q4 2023', '2023']
  const rows = [head, ['costs', 'EUR mn', 'R1', ...numbers(...values)]]
  const book: SourceFile = { kind: 'workbook', path: 'data/figures/b.xlsx', sheets: [{ name: 'Costs', rows }] }
  const metrics = `metrics:
  sales: {label: Sales, unit: EUR mn, kind: flow}
  costs: {label: Costs, unit: EUR mn, kind: flow}
`
  const figures = 'metric,unit,Q1 2024,source\nsales,EUR mn,100,R1\n'
  const slide = '---\nlayout: points\ntitle: One\n---\n- Sales were {{figure "sales" "Q1 2024"}}\n'
  const files = [
    ...changed({
      'data/metrics.yaml': metrics,
      'data/figures/figures.csv': figures,
      'slides/010-one.md': slide,
    }),
    book,
  ]
  const { deck, evidence, diagnostics } = compile(files, { edition: 'presenter' })
  if (!deck || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const bound = boundDeck({ deck, evidence })
  const result = tieOut(bound, { files })
  return { result, report: reportText(bound, result) }
}

/** The findings of S5 on such a row. */
const findings = (...values: readonly string[]): readonly string[] =>
  tied(...values)
    .result.findings.filter(({ rule, verdict }) => rule === 'S5' && verdict === 'warning')
    .map(({ place, message }) => `${place.cell} ${message}`)

describe('a zero in a workbook, which a formula may have made of a text', () => {
  test.each([
    ['beside a value of the same length', ['0', '31.5', ''], 'Costs!D2 invalid zero of costs@Q1 2024?'],
    ['beside a value of another length', ['', '0', '120'], 'Costs!E2 invalid zero of costs@Q4 2023?'],
    ['beside a negative value', ['-31.5', '0.0', ''], 'Costs!E2 invalid zero of costs@Q4 2023?'],
    ['of a formula beside two values', ['=0.0', '31.5', '120'], 'Costs!D2 invalid zero of costs@Q1 2024?'],
    ['of a formula beside a negative one and a zero', ['=0', '0', '-7'], 'Costs!D2 invalid zero of costs@Q1 2024?'],
    ['of two formulas', ['=0', '=0', '120'], 'Costs!D2 invalid zero of costs@Q1 2024, costs@Q4 2023?'],
  ])('asks for confirmation %s', (_name, values, expected) => {
    const [only, ...more] = findings(...values)
    expect(only).toContain(expected)
    expect(more).toEqual([])
  })

  test.each([
    ['alone', ['0', '', '']],
    ['beside another', ['0', '0', '']],
    ['nowhere', ['30', '31.5', '']],
    ['typed beside two values', ['0', '31.5', '120']],
    ['of formulas alone', ['=0', '=0', '']],
    ['of no formula', ['=30', '31.5', '=61.5']],
  ])('is nothing to ask about %s', (_name, values) => {
    expect(findings(...values)).toEqual([])
  })
})

test('the report names the cell of a finding in a workbook', () => {
  expect(tied('=0', '31.5', '').report).toContain('warning[S5] data/figures/b.xlsx:Costs!D2  invalid zero')
})
