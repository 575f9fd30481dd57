import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { fixtureChart } from './chart-fixture.ts'
import { textBoxes } from './svg-shapes.ts'

const names = ['Operation', 'Construction', 'Mobile']
const size = { width: 900, height: 500 }

/** The texts of a chart of one series with these values. */
function textsOf(type: 'bar' | 'column', values: readonly number[]) {
  const chart = fixtureChart(type, { categories: names, series: [{ label: 'Growth', values: [...values] }] })
  const boxes = textBoxes(drawSvg(chart, defaultTheme, size))
  return (text: string) =>
    boxes.find((box) => box.text === text) ?? { x: Number.NaN, y: Number.NaN, width: 0, height: 0 }
}

describe('names of bars that lie', () => {
  test('end close to the bars in one column, where all bars go to the right', () => {
    const at = textsOf('bar', [4, 2, 3])
    expect(new Set(names.map((name) => Math.round(at(name).x + at(name).width))).size).toBe(1)
  })

  test.each([
    ['to both sides of zero, in any order', [40, -20, 30]],
    ['to both sides of zero, all rises before all falls', [40, 30, -20]],
    ['far below zero, and a little above', [-40, 1, -3]],
    ['far above zero, and a little below', [40, -1, 3]],
  ])('stand at the line, each on the side where its bar is not, where bars go %s', (_, values) => {
    const at = textsOf('bar', values)
    const sideOf = (
      wanted: (value: number) => boolean,
      edge: (box: { x: number; width: number }) => number,
    ): number[] => names.filter((_name, index) => wanted(values[index] ?? 0)).map((name) => edge(at(name)))
    const ends = sideOf(
      (value) => value > 0,
      ({ x, width }) => x + width,
    )
    const starts = sideOf(
      (value) => value < 0,
      ({ x }) => x,
    )
    for (const end of ends) for (const start of starts) expect(start - end).toBeCloseTo(28, 0)
    for (const [index, value] of values.entries()) {
      const [printed, name] = [at(value < 0 ? `(${-value})` : `${value}`), at(names[index] ?? '')]
      for (const { x, width } of [printed, name]) expect([x >= -0.1, x + width <= size.width + 1]).toEqual([true, true])
      if (value < 0) expect(printed.x + printed.width).toBeLessThan(name.x)
      else expect(name.x + name.width).toBeLessThan(printed.x)
    }
  })

  test('stand at the line too where only a chart beside theirs has falls', () => {
    const chart = fixtureChart('bar', { categories: names, series: [{ label: 'Growth', values: [40, 20, 30] }] })
    const svg = drawSvg({ ...chart, bounds: { min: -40, max: 40 } }, defaultTheme, size)
    const zero = Math.min(...[...svg.matchAll(/<rect x="([\d.]+)"/g)].map(([, x]) => Number(x)).filter((x) => x > 0))
    const ends = textBoxes(svg)
      .filter(({ text }) => names.includes(text))
      .map(({ x, width }) => x + width)
    expect(ends).toHaveLength(names.length)
    for (const end of ends) expect(zero - end).toBeCloseTo(14, 0)
  })

  test('have lines between their rows where they are a list, and none where they stand at their bars', () => {
    const acrossOf = (all: readonly (readonly number[])[], spread = {}): number => {
      const series = all.map((values, index) => ({ label: `Growth ${index}`, values: [...values] }))
      const drawn = drawSvg({ ...fixtureChart('bar', { categories: names, series }), ...spread }, defaultTheme, size)
      const lines = [...drawn.matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)]
      return lines.filter(([, x, y, end, other]) => Number(x) === 0 && Number(end) === size.width && y === other).length
    }
    const bothSides = [
      [40, 20, 30],
      [42, -20, 31],
    ]
    expect(acrossOf(bothSides)).toBe(names.length - 1)
    expect(acrossOf(bothSides, { spread: true })).toBe(0) // the rules of the words beside each row are there
    for (const values of [
      [40, -20, 30],
      [4, 2, 3],
      [-4, -2, -3],
    ])
      expect(acrossOf([values])).toBe(0)
  })

  test('begin behind the line, in one column, where all bars fall', () => {
    const at = textsOf('bar', [-4, -2, -3])
    expect(new Set(names.map((name) => Math.round(at(name).x))).size).toBe(1)
    for (const [index, value] of [4, 2, 3].entries())
      expect(at(`(${value})`).x).toBeLessThan(at(names[index] ?? '').x - 14)
    expect(Math.max(...names.map((name) => at(name).x + at(name).width))).toBeLessThanOrEqual(size.width + 1)
  })

  test('stand behind the line where a whole stack falls', () => {
    const chart = fixtureChart('stacked-bar', {
      categories: names,
      series: [
        { label: 'Home', values: [40, -20, 30] },
        { label: 'Abroad', values: [10, -30, 5] },
      ],
    })
    const svg = drawSvg(chart, defaultTheme, size)
    const name = textBoxes(svg).find(({ text }) => text === 'Construction')
    const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
      ([, x, y, width, height]) => ({ x: Number(x), y: Number(y), end: Number(x) + Number(width), h: Number(height) }),
    )
    const middle = (name?.y ?? 0) + (name?.height ?? 0) / 2
    const beside = bars.filter(({ y, h }) => y < middle && middle < y + h && h < size.height)
    expect(beside).toHaveLength(2)
    for (const { end } of beside) expect(end).toBeLessThan(name?.x ?? 0)
  })

  test('are a list at the left edge, where a row has bars at both sides', () => {
    const chart = fixtureChart('bar', {
      categories: names,
      series: [
        { label: 'Last year', values: [40, 20, 30] },
        { label: 'This year', values: [42, -20, 31] },
      ],
    })
    const boxes = textBoxes(drawSvg(chart, defaultTheme, size))
    expect(names.map((name) => boxes.find(({ text }) => text === name)?.x)).toEqual([0, 0, 0])
  })

  test('leave values on the side of their bars', () => {
    const at = textsOf('bar', [40, -20, 30])
    expect(at('(20)').x).toBeLessThan(at('30').x)
    expect(at('30').x).toBeLessThan(at('40').x)
  })
})

test('names of columns stand in one row under the plot, also where columns go to both sides of zero', () => {
  for (const values of [
    [50, 20, 60],
    [50, -200, 60],
    [-50, -200, -60],
  ]) {
    const at = textsOf('column', values)
    const rows = names.map((name) => at(name).y)
    expect(new Set(rows).size).toBe(1)
    const lowest = Math.max(...values.map((value) => at(value < 0 ? `(${-value})` : `${value}`).y))
    expect(rows[0]).toBeGreaterThan(lowest)
  }
})

test('the value of a range stands behind its whisker, in one line, and within the chart', () => {
  const range = { value: 280, low: 250, high: 310, drawn: 'range', text: '250–310' } as const
  const chart = fixtureChart('bar', {
    categories: names,
    series: [{ label: 'Capital expenditure', values: [241, 260, range] }],
  })
  const svg = drawSvg(chart, defaultTheme, size)
  const [printed] = textBoxes(svg).filter(({ text }) => text === '250–310')
  const whisker = Math.max(
    ...[...svg.matchAll(/<path d="M([\d.]+) [\d.]+L([\d.]+) /g)].flatMap(([, from, to]) => [Number(from), Number(to)]),
  )
  expect(whisker).toBeGreaterThan(size.width / 2)
  expect(printed?.x).toBeGreaterThan(whisker)
  expect((printed?.x ?? 0) + (printed?.width ?? 0)).toBeLessThanOrEqual(size.width)
})
