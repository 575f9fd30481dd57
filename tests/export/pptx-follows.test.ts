import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'
import { lostWords } from './_words.ts'

const lined = 'type: bar\nitems: [revenue.recurring, revenue.one-time]\nperiod: FY\nline: 10\n'
const bars =
  'type: bar\nitems:\n  - {metric: revenue.recurring, label: First}\n  - {metric: revenue.one-time, label: Second}\nperiod: FY\n'
const chart = (text: string): string => `\`\`\`chart\n${text}\`\`\`\n`
const slides = [
  `layout: one-chart\nclass: figures\ntitle: Strip\n---\n${chart(bars)}## [[1992]]\nestablished\n\n## [[2]]\nmarkets\n`,
  'layout: grid\nclass: rows blocks\ntitle: Rows\n---\n## **Two** wholly\n- Alpha\n- Beta\n\n## Plain\n- Gamma *[[49]]%*\n',
  `layout: chart-and-points\nclass: narrow aligned\ntitle: Narrow\n---\n${chart(bars)}- Said ***much***\n- Meant *little*\n`,
  'layout: grid\nclass: blocks\ntitle: Long\n---\n## **One** name\n- Services and spare parts for the turbines of others *Framework contracts*\n\n## Other\n- Short *[[2007]]*\n\n## Third\n- Name\n\n## Fourth\n- Name\n',
  'layout: section\ntitle: Contents\n---\n- [Strip](#/slide-0)\n- [Rows](#/slide-1)\n- [Narrow](#/slide-2)\n- [Long](#/slide-3)\n',
  `layout: chart-and-points\nclass: narrow aligned right\ntitle: Right\n---\n${chart(bars)}## Over rows\n- *One column*\n- ***Read*** *for this*\n`,
  `layout: one-chart\ntitle: Line\n---\n${chart(lined)}`,
  `layout: lead\nclass: large dark\ntitle: Dark lead\n---\n${chart(bars)}Words\n`,
  `layout: chart-and-points\nclass: aligned\ntitle: Under a long one\n---\n${chart(`title: ${'Revenue of all our businesses '.repeat(3)}\n${bars}`)}- Said\n- Meant\n`,
  'layout: grid\ntitle: \'{{change "revenue.total" "FY"}} in all\'\n---\n## {{change "revenue.recurring" "FY"}}\n{{change "revenue.one-time" "FY"}}\n\n## Other\nWords\n',
]
const made = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    ...slides.map(
      (text, index): SourceFile => ({ kind: 'text', path: `slides/${index}-slide-${index}.md`, text: `---\n${text}` }),
    ),
  ],
  'public',
)
const all = made.parts()

interface Box {
  readonly words: string
  readonly sizes: readonly number[]
  readonly x: number
  readonly width: number
  readonly isFilled: boolean
  readonly align: string | undefined
}

const boxesOf = (slide: number): readonly Box[] =>
  [...(all.get(`ppt/slides/slide${slide}.xml`)?.toString('utf8') ?? '').matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(
    ([xml]) => {
      const [, x = '', width = ''] = /<a:off x="(\d+)" y="\d+"\/><a:ext cx="(\d+)"/.exec(xml) ?? []
      return {
        words: [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text = '']) => plain(text)).join(''),
        sizes: [...xml.matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size) / 50),
        x: Number(x) / 6350,
        width: Number(width) / 6350,
        isFilled: /<\/a:prstGeom><a:solidFill>/.test(xml),
        align: /algn="(\w+)"/.exec(xml)?.[1],
      }
    },
  )
const box = (slide: number, words: string): Box => {
  const found = boxesOf(slide).find((one) => one.words.startsWith(words))
  if (!found) throw new Error(`no "${words}" on slide ${slide}`)
  return found
}

test('no word of a slide is lost, whatever its class', () => {
  expect(lostWords(made)).toEqual([])
})

test('a title and a heading that begin with the words of a figure begin with a capital letter', () => {
  const [title, card] = boxesOf(10).map(({ words }) => words.replaceAll('\u00a0', ' '))
  expect(title).toBe('Up 4.3% YoY in all')
  expect(card).toBe('Up 14.3% YoYdown 19.8% YoY') // in a line under a heading they stay as they are written
})

test('figures that head the words under a chart are large', () => {
  expect(Math.max(...box(1, '1992').sizes)).toBe(56)
})

test('rows of names have an edge and no fill, their bold figure alone is large', () => {
  for (const name of ['Alpha', 'Gamma']) {
    const own = box(2, name)
    expect(own.isFilled).toBe(false)
    expect(boxesOf(2).some(({ isFilled, x, width }) => isFilled && width === 6 && x < own.x && own.x - x < 30)).toBe(
      true,
    )
  }
  expect(Math.max(...box(2, 'Two').sizes)).toBe(128)
  expect(Math.max(...box(2, 'Plain').sizes)).toBeLessThan(40)
})

test('what narrow rows are read for is large, the other words are not', () => {
  expect(Math.max(...box(3, 'Said').sizes)).toBe(60)
  expect(Math.max(...box(3, 'Meant').sizes)).toBeLessThan(40)
})

test('a name that has no room beside its word keeps a size that can be read, the word under it', () => {
  expect(Math.min(...box(4, 'Services').sizes)).toBeGreaterThan(20)
  expect(box(4, 'Services').words).toContain('Framework')
  expect(box(4, 'Short').words).not.toContain('2007')
})

test('the numbers of slides in a table of contents end with its rows', () => {
  const [name, page] = [box(5, 'Rows'), boxesOf(5).find(({ words }) => words === '2')]
  expect(page?.align).toBe('r')
  expect((page?.x ?? 0) + (page?.width ?? 0)).toBe(96 + 1120)
  expect(name.x + name.width).toBeLessThanOrEqual(page?.x ?? 0)
})

test('rows beside bars at the right stand at the left, ruled from margin to margin, under their heading', () => {
  const [row, large, heading] = [box(6, 'One column'), box(6, 'Read'), box(6, 'Over rows')]
  expect([row.x, row.width, row.align]).toEqual([96, 384, 'r'])
  expect(large.sizes).toEqual([60])
  expect([heading.x, heading.width]).toEqual([96, 384])
  expect(boxesOf(6).filter(({ isFilled, x, width }) => isFilled && x === 96 && width === 1728)).toHaveLength(2)
})

test('a line across bars has dashes with an edge in the colour of the ground', () => {
  const xml = all.get('ppt/slides/slide7.xml')?.toString('utf8') ?? ''
  const dashes = [...xml.matchAll(/<a:ln w="(\d+)">(?:(?!<\/a:ln>).)*<a:custDash><a:ds d="(\d+)" sp="(\d+)"\/>/g)]
  const pixels = dashes.map(([, width, ...parts]) => parts.map((part) => (Number(part) / 1e5) * (Number(width) / 6350)))
  expect(pixels.slice(0, 2)).toEqual([
    [18, 6],
    [14, 10],
  ])
})

test('rows beside bars begin with the plot under a title of several lines', () => {
  const xml = all.get('ppt/slides/slide9.xml')?.toString('utf8') ?? ''
  const [, plot] = /<p:graphicFrame>.*?<a:off x="\d+" y="(\d+)"/s.exec(xml) ?? []
  const [row] = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].filter(([own]) => own.includes('<a:t>Said'))
  const [, top] = /<a:off x="\d+" y="(\d+)"/.exec(row?.[0] ?? '') ?? []
  expect(Math.abs(Number(top) - Number(plot))).toBeLessThan(4 * 6350)
})
