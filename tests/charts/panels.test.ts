import { expect, test } from 'vitest'
import { chartTypeOf } from '../../src/charts/chart-types.ts'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { leftOut } from '../../src/charts/left-out.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import type { ChartModel } from '../../src/model/chart.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

const size = { width: 832, height: 408 }
const names = ['Ferries', 'Cargo', 'Harbours', 'Towing', 'Repairs']

const modelsOf = (panels: string): readonly ChartModel[] =>
  chartsIn({
    metrics: names.map((name) => metric(name.toLowerCase(), name)),
    figures: [
      'metric,unit,2022,2023,source',
      ...names.map((name, row) => `${name.toLowerCase()},EUR mn,${210 + row},${310 + row},R1`),
    ],
    charts: [`type: small-multiples\nperiods: [2022, 2023]\npanels: ${panels}`],
  })

function boxesOf(panels: string): ReturnType<typeof textBoxes> {
  const [model] = modelsOf(panels)
  if (!model) throw new Error('no chart')
  return textBoxes(drawSvg(model, defaultTheme, size))
}

function drawn(panels: string): { texts: readonly string[]; missing: readonly string[] } {
  const [model] = modelsOf(panels)
  return {
    texts: boxesOf(panels).map(({ text }) => text),
    missing: model ? leftOut(model, size).values : [],
  }
}

test('two series a panel print all their values, and are named', () => {
  const { texts, missing } = drawn('[{series: [ferries, cargo]}, {series: [harbours, towing]}]')
  expect(missing).toEqual([])
  for (const value of [210, 211, 212, 213, 310, 311, 312, 313]) expect(texts).toContain(String(value))
  for (const name of names.slice(0, 4)) expect(texts).toContain(name)
})

test('panels of the same names have one legend', () => {
  const same = (a: string, b: string): string =>
    `{title: T ${a}, series: [{metric: ${a}, label: One}, {metric: ${b}, label: Two}]}`
  const { texts } = drawn(`[${same('ferries', 'cargo')}, ${same('harbours', 'towing')}]`)
  expect(texts.filter((text) => text === 'One').length).toBe(1)
  expect(texts.filter((text) => text === 'Two').length).toBe(1)
})

const six = `[${[...names.slice(0, 4), names[0], names[1]].map((name, at) => `{title: Panel ${at}, series: [${name?.toLowerCase()}]}`).join(', ')}]`

test('titles of a second row of panels are clear of the periods of the first', () => {
  const boxes = boxesOf(six)
  const [first] = boxes.filter(({ text }) => text === '2023')
  const second = boxes.find(({ text }) => text === 'Panel 3')
  const free = (second?.y ?? 0) - ((first?.y ?? 0) + (first?.height ?? 0))
  expect(free).toBeGreaterThan((second?.height ?? 0) * 0.9)
})

test('six panels need more height than three for plots of a height', () => {
  const heightIn = (panels: string, height: number): number => {
    const [model] = modelsOf(panels)
    return (model && chartTypeOf(model.type).plotHeight?.(model, { width: 1728, height })) ?? 0
  }
  expect(heightIn(six, 464)).toBeLessThan(heightIn(six, 656) - 80)
  expect(heightIn(six, 656)).toBeLessThan(heightIn('[{series: [ferries]}, {series: [cargo]}]', 464))
  expect(heightIn(six, 340)).toBeLessThan(80)
})
