/** What a page shows is neither lost nor covered in PowerPoint. */
import { expect, test } from 'vitest'
import { colorXml } from '../../src/export/pptx/look.ts'
import { slidesOf } from './_shapes.ts'

const connection = `layout: connection
class: picture
title: One line
---
![The line](pictures/trend-up.svg)

## Works
Burns **waste** by day and by night

## Pipe
## Exchanger
- Two a house

## House
`
const contents = (count: number, title = 'A section'): string => `layout: section
section: Section ${count} ${title.length}
title: ${title}
---
${Array.from({ length: count }, (_, index) => `- Entry ${index + 1}`).join('\n')}
`
const fact = (names: string, more: string): string => `layout: fact
class: ${names}
title: A number
---
\`\`\`tiles
- {metric: margin.operating, period: FY}
\`\`\`
${more}`
const long = 'A section whose title is so long that it takes two lines on the dark ground, or three'
const { input, shapesOf, picturesOf } = slidesOf([
  connection,
  connection.replaceAll(/^(Burns.*|- Two.*)\n/gm, ''),
  contents(7),
  contents(8),
  contents(13),
  contents(7, long),
  contents(14, long),
  fact('pictures', '## Named\n![](pictures/trend-up.svg)\n\nWords\n'),
  fact('picture', '![](pictures/trend-up.svg)\n'),
])

test('words under the names of a connection stand under them, and its picture above', () => {
  const shapes = shapesOf(1)
  for (const words of ['Burns waste by day and by night', 'Two a house'])
    expect(shapes.map((shape) => shape.words).join()).toContain(words)
  const named = shapes.filter(({ name }) => name.startsWith('End'))
  expect(named).toHaveLength(4)
  expect(new Set(named.map(({ y }) => y)).size).toBe(1)
  const [picture] = picturesOf(1)
  expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThanOrEqual(named[0]?.y ?? 0)
  expect(picture?.height).toBeLessThan(picturesOf(2)[0]?.height ?? 0)
})

test.each([2, 9])('no rule stands over no words (slide %i)', (number) => {
  const rules = shapesOf(number).filter(({ words, y, height }) => words === '' && height === 2 && y > 400)
  expect(rules).toEqual([])
})

test('names beside pictures and a number are in ink, as on the page', () => {
  const named = shapesOf(8).find(({ words }) => words.startsWith('Named'))
  expect(named?.xml).toContain(colorXml(input.look.ink, input.look))
  expect(named?.xml).not.toContain(colorXml(input.look.brand, input.look))
})

test.each([
  [3, 1],
  [4, 2],
  [5, 2],
  [6, 1],
  [7, 2],
])('the list of section %i stands below its title, in %i column(s)', (number, columns) => {
  const shapes = shapesOf(number)
  const entries = shapes.filter(({ words }) => words.startsWith('Entry'))
  const title = shapes.find(({ words }) => words.includes('ection') && !words.startsWith('Entry'))
  expect(new Set(entries.map(({ x }) => x)).size).toBe(columns)
  const top = Math.min(...entries.map(({ y }) => y))
  expect(top).toBeGreaterThanOrEqual((title?.y ?? 0) + (title?.height ?? 0))
  for (const { x, y, width, height } of entries) {
    expect(y + height).toBeLessThanOrEqual(946)
    expect(x + width).toBeLessThanOrEqual(1824 + 1)
  }
})
