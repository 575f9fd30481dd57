import type { Chart } from 'chart.js'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { rects, textBoxes } from '../../../tests/charts/svg-shapes.ts'
import type { ChartMark, ChartSeries } from '../../model/chart.ts'
import { chartClass } from '../chart-class.ts'
import { defaultTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import {
  type DotSlice,
  dotFieldOf,
  dotGrid,
  dotSlices,
  leastSlice,
  litParts,
  visibleSlices,
} from '../layout/dot-layout.ts'
import { halfAngle, unlitColor } from '../plugins/dot-field.ts'
import { sceneOf } from '../scene.ts'
import { deckMeasure } from '../svg/measure.ts'
import { drawSvg } from '../svg/svg.ts'
import { svgCanvas } from '../svg/svg-canvas.ts'
import { dots, roundEach } from './dots.ts'

const size = { width: 1024, height: 560 }
const parts = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 6 })

describe('the dots that parts light', () => {
  it('have the area of their values, whatever those are, and no dot is lit twice', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(1, 10, 0.5), (values, each) => {
        const datasets = values.map((value) => {
          const mark = {
            text: '',
            fact: null,
            value,
            drawn: 'solid',
            tip: { label: '', value: '', source: '' },
          } as const
          const series = { id: '', label: '', color: 1, mark: 'bar', axis: 'value', marks: [mark] } as const
          return { panel: 0, model: samples.dots, series, stacked: true }
        })
        const model = { ...samples.dots, own: { each, whole: 2400, name: '' } }
        const areas = new Map<number, number>()
        for (const [index, part] of litParts({ model, datasets }, (_, { value }) => value).entries()) {
          const slices = dotSlices(part)
          const lit = slices.reduce((sum, { from, to }) => sum + to - from, 0)
          expect(lit).toBeCloseTo((values[index] ?? 0) / each, 4)
          for (const { dot, from, to } of slices) areas.set(dot, (areas.get(dot) ?? 0) + to - from)
        }
        for (const area of areas.values()) expect(area).toBeLessThanOrEqual(1 + 1e-5)
      }),
    )
  })

  it('show a person that two parts share, or of which a part is lit, as a person', () => {
    const [first] = samples.dots.series
    const marks = first?.marks.map((mark) => mark && { ...mark, value: 33.5 }) ?? []
    const series = [first, first].flatMap((one, index) => (one ? [{ ...one, id: `p${index}`, color: index + 1, marks }] : []))
    const drawn = (shape: 'people' | 'waffle') =>
      rects(drawSvg({ ...samples.dots, series, own: { each: 1, whole: 100, name: '', shape } }, defaultTheme, size))
    expect(drawn('waffle').length).toBeGreaterThan(0)
    expect(drawn('people')).toEqual([])
  })

  it('show a part that is smaller than a dot', () => {
    expect(dotSlices({ from: 0, to: 0.03 })).toEqual([{ dot: 0, from: 0, to: 0.03 }])
    expect(drawSvg(samples.speck, defaultTheme, size)).toMatch(/<(circle|path)[^>]*fill="none" stroke="#0a5aa0"/)
  })

  it('show every part, even in a dot that it shares with others, and take from those no more than that needs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 2.5, noNaN: true }), { minLength: 1, maxLength: 7 }),
        (sizes) => {
          let end = 0
          const intervals = sizes.map((size) => {
            const from = end
            end += size
            return { from, to: end }
          })
          const full = [...intervals, { from: end, to: Math.ceil(end) + 1 }]
          const [drawn, exact] = [visibleSlices(full), full.map(dotSlices)]
          const area = (slices: readonly DotSlice[]): number => slices.reduce((sum, { from, to }) => sum + to - from, 0)
          for (const [index, slices] of drawn.entries()) {
            expect(Math.max(...slices.map(({ from, to }) => to - from))).toBeGreaterThan(leastSlice - 1e-6)
            const shared = new Set(slices.map(({ dot }) => dot)).size // dots in which it may give way to slivers
            expect(Math.abs(area(slices) - area(exact[index] ?? []))).toBeLessThan(shared < 2 ? 0.5 : 1)
          }
          const byDot = new Map<number, number>()
          for (const { dot, from, to } of drawn.flat()) {
            expect(from).toBeCloseTo(byDot.get(dot) ?? 0, 5)
            byDot.set(dot, to)
          }
          for (const to of byDot.values()) expect(to).toBeCloseTo(1, 5)
        },
      ),
    )
  })

  it('have nothing taken where all can be seen', () => {
    const parts = [
      { from: 0, to: 2.3 },
      { from: 2.3, to: 2.5 },
    ]
    expect(visibleSlices(parts)).toEqual(parts.map(dotSlices))
  })

  it('reach from what is lit to a share of the whole, which is counted from the beginning', () => {
    const datasets = [10, 70, 5].map((value) => {
      const tip = { label: '', value: '', source: '' }
      const mark = { text: '', fact: null, value, drawn: 'solid', tip } as const
      const series = { id: '', label: '', color: 1, mark: 'bar', axis: 'value', marks: [mark] } as const
      return { panel: 0, model: samples.dots, series, stacked: true }
    })
    const reach = (shares: string) => {
      const model = { ...samples.dots, own: { each: 10, whole: 400, name: '', shares } }
      return litParts({ model, datasets }, (_, { value }) => value).map(({ from, to }) => [from, to])
    }
    expect(reach('1').slice(0, 2)).toEqual([
      [0, 1],
      [1, 28],
    ])
    expect(reach('2')[2]).toEqual([8, 8]) // less than what is lit
  })

  it('show a part that begins in the same dot as the next, with an outline of its own', () => {
    const model = { ...samples.dots, own: { each: 20_000, whole: 16930, name: 'All machines' } }
    const [first, second] = model.series
    if (!first?.marks[0] || !second) throw new Error('no series')
    const tiny = { ...first, marks: [{ ...first.marks[0], value: 30 }] }
    const svg = drawSvg({ ...model, series: [tiny, second] }, defaultTheme, size)
    const outlines = [...svg.matchAll(/<path[^>]*fill="none" stroke="(#[0-9a-f]+)" stroke-width="2"/g)].map(
      ([, of]) => of,
    )
    expect(outlines).toEqual([defaultTheme.palette[first.color], defaultTheme.palette[second.color]])
  })

  it('have a hole in every dot of the second part, also where that begins or ends within a dot', () => {
    const [first, second] = samples.dots.series
    const own = { each: 100, whole: 500, name: 'All' }
    const marks = (value: number) => [{ ...(first?.marks[0] as ChartMark), value }]
    const series = [
      { ...(first as ChartSeries), marks: marks(150) },
      { ...(second as ChartSeries), marks: marks(220) },
    ]
    const drawn = drawSvg({ ...samples.dots, own, series }, defaultTheme, size)
    const holesIn = (one: string): number =>
      [...one.matchAll(/<path d="([^"]+)" fill="#ffffff"/g)].reduce((all, [, d = '']) => Math.max(all, d.split('M').length - 1), 0)
    expect(holesIn(drawn)).toBe(3) // half of the second dot, the third, most of the fourth
  })

  it('have a dot in the key each, the whole has none', () => {
    const svg = drawSvg(samples.dots, defaultTheme, size)
    const { palette } = defaultTheme
    const drawn = (color = '') =>
      [...svg.matchAll(new RegExp(`<(?:path|circle|rect)[^>]* fill="${color}"`, 'g'))].length
    expect([unlitColor(defaultTheme), palette[samples.dots.series[0]?.color ?? 0]].map(drawn)).toEqual([1, 2])
  })

  it('have a key beside the figure of one part only where it is small: a dot before a large one would be its point', () => {
    const lit = (of: typeof size): number =>
      [...drawSvg(samples.fewDots, defaultTheme, of).matchAll(/<(?:path|circle)[^>]* (?:fill|stroke)="#0a5aa0"/g)]
        .length
    expect([size, { width: 320, height: 320 }].map(lit)).toEqual([1, 2])
  })

  it('of a plan have its figure larger than that of today, and else all figures in one size', () => {
    const sizesOf = (drawn: ChartMark['drawn']) => {
      const totals = (samples.dots.totals ?? []).map((mark) => mark && { ...mark, drawn })
      const svg = drawSvg({ ...samples.dots, totals }, defaultTheme, size)
      return [...svg.matchAll(/<text[^>]*font-size="([\d.]+)"[^>]*font-weight="600"/g)].map(([, at]) => Number(at))
    }
    expect(new Set(sizesOf('solid')).size).toBe(1)
    const [part, , whole] = sizesOf('target')
    expect(whole).toBe((part ?? 0) * 2)
  })

  it('have names that end within the picture, also beside the keys of large figures', () => {
    const long = 'million television sets that receive it'
    const series = samples.dots.series.map((one) => ({ ...one, label: long }))
    const svg = drawSvg({ ...samples.dots, series }, defaultTheme, { width: 1112, height: 792 })
    const ends = textBoxes(svg).map(({ x, width }) => x + width)
    expect(Math.max(...ends)).toBeLessThanOrEqual(1112)
  })

  it.each([0, 0.1, 0.37, 0.5, 0.92, 1])('cut a circle at %d of its area', (share) => {
    const half = halfAngle(share)
    expect((half - Math.sin(half) * Math.cos(half)) / Math.PI).toBeCloseTo(share, 9)
  })

  it('are as many squares of a waffle as the share has per cent', () => {
    const svg = drawSvg(samples.waffle, defaultTheme, size)
    const paths = [...svg.matchAll(/<path d="([^"]+)" fill="(#[0-9a-f]+)"/g)].filter(
      ([, d = '']) => d.split('M').length > 8,
    )
    const areas = paths.map(([, d = '', fill = '']) => [fill, areaOf(d)] as const)
    const whole = Math.max(...areas.map(([, area]) => area)) // the 35 squares that are not lit, or the 41 of the second part
    expect(whole).toBeGreaterThan(0)
    const [first, second] = [defaultTheme.palette[1], defaultTheme.palette[2]].map(
      (color) => areas.find(([fill]) => fill === color)?.[1] ?? 0,
    )
    expect((first ?? 0) / (second ?? 1)).toBeCloseTo(23.7 / 41.25, 2)
    expect(rects(svg).length).toBeGreaterThan(0)
  })
})

/** The area of a path of rectangles: "M0 0H10V10H0Z" again and again. */
function areaOf(path: string): number {
  const found = path.matchAll(/M([-\d.]+) ([-\d.]+)H([-\d.]+)V([-\d.]+)H/g)
  return [...found].reduce(
    (sum, [, x, y, right, bottom]) => sum + (Number(right) - Number(x)) * (Number(bottom) - Number(y)),
    0,
  )
}

describe('a field', () => {
  it('has room for all its dots and is countable in tens where that costs little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 200, max: 1200 }), (count, width) => {
        const grid = dotGrid({ each: 1, whole: count, name: '', isWaffle: false }, { width, height: 500 })
        expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count)
        expect(grid.columns * (grid.rows - 1)).toBeLessThan(count)
        expect(grid.columns * grid.pitch).toBeLessThanOrEqual(width + 1e-6)
        expect(grid.rows * grid.pitch).toBeLessThanOrEqual(500 + 1e-6)
      }),
    )
    expect(dotGrid({ each: 1, whole: 100, name: '', isWaffle: true }, size)).toMatchObject({ columns: 10, rows: 10 })
  })

  it('ends with no row of one or two dots where another number of columns has room', () => {
    const { columns, rows } = dotGrid({ each: 1, whole: 26, name: '', isWaffle: false }, { width: 640, height: 680 })
    expect(26 - columns * (rows - 1)).toBeGreaterThanOrEqual(columns / 2)
  })

  it('takes the smallest power of ten as the worth of a dot', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e12, noNaN: true }), (whole) => {
        const each = roundEach(whole, 400)
        expect(whole / each).toBeLessThanOrEqual(400 * (1 + 1e-6))
        expect(whole / each).toBeGreaterThan(40 * (1 - 1e-6))
        expect(String(each)).toMatch(/^(0\.0*)?10*$/)
      }),
    )
  })

  it('that would hold more than the whole is a fault', () => {
    expect(dots.faults?.(samples.dots)).toEqual([])
    const model = { ...samples.dots, own: { ...samples.dots.own, whole: 5000 } }
    expect(dots.faults?.(model)).toEqual(['6555 lit of a field of 5000'])
    expect(dotFieldOf(model).whole).toBe(5000)
  })
})

test.each([
  [2, 0, 0.2],
  [95, 0.3, 0.7],
])('the figure of one part, %d of 100, stands at the height of its marks', (lit, above, below) => {
  const [series] = samples.dots.series
  if (!series?.marks[0]) throw new Error('no part')
  const one = { ...series, label: 'Lit', marks: [{ ...series.marks[0], value: lit, text: 'of all' }] }
  const { totals: _, ...rest } = samples.dots
  const model = { ...rest, series: [one], own: { each: 1, whole: 100, name: '', shape: 'waffle' } }
  const figure = textBoxes(drawSvg(model, defaultTheme, size)).find(({ text }) => text === 'of all')
  const middle = ((figure?.y ?? 0) + (figure?.height ?? 0) / 2) / size.height
  expect(middle).toBeGreaterThan(above)
  expect(middle).toBeLessThan(below)
})

test('beside one part at the top, the whole stands in the middle of the field', () => {
  const [series] = samples.dots.series
  if (!series?.marks[0]) throw new Error('no part')
  const model = {
    ...samples.dots,
    series: [{ ...series, label: 'Lit', marks: [{ ...series.marks[0], value: 2, text: 'few' }] }],
    totals: [{ ...series.marks[0], value: 100, text: 'whole' }],
    own: { each: 1, whole: 100, name: 'All', shape: 'waffle' },
  }
  const boxes = textBoxes(drawSvg(model, defaultTheme, size))
  const middle = (name: string): number => {
    const box = boxes.find(({ text }) => text === name)
    return ((box?.y ?? 0) + (box?.height ?? 0) / 2) / size.height
  }
  expect(middle('few')).toBeLessThan(0.2)
  expect(middle('whole')).toBeGreaterThan(0.35)
  expect(middle('whole')).toBeLessThan(0.6)
})

describe('the key of six parts', () => {
  const waffle = { ...samples.manyParts, own: { each: 3, whole: 300, name: '', shape: 'waffle' } }
  const left = (box: typeof size) => Math.min(...textBoxes(drawSvg(waffle, defaultTheme, box)).map(({ x }) => x))

  it('stands at the right where there is room, with smaller figures if need be', () => {
    expect(left({ width: 832, height: 408 })).toBeGreaterThan(832 * 0.4)
    expect(left({ width: 1024, height: 560 })).toBeGreaterThan(1024 * 0.4)
  })

  it('stands above the field where there is none', () => {
    expect(left({ width: 832, height: 240 })).toBeLessThan(60)
  })
})

describe('the marks of a field', () => {
  const { canvas } = svgCanvas(deckMeasure(), size)
  const chart: Chart = new (chartClass())(canvas, chartConfiguration(samples.dots, defaultTheme, size))
  const scene = sceneOf(chart)
  if (!scene) throw new Error('no scene')
  const { left, top } = chart.chartArea
  const at = (x: number, y: number): string | undefined =>
    dots.hits.targetAt(chart, scene, { x, y })?.sceneMark.mark.tip.value

  it('are its parts and then the whole', () => {
    const values = dots.hits.targets(chart, scene).map(({ sceneMark }) => sceneMark.mark.tip.value)
    expect(values).toEqual(['2,345', '4,210', '16,930'])
  })

  it('answer where their dots are', () => {
    expect(at(left + 5, top + 5)).toBe('2,345')
    expect(at(left + 5, top + chart.chartArea.height / 2)).toBe('16,930')
    expect(at(left + 5, chart.height + 40)).toBeUndefined()
    expect(at(chart.width - 4, top + 5)).toBeUndefined()
  })
})
