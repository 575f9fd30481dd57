import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { leftOut } from '../../src/charts/left-out.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { type ChartDeck, chartsIn, findingsOf, metric } from './_small-deck.ts'
import { type Rect, rects, textBoxes } from './svg-shapes.ts'

const deck = (type: string): ChartDeck => ({
  metrics: [metric('parcel', 'Parcel'), metric('post', 'Post'), metric('all', 'All', ', sum: [parcel, post]')],
  figures: [
    'metric,unit,H1 2022,H2 2022,H1 2023,source',
    'parcel,EUR mn,50,-20,-4,R1',
    'post,EUR mn,-12,-30,9,R1',
    'all,EUR mn,38,-50,5,R1',
  ],
  charts: [`type: ${type}\nseries: [parcel, post]\nperiods: [H1 2022, H2 2022, H1 2023]\ntotals: all`],
})

describe.each(['stacked-column', 'stacked-bar'])('negative parts of a %s', (type) => {
  const [chart] = chartsIn(deck(type))
  if (!chart) throw new Error('no chart')

  test('leave the totals as published', () => {
    expect(chart.totals?.map((total) => total?.text)).toEqual(['38', '(50)', '5'])
    expect(findingsOf('X1', deck(type)).map(({ verdict }) => verdict)).toEqual(['ticked'])
  })

  test('stand below zero, and a total below zero stands beyond them', () => {
    const svg = drawSvg(chart, defaultTheme, { width: 900, height: 500 })
    const along = type === 'stacked-bar'
    const boxOf = (text: string) => {
      const box = textBoxes(svg).find((one) => one.text === text)
      if (!box) throw new Error(`no label ${text}`)
      return along ? -(box.x + box.width / 2) : box.y
    }
    // Down the page, or to the left: the positive total, its part, the negative parts, the negative total.
    expect(boxOf('38')).toBeLessThan(boxOf('50'))
    expect(boxOf('50')).toBeLessThan(boxOf('(12)'))
    expect(boxOf('(20)')).toBeLessThan(boxOf('(30)'))
    expect(boxOf('(30)')).toBeLessThan(boxOf('(50)'))
    expect(rects(svg).length).toBeGreaterThanOrEqual(6)
  })
})

describe.each(['stacked-column', 'stacked-bar'])('a small negative part of a %s', (type) => {
  const small = (more: string): ChartDeck => ({
    metrics: [metric('retail', 'Retail'), metric('outlet', 'Outlet'), metric('web', 'Web')],
    figures: [
      'metric,unit,H1 2022,H2 2022,source',
      'retail,EUR mn,412,380,R1',
      'outlet,EUR mn,-6,-4,R1',
      'web,EUR mn,57,-1,R1',
    ],
    charts: [`type: ${type}\nseries: [retail, outlet, web]\nperiods: [H1 2022, H2 2022]${more}`],
  })
  const size = { width: 900, height: 500 }

  test.each(['', '\ntotals: true'])('has its value beside it, or is named as left out: %j', (more) => {
    const [chart] = chartsIn(small(more))
    if (!chart) throw new Error('no chart')
    const texts = textBoxes(drawSvg(chart, defaultTheme, size)).map(({ text }) => text)
    const missing = leftOut(chart, size).values.map((value) => value.split(' ')[0])
    expect(texts).toContain('(6)')
    for (const value of ['(6)', '(4)', '(1)']) expect([...texts, ...missing]).toContain(value)
    expect(missing.length).toBeLessThan(2)
  })
})

describe('a stack', () => {
  const drawn = (type: string, series: string, more = ''): string => {
    const [chart] = chartsIn({
      metrics: [metric('core', 'Core'), metric('exit', 'Discontinued'), metric('none', 'New business')],
      figures: [
        'metric,unit,H1 2022,H2 2022,source',
        'core,EUR mn,931,907,R1',
        'exit,EUR mn,-8.2,-11.4,R1',
        'none,EUR mn,0,0,R1',
      ],
      charts: [`type: ${type}\nseries: [${series}]\nperiods: [H1 2022, H2 2022]${more}`],
    })
    return chart ? drawSvg(chart, defaultTheme, { width: 900, height: 500 }) : ''
  }
  const overlap = (a: Rect, b: Rect): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

  test('of bars keeps the values of short negative parts off the names at the left', () => {
    const boxes = textBoxes(drawn('stacked-bar', 'core, exit'))
    const values = boxes.filter(({ text }) => text.startsWith('('))
    const names = boxes.filter(({ text }) => text.includes('2022'))
    expect([values.length, names.length]).toEqual([2, 2])
    expect(values.filter((value) => names.some((name) => overlap(value, name)))).toEqual([])
  })

  test.each(['stacked-column', 'stacked-bar'])('of nothing but zeros prints one: %s', (type) => {
    const zeros = (svg: string): number => textBoxes(svg).filter(({ text }) => text === '0').length
    expect(zeros(drawn(type, 'none'))).toBe(2)
    expect(zeros(drawn(type, 'core, none'))).toBe(0) // a part without length needs no value
  })
})
