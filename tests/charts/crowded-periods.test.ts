import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { leftOut } from '../../src/charts/left-out.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

const quarters = Array.from({ length: 53 }, (_, index) => `Q${(index % 4) + 1} ${2010 + Math.floor(index / 4)}`)
const names = ['Rail', 'Road', 'Air', 'Sea']
const size = { width: 832, height: 408 }

function drawing(keys: string): { texts: ReturnType<typeof textBoxes>; labels: readonly string[] } {
  const [model] = chartsIn({
    metrics: names.map((name) => metric(name.toLowerCase(), name)),
    figures: [
      `metric,unit,${quarters.join(',')},source`,
      ...names.map(
        (name, row) => `${name.toLowerCase()},EUR mn,${quarters.map((_, i) => 900 + row * 260 + i * 11)},R1`,
      ),
    ],
    charts: [keys],
  })
  if (!model) throw new Error('no chart')
  return { texts: textBoxes(drawSvg(model, defaultTheme, size)), labels: leftOut(model, size).labels }
}

describe('years under crowded quarters', () => {
  test.each([
    ['Q1 2014..Q4 2022', 2022, 1],
    ['Q1 2011..Q4 2022', 2022, 2],
    ['Q1 2010..Q1 2023', 2023, 5],
    ['Q2 2017..Q4 2022', 2022, 1],
    ['Q1 2017..Q1 2022', 2022, 2],
  ])('%s are thinned out evenly and end with %i', (periods, last, step) => {
    const keys = `type: line\nseries: [rail, road, air, sea]\nperiods: ${periods}\nlabels: ends`
    const { texts, labels } = drawing(keys)
    const years = texts.flatMap(({ text }) => (/^20\d\d$/.test(text) ? [Number(text)] : []))
    expect(labels).toEqual([])
    expect(years.at(-1)).toBe(last)
    expect(years.length).toBeGreaterThan(2)
    expect(years.slice(1).map((year, index) => year - (years[index] ?? 0))).toEqual(years.slice(1).map(() => step))
  })
})

test.each(['Q1 2016..Q4 2022', 'Q1 2018..Q4 2022', 'Q1 2012..Q4 2022'])(
  'a row of changes in %s is thinned out evenly',
  (periods) => {
    const { texts } = drawing(`type: column\nseries: [road]\nperiods: ${periods}\nyoy: true\nlabels: ends`)
    const cells = texts.filter(({ text }) => text.endsWith('%')).map(({ x, width }) => x + width / 2)
    const inner = cells.slice(0, -1) // the last may be moved in from the edge
    const gaps = inner.slice(1).map((at, index) => at - (inner[index] ?? 0))
    expect(gaps.length).toBeGreaterThan(2)
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1)
  },
)

describe('the values of the last period', () => {
  test.each([
    'type: line\nseries: [rail, road, air, sea]\nperiods: Q1 2013..Q4 2022\nlabels: ends',
    'type: stacked-column\nseries: [rail, road]\nperiods: Q1 2016..Q4 2022\ntotals: true\nlabels: ends',
    'type: column-line\nseries: [rail]\nratio: sea\nperiods: Q1 2018..Q4 2022\nlabels: fitting',
  ])('never touch a name of a series: %s', (keys) => {
    const { texts } = drawing(keys)
    const named = texts.filter(({ text }) => names.includes(text))
    const values = texts.filter(({ text }) => /^[\d,]+$/.test(text))
    expect(named.length).toBeGreaterThan(1)
    expect(values.length).toBeGreaterThan(0)
    for (const name of named) for (const value of values) expect(value.x + value.width).toBeLessThan(name.x - 2)
  })

  test('of four crowded lines are all printed', () => {
    const { texts } = drawing('type: line\nseries: [rail, road, air, sea]\nperiods: Q1 2013..Q4 2022\nlabels: ends')
    for (const row of [0, 1, 2, 3]) {
      const last = (900 + row * 260 + 51 * 11).toLocaleString('en-US')
      expect(texts.map(({ text }) => text)).toContain(last)
    }
  })
})

test('the lowest value of a line stands off the base line', () => {
  const { texts } = drawing('type: line\nseries: [rail]\nperiods: Q1 2021..Q4 2022\nlabels: all')
  const base = Math.min(...texts.filter(({ text }) => /^Q\d/.test(text)).map(({ y }) => y))
  const lowest = Math.max(
    ...texts.filter(({ text }) => /^[\d,]+$/.test(text) && !/^20\d\d$/.test(text)).map(({ y, height }) => y + height),
  )
  expect(lowest).toBeLessThan(base - 8)
})
