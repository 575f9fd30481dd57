import { expect, test } from 'vitest'
import { chartTypeOf } from '../../src/charts/chart-types.ts'
import { plainText, textsIn } from '../../src/model/content.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { nativeCharts, plain, presented } from './_pptx.ts'

const { input, parts } = presented(readDeck(engine), 'public')
const all = parts()
const text = (content: Buffer | undefined): string => content?.toString('utf8') ?? ''

test('one item by itself has no bullet, several have', () => {
  const lists = input.deck.slides.flatMap(({ layout, groups }, index) =>
    layout === 'chart-and-points'
      ? groups.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'list' && !block.ordered ? [{ index, items: block.items }] : [])),
        )
      : [],
  )
  const bulletsOf = (alone: boolean) =>
    lists
      .filter(({ items }) => (items.length === 1) === alone)
      .flatMap(({ index, items }) => {
        const [first = ''] = textsIn(items[0]?.blocks ?? []).map(({ runs }) => plainText(runs.slice(0, 1)))
        const xml = text(all.get(`ppt/slides/slide${index + 1}.xml`))
        const paragraph = [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)]
          .map(([own]) => own)
          .find((own) => plain(own).includes(`>${first}<`))
        return paragraph === undefined ? [] : [paragraph.includes('<a:buChar')]
      })
  expect(new Set(bulletsOf(true))).toEqual(new Set([false]))
  expect(new Set(bulletsOf(false))).toEqual(new Set([true]))
})

test('the bar with which a bridge begins is lighter than the one that it ends in', () => {
  const charts = input.deck.slides.flatMap(({ visuals }) =>
    visuals.flatMap((visual) => (visual.kind === 'chart' ? nativeCharts(visual.chart) : [])),
  )
  const bridges = charts.flatMap((chart, index) => (chartTypeOf(chart.type).family === 'bridge' ? [index + 1] : []))
  expect(bridges.length).toBeGreaterThan(2)
  for (const number of bridges)
    expect(text(all.get(`ppt/charts/chart${number}.xml`))).toMatch(
      /<c:dPt><c:idx val="0"\/>(?:(?!<\/c:dPt>).)*<a:solidFill>/s,
    )
})

test('a slide on the dark ground has the layout of that ground, and no ink of the light one', () => {
  const dark = input.deck.slides.flatMap((slide, index) => (/\bdark\b/.test(slide.class) ? [index + 1] : []))
  expect(dark.length).toBeGreaterThan(2)
  for (const number of dark) {
    const relations = text(all.get(`ppt/slides/_rels/slide${number}.xml.rels`))
    const layout = /slideLayouts\/(slideLayout\d+\.xml)/.exec(relations)?.[1] ?? ''
    expect(text(all.get(`ppt/slideLayouts/${layout}`))).toMatch(/<p:cSld name="[a-z-]+ dark"><p:bg>/)
    expect(text(all.get(`ppt/slides/slide${number}.xml`))).not.toMatch(
      /<a:rPr(?:(?!<\/a:rPr>).)*<a:schemeClr val="(?:tx1|dk1)"/s,
    )
  }
})

test('names of a grid in class blocks are a block each', () => {
  for (const [index, slide] of input.deck.slides.entries()) {
    if (!/\bblocks\b/.test(slide.class)) continue
    const items = slide.groups.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
    )
    expect(items.length).toBeGreaterThan(4)
    const drawn = text(all.get(`ppt/slides/slide${index + 1}.xml`)).match(/name="Block/g)
    expect(drawn).toHaveLength(items.length)
  }
})
