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

describe('a bracket over two columns', () => {
  const drawn = (values: string, more = ''): string => {
    const [chart] = chartsIn({
      metrics: [metric('mail', 'Mail')],
      figures: ['metric,unit,H1 2022,H1 2023,source', `mail,EUR mn,${values},R1`],
      charts: [
        `type: column\nseries: [mail]\nperiods: [H1 2022, H1 2023]\ndifferences: [{from: H1 2022, to: H1 2023}]\n${more}`,
      ],
    })
    return chart ? drawSvg(chart, defaultTheme, { width: 1112, height: 832 }) : ''
  }
  const fallsIn = (svg: string): number =>
    [...svg.matchAll(/<rect [^>]*?fill="(#[0-9a-f]+)"/g)].filter(([, fill]) => fill === defaultTheme.downColor).length

  test('comes from the figure of its first, however low this is', () => {
    const svg = drawn('30,290', 'highlight: last')
    const label = textBoxes(svg).find(({ text }) => text === '30')
    const legs = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L\1 [\d.]+"/g)].map(([, , y]) => Number(y))
    expect(label && legs.some((y) => y < label.y && y > label.y - 20)).toBe(true)
  })

  test('has the colour of falls down to the bar where a fall ends that is bad', () => {
    expect(fallsIn(drawn('48,29', 'highlight: last'))).toBe(2) // bar and plate
    expect(fallsIn(drawn('48,29', 'highlight: none'))).toBe(1) // the plate
    expect(fallsIn(drawn('29,48', 'highlight: last'))).toBe(0)
  })

  test('stands over wide bars where the two stand alone in a high chart', () => {
    expect(rects(drawn('140,290')).map(({ width }) => width)).toContain(280)
  })
})

test('two line items, each in its colour, are both what their chart is about: thick bars, large values', () => {
  const [chart] = chartsIn({
    metrics: [metric('mail', 'Mail'), metric('parcel', 'Parcels')],
    figures: ['metric,unit,H1 2023,source', 'mail,EUR mn,14,R1', 'parcel,EUR mn,(18),R1'],
    charts: ['type: bar\nitems: [{metric: mail, color: 1}, {metric: parcel, color: 9}]\nperiod: H1 2023'],
  })
  const svg = chart ? drawSvg(chart, defaultTheme, { width: 864, height: 608 }) : ''
  expect(rects(svg).map(({ height }) => height)).toContain(144)
  expect(textBoxes(svg).find(({ text }) => text === '14')?.height).toBeCloseTo(44 * 0.73, 0)
})
