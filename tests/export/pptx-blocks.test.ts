import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'

const { parts } = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    {
      kind: 'text',
      path: 'slides/010-names.md',
      text: '---\nlayout: grid\nclass: blocks\ntitle: Names\n---\n## First\n- Alone\n\n## Then\n- Second\n- Third\n',
    },
    {
      kind: 'text',
      path: 'slides/020-climb.md',
      text: '---\nlayout: grid\nclass: blocks climb\ntitle: Climb\n---\n## **One** name\n- Alone\n\n## **Two** names\n- Second\n- Third\n',
    },
    {
      kind: 'text',
      path: 'slides/030-one-leads.md',
      text: '---\nlayout: grid\nclass: blocks\ntitle: One leads\n---\n## **Two** names\n- First\n- Second\n\n## **One** name\n- Third\n',
    },
    {
      kind: 'text',
      path: 'slides/035-sum.md',
      text: '---\nlayout: grid\nclass: climb blocks\ntitle: Sum\n---\n**[[48]] stores** today\n\n## **One** name\n- Alone\n\n## **Two** names\n- Second\n- Third *[[2007]]*\n',
    },
    {
      kind: 'text',
      path: 'slides/040-chain.md',
      text: `---\nlayout: grid\nclass: chain\ntitle: Chain\n---\n${['Weld', 'Drive', 'Sell', 'Serve', 'Recycle'].map((step) => `## *${step}* Company ${step}\nWords\n\n`).join('')}## Serving\nAll of it\n`,
    },
  ],
  'public',
)

const boxesOf = (slide: number): readonly string[] =>
  plain(parts().get(`ppt/slides/slide${slide}.xml`)?.toString('utf8') ?? '').split('<p:sp>')
const fillIn = (boxes: readonly string[], name: string): string | undefined =>
  /<\/a:prstGeom><a:solidFill>(.*?)<\/a:solidFill>/.exec(boxes.find((box) => box.includes(`>${name}<`)) ?? '')?.[1]
const sizeIn = (boxes: readonly string[], word: string): number =>
  Number(new RegExp(`sz="(\\d+)"(?:(?!<a:t>|sz=).)*<a:t>${word}`).exec(boxes.join(''))?.[1])

test('blocks are all filled, the first column in full colour, and a name by itself is one', () => {
  const boxes = boxesOf(1)
  const [alone, second, third] = ['Alone', 'Second', 'Third'].map((name) => fillIn(boxes, name))
  expect(alone).toBeDefined()
  expect(second).toBeDefined()
  expect(second).toBe(third)
  expect(alone).not.toBe(second)
})

test('columns of up to three have higher blocks, as on the page, and none that climb', () => {
  const heightOf = (slide: number): number =>
    Number(/<a:ext cx="\d+" cy="(\d+)"/.exec(boxesOf(slide).find((box) => box.includes('>Third<')) ?? '')?.[1]) / 6350
  expect([1, 2].map((slide) => Math.round(heightOf(slide)))).toEqual([160, 82])
})

test('where they climb the last column has the full colour, and bold in a heading is large', () => {
  const full = fillIn(boxesOf(1), 'Alone')
  const boxes = boxesOf(2)
  expect(fillIn(boxes, 'Third')).toBe(full)
  expect(fillIn(boxes, 'Alone')).not.toBe(full)
  expect(sizeIn(boxes, 'Two')).toBeGreaterThan(sizeIn(boxes, ' names'))
})

test('the figure over the column that leads is larger than those over the others', () => {
  const boxes = boxesOf(3)
  expect(sizeIn(boxes, 'Two')).toBeGreaterThan(sizeIn(boxes, 'One'))
  expect(sizeIn(boxes, 'One')).toBeGreaterThan(sizeIn(boxes, ' name'))
})

test('what they come to has its unit in the words below, and a line leads to each column', () => {
  const boxes = boxesOf(4)
  const textOf = (box: string): string => [...box.matchAll(/<a:t>(.*?)<\/a:t>/g)].map(([, text]) => text).join('')
  const texts = boxes.map(textOf)
  expect(texts).toContain('48')
  expect(texts).toContain('stores today')
  expect(boxes.join('')).toContain('>2007<')
})

test('a chain loses none of its steps, nor what serves along it', () => {
  const said = boxesOf(5).join('')
  for (const step of ['Weld', 'Drive', 'Sell', 'Serve', 'Recycle']) expect(said).toContain(`<a:t>${step}</a:t>`)
  expect(said).toContain('Serving')
})
