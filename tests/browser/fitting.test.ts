import { afterAll, beforeAll, expect, test } from 'vitest'
import { matchChart } from './chart-match.ts'
import { type DeckPage, showSlide } from './deck-page.ts'
import { openDeck } from './open-deck.ts'

const chart = (title: string, metric: string): string =>
  `\`\`\`chart\ntype: column\ntitle: ${title}\nseries: [${metric}]\nperiods: [2023, 2024]\n\`\`\`\n`
const bars = (title: string): string => `\`\`\`chart\ntype: bar\ntitle: ${title}\nitems: [a, b]\nperiod: 2024\n\`\`\`\n`
const long = 'Deliveries of parcels to households and shops in all countries but the home market, before returns'
/** A pixel wider than the column of names in a chart of bars, and a pixel narrower where its letters stand on whole pixels. */
const nearlyWide = 'Orders international enterprises'

const files: Readonly<Record<string, string>> = {
  'data/deck.yaml':
    'company: Example\ntitle: T\ndate: 2025-02-01\nreporting-period: 2024\ncalendar: {style: calendar}\n',
  'data/sources.yaml': 'S01: {title: Report, date: 2025-01-30}\n',
  'data/metrics.yaml': `metrics:\n  a: {label: ${nearlyWide}, unit: USD mn, kind: flow}\n  b: {label: B, unit: USD mn, kind: flow}\n`,
  'data/figures/a.csv': 'metric,unit,2023,2024,source\na,USD mn,8,9,S01\nb,USD mn,7,9,S01\n',
  'public/wide.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="4200" height="1400"><rect width="9" height="9"/></svg>',
  'slides/010-picture.md': '---\nlayout: points\ntitle: A picture\n---\n![A plan of the new plant](wide.svg)\n',
  ...Object.fromEntries(
    ['narrow aligned', 'narrow aligned right', 'aligned right', 'wide aligned right'].map((name, index) => [
      `slides/07${index}-beside-${index}.md`,
      `---\nlayout: chart-and-points\nclass: ${name}\ntitle: Rows\n---\n- *{{figure "a" "2023" unit=false}}*\n- *{{figure "b" "2023" unit=false}}*\n\n\`\`\`chart\ntype: bar\nitems: [{metric: a, label: A}, b]\nperiod: 2024\n\`\`\`\n`,
    ]),
  ),
  'slides/020-titles.md': `---\nlayout: two-charts\ntitle: Two charts\n---\n## One\n${chart(long, 'a')}## Two\n${chart('Short', 'b')}`,
  'slides/030-names.md':
    '---\nlayout: chart-and-points\ntitle: Names\n---\n- A word\n```chart\ntype: bar\nitems: [a, b]\nperiod: 2024\n```\n',
  'slides/040-rows.md': `---\nlayout: chart-and-points\ntitle: Rows\nclass: narrow aligned\n---\n- One\n- Two\n${bars(long)}`,
  'slides/050-over.md': `---\nlayout: chart-and-points\ntitle: ${long.slice(0, 70)}\nclass: aligned\ntakeaway: Growth\n---\n- One\n- Two\n${bars('Short')}`,
  'slides/060-narrow.md': `---\nlayout: chart-and-points\ntitle: Narrow\nclass: narrow\n---\n- One\n${bars('Short')}`,
}

let deck: DeckPage
beforeAll(async () => {
  deck = await openDeck(files)
})
afterAll(() => deck.close())

test('a picture larger than its slide is fitted into its column and keeps its proportions', async () => {
  const { page } = deck
  await showSlide(page, 'picture')
  const { picture, column, natural } = await page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('#picture img')
    const [own, around] = [image, image?.closest('.text, .content')].map((part) => part?.getBoundingClientRect())
    return {
      picture: { x: own?.x ?? 0, width: own?.width ?? 0, height: own?.height ?? 0 },
      column: { x: around?.x ?? 0, width: around?.width ?? 0 },
      natural: image?.naturalWidth,
    }
  })
  expect(natural).toBe(4200)
  expect(picture.width / picture.height).toBeCloseTo(3, 1)
  expect(picture.x).toBeGreaterThanOrEqual(column.x - 1)
  expect(picture.x + picture.width).toBeLessThanOrEqual(column.x + column.width + 1)
})

/** From where to where the rule over the first row runs, where its chart stands and where its figure ends, in pixels of the slide. Runs in the page. */
function rowOf(slide: string) {
  const find = (selector: string): Element | null => document.querySelector(`#${slide} ${selector}`)
  const [row, chart, figure] = ['li', '.chart-box', 'li .figure'].map((own) => find(own)?.getBoundingClientRect())
  const line = find('li')
  const before = line ? getComputedStyle(line, '::before') : undefined
  const left = (row?.left ?? 0) + Number.parseFloat(before?.left ?? '')
  const right = left + Number.parseFloat(before?.width ?? '')
  return {
    rule: [Math.min(left, row?.left ?? 0), Math.max(right, row?.right ?? 0)],
    chart: [chart?.left, chart?.right],
    figure: figure?.right,
  }
}

test.each([
  ['beside-0', [96, 1376], 1824],
  ['beside-1', [544, 1824], 480],
  ['beside-2', [960, 1824], undefined],
  ['beside-3', [704, 1824], undefined],
])(
  'rules over rows run from margin to margin, and figures of a narrow column end with it: %s',
  async (slide, chart, end) => {
    const { page } = deck
    await showSlide(page, slide)
    const drawn = await page.evaluate(rowOf, slide)
    expect(drawn).toMatchObject({ rule: [96, 1824], chart })
    if (end !== undefined) expect(drawn.figure).toBeCloseTo(end, 0)
  },
)

test('a title of a chart that is longer than its line wraps, whole, within its chart', async () => {
  const { page } = deck
  await showSlide(page, 'titles')
  const titles = await page.evaluate(() =>
    [...document.querySelectorAll('#titles figure')].map((figure) => {
      const title = figure.querySelector('.chart-title')
      const [own, whole] = [title, figure].map((part) => part?.getBoundingClientRect())
      const isCut = title
        ? title.scrollWidth > title.clientWidth + 1 && getComputedStyle(title).overflow !== 'visible'
        : true
      return {
        text: title?.textContent,
        height: own?.height ?? 0,
        right: (own?.right ?? 0) - (whole?.right ?? 0),
        isCut,
      }
    }),
  )
  const [wrapped, short] = titles
  expect(wrapped?.text).toBe(long)
  expect(wrapped?.height).toBeGreaterThan((short?.height ?? 0) * 1.8)
  for (const { right, isCut } of titles) {
    expect(right).toBeLessThanOrEqual(1)
    expect(isCut).toBe(false)
  }
})

test('a name that nearly fills its column breaks live as it does in the picture, so that the bars begin where they did', async () => {
  const { page } = deck
  await showSlide(page, 'names')
  const chart = await page.getAttribute('#names figure.chart:has(.is-live > canvas)', 'id')
  const breaks = await page.$$eval('#names .chart-drawing text', (all) => all.map((one) => one.textContent))
  expect(breaks).toEqual(expect.arrayContaining(['Orders international', 'enterprises']))
  await expect.poll(async () => (await matchChart(page, chart ?? '')).difference).toBeLessThan(0.005)
})

test('rows beside bars are level with the plot under a title of any length, and charts as high as the compiler draws them', async () => {
  const { page } = deck
  for (const id of ['rows', 'over', 'narrow']) {
    await showSlide(page, id)
    const { box, list, still } = await page.evaluate((slide) => {
      const part = (selector: string) => document.querySelector<HTMLElement>(`#${slide} ${selector}`)
      const rect = (selector: string) => part(selector)?.getBoundingClientRect().toJSON()
      return {
        box: rect('.chart-box'),
        list: rect('.text-column'),
        still: part('.chart-still')?.getAttribute('height'),
      }
    }, id)
    expect(Number(still), id).toBeCloseTo(box.height, 0)
    if (id === 'narrow') continue
    expect([list.top, list.bottom], id).toEqual([box.top, box.bottom])
  }
})
