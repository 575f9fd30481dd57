import { expect, test } from 'vitest'
import { fixtureChart } from '../../../../tests/charts/chart-fixture.ts'
import { textBoxes } from '../../../../tests/charts/svg-shapes.ts'
import type { ChartModel } from '../../../model/chart.ts'
import { defaultTheme } from '../../colors/theme.ts'
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

const drawn = (model: ChartModel) => {
  const svg = drawSvg(model, defaultTheme, { width: 1280, height: 600 })
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
