import { expect, test } from 'vitest'
import { hasFigureEnds } from '../../src/charts/base/bridge-ends.ts'
import { chartTypeOf } from '../../src/charts/chart-types.ts'
import { themeFrom } from '../../src/charts/colors/theme.ts'
import { deckLook } from '../../src/export/pptx/look.ts'
import { plainText, textsIn } from '../../src/model/content.ts'
import { themeProperties } from '../../src/project/theme.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { nativeCharts, plain, presented } from './_pptx.ts'

/** Beside a slope, a list of one item and one of several. */
const lists = `---
layout: chart-and-points
title: Lists
---
\`\`\`chart
type: slope
series: [revenue.recurring, revenue.one-time]
periods: [FY-1, FY]
\`\`\`
## One
- A point by itself

## Several
- A first of several
- A second of several
`
const numbered = `---
layout: grid
class: rows numbered
title: Numbers
---
## A first
Of its words

## A second
Of more words
`
const chained = `---
layout: grid
class: chain
title: The way of heat
---
## *Design* Planners
Networks of pipes

## *Build* Builders
Pipes and stations

## *Support* Keepers
Repairs at night

## Owners
All of the towns

## Lenders
A bank and a state
`
const fromStart = `---
layout: one-chart
title: Operations
---
\`\`\`chart
type: waterfall
highlight: cash.operating
steps:
  - {start: cash.operating, period: Q}
  - {figure: cash.investing, period: Q}
  - {figure: cash.financing, period: Q}
  - {end: cash.change-before-exchange, period: Q}
\`\`\`
`
/** Beside bars, a figure of each in a narrow column. */
const narrow = `---
layout: chart-and-points
class: narrow aligned
title: Losses
---
\`\`\`chart
type: bar
items: [new.loss.trust-networks, new.loss.on-demand-solutions]
period: FY
\`\`\`
## *{{period "Q"}}*
- *{{figure "new.loss.trust-networks" "Q" unit=false}}*
- *{{figure "new.loss.on-demand-solutions" "Q" unit=false}}*
`
const { input, parts } = presented(
  [
    ...readDeck(engine),
    { kind: 'text', path: 'slides/990-lists.md', text: lists },
    { kind: 'text', path: 'slides/991-numbers.md', text: numbered },
    { kind: 'text', path: 'slides/992-from-start.md', text: fromStart },
    { kind: 'text', path: 'slides/989-chained.md', text: chained },
    { kind: 'text', path: 'slides/993-narrow.md', text: narrow },
  ],
  'public',
)
const all = parts()
const text = (content: Buffer | undefined): string => content?.toString('utf8') ?? ''

test('one item by itself has no bullet, several have', () => {
  const written = input.deck.slides.flatMap(({ layout, class: classes, groups }, index) =>
    layout === 'chart-and-points' && !classes.split(' ').includes('aligned') // rows beside bars have none
      ? groups.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'list' && !block.ordered ? [{ index, items: block.items }] : [])),
        )
      : [],
  )
  const bulletsOf = (alone: boolean) =>
    written
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

test('the bar with which a bridge begins is lighter than the one that it ends in, unless it is the one that matters', () => {
  const charts = input.deck.slides.flatMap(({ visuals }) =>
    visuals.flatMap((visual) => (visual.kind === 'chart' ? nativeCharts(visual.chart) : [])),
  )
  const bridges = charts.flatMap((chart, index) =>
    chartTypeOf(chart.type).family === 'bridge' && !hasFigureEnds(chart)
      ? [{ number: index + 1, calm: chart.categories[0]?.emphasis ? chart.categories.length - 1 : 0 }]
      : [],
  )
  expect(bridges.length).toBeGreaterThan(2)
  expect(new Set(bridges.map(({ calm }) => calm > 0))).toEqual(new Set([false, true]))
  for (const { number, calm } of bridges)
    expect(text(all.get(`ppt/charts/chart${number}.xml`))).toMatch(
      new RegExp(`<c:dPt><c:idx val="${calm}"/>(?:(?!</c:dPt>).)*<a:solidFill>`, 's'),
    )
})

test('a slide on the dark ground has the layout of that ground, and no ink of the light one', () => {
  const dark = input.deck.slides.flatMap((slide, index) => (/\bdark\b/.test(slide.class) ? [index + 1] : []))
  expect(dark.length).toBeGreaterThan(2)
  for (const number of dark) {
    const relations = text(all.get(`ppt/slides/_rels/slide${number}.xml.rels`))
    const layout = /slideLayouts\/(slideLayout\d+\.xml)/.exec(relations)?.[1] ?? ''
    expect(text(all.get(`ppt/slideLayouts/${layout}`))).toMatch(/<p:cSld name="[a-z-]+ dark"><p:bg>/)
    const onGround = text(all.get(`ppt/slides/slide${number}.xml`))
      .split('<p:sp>')
      .filter((shape) => !/<p:spPr>(?:(?!<a:ln[ >]|<\/p:spPr>).)*<a:solidFill>/s.test(shape)) // on a ground of its own
    expect(onGround.join('')).not.toMatch(/<a:rPr(?:(?!<\/a:rPr>).)*<a:schemeClr val="(?:tx1|dk1)"/s)
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

const slidesWith = (layout: string, name: string) =>
  input.deck.slides.flatMap((slide, index) =>
    slide.layout === layout && slide.class.split(' ').includes(name)
      ? [{ slide, xml: text(all.get(`ppt/slides/slide${index + 1}.xml`)) }]
      : [],
  )

/** Top and height of the boxes of a name. */
const boxesOf = (xml: string, name: string): readonly { readonly y: number; readonly height: number }[] =>
  [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].flatMap(([own]) => {
    const place = /<a:off x="\d+" y="(\d+)"\/><a:ext cx="\d+" cy="(\d+)"\/>/.exec(own)
    return own.includes(`name="${name}`) && place ? [{ y: Number(place[1]), height: Number(place[2]) }] : []
  })

test('points that are aligned with bars stand each in a row of its own, all as high as each other', () => {
  const slides = slidesWith('chart-and-points', 'aligned')
  expect(slides.length).toBeGreaterThan(0)
  for (const { slide, xml } of slides) {
    const [list] = [...slide.lead, ...slide.groups.flatMap(({ blocks }) => blocks)].filter(
      ({ kind }) => kind === 'list',
    )
    const boxes = boxesOf(xml, 'Text')
    const rows = boxes.filter(({ y }, index) => boxes.findIndex((other) => other.y === y) === index) // columns share one
    expect(rows).toHaveLength(list?.kind === 'list' ? list.items.length : 0)
    for (const [index, { y, height }] of rows.entries()) {
      expect(Math.abs(height - (rows[0]?.height ?? 0))).toBeLessThan(10)
      expect(Math.abs(y - (rows[0]?.y ?? 0) - index * height)).toBeLessThan(100)
    }
    expect(xml).not.toContain('<a:buChar')
  }
})

test('what is in italics stands in columns beside its bar, in no colour of its own', () => {
  const columns = '- *Up one* *up two*\n- *Down three* *down four*\n'
  const items = 'items: [{metric: revenue.recurring, measure: yoy}, {metric: revenue.one-time, measure: yoy}]'
  const slide = `---\nlayout: chart-and-points\nclass: aligned\ntitle: Columns\n---\n\`\`\`chart\ntype: bar\n${items}\nperiod: FY\nunit: "%"\n\`\`\`\n${columns}`
  const { parts: own } = presented(
    [...readDeck(engine), { kind: 'text', path: 'slides/001-columns.md', text: slide }],
    'public',
  )
  const xml = text(own().get('ppt/slides/slide1.xml'))
  const shapes = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([shape]) => shape)
  const places = ['Up one', 'up two', 'Down three', 'down four'].map((words) => {
    const shape = shapes.find((one) => one.includes(`>${words}<`)) ?? ''
    expect(shape).not.toContain('accent1')
    return /<a:off x="(\d+)" y="(\d+)"/.exec(shape)?.slice(1).map(Number) ?? []
  })
  const [[left, top] = [], [right, same] = [], [below] = []] = places
  expect([below, same]).toEqual([left, top])
  expect(right).toBeGreaterThan(left ?? Number.POSITIVE_INFINITY)
})

test('rows beside a figure that begin with pictures have them, all as high as each other', () => {
  const slides = slidesWith('fact', 'pictures')
  expect(slides.length).toBeGreaterThan(0)
  for (const { slide, xml } of slides) {
    const rows = boxesOf(xml, 'Text')
    expect(xml.match(/name="Picture/g)).toHaveLength(slide.groups.length)
    expect(rows).toHaveLength(slide.groups.length)
    expect(new Set(rows.map(({ height }) => height)).size).toBe(1)
  }
})

test('figures of narrow rows beside bars end with the margin, where they are in columns', () => {
  const slides = slidesWith('chart-and-points', 'aligned').filter(({ slide }) => slide.class.includes('narrow'))
  const right = slides.flatMap(({ xml }) =>
    [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].flatMap(([own]) =>
      own.includes('name="Text') && own.includes('algn="r"') ? [plain(own)] : [],
    ),
  )
  expect(right.some((own) => own.includes('>234<'))).toBe(true) // of the loss of Trust Networks, its last quarter
  expect(right.some((own) => own.includes('>449<'))).toBe(false)
})

test('numbered rows have their numbers', () => {
  const slides = slidesWith('grid', 'rows').filter(({ slide }) => slide.class.includes('numbered'))
  expect(slides.length).toBeGreaterThan(0)
  for (const { slide, xml } of slides) expect(boxesOf(xml, 'Number')).toHaveLength(slide.groups.length)
})

test('names in rows of blocks have tiles of one size, four abreast', () => {
  const slides = slidesWith('grid', 'blocks').filter(({ slide }) => slide.class.includes('rows'))
  expect(slides.length).toBeGreaterThan(0)
  for (const { slide, xml } of slides) {
    const names = slide.groups.map(({ blocks }) =>
      blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0),
    )
    const tiles = boxesOf(xml, 'Block')
    expect(tiles).toHaveLength(names.reduce((sum, count) => sum + count, 0))
    expect(new Set(tiles.map(({ height }) => height)).size).toBe(1)
    expect(new Set(tiles.map(({ y }) => y)).size).toBe(names.reduce((sum, count) => sum + Math.ceil(count / 4), 0))
  }
})

test('a chain has its three steps at one height, and the other cards under them', () => {
  const slides = slidesWith('grid', 'chain')
  expect(slides.length).toBeGreaterThan(0)
  for (const { slide, xml } of slides) {
    const steps = boxesOf(xml, 'Step')
    expect([steps.length, new Set(steps.map(({ y }) => y)).size]).toEqual([3, 1])
    const cards = boxesOf(xml, 'Card')
    expect(cards).toHaveLength(slide.groups.length)
    expect(Math.min(...cards.slice(3).map(({ y }) => y))).toBeGreaterThan(
      Math.max(...cards.slice(0, 3).map(({ y }) => y)),
    )
  }
})

test('on the dark ground figures of titles stand out, and the foot names the company', () => {
  const figures = input.deck.slides.flatMap((slide, index) =>
    /\bdark\b/.test(slide.class) && slide.title?.runs.some(({ kind }) => kind === 'figure') ? [index + 1] : [],
  )
  expect(figures.length).toBeGreaterThan(0)
  for (const number of figures) {
    const title = /<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(
      text(all.get(`ppt/slides/slide${number}.xml`)),
    )?.[0]
    expect(new Set(title?.match(/<a:rPr(?:(?!<\/a:rPr>).)*<\/a:rPr>/gs)).size).toBeGreaterThan(1)
  }
  const layouts = [...all].filter(
    ([path, own]) => path.startsWith('ppt/slideLayouts/slideLayout') && / dark"><p:bg>/.test(text(own)),
  )
  expect(layouts.length).toBeGreaterThan(1)
  for (const [, own] of layouts) expect(text(own)).toMatch(/name="(?:Logo|Company)/)
})

test('a unit that is all there is over a table stands in the corner of its head', () => {
  const tables = input.deck.slides.flatMap(({ layout, visuals }, index) =>
    layout === 'table-and-notes' && visuals.length === 1
      ? visuals.flatMap((visual) =>
          visual.kind === 'table' && !visual.table.caption && visual.table.unit !== ''
            ? [{ unit: visual.table.unit, xml: text(all.get(`ppt/slides/slide${index + 1}.xml`)) }]
            : [],
        )
      : [],
  )
  expect(tables.length).toBeGreaterThan(0)
  for (const { unit, xml } of tables) {
    expect(boxesOf(xml, 'Caption')).toHaveLength(0)
    expect(plain(/<a:tc>.*?<\/a:tc>/s.exec(xml)?.[0] ?? '')).toContain(unit)
  }
})

test('a slope has a line at each of its ends, and none below', () => {
  const charts = input.deck.slides.flatMap(({ visuals }) =>
    visuals.flatMap((visual) => (visual.kind === 'chart' ? nativeCharts(visual.chart) : [])),
  )
  const slopes = charts.flatMap(({ type }, index) => (type === 'slope' ? [index + 1] : []))
  expect(slopes.length).toBeGreaterThan(0)
  for (const number of slopes) {
    const axis = /<c:catAx>.*?<\/c:catAx>/s.exec(text(all.get(`ppt/charts/chart${number}.xml`)))?.[0]
    expect(axis).toMatch(/<c:majorGridlines>.*<a:solidFill>.*<\/c:majorGridlines>.*<c:spPr><a:ln><a:noFill\/>/s)
  }
})

test('the tab at the top edge has the colour of the brand, though that of the dark ground has another', () => {
  const read = themeProperties({ root: engine, engine, edition: 'public' })
  const own = deckLook(read, themeFrom(read))
  expect(own.mark).toBe(own.brand)
})
