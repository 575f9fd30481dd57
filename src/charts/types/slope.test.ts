import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import { samples } from '../../../tests/charts/samples.ts'
import { textBoxes } from '../../../tests/charts/svg-shapes.ts'
import { tries } from '../../../tests/long.ts'
import { valueRange } from '../base/range.ts'
import { chartClass } from '../chart-class.ts'
import { defaultTheme } from '../colors/theme.ts'
import { chartConfiguration } from '../configuration.ts'
import { overlaps } from '../layout/box.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { mostNamed } from '../layout/outside/slope-names.ts'
import { sceneOf } from '../scene.ts'
import { deckMeasure } from '../svg/measure.ts'
import { drawSvg } from '../svg/svg.ts'
import { svgCanvas } from '../svg/svg-canvas.ts'
import { slope } from './slope.ts'

const sizes = [
  { width: 1024, height: 560 },
  { width: 545, height: 400 },
  { width: 358, height: 300 },
]
const names = ['Cash', 'Foreign exchange', 'Asset management for institutions', 'FX']

describe('the labels of a slope', () => {
  it.each(sizes)('never overlap at $width × $height and stay in the picture, whatever the values', (size) => {
    const value = fc.oneof(fc.integer({ min: 10, max: 1000 }), fc.integer({ min: -90, max: -10 }))
    const line = fc.tuple(value, value, fc.constantFrom(...names), fc.constantFrom(0, 1))
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), (lines) => {
        const series = lines.map(([from, to, label, color], index) => ({
          label: `${label} ${index}`,
          color,
          values: [from, to],
          mark: 'line' as const,
        }))
        const model = fixtureChart('slope', { categories: ['FY07', 'FY08'], series })
        const texts = textBoxes(drawSvg(model, defaultTheme, size))
        const lead = texts.map(({ text }) => text)
        expect(lead).toEqual(expect.arrayContaining(['FY07', 'FY08']))
        for (const [index, one] of texts.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(-0.5)
          expect(one.x + one.width).toBeLessThanOrEqual(size.width + 0.5)
          expect(one.y + one.height).toBeLessThanOrEqual(size.height + 0.5)
          const inner = { x: one.x + 1, y: one.y + 1, width: one.width - 2, height: one.height - 2 }
          for (const other of texts.slice(index + 1))
            expect(overlaps(inner, other), `${one.text} | ${other.text}`).toBe(false)
        }
      }),
      { numRuns: tries(20, 400) },
    )
  })

  it('name each line with its value at both ends, and its change at the right', () => {
    const texts = textBoxes(drawSvg(samples.slope, defaultTheme, { width: 1024, height: 560 })).map(({ text }) =>
      text.trim(),
    )
    for (const text of ['50,703', '54,064', '+6.6%', '16,132', '15,667', 'a', '(2.9%)']) expect(texts).toContain(text)
    expect(texts.filter((text) => text === 'Recurring revenue')).toHaveLength(2)
  })

  it('are bold, with a larger value, of a line that has a colour among grey ones, and of no other', () => {
    const line = (label: string, color: number, values: readonly number[]) => ({
      label,
      color,
      values,
      mark: 'line' as const,
    })
    const sizesOf = (colors: readonly [number, number]): Record<string, string> => {
      const series = [line('Cash', colors[0], [10, 50]), line('Debt', colors[1], [90, 70])]
      const svg = drawSvg(fixtureChart('slope', { categories: ['FY07', 'FY08'], series }), defaultTheme, {
        width: 1024,
        height: 560,
      })
      const texts = [...svg.matchAll(/font-size="([\d.]+)"(?: font-weight="(\d+)")?[^>]*>([^<]+)</g)]
      return Object.fromEntries(texts.map(([, size, weight = '400', text = '']) => [text.trim(), `${size} ${weight}`]))
    }
    const [equal, one] = [sizesOf([1, 2]), sizesOf([1, 0])]
    expect(equal['50']).toBe(equal['70'])
    expect(one['70']).toBe(equal['70'])
    expect(one.Debt).toBe(equal.Debt)
    expect(Number.parseFloat(one['50'] ?? '')).toBeCloseTo(Number.parseFloat(one['70'] ?? '') * 1.4, 1)
    expect([one.Cash?.split(' ')[1], one.Debt?.split(' ')[1]]).toEqual(['600', '400'])
  })

  it.each(sizes.slice(0, 2))('name every line at both ends where the box has room, at $width × $height', (size) => {
    const name = fc.constantFrom(
      ...names,
      'Cloud and managed infrastructure services',
      'Supercalifragilistic-expialidocious',
    )
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 8 }), (labels) => {
        const series = labels.map((label, index) => ({
          label: `${index}${label}`,
          color: index % 3 === 0 ? 1 : 0,
          values: [100 + index, 101 + index],
          mark: 'line' as const,
        }))
        const model = fixtureChart('slope', { categories: ['FY07', 'FY08'], series })
        fc.pre(series.length <= mostNamed(model, size))
        const texts = textBoxes(drawSvg(model, defaultTheme, size)).map(({ text }) => text.trim())
        for (const index of labels.keys())
          expect(texts.filter((text) => text.startsWith(`${index}`) && /[A-Z]\w\w?/.test(text))).toHaveLength(2)
      }),
    )
  })

  it('have room for two lines of text each, or for one where all names are short', () => {
    const labels = ['Bonds', 'Loans', 'Funds']
    const series = labels.map((label) => ({ label, values: [1, 2], mark: 'line' as const }))
    const short = fixtureChart('slope', { categories: ['FY07', 'FY08'], series })
    expect(sizes.map((size) => mostNamed(samples.slopeEight, size))).toEqual([8, 6, 8])
    expect(sizes.map((size) => mostNamed(short, size))).toEqual([16, 12, 14])
  })

  it('stand in the order of their values, whatever the lengths of their names', () => {
    const values = [20, 20.1, 19.8, 19.9, 20.2]
    const series = values.map((value, index) => ({
      label: index === 0 ? 'Cloud and managed infrastructure services of all kinds' : `Business ${index}`,
      values: [value, value + 1],
      mark: 'line' as const,
      decimals: 1,
    }))
    const model = fixtureChart('slope', { categories: ['FY07', 'FY08'], series })
    const texts = textBoxes(drawSvg(model, defaultTheme, { width: 832, height: 408 }))
    for (const side of [0, 1]) {
      const shown = values.map((value) => (value + side).toFixed(1))
      const found = texts.filter(({ text }) => shown.includes(text.trim())).sort((a, b) => a.y - b.y)
      expect(found.map(({ text }) => text.trim())).toEqual([...shown].sort().reverse())
    }
  })

  it('leave a gap where an end is not known', () => {
    const { canvas } = svgCanvas(deckMeasure(), { width: 1024, height: 560 })
    const chart = new (chartClass())(
      canvas,
      chartConfiguration(samples.slopeEight, defaultTheme, { width: 1024, height: 560 }),
    )
    const scene = sceneOf(chart)
    if (!scene) throw new Error('no scene')
    expect(placedMarks(chart, scene)).toHaveLength(15)
    expect(slope.hits.targets(chart, scene)).toHaveLength(15)
  })
})

describe('the scale of a slope', () => {
  const range = (values: readonly [number, number][]) => {
    const series = values.map((pair, index) => ({ label: `${index}`, values: pair, mark: 'line' as const }))
    return valueRange(fixtureChart('slope', { categories: ['a', 'b'], series }), slope)
  }

  it('starts at zero where that is near, and shows no change more than three times as steep', () => {
    expect(
      range([
        [10, 100],
        [40, 60],
      ]),
    ).toEqual({ min: 0, max: 100 })
    const { min, max } = range([
      [98, 99],
      [97, 100],
    ])
    expect(min).toBeGreaterThan(0)
    expect(max - min).toBeCloseTo(100 / 3, 9)
    expect(
      range([
        [60, 100],
        [70, 80],
      ]),
    ).toEqual({ min: 60, max: 100 })
    expect(
      range([
        [-5, 100],
        [70, 80],
      ]),
    ).toEqual({ min: -5, max: 100 })
  })
})
