import { expect, it } from 'vitest'
import { SvgPath, svgCanvas } from './svg-canvas.ts'

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

it('moves a text by the blanks before it, and does not stretch its letters over those behind it', () => {
  const width = (_: string, text: string): number => text.length * 10
  const { canvas, elements } = svgCanvas(width, { width: 200, height: 100 })
  const context = canvas.getContext('2d')
  context?.fillText('Home use ', 0, 0)
  context?.fillText(' Home use', 0, 0)
  expect(elements).toEqual([
    expect.stringMatching(/x="0".*textLength="80".*>Home use</),
    expect.stringMatching(/x="10".*textLength="80".*>Home use</),
  ])
})
