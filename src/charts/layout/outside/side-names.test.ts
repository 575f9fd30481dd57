import { describe, expect, it } from 'vitest'
import { freeSides, sideNames } from './side-names.ts'

const series = (...rows: readonly number[][]) => ({
  categories: rows.map(() => ({ label: '', scenario: 'actual' as const, emphasis: false })),
  series: (rows[0] ?? []).map((_, column) => ({
    id: String(column),
    label: '',
    color: 1,
    mark: 'bar' as const,
    axis: 'value' as const,
    marks: rows.map((row) => ({
      text: '',
      fact: null,
      drawn: 'solid' as const,
      value: row[column] ?? 0,
      tip: { label: '', value: '', source: '' },
    })),
  })),
})

describe('the side of a name', () => {
  it('is the one that the bars leave free, left for nothing', () => {
    expect(freeSides(series([2], [0]))).toEqual(['left', 'left'])
    expect(freeSides(series([-2], [-1]))).toEqual(['right', 'right'])
  })

  it('is beside the plot for all where bars go to both sides, of one category or of several', () => {
    expect(freeSides(series([2, 3], [-1, 1]))).toEqual(['outside', 'outside'])
    expect(freeSides(series([2], [-1], [1]))).toEqual(['outside', 'outside', 'outside'])
  })

  it('is that of each bar by itself where all rises stand before all falls', () => {
    expect(freeSides(series([2], [1], [-1]))).toEqual(['left', 'left', 'right'])
    expect(freeSides(series([-2], [1]))).toEqual(['right', 'left'])
    expect(freeSides(series([200], [-1]))).toEqual(['outside', 'outside']) // a name where a bar should be
    const two = series([2], [-1], [2], [-1])
    const grouped = two.categories.map((category, index) => ({
      ...category,
      group: { heading: index < 2 ? 'North' : 'South', name: '' },
    }))
    expect(freeSides(two)).toEqual(['outside', 'outside', 'outside', 'outside'])
    expect(freeSides({ ...two, categories: grouped })).toEqual(['left', 'right', 'left', 'right'])
  })
})

describe('names beside the zero line', () => {
  const room = { width: 1000, range: { min: -10, max: 30 }, names: [200, 100], values: { left: 60, right: 60 } }
  const { left, right, placed } = sideNames(['left', 'right'], room)
  const zero = left + (1000 - left - right) / 4

  it('are at the same distance on both of its sides', () => {
    expect(placed).toEqual([
      { x: zero - 14, align: 'right' },
      { x: zero + 14, align: 'left' },
    ])
  })

  it('and the values have room, and bars take all that is left', () => {
    const scale = (1000 - left - right) / 40
    expect(zero).toBeGreaterThanOrEqual(200 + 14)
    expect(zero - 10 * scale).toBeGreaterThanOrEqual(60)
    expect(Math.round(zero + 30 * scale + 60)).toBe(1000)
  })

  it('outside stand where the longest value ends', () => {
    const outside = sideNames(['outside', 'outside'], room)
    expect(outside.placed).toEqual([200, 200].map((x) => ({ x, align: 'right' })))
    expect(outside.left).toBe(200 + 14 + 60)
  })
})
