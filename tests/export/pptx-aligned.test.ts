/** What belongs to a column or a bar stands at it. */
import { expect, test } from 'vitest'
import { sizesIn, slidesOf } from './_shapes.ts'

const columns = (names: string, more: string, front = ''): string => `layout: one-chart
class: ${names}
title: Columns
${front}---
\`\`\`chart
type: column
series: [revenue.recurring]
periods: [3Q08, 4Q08]
\`\`\`
${more}`
const captions = '## A caption\n## Another one, which is so long that it needs another line, and then one more\n'
const grouped = (side: string): string => `layout: chart-and-points
class: wide aligned${side}
title: Bars of a group
---
\`\`\`chart
type: bar
period: FY
items:
  - {metric: revenue.recurring, group: Joined}
  - {metric: revenue.one-time, group: Joined}
  - {metric: revenue.total}
\`\`\`
- First
- Second
- Third
`
const stacked = `layout: one-chart
class: tall aligned
title: A stack
---
\`\`\`chart
type: stacked-column
series: [revenue.recurring, revenue.one-time]
periods: [1Q08, 2Q08, 3Q08, 4Q08]
\`\`\`
## A
## B
## C
## D
`
const { input, shapesOf, framesOf, charts } = slidesOf([
  columns('aligned', '```table\nrows: [revenue.recurring, revenue.one-time]\ncolumns: [3Q08, 4Q08]\n```\n'),
  columns('aligned', '| Cold | Mild |\n|---|---|\n| frost | no |\n'),
  columns('tall aligned', captions, 'takeaway: A takeaway\n'),
  grouped(''),
  grouped(' right'),
  stacked,
  columns('full', ''),
])

test.each([
  ['of a block', 1, ['13,603', '14,032', '3,936', '4,910']],
  ['in Markdown', 2, ['Cold', 'Mild', 'frost', 'no']],
])('the cells of a table %s stand under their columns', (_, slide, wanted) => {
  const table = framesOf(slide).find(({ xml }) => xml.includes('<a:tbl>'))
  const widths = [...(table?.xml ?? '').matchAll(/<a:gridCol w="(\d+)"/g)].map(([, width]) => Number(width) / 6350)
  expect(widths).toEqual([864, 864])
  expect(table?.x).toBe(96)
  const rows = [...(table?.xml ?? '').matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([row]) => row)
  const cells = rows.flatMap((row) => {
    const own = [...row.matchAll(/<a:tc\b([^>]*)>(.*?)<\/a:tc>/gs)]
    return own.some(([, about]) => about?.includes('gridSpan')) ? [] : own.map(([, , cell = '']) => cell)
  })
  expect(cells.map((cell) => /<a:t>([^<]*)/.exec(cell)?.[1])).toEqual(wanted)
  for (const cell of cells) expect(cell).toContain('algn="ctr"')
})

test('captions under columns are quiet and of their size, above a takeaway', () => {
  const shapes = shapesOf(3)
  const found = shapes.filter(({ words }) => words.startsWith('A caption') || words.startsWith('Another one'))
  const takeaway = shapes.find(({ words }) => words === 'A takeaway')
  expect(found).toHaveLength(2)
  for (const { xml, y, height } of found) {
    expect(sizesIn(xml)).toEqual([24])
    expect(xml).toContain(' b="0"')
    expect(y + height).toBeLessThanOrEqual(takeaway?.y ?? 0)
  }
})

test.each([4, 5])('rules of rows leave the heading of a group free (slide %i)', (slide) => {
  const shapes = shapesOf(slide)
  const heading = shapes.find(({ words }) => words === 'Joined')
  const rules = shapes.filter(({ words, width, height }) => words === '' && height === 1 && width > 300)
  expect(rules.length).toBeGreaterThanOrEqual(3)
  const { x = 0, y = 0, width = 0, height = 0 } = heading ?? {}
  const through = rules.filter(
    (rule) => rule.y > y && rule.y < y + height && rule.x < x + width && rule.x + rule.width > x,
  )
  expect(through).toEqual([])
})

test('the legend over a chart begins at its left edge and is as wide as its names', () => {
  const legend = /<c:legend>.*?<\/c:legend>/s.exec(charts[5] ?? '')?.[0] ?? ''
  const partOf = (name: string): number => Number(new RegExp(`<c:${name} val="([\\d.]+)"/>`).exec(legend)?.[1])
  expect(partOf('x')).toBe(0)
  expect(partOf('w')).toBeLessThan(0.5)
})

test('a chart without captions keeps its height', () => {
  const [visual] = input.deck.slides[6]?.visuals ?? []
  const chart = framesOf(7).find(({ xml }) => xml.includes('<c:chart '))
  expect(visual?.kind === 'chart' && visual.box.height).toBe(chart?.height)
})
