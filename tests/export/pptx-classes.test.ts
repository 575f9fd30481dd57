import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colorXml } from '../../src/export/pptx/look.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'

const cards = `layout: cards
class: lead-1
title: One card weighs more
---
\`\`\`tiles
- {metric: revenue.recurring, period: FY, as: JPY bn}
- {metric: margin.operating, period: FY}
- {metric: debt, period: FY, as: JPY bn}
\`\`\`
## First
Words

## Second
Words

## Third
Words
`
const status = `layout: cards
title: A status
---
## **Done**
Words

## *Late*
Words

## Open
Words
`
const rows = `layout: lead
class: figures
title: Rows
---
A line

## {{figure "revenue.recurring" "FY" as="JPY bn"}}
Words beside it

## Named
Other words
`
const table = `layout: table-and-notes
title: A table
---
\`\`\`table
rows: [revenue.recurring, revenue.one-time]
columns: [FY, FY-1]
change: percent
\`\`\`
`
const pictured = `layout: chart-and-points
class: tall pictures
title: Rows with pictures
---
\`\`\`chart
type: column
series: [revenue.recurring]
periods: [FY-1, FY]
\`\`\`
## Up
![](pictures/trend-up.svg)

Words

## Down
![](pictures/trend-down.svg)

Words
`
const joined = `layout: one-chart
title: Bars that belong together
---
\`\`\`chart
type: bar
items:
  - {metric: revenue.recurring, label: First, group: Joined}
  - {metric: revenue.one-time, label: Second, group: Joined}
  - {metric: revenue.total, label: Third}
period: FY
\`\`\`
`
const small = pictured.replace('tall pictures', 'tall pictures small')
const drawn = `layout: fact
class: picture
title: A number and its picture
---
\`\`\`tiles
- {metric: revenue.recurring, period: FY, as: JPY bn}
\`\`\`
![](pictures/backbone-router.svg)

## Named
Words
`
const fourPictures = `layout: grid
class: four pictures
title: Four pictures
---
${['One', 'Two', 'Three', 'Four'].map((name) => `## ${name}\n![](pictures/trend-up.svg)\n\nWords\n`).join('\n')}`
const tree = `layout: diagram
class: tree
title: Five branches
---
## Top

${['One', 'Two', 'Three', 'Four', 'Five'].map((name) => `## ${name}\n- A name\n- Another\n`).join('\n')}`
const { input, parts } = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    ...[cards, status, rows, table, pictured, drawn, small, joined, fourPictures, tree].map(
      (text, index): SourceFile => ({ kind: 'text', path: `slides/${index}-slide-${index}.md`, text: `---\n${text}` }),
    ),
  ],
  'public',
)
const all = parts()

interface Shape {
  readonly xml: string
  readonly words: string
  readonly box: readonly number[]
}
const shapesOf = (number: number): readonly Shape[] =>
  [...(all.get(`ppt/slides/slide${number}.xml`)?.toString('utf8') ?? '').matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(
    ([xml]) => ({
      xml,
      words: [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text = '']) => plain(text)).join(''),
      box: (/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1) ?? []).map(Number),
    }),
  )
const xmlOf = (color: string): string => colorXml(color, input.look)
const [rise, fall, accent] = [input.look.chart.upColor, input.look.chart.downColor, input.look.accent].map(xmlOf)
const sizesIn = (xml: string): readonly number[] => [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size))

test('a card that leads is wider than the others, and its figure larger', () => {
  const [first, second, third] = shapesOf(1).filter(({ xml }) => xml.includes('name="Tile: '))
  const widths = [first, second, third].map((shape) => shape?.box[2] ?? 0)
  expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(1.6, 2)
  expect(widths[2]).toBe(widths[1])
  expect(Math.max(...sizesIn(first?.xml ?? ''))).toBeGreaterThan(Math.max(...sizesIn(second?.xml ?? '')))
})

test('a heading in bold has the colour of rises, one in italics the accent, and so has the rule above', () => {
  const shapes = shapesOf(2)
  const headed = (words: string): string => shapes.find((shape) => shape.words.startsWith(words))?.xml ?? ''
  expect(headed('Done')).toContain(rise)
  expect(headed('Late')).toContain(accent)
  for (const color of [rise, accent]) expect(headed('Open')).not.toContain(color)
  expect(headed('Open')).toContain(xmlOf(input.look.brand))
  const rules = shapes.filter(({ box: [, , , height = 0] }) => height === 8 * 6350)
  expect(rules.map(({ xml }) => [rise, accent].findIndex((color) => xml.includes(color ?? '-')))).toEqual([0, 1, -1])
})

test('rows beside a leading panel have their headings beside them, a figure among these large', () => {
  const shapes = shapesOf(3)
  const found = (words: string): Shape | undefined => shapes.find((shape) => shape.words.startsWith(words))
  const [figure, words, named] = [found('JPY'), found('Words beside'), found('Named')]
  expect(Math.max(...sizesIn(figure?.xml ?? ''))).toBe(3200)
  expect(Math.max(...sizesIn(named?.xml ?? ''))).toBe(1800)
  const [left = 0, top = 0, width = 0, height = 0] = figure?.box ?? []
  const [x = 0, y = 0] = words?.box ?? []
  expect(x).toBeGreaterThanOrEqual(left + width)
  expect(y).toBeGreaterThan(top)
  expect(y).toBeLessThan(top + height)
})

test('a fall in a table has the colour of falls, a rise has not', () => {
  const xml = all.get('ppt/slides/slide4.xml')?.toString('utf8') ?? ''
  const cells = [...xml.matchAll(/<a:tc\b.*?<\/a:tc>/gs)].map(([cell]) => ({
    text: plain(/<a:t>([^<]*)/.exec(cell)?.[1] ?? ''),
    isFall: cell.includes(fall ?? '-'),
  }))
  const changes = cells.filter(({ text }) => text.endsWith('%') || text.endsWith('%)'))
  expect(changes).toHaveLength(2)
  for (const { text, isFall } of changes) expect([text, isFall]).toEqual([text, !text.startsWith('+')])
  expect(new Set(changes.map(({ isFall }) => isFall)).size).toBe(2)
})

const picturesOn = (number: number): readonly (readonly number[])[] =>
  [...(all.get(`ppt/slides/slide${number}.xml`)?.toString('utf8') ?? '').matchAll(/<p:pic>.*?<\/p:pic>/gs)].map(
    ([xml]) => (/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1) ?? []).map(Number),
  )

test('rows beside a chart have their pictures before their words, level with them', () => {
  const words = shapesOf(5).filter(({ words: said }) => said === 'UpWords' || said === 'DownWords')
  const pictures = picturesOn(5)
  expect([words.length, pictures.length]).toEqual([2, 2])
  for (const [index, [x = 0, y = 0, width = 0, height = 0]] of pictures.entries()) {
    const [left = 0, top = 0, , tall = 0] = words[index]?.box ?? []
    expect(x + width).toBeLessThan(left)
    expect(y + height / 2).toBeCloseTo(top + tall / 2, -4)
  }
})

test('a small picture is level with the heading of its row', () => {
  const pictures = picturesOn(7)
  const words = shapesOf(7).filter(({ words: said }) => said === 'UpWords' || said === 'DownWords')
  expect([words.length, pictures.length]).toEqual([2, 2])
  for (const [index, [x = 0, y = 0, width = 0, height = 0]] of pictures.entries()) {
    const [left = 0, top = 0, , tall = 0] = words[index]?.box ?? []
    expect(width).toBeLessThan((picturesOn(5)[index]?.[2] ?? 0) / 2)
    expect(x + width).toBeLessThan(left)
    expect(y + height).toBeLessThan(top + tall / 2 + height / 4)
  }
})

test('bars of a group beside others in none have a bracket, and a large heading in its middle', () => {
  const lines = [...(all.get('ppt/slides/slide8.xml')?.toString('utf8') ?? '').matchAll(/<p:cxnSp>.*?<\/p:cxnSp>/gs)]
  const upright = lines
    .map(([xml]) => (/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1) ?? []).map(Number))
    .filter(([, , width, height = 0]) => width === 0 && height > 0)
  expect(upright).toHaveLength(1)
  const [[x = 0, y = 0, , height = 0] = []] = upright
  const heading = shapesOf(8).find(({ words }) => words === 'Joined')
  const [left = 0, top = 0, , tall = 0] = heading?.box ?? []
  expect(Math.max(...sizesIn(heading?.xml ?? ''))).toBeGreaterThanOrEqual(2600)
  expect(left).toBeLessThan(x)
  expect(top + tall / 2).toBeCloseTo(y + height / 2, -4)
})

test('a picture stands beside the number that fills a slide, words below both', () => {
  const [[, top = 0, , tall = 0] = []] = picturesOn(6)
  const [, words = 0] = shapesOf(6).find(({ words: said }) => said.startsWith('Named'))?.box ?? []
  expect(tall).toBeGreaterThan(0)
  expect(words).toBeGreaterThan(top + tall)
})

test('four pictures stand abreast over their headings, as large as the words leave room', () => {
  const pictures = [...(all.get('ppt/slides/slide9.xml')?.toString('utf8') ?? '').matchAll(/<p:pic>.*?<\/p:pic>/gs)]
  const boxes = pictures.flatMap(([xml]) => [/<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)])
  expect(new Set(boxes.map((box) => box?.[2])).size).toBe(1)
  expect(boxes.map((box) => Number(box?.[4]) / 6350)).toEqual([280, 280, 280, 280])
})

test('a tree of two rows has a connector for each, clear of its words and within the margins', () => {
  const shapes = shapesOf(10)
  const margins = [96, 1824].map((x) => x * 6350)
  const lines = shapes.filter(
    ({ words, box: [, , width = 0, height = 0] }) => !words && Math.min(width, height) === 4 * 6350,
  )
  const boxes = shapes.filter(({ xml, words }) => xml.includes('name="Box ') && words !== 'Top')
  expect(boxes).toHaveLength(5)
  expect(lines.length).toBe(1 + 1 + 3 + 1 + 2 + 1) // from the top, each row and its branches, the way down
  for (const {
    box: [x = 0, y = 0, width = 0, height = 0],
  } of lines) {
    expect(x).toBeGreaterThanOrEqual(margins[0] ?? 0)
    expect(x + width).toBeLessThanOrEqual(margins[1] ?? 0)
    const through = boxes.filter(
      ({ box: [left = 0, top = 0, across = 0, down = 0] }) =>
        x < left + across && left < x + width && y < top + down && top < y + height,
    )
    expect(through).toEqual([])
  }
})
