import { expect, it } from 'vitest'
import { svgCanvas } from './svg-canvas.ts'

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
