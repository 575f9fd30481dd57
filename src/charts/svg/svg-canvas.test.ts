import { expect, it } from 'vitest'
import { SvgPath } from './svg-canvas.ts'

it.each([16.76, 18.34, 5.05, 12])('draws circles of radius %d in one path as wide as they are high', (radius) => {
  const path = new SvgPath()
  for (const x of [20, 70]) path.arc({ x, y: 20, radius, from: 0, to: 2 * Math.PI, counter: false })
  const arcs = [...(path.shape()?.geometry.d ?? '').matchAll(/a([\d.]+) ([\d.]+) 0 1 1 (-?[\d.]+) 0/g)]
  expect(arcs).toHaveLength(4)
  for (const [, rx, ry, across] of arcs) {
    expect(rx).toBe(ry)
    expect(Math.abs(Number(across))).toBeCloseTo(2 * Number(rx), 9)
  }
})
