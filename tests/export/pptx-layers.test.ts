import { expect, test } from 'vitest'
import { sizesIn, slidesOf } from './_shapes.ts'

const long =
  'Contracts by the month, over fifteen years, with a price that follows the index of wages, and not that of gas, as it did'
const five = (words: string): string => `layout: diagram
class: layers
title: A title of the five layers which takes two lines, as titles do where much is to be said
subtitle: With a subtitle
takeaway: A takeaway
---
${['One', 'Two', 'Three', 'Four', '**Five**'].map((name, index) => `## ${name}\n${index < 2 ? words : 'Words'}\n`).join('\n')}`
const { shapesOf } = slidesOf([five(long), five('Words')])

test.each([1, 2])('five layers over a takeaway end above it, and their words have one size (slide %i)', (number) => {
  const shapes = shapesOf(number)
  const takeaway = shapes.find(({ words }) => words === 'A takeaway')
  const layers = shapes.filter(({ name }) => name.startsWith('Layer'))
  expect(layers).toHaveLength(5)
  const headings = layers.map(({ xml }) => sizesIn(xml)[0] ?? 0)
  expect(new Set(headings).size).toBe(1)
  expect(headings[0]).toBeGreaterThanOrEqual(24)
  const plates = shapes.filter(
    ({ words, xml, x, width }) => words === '' && xml.includes('<a:custGeom>') && x + width < 800,
  )
  expect(plates.length).toBeGreaterThanOrEqual(10)
  for (const { y, height } of [...plates, ...layers]) expect(y + height).toBeLessThanOrEqual(takeaway?.y ?? 0)
})
