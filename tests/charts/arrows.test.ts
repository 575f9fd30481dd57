import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { fixtureChart } from './chart-fixture.ts'
import { rects, textBoxes } from './svg-shapes.ts'

function svgOf(type: string, series: string): string {
  const [chart] = chartsIn({
    metrics: [metric('mail', 'Mail', ', formerly: letters'), metric('parcel', 'Parcels')],
    figures: ['metric,unit,H1 2022,H2 2022,H1 2023,source', 'mail,EUR mn,61,52,47,R1', 'parcel,EUR mn,33,78,44,R1'],
    charts: [
      `type: ${type}\nseries: [mail, parcel]\nperiods: [H1 2022, H2 2022, H1 2023]\ndifferences: [{from: H1 2022, to: H1 2023, as: relative, series: ${series}}]`,
    ],
  })
  return chart ? drawSvg(chart, defaultTheme, { width: 1024, height: 560 }) : ''
}

/** Where the head of the only arrow points. */
function arrowTip(svg: string): { readonly x: number; readonly y: number } {
  const heads = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L[\d.]+ [\d.]+L[\d.]+ [\d.]+Z"/g)]
  const [head] = heads
  if (!head || heads.length !== 1) throw new Error(`${heads.length} arrow heads`)
  return { x: Number(head[1]), y: Number(head[2]) }
}

describe('an arrow of one series', () => {
  test.each([
    ['mail', '47'],
    ['letters', '47'],
    ['parcel', '44'],
  ])('ends over the bar of %s in a group', (series, value) => {
    const svg = svgOf('grouped-column', series)
    const tip = arrowTip(svg)
    const label = textBoxes(svg).find(({ text }) => text === value)
    const bar = rects(svg).find(
      ({ x, width }) => label && x < label.x + label.width / 2 && x + width > label.x + label.width / 2,
    )
    expect(bar && tip.x > bar.x && tip.x < bar.x + bar.width).toBe(true)
    expect(label && tip.y < label.y && tip.y > label.y - 40).toBe(true)
  })

  test('ends over the whole column in a stack', () => {
    const svg = svgOf('stacked-column', 'mail')
    const highest = Math.min(
      ...rects(svg)
        .filter(({ x, width }) => x + width > 700 && width < 200)
        .map(({ y }) => y),
    )
    expect(arrowTip(svg).y).toBeLessThan(highest)
  })
})

test('the leg that an arrow comes from reaches down to the value there, however far that is', () => {
  const chart = fixtureChart('column', {
    categories: ['FY06', 'FY07', 'FY08'],
    series: [{ label: 'Sales', values: [10, 60, 100] }],
    arrows: [{ kind: 'difference', label: 'vs FY06', text: '+90', fact: null, from: 0, to: 2, series: null }],
  })
  const svg = drawSvg(chart, defaultTheme, { width: 1024, height: 560 })
  const value = textBoxes(svg).find(({ text }) => text === '10')
  const legs = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)]
    .map(([, ...ends]) => ends.map(Number))
    .filter(([x1 = 0, , x2 = 1]) => x1 === x2 && value && x1 > value.x && x1 < value.x + value.width)
  expect(legs).toHaveLength(1)
  const gap = (value?.y ?? 0) - Math.max(legs[0]?.[1] ?? 0, legs[0]?.[3] ?? 0)
  expect(gap).toBeGreaterThan(8)
  expect(gap).toBeLessThan(18)
})
