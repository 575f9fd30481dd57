import { expect, test } from 'vitest'
import type { Inline } from '../../model/content.ts'
import { alignedColumn, alignedColumns } from './aligned.ts'

const words = (text: string, emphasis?: true): Inline => ({ kind: 'text', text, ...(emphasis && { emphasis }) })

test('a point all in italics is columns', () => {
  const runs = [words('4.3', true), words('%', true), words(' '), words('5.0', true)]
  expect(alignedColumns(runs).map(({ length }) => length)).toEqual([2, 1])
})

test('words beside italics stay with them', () => {
  expect(alignedColumns([words('Products '), words('97.0', true)])).toEqual([])
})

test('columns of narrow rows share the width, also one by itself, so that each ends at its right edge', () => {
  for (const count of [1, 2, 3]) expect(alignedColumn(count, true).width).toBe(1 / count)
  expect(alignedColumn(1, false).width).toBeLessThan(0.5)
})
