import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../tests/long.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { createDataMemory } from './data/data-memory.ts'
import { parseData } from './data/deck-data.ts'

const texts: Readonly<Record<string, string>> = {
  'data/deck.yaml': `company: Example
title: Results
date: 2009-07-08
reporting-period: FY08
calendar: {start-month: 4, style: kessan, long-years: [FY07]}
numbers: {rounding: truncate}
units:
  persons: {singular: person}
`,
  'data/metrics.yaml': `scenarios:
  initial: {label: Initial target, kind: target}
metrics:
  revenue: {label: Revenue, unit: JPY mn, kind: flow, sum: [recurring, one-time]}
  recurring: {label: Recurring, unit: JPY mn, kind: flow}
  one-time: {label: One-time, unit: JPY mn, kind: flow}
  margin: {label: Margin, unit: "%", kind: ratio, share: [recurring, revenue]}
`,
  'data/sources.yaml': 'S01: {title: Release, date: 2009-05-15}\n',
  'data/figures/a.csv': `metric,unit,scenario,measure,status,4Q08,FY08,source,at,note
recurring,JPY mn,,,,"14,032","54,064",S01,page 1,"a ""note"""
recurring,%,,yoy,,9.1,14.3,S01,,
one-time,JPY bn,initial,,,,15..16,S01,,
margin,%,,,derived,,77.5 [77..78],S01,by hand,
`,
  'data/tables/t.csv': 'name,kind\nA,"b\nc"\n',
  'data/errata.csv': 'slide,fact,printed,right,ground\nx,,1,2,because\n',
}

const filesOf = (changed: Readonly<Record<string, string>>): readonly SourceFile[] =>
  Object.entries({ ...texts, ...changed }).map(([path, text]) => ({ kind: 'text', path, text }))

/** One file with some of its characters replaced by others: what a hurried hand does. */
const broken = fc
  .record({
    path: fc.constantFrom(...Object.keys(texts)),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.constantFrom(
        '"',
        ',',
        '\n',
        ': ',
        '[',
        '}',
        '..',
        '-',
        '\t',
        '\r\n',
        '#',
        '&a ',
        '*a',
        '!!int ',
        '1',
        'x',
        '%',
        '|',
        '? ',
      ),
      fc.string({ maxLength: 6 }),
    ),
  })
  .map(({ path, at, cut, put }) => {
    const text = texts[path] ?? ''
    const start = Math.floor(at * text.length)
    return { path, text: text.slice(0, start) + put + text.slice(start + cut) }
  })

test('the texts are right before they are broken', () => {
  expect(parseData(filesOf({})).diagnostics).toEqual([])
})

test('whatever is broken, nothing throws, and every finding stands inside its file with a message and no data that is half read', () => {
  fc.assert(
    fc.property(broken, ({ path, text }) => {
      const { value: data, diagnostics } = parseData(filesOf({ [path]: text }))
      for (const { place, message } of diagnostics) {
        const lines = (place.path === path ? text : (texts[place.path] ?? '')).split('\n')
        const line = lines[place.line - 1]
        expect(line, `${message} at ${place.path}:${place.line}`).toBeDefined()
        expect(place.column).toBeGreaterThanOrEqual(1)
        expect(place.column + (place.length ?? 1) - 1).toBeLessThanOrEqual((line?.length ?? 0) + 1)
        expect(message).toMatch(/^(invalid|unknown|missing|ambiguous|unsupported|duplicate)/)
      }
      expect(data !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    }),
    { numRuns: tries(150, 3000) },
  )
})

test('with what was kept from before, an edit reads as the same text read anew', () => {
  const memory = createDataMemory()
  parseData(filesOf({}), memory)
  fc.assert(
    fc.property(broken, ({ path, text }) => {
      const files = filesOf({ [path]: text })
      expect(parseData(files, memory)).toEqual(parseData(files))
    }),
    { numRuns: tries(60, 1000) },
  )
})
