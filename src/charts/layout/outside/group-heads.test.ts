import { expect, test } from 'vitest'
import { fixtureChart } from '../../../../tests/charts/chart-fixture.ts'
import { rects, textBoxes } from '../../../../tests/charts/svg-shapes.ts'
import type { ChartModel } from '../../../model/chart.ts'
import { defaultTheme } from '../../colors/theme.ts'
import { leftOut } from '../../left-out.ts'
import { drawSvg } from '../../svg/svg.ts'

/** Horizontal bars, each in the group that is named, or in none. */
function bars(...groups: readonly (string | undefined)[]): ChartModel {
  const model = fixtureChart('bar', {
    categories: groups.map((_, index) => `Bar ${index}`),
    series: [{ label: 'Sales', values: groups.map((_, index) => 9 - index), mark: 'bar', color: 1 }],
  })
  const categories = model.categories.map((category, index) => {
    const heading = groups[index]
    return heading === undefined ? category : { ...category, group: { heading, name: category.label } }
  })
  return { ...model, categories }
}

const wide = { width: 1280, height: 600 }
const phone = { width: 358, height: 300 }

const drawn = (model: ChartModel, size = wide) => {
  const svg = drawSvg(model, defaultTheme, size)
  return { svg, boxes: textBoxes(svg), strokes: svg.split(`stroke="${defaultTheme.totalColor}"`).length - 1 }
}

const middle = ({ y, height }: { readonly y: number; readonly height: number }): number => y + height / 2

test('bars in a group beside others in none are joined by a bracket, with a large heading in its middle', () => {
  const { boxes, strokes } = drawn(bars('9 of 20', '9 of 20', undefined, undefined))
  const named = (text: string) => boxes.find((box) => box.text === text) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [heading, first, second] = [named('9 of 20'), named('Bar 0'), named('Bar 1')]
  expect(strokes).toBe(3)
  expect(heading.height).toBeGreaterThan(first.height * 1.5)
  expect(Math.abs(middle(heading) - (middle(first) + middle(second)) / 2)).toBeLessThan(4)
  expect(heading.x + heading.width).toBeLessThan(Math.min(first.x, second.x))
})

test('where all bars are in groups, or a group is one bar, its heading stands at the level of the first, without a bracket', () => {
  for (const model of [bars('North', 'North', 'South', 'South'), bars('North', undefined, undefined)]) {
    const { boxes, strokes } = drawn(model)
    const [heading, first] = ['North', 'Bar 0'].map((text) => boxes.find((box) => box.text === text))
    expect(strokes).toBe(0)
    expect(heading?.y).toBe(first?.y)
  }
})

test('a group of one bar beside one of several has its heading as large as that one, and its bracket', () => {
  const { boxes, strokes } = drawn(bars(undefined, 'North', 'South', 'South', undefined))
  const [one, several] = ['North', 'South'].map((text) => boxes.find((box) => box.text === text))
  expect(one?.height).toBe(several?.height)
  expect(strokes).toBe(6)
})

const long = 'Bicycles and pedelecs of all kinds'

test.each([
  ['beside others, on a slide', [long, long, undefined], wide],
  ['beside others, in half a slide', [long, long, undefined, undefined], { width: 864, height: 408 }],
  ['over a group each, on a slide', [long, long, 'South', 'South'], wide],
  ['on a phone', [long, long, undefined], phone],
])('a long heading is broken into lines and leaves the bars room: %s', (_, groups, size) => {
  const { boxes } = drawn(bars(...groups), size)
  const words = boxes.filter(({ text }) => long.includes(text))
  expect(words.map(({ text }) => text).join(' ')).toBe(long)
  expect(words.length).toBeGreaterThan(1)
  const right = Math.max(...words.map(({ x, width }) => x + width))
  expect(right).toBeLessThanOrEqual(size.width * 0.31)
  for (const name of boxes.filter(({ text }) => text.startsWith('Bar'))) expect(name.x).toBeGreaterThan(right)
  expect(leftOut(bars(...groups), size).labels).toEqual([])
})

test('a heading that has no room even so is a finding', () => {
  const group = 'Bicycles, pedelecs, cargo bikes and whatever else our dealers sell on three continents all year long'
  expect(
    leftOut(bars(group, 'South', undefined, undefined, undefined, undefined), { width: 545, height: 330 }).labels,
  ).toEqual([group])
})

test.each([
  ['a group of two', ['Grids', 'Grids', undefined], 0],
  ['a group of three', ['Grids', 'Grids', 'Grids', undefined], 1],
  ['a long heading', [long, long, undefined], 0],
])('where a rule stands over each row, a heading is in the middle of one: %s', (_, groups, row) => {
  const model = bars(...groups)
  const { boxes } = drawn({ ...model, spread: true })
  const words = boxes.filter(({ text }) => (groups[0] ?? '').includes(text))
  const pitch = (wide.height - 4) / groups.length
  expect(words.map(({ text }) => text).join(' ')).toBe(groups[0])
  expect(Math.min(...words.map(({ y }) => y))).toBeGreaterThan(2 + row * pitch)
  expect(Math.max(...words.map(({ y, height }) => y + height))).toBeLessThan(2 + (row + 1) * pitch)
})

test('on a phone long headings are set in more lines, for the bars, and lose no word', () => {
  const coast = 'Profitable grids of the coast'
  const model = bars(coast, coast, 'Others', 'Others', undefined)
  const named = model.categories.map((category, index) =>
    index === 0 && category.group
      ? { ...category, group: { ...category.group, name: 'Northern grid and its islands' } }
      : category,
  )
  const { svg, boxes } = drawn({ ...model, categories: named }, phone)
  const widest = Math.max(...rects(svg).map(({ width }) => width))
  expect(
    boxes
      .filter(({ text }) => coast.includes(text))
      .map(({ text }) => text)
      .join(' '),
  ).toBe(coast)
  expect(widest / phone.width).toBeGreaterThan(0.38)
})
