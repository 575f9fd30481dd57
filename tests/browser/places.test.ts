import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeckPage, showSlide } from './deck-page.ts'
import { layoutFaults } from './layout-faults.ts'
import { openDeck } from './open-deck.ts'

const slide = (front: string, body: string): string => `---\n${front}\n---\n${body}\n`
const picture = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#123456"/></svg>`
const tile = (metric: string): string => `\`\`\`tiles\n- {metric: ${metric}, period: FY}\n\`\`\`\n\n`
const columns = '```chart\ntype: column\nseries: [income]\nperiods: [FY-1, FY]\n```\n'
const bars = '```chart\ntype: bar\nitems: [income, cost, fees]\nperiod: FY\n```\n'
const shapes = { square: [800, 800], tall: [400, 900], wide: [1500, 500], ultra: [2000, 200] } as const
const names = ['Works', 'Pipes', 'Exchangers', 'Houses']
const items = (count: number): string => '- Entry of a name\n'.repeat(count)

const slides: Readonly<Record<string, string>> = {
  rows: slide(
    'layout: fact\nclass: pictures\ntitle: A list and two paragraphs',
    `${tile('income')}## Pipes\n![A pipe](square.svg)\n\n- Most of the towns\n- All islands\n\n## Works\n![Works](square.svg)\n\nBurns waste\n\nAnd more\n`,
  ),
  ...Object.fromEntries(
    Object.keys(shapes).map((name) => [
      `over-${name}`,
      slide(
        'layout: connection\nclass: picture\ntitle: A picture over names',
        `![A line](${name}.svg)\n\n${names.map((each) => `## ${each}\n`).join('\n')}`,
      ),
    ]),
  ),
  ...Object.fromEntries(
    ['customers', 'households', 'fees'].map((metric) => [
      `sentence-${metric}`,
      slide(
        'layout: lead\nclass: sentence\ntitle: What carries the company',
        `Heat for {{figure "${metric}" "FY"}} in all\n\n${columns}`,
      ),
    ]),
  ),
  ...Object.fromEntries(
    ['', 'class: pictures\n'].map((front) => [
      `unit${front === '' ? '' : '-pictures'}`,
      slide(
        `layout: fact\n${front}title: A hedge and a long unit`,
        `${tile('customers')}## Pipes\n${front === '' ? '' : '![A pipe](square.svg)\n\n'}- Most of the towns and their houses\n`,
      ),
    ]),
  ),
  shapes: slide(
    'layout: cards\nclass: pictures\ntitle: Pictures of any shape',
    Object.keys(shapes)
      .map((name) => `## ${name}\n![A thing](${name}.svg)\n\nA line\n`)
      .join('\n'),
  ),
  ...Object.fromEntries(
    ['aligned', 'narrow aligned', 'wide aligned'].map((name) => [
      `sentences-${name.split(' ')[0]}`,
      slide(
        `layout: chart-and-points\nclass: ${name}\ntitle: Italics in sentences`,
        `${bars}## *Loses* money\n- *Loses* money until then\n- Money **in all** *countries*\n- *more* *less*\n`,
      ),
    ]),
  ),
  ...Object.fromEntries(
    [3, 4, 5].flatMap((count) =>
      ['', 'takeaway: The base carries all\n'].map((front) => [
        `base-${count}${front === '' ? '' : '-concludes'}`,
        slide(
          `layout: diagram\nclass: layers\n${front}title: A title of a base that goes on until it takes a second line, as titles do where much is said`,
          `${[...names, 'Towns']
            .slice(0, count - 1)
            .map((each) => `## ${each}\nA line\n`)
            .join('\n')}\n## **Base**\nA line\n`,
        ),
      ]),
    ),
  ),
  ...Object.fromEntries(
    [3, 4, 8, 9, 11].map((count) => [
      `entries-${count}`,
      slide(`layout: section\nsection: s${count}\ntitle: Entries`, `- [Rows](#/rows)\n${items(count - 1)}`),
    ]),
  ),
}

let deck: DeckPage
beforeAll(async () => {
  deck = await openDeck({
    'data/deck.yaml':
      'company: Example\ntitle: T\ndate: 2010-02-01\nreporting-period: FY08\ncalendar: {start-month: 4, year-named-by: start, style: kessan}\nunits: {households: {singular: household}}\n',
    'data/sources.yaml': 'S01: {title: Report, date: 2010-01-30}\n',
    'data/metrics.yaml': `metrics:\n${['income', 'cost', 'fees'].map((id) => `  ${id}: {label: ${id}, unit: JPY mn, kind: flow, polarity: more}\n`).join('')}  customers: {label: Customers, unit: households mn, kind: stock, polarity: more}\n  households: {label: Households, unit: households, kind: stock, polarity: more}\n`,
    'data/figures/a.csv':
      'metric,unit,FY07,FY08,source\nincome,JPY mn,40,50,S01\ncost,JPY mn,30,40,S01\nfees,JPY mn,"1,140,500","1,340,500",S01\ncustomers,households mn,around 1.1,approx. 1.25,S01\nhouseholds,households,"1,104,200","1,254,811",S01\n',
    ...Object.fromEntries(
      Object.entries(shapes).map(([name, [width, height]]) => [`public/${name}.svg`, picture(width, height)]),
    ),
    ...Object.fromEntries(Object.entries(slides).map(([id, text], index) => [`slides/${100 + index}-${id}.md`, text])),
  })
})
afterAll(() => deck.close())

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The boxes of all that a selector finds on a slide. */
async function boxesOf(id: string, selector: string): Promise<readonly Box[]> {
  await showSlide(deck.page, id)
  return deck.page.$$eval(`#${id} ${selector}`, (all) =>
    all.map((each) => {
      const { left, top, right, bottom } = each.getBoundingClientRect()
      return { left, top, right, bottom }
    }),
  )
}

/** The box of a picture as it is seen, in the box of its element. */
async function picturesOf(id: string): Promise<readonly Box[]> {
  await showSlide(deck.page, id)
  return deck.page.$$eval(`#${id} .content img`, (all) =>
    (all as HTMLImageElement[]).map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect()
      const scale = Math.min(width / each.naturalWidth, height / each.naturalHeight)
      const [x = 50, y = 50] = getComputedStyle(each).objectPosition.split(' ').map(Number.parseFloat)
      const [own, high] = [each.naturalWidth * scale, each.naturalHeight * scale]
      const [from, above] = [left + ((width - own) * x) / 100, top + ((height - high) * y) / 100]
      return { left: from, top: above, right: from + own, bottom: above + high }
    }),
  )
}

test.each(Object.keys(slides))('no words stand on words, or are cut: %s', async (id) => {
  await showSlide(deck.page, id)
  expect(await layoutFaults(deck.page, id)).toEqual([])
})

test('in a row with a picture all words stand below its heading, in their order', async () => {
  const [heads, words, pictures] = [
    await boxesOf('rows', '.group > h3'),
    await boxesOf('rows', '.text > :not(:has(> img))'),
    await picturesOf('rows'),
  ]
  const [first, second] = heads
  const [list, one, two] = words
  expect(list?.top).toBeGreaterThanOrEqual(first?.bottom ?? Infinity)
  expect(one?.top).toBeGreaterThanOrEqual(second?.bottom ?? Infinity)
  expect(two?.top).toBeGreaterThanOrEqual(one?.bottom ?? Infinity)
  for (const { right } of pictures) expect(right).toBeLessThan(list?.left ?? 0)
})

test.each(Object.keys(shapes))('a picture over names ends above them: %s', async (name) => {
  const [[own], heads] = [await picturesOf(`over-${name}`), await boxesOf(`over-${name}`, '.group > h3')]
  expect(heads).toHaveLength(4)
  for (const { top } of heads) expect(own?.bottom).toBeLessThanOrEqual(top)
})

test.each(['customers', 'households', 'fees'])(
  'a sentence breaks a figure before its unit, in no word: %s',
  async (id) => {
    await showSlide(deck.page, `sentence-${id}`)
    const words = await deck.page.$eval(`#sentence-${id} .lead-figure .text`, (text) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      const found: { word: string; lines: number; right: number }[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const boxes = [...range.getClientRects()]
          found.push({ word, lines: boxes.length, right: Math.max(...boxes.map(({ right }) => right)) })
        }
      return found
    })
    expect(words.length).toBeGreaterThan(4)
    expect(words.filter(({ lines, right }) => lines > 1 || right > 96 + 512 + 1)).toEqual([])
  },
)

test.each(['unit', 'unit-pictures'])('a long unit stands close under its digits, at the margin: %s', async (id) => {
  const [[figure], [unit], [words]] = [
    await boxesOf(id, '.tile-value > .figure'),
    await boxesOf(id, '.tile-unit:not(.is-before) > span'),
    await boxesOf(id, '.fact-text'),
  ]
  expect(Math.abs((unit?.left ?? 0) - 96)).toBeLessThan(8)
  expect((figure?.bottom ?? 0) - (figure?.top ?? 0)).toBeLessThan(1.5 * 288)
  expect((words?.right ?? 0) - (words?.left ?? 0)).toBeGreaterThan(700)
})

test('a picture of any shape stands over the first letter of its heading, on one line with the others', async () => {
  const [pictures, heads] = [await picturesOf('shapes'), await boxesOf('shapes', 'h3')]
  expect(pictures).toHaveLength(4)
  for (const [index, { left, bottom }] of pictures.entries()) {
    expect(left).toBeCloseTo(heads[index]?.left ?? 0, 0)
    expect(bottom).toBeCloseTo(pictures[0]?.bottom ?? 0, 0)
  }
})

test.each(['aligned', 'narrow', 'wide'])('italics are columns only where a row is all in them: %s', async (name) => {
  const id = `sentences-${name}`
  await showSlide(deck.page, id)
  const shown = await deck.page.$$eval(`#${id} .text-column :is(h3, li) em`, (all) =>
    all.map((each) => `${each.closest('li[data-row]') ? 'column' : 'word'} ${getComputedStyle(each).display}`),
  )
  expect(shown.filter((each) => each.startsWith('word'))).toEqual(Array.from({ length: 3 }, () => 'word inline'))
  expect(shown.filter((each) => /^column (?!inline$)/.test(each))).toHaveLength(2)
})

describe('a base of layers that the slide is about', () => {
  test.each([3, 4, 5])('ends above the takeaway, and within the margins without one: of %i', async (count) => {
    for (const id of [`base-${count}`, `base-${count}-concludes`]) {
      await showSlide(deck.page, id)
      const { base, end } = await deck.page.$eval(`#${id}`, (section) => {
        const node = section.querySelector('.node:last-child')
        const style = node ? getComputedStyle(node, '::after') : undefined
        const top = (node?.getBoundingClientRect().top ?? 0) + Number.parseFloat(style?.top ?? '')
        const below = section.querySelector('.takeaway') ?? section.querySelector('.foot')
        return { base: top + Number.parseFloat(style?.height ?? ''), end: below?.getBoundingClientRect() }
      })
      expect(base, id).toBeLessThanOrEqual(id.endsWith('concludes') ? (end?.top ?? 0) : (end?.bottom ?? 0) - 24)
    }
  })
})

describe('the list of a section', () => {
  test('has the number of a slide behind its name, or at the end of a rule that leads there', async () => {
    for (const [count, isRuled] of [
      [3, false],
      [4, true],
      [9, true],
    ] as const) {
      const id = `entries-${count}`
      const [[name], [number], [row]] = [
        await boxesOf(id, 'a'),
        await boxesOf(id, 'a > .plain:last-child'),
        await boxesOf(id, 'li'),
      ]
      if (isRuled) expect(number?.right, id).toBeCloseTo(row?.right ?? 0, 0)
      else expect((number?.left ?? Infinity) - (name?.left ?? 0), id).toBeLessThan(200)
    }
  })

  test('has a rule below the last of each column', async () => {
    for (const count of [8, 9, 11]) {
      await showSlide(deck.page, `entries-${count}`)
      const widths = await deck.page.$$eval(`#entries-${count} li`, (all) =>
        all.map((each) => getComputedStyle(each).borderBottomWidth),
      )
      expect(widths).toEqual(widths.map(() => '2px'))
    }
  })
})
