import { expect, it } from 'vitest'
import { SvgPath } from './svg-path.ts'

it.each([16.76, 18.34, 5.05, 12])('draws circles of radius %d in one path as wide as they are high', (radius) => {
  const path = new SvgPath()
  for (const x of [20, 70]) path.arc({ x, y: 20, radius, from: 0, to: 2 * Math.PI, counter: false })
  const circles = (path.shape()?.geometry.d ?? '').split('Z').slice(0, -1)
  expect(circles).toHaveLength(2)
  for (const circle of circles) {
    const quarters = [...circle.matchAll(/c([^c]+)/g)].map(([, text = '']) => text.split(' ').map(Number))
    expect(quarters).toHaveLength(4)
    const ends = quarters.map(([, , , , x = 0, y = 0]) => [x, y])
    const r = Math.abs(ends[0]?.[0] ?? 0)
    expect(r).toBeCloseTo(radius, 0)
    expect(ends).toEqual([
      [r, -r],
      [r, r],
      [-r, r],
      [-r, -r],
    ])
    for (const [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0] of quarters) {
      expect(Math.hypot(ax, ay)).toBeCloseTo(0.5523 * r, 0)
      expect(Math.hypot(x - bx, y - by)).toBeCloseTo(0.5523 * r, 0)
    }
  }
})

it('writes dots on a line by their distance, and where they stand to a tenth', () => {
  const path = new SvgPath()
  for (const [x, y] of [
    [20, 20],
    [46.21, 20],
    [72.36, 20],
    [20, 46],
  ] as const)
    path.arc({ x, y, radius: 5, from: 0, to: 2 * Math.PI, counter: false })
  expect(path.dots()?.d).toBe('M20 20h.01m26.19 0h.01m26.19 0h.01M20 46h.01')
})

it('leads a line to an arc only where the pen is not there', () => {
  const path = new SvgPath()
  path.moveTo(20, 10)
  path.arc({ x: 10, y: 10, radius: 10, from: 0, to: Math.PI, counter: false })
  path.arc({ x: 10, y: 0, radius: 10, from: 0, to: Math.PI, counter: false })
  path.close()
  path.arc({ x: 10, y: 0, radius: 10, from: Math.PI, to: 2 * Math.PI, counter: false })
  expect(path.shape()?.geometry.d).toBe(
    'M20 10A10 10 0 0 1 0 10L20 0A10 10 0 0 1 0 0ZL0 0c0 -5.5 4.5 -10 10 -10c5.5 0 10 4.5 10 10',
  )
})
