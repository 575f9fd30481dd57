import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sample } from '../long.ts'
import { type ChartMatch, matchChart } from './chart-match.ts'
import { type DeckPage, openPage, showSlide, slideIds } from './deck-page.ts'

const html = readFileSync(join(inject('folders').public, 'index.html'), 'utf8')
const known = html.split(/(?=<section\b)/).flatMap((section) =>
  [...section.matchAll(/<figure class="chart" id="([^"]+)"[^>]*?data-type="([^"]+)"/g)].map(([, chart = '', type]) => ({
    type,
    slide: /^<section\b[^>]*?\sid="([^"]+)"/.exec(section)?.[1] ?? '',
    chart,
  })),
)

/** One of every type, and of the rest a sample. */
const compared = known.filter(
  (one, index) => known.findIndex(({ type }) => type === one.type) === index || sample(known, 10, 6).includes(one),
)

let deck: DeckPage
beforeAll(async () => {
  deck = await openPage(inject('deck'), { width: 1920, height: 1080 })
})
afterAll(() => deck.close())

describe('a live chart', () => {
  test.each(compared)('$chart draws what its picture draws', async ({ slide, chart }) => {
    await showSlide(deck.page, slide)
    await deck.page.waitForSelector(`#${chart} canvas`)
    // Hatching may begin a pixel apart; a bar that is a tenth too high would be more than this.
    await expect
      .poll(() => matchChart(deck.page, chart))
      .toEqual(expect.toSatisfy(({ difference, ink }: ChartMatch) => difference < 0.025 && ink > 0.005))
    expect(deck.problems).toEqual([])
  })
})

describe('the picture of a chart', () => {
  test.each(known)('$chart has every letter inside it and none upon another', async ({ chart }) => {
    const faults = await deck.page.evaluate(async (id) => {
      const still = document.querySelector<HTMLImageElement>(`#${id} img`)
      if (!still) return ['no picture']
      const text = await (await fetch(still.src)).text()
      const holder = document.body.appendChild(document.createElement('div'))
      holder.append(document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true))
      const drawing = holder.querySelector('svg')
      const frame = drawing?.getBoundingClientRect()
      const boxes = [...(drawing?.querySelectorAll('text') ?? [])].map((letter) => ({
        text: letter.textContent,
        box: letter.getBoundingClientRect(),
      }))
      const found: string[] = []
      boxes.forEach(({ text: a, box }, index) => {
        if (
          frame &&
          (box.left < frame.left - 2 ||
            box.right > frame.right + 2 ||
            box.top < frame.top - 2 ||
            box.bottom > frame.bottom + 2)
        )
          found.push(`outside: ${a}`)
        const inset = box.height * 0.25
        for (const { text: b, box: other } of boxes.slice(index + 1))
          if (
            box.left + 2 < other.right &&
            other.left + 2 < box.right &&
            box.top + inset < other.bottom - inset &&
            other.top + inset < box.bottom - inset
          )
            found.push(`overlap: ${a} and ${b}`)
      })
      holder.remove()
      return found
    }, chart)
    expect(faults).toEqual([])
  })
})

test('the chart engine is not loaded before a slide with a chart shows', async () => {
  const first = await openPage(inject('short'), { width: 1280, height: 720 })
  const size = () =>
    first.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.decodedBodySize : 0), 0),
    )
  const before = await size()
  const slide = known.find((one) => slideIds(inject('folders').short).includes(one.slide))
  if (!slide) throw new Error('no chart in the deck')
  await showSlide(first.page, slide.slide)
  await first.page.waitForSelector(`#${slide.chart} canvas`)
  expect((await size()) - before).toBeGreaterThan(100_000)
  await first.close()
})
