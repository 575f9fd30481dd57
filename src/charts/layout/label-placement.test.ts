import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tries } from '../../../tests/long.ts'
import { type Box, contains, overlaps } from './box.ts'
import { type LabelRequest, placeLabels, spreadApart, spreadEvenly } from './label-placement.ts'

const box = fc.record({
  x: fc.integer({ min: -50, max: 450 }),
  y: fc.integer({ min: -50, max: 350 }),
  width: fc.integer({ min: 1, max: 90 }),
  height: fc.integer({ min: 1, max: 40 }),
})

const request: fc.Arbitrary<LabelRequest<number>> = fc.record({
  priority: fc.integer({ min: 0, max: 3 }),
  candidates: fc.array(fc.record({ box, inside: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  content: fc.nat(),
})

const bounds: Box = { x: 0, y: 0, width: 400, height: 300 }

describe('placeLabels', () => {
  it('never lets two labels overlap, leave the bounds or cover an obstacle', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), fc.array(box, { maxLength: 10 }), (requests, obstacles) => {
        const placed = placeLabels(requests, { bounds, obstacles, gap: 3 })
        for (const [index, label] of placed.entries()) {
          expect(contains(bounds, label.box)).toBe(true)
          for (const other of placed.slice(index + 1)) expect(overlaps(label.box, other.box, 3)).toBe(false)
          if (!label.inside) for (const obstacle of obstacles) expect(overlaps(obstacle, label.box)).toBe(false)
        }
      }),
      { numRuns: tries(250, 5000) },
    )
  })

  it('leaves out the label of lower priority where two collide, whatever their order', () => {
    const here = { box: { x: 10, y: 10, width: 40, height: 20 } }
    const requests = [
      { priority: 3, candidates: [here], content: 'rest' },
      { priority: 0, candidates: [here], content: 'total' },
    ]
    for (const order of [requests, [...requests].reverse()]) {
      expect(placeLabels(order, { bounds, obstacles: [], gap: 0 }).map(({ content }) => content)).toEqual(['total'])
    }
  })

  it('takes the first candidate that is free', () => {
    const above = { box: { x: 10, y: 10, width: 40, height: 20 } }
    const below = { box: { x: 10, y: 60, width: 40, height: 20 } }
    const [placed] = placeLabels([{ priority: 0, candidates: [above, below], content: 'a' }], {
      bounds,
      obstacles: [{ x: 0, y: 0, width: 20, height: 20 }],
      gap: 0,
    })
    expect(placed?.box).toEqual(below.box)
  })
})

describe.each([
  { name: 'spreadApart', spread: spreadApart },
  { name: 'spreadEvenly', spread: spreadEvenly },
])('$name', ({ spread }) => {
  it('keeps intervals in order, apart and within their range whenever they fit', () => {
    const interval = fc.record({ start: fc.integer({ min: 0, max: 300 }), length: fc.integer({ min: 5, max: 40 }) })
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 6 }), (wanted) => {
        const starts = spread(wanted, { from: 0, to: 320, gap: 4 })
        const placed = wanted
          .map(({ length }, index) => ({ start: starts[index] ?? 0, length }))
          .sort((a, b) => a.start - b.start)
        expect(placed[0]?.start).toBeGreaterThanOrEqual(-1e-9)
        for (const [index, { start, length }] of placed.entries()) {
          const next = placed[index + 1]
          if (next) expect(start + length + 4).toBeLessThanOrEqual(next.start + 1e-9)
          else expect(start + length).toBeLessThanOrEqual(320 + 1e-9)
        }
      }),
    )
  })
})

describe('spreadEvenly', () => {
  it('moves what crowds to both sides', () => {
    const wanted = [100, 100, 100].map((start) => ({ start, length: 20 }))
    expect(spreadEvenly(wanted, { from: 0, to: 300, gap: 5 })).toEqual([75, 100, 125])
    expect(spreadEvenly(wanted, { from: 90, to: 300, gap: 5 })).toEqual([90, 115, 140])
  })

  it('keeps the order of the starts, however long what stands there is', () => {
    const interval = fc.record({ start: fc.integer({ min: 0, max: 300 }), length: fc.integer({ min: 5, max: 60 }) })
    fc.assert(
      fc.property(fc.array(interval, { minLength: 2, maxLength: 8 }), (wanted) => {
        const starts = spreadEvenly(wanted, { from: 0, to: 320, gap: 4 })
        for (const [one, { start }] of wanted.entries())
          for (const [other, { start: later }] of wanted.entries())
            if (start < later || (start === later && one < other))
              expect(starts[one] ?? 0).toBeLessThan(starts[other] ?? 0)
      }),
    )
  })

  it('leaves alone what has room', () => {
    const wanted = [10, 200, 90].map((start) => ({ start, length: 20 }))
    expect(spreadEvenly(wanted, { from: 0, to: 300, gap: 5 })).toEqual([10, 200, 90])
  })
})
