import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colorXml } from '../../src/export/pptx/look.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { darkLosses, lossSlides } from './_losses.ts'
import { plain, presented } from './_pptx.ts'

const file = (path: string, text: string): SourceFile => ({ kind: 'text', path, text })
const tiles = `\`\`\`tiles
- {metric: cash.operating, period: FY04, change: yoy}
- {metric: debt, period: 2008-03-31, vs: 2007-03-31}
- {metric: revenue.total, period: FY, change: yoy}
\`\`\`
`
const slides = {
  'slides/010-kpis.md': `---\nlayout: kpis\ntitle: Debt fell by {{growth "debt" "2008-03-31" vs="2007-03-31"}}\n---\n${tiles}`,
  'slides/020-dark.md':
    '---\nlayout: cards\ntitle: A status\ntone: dark\n---\n## **Done**\nWords\n\n## *Late*\nWords\n',
}
const { input, parts } = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    file('data/figures/more.csv', 'metric,unit,FY03,FY04,source\ncash.operating,JPY mn,52,-38,S01\n'),
    file('data/figures/debt.csv', 'metric,unit,2007-03-31,2008-03-31,source\ndebt,JPY mn,200,150,S01\n'),
    ...[...Object.entries(slides), ...lossSlides].map(([path, text]) => file(path, text)),
  ],
  'public',
)
const all = parts()
const xmlOf = (number: number): string => all.get(`ppt/slides/slide${number}.xml`)?.toString('utf8') ?? ''
const boxesOf = (number: number): readonly { readonly xml: string; readonly words: string }[] =>
  [...xmlOf(number).matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([xml]) => ({
    xml,
    words: [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text = '']) => plain(text)).join(''),
  }))
const [rise, fall] = [input.look.chart.deep.upColor, input.look.chart.downColor].map((color) =>
  colorXml(color, input.look),
)
const tile = (name: string) => boxesOf(1).find(({ words }) => words.startsWith(name))

test('a loss has its sign with its digits and one colour, and no arrow where its change is n.m.', () => {
  const { xml = '', words = '' } = tile('Operating cash flow') ?? {}
  expect(words).not.toMatch(/[▲▼]/)
  expect(words).toContain('n.m.')
  expect(xml.split(fall ?? '-').length).toBeGreaterThan(2) // digits and unit
  expect(tile('Total revenues')?.words).toContain('▲')
})

test('debt that fell has an arrow, but nowhere the colour of falls', () => {
  expect(boxesOf(1).filter(({ words }) => /^Debt.*▼/.test(words))).toHaveLength(1)
  for (const { xml, words } of boxesOf(1)) if (words.startsWith('Debt')) expect(xml).not.toContain(fall)
})

test('good news on the dark ground has the colour of rises there', () => {
  const done = boxesOf(2).find(({ words }) => words.startsWith('Done'))
  expect(done?.xml).toContain(rise)
})

test.each(lossSlides.map(([, , name], index) => [name, index + 3] as const))(
  'a loss that %s sets large has the colour of falls',
  (name, number) => {
    const { downColor, deep } = input.look.chart
    const isDark = darkLosses.includes(name)
    const wanted = colorXml(isDark ? deep.downColor : downColor, input.look)
    const runs = [...xmlOf(number).matchAll(/<a:r>.*?<\/a:r>/gs)].map(([xml]) => xml)
    const digits = runs.filter((xml) => plain(/<a:t>([^<]*)/.exec(xml)?.[1] ?? '').includes('38'))
    expect(digits).not.toEqual([])
    for (const xml of digits) expect(xml).toContain(wanted)
  },
)
