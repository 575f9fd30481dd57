import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'

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
const file = (name: string, text: string): SourceFile => ({ kind: 'text', path: `slides/${name}.md`, text })
const { input, parts } = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    file('010-plain', slide('')),
    file('020-concluded', slide('takeaway: It comes back\n')),
  ],
  'public',
)

test('a takeaway takes of the height of the chart beside a leading panel', () => {
  const heights = input.deck.slides.map(({ visuals }) =>
    visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual.box] : [])),
  )
  expect(heights).toEqual([[{ width: 1112, height: 832 }], [{ width: 1112, height: 760 }]])
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
