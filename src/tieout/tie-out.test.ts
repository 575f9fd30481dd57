import { expect, test } from 'vitest'
import { changed, textOf } from '../../tests/errors/_broken.ts'
import { compile } from '../compiler/compile.ts'
import { boundDeck } from '../project/tie.ts'
import { tieOut } from './tie-out.ts'

/** Milliseconds that a deck of so many line items takes, read and tied out, at the better of two times. */
function timeOf(count: number): number {
  const rows = Array.from({ length: count }, (_, row) => row)
  const files = changed({
    'data/metrics.yaml': `${textOf('data/metrics.yaml')}${rows.map((row) => `  m${row}: {label: Line ${row}, unit: EUR mn, kind: flow}\n`).join('')}`,
    'data/figures/more.csv': `metric,unit,Q1 2023,Q2 2023,H1 2023,source\n${rows.map((row) => `m${row},EUR mn,${100 + (row % 50)},${120 + (row % 7)},${220 + (row % 50) + (row % 7)},R1\n`).join('')}`,
  })
  const runs = Array.from({ length: 2 }, () => {
    const start = performance.now()
    const { deck, evidence, diagnostics } = compile(files, { edition: 'presenter' })
    if (!deck || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
    const { findings } = tieOut(boundDeck({ deck, evidence }), { files })
    if (findings.filter(({ rule }) => rule === 'F4').length < count) throw new Error('not tied')
    return performance.now() - start
  })
  return Math.min(...runs)
}

test('a deck of eight times the line items takes about eight times as long, not sixty-four', () => {
  timeOf(50) // the first runs compile the rules
  expect(timeOf(1600) / timeOf(200)).toBeLessThan(24)
})
