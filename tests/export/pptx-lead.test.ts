import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { presentation } from '../../src/export/pptx/pptx.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented, unzipped } from './_pptx.ts'

const slide = (more: string): string => `---
layout: lead
title: Wiederkehrende Erlöse wuchsen stärker als das Geschäft der Tochtergesellschaften
${more}---
\`\`\`tiles
- {metric: revenue.recurring, period: FY, as: JPY bn, decimals: 1, change: yoy}
\`\`\`
Contracts run for years
\`\`\`chart
type: column
series: [revenue.recurring]
periods: last 4 quarters
\`\`\`
`
const table = `---
layout: lead
title: Lines
---
\`\`\`tiles
- {metric: revenue.recurring, period: FY, as: JPY bn, decimals: 1}
\`\`\`
\`\`\`table
rows: [revenue.recurring, revenue.one-time, revenue.total]
columns: [FY, FY-1]
change: difference
\`\`\`
`
const file = (name: string, text: string): SourceFile => ({ kind: 'text', path: `slides/${name}.md`, text })
const { input, parts } = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    file('010-plain', slide('')),
    file('020-concluded', slide('takeaway: It comes back\n')),
    file('030-table', table),
  ],
  'public',
)

test('a takeaway takes of the height of the chart beside a leading panel', () => {
  const heights = input.deck.slides.map(({ visuals }) =>
    visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.box] : [])),
  )
  expect(heights.slice(0, 2)).toEqual([[{ width: 1112, height: 832 }], [{ width: 1112, height: 760 }]])
})

test('the panel runs from edge to edge, and title, figure and words stand on it', () => {
  const xml = parts().get('ppt/slides/slide2.xml')?.toString('utf8') ?? ''
  expect(xml).toContain('<a:off x="0" y="0"/><a:ext cx="4165600" cy="6858000"/>')
  const boxes = plain(xml).split('<p:sp>').slice(1)
  const leftOf = (words: string): number =>
    Number(/<a:off x="(\d+)"/.exec(boxes.find((box) => box.includes(words)) ?? '')?.[1])
  for (const words of ['Wiederkehrende', '54.1', 'Contracts run'])
    expect([words, leftOf(words)]).toEqual([words, 609600])
  expect(leftOf('It comes back')).toBe(712 * 6350)
})

test('a takeaway is quiet but for its bold words, and a fall in a title has the colour of falls', () => {
  const fall = `---
layout: one-chart
title: 'Net loans fell {{change "revenue.total" "FY-1" vs="FY" form="magnitude"}}'
takeaway: It comes back **without a new sale**
---
\`\`\`chart
type: column
series: [revenue.recurring]
periods: last 4 quarters
\`\`\`
`
  const { parts: own } = presented(
    [
      ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
      ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
      file('010-fall', fall),
    ],
    'public',
  )
  const xml = own().get('ppt/slides/slide1.xml')?.toString('utf8') ?? ''
  const runs = xml.split('<a:r>').slice(1)
  const runOf = (words: string): string => runs.find((run) => run.includes(words)) ?? ''
  expect(runOf('It comes back')).not.toContain('b="1"')
  expect(runOf('without a new sale')).toContain('b="1"')
  const digits = runs.find((run) => /<a:t>[\d.,]+%/.test(run.replaceAll('\u00a0', ' '))) ?? ''
  expect(digits.toLowerCase()).toContain(defaultTheme.downColor.slice(1))
})

const xmlOf = (number: number, own = parts()): string =>
  plain(own.get(`ppt/slides/slide${number}.xml`)?.toString('utf8') ?? '')

/** Top and bottom of the shape that holds some words or has a name. */
function edgesOf(xml: string, words: string): readonly [top: number, bottom: number] {
  const shape = xml.split(/<p:(?:sp|graphicFrame)>/).find((one) => one.includes(words)) ?? ''
  const [, y = 0, height = 0] =
    /<a:off x="\d+" y="(\d+)"\/><a:ext cx="\d+" cy="(\d+)"\/>/.exec(shape)?.map(Number) ?? []
  return [y, y + height]
}

test('the panel has the light of the dark ground, and a rule parts its figure from its words', () => {
  const xml = xmlOf(1)
  const panel = xml.split('<p:sp>').find((box) => box.includes('<a:off x="0" y="0"/><a:ext cx="4165600"'))
  expect(panel).toContain('<a:gradFill')
  const rule = xml.split('<p:sp>').find((box) => box.includes('<a:ext cx="3251200" cy="6350"/>')) ?? ''
  const [top] = edgesOf(rule === '' ? '' : `<p:sp>${rule}`, '<a:off')
  expect(top).toBeGreaterThan(edgesOf(xml, 'name="Tile')[0])
  expect(top).toBeLessThan(edgesOf(xml, 'Contracts run')[0])
})

test('notes that have no line of their own run on into the sources, below the takeaway', () => {
  const words = 'Printed elsewhere as a figure that has so many more words. '
  const place = { path: 'slides/020-concluded.md', line: 1, column: 1 }
  const runs = [{ kind: 'text' as const, text: words.repeat(3) }]
  const footnotes = [{ origin: 'corrected' as const, mark: '‡', runs, place }]
  const slides = input.deck.slides.map((one) => ({ ...one, footnotes }))
  const xml = xmlOf(2, unzipped(presentation({ ...input, deck: { ...input.deck, slides } })))
  expect(edgesOf(xml, 'name="Footnotes')[0]).toBeGreaterThanOrEqual(edgesOf(xml, 'name="Takeaway')[1])
  expect(xml).not.toContain('name="Source')
})

test('notes and sources that fill a line each stand on lines of their own', () => {
  const place = { path: 'slides/020-concluded.md', line: 1, column: 1 }
  const of = (words: string) => [{ kind: 'text' as const, text: `${words} of some words that have room by themselves` }]
  const slides = input.deck.slides.map((one) => ({
    ...one,
    footnotes: [{ origin: 'corrected' as const, mark: '‡', runs: of('A first note'), place }],
    sourceLine: { names: ['A first document of a long name, May 2009', 'A second one, Feb. 2009'], others: [] },
  }))
  const xml = xmlOf(2, unzipped(presentation({ ...input, deck: { ...input.deck, slides } })))
  expect(xml).toMatch(/themselves<\/a:t><\/a:r>(?:(?!<\/a:p>).)*<a:br>(?:(?!<a:br>).)*<a:t>A first document/)
})

test('rows of a table beside the panel share its height, and changes for less have the colour of falls', () => {
  const xml = xmlOf(3)
  const heights = [...xml.matchAll(/<a:tr h="(\d+)"/g)].map(([, height]) => Number(height))
  expect(Math.min(...heights.slice(1))).toBeGreaterThan(2 * (heights[0] ?? 0))
  const falls = [...xml.matchAll(/<a:srgbClr val="8C1D2F">(?:(?!<a:t>).)*<a:t>([^<]*)/g)].map(([, words]) => words)
  expect(falls.length).toBeGreaterThan(0)
  for (const words of falls) expect(words).toMatch(/^\(/)
})
