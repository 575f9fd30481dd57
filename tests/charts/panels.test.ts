import { expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { leftOut } from '../../src/charts/left-out.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

const size = { width: 832, height: 408 }
const names = ['Ferries', 'Cargo', 'Harbours', 'Towing', 'Repairs']

function drawn(panels: string): { texts: readonly string[]; missing: readonly string[] } {
  const [model] = chartsIn({
    metrics: names.map((name) => metric(name.toLowerCase(), name)),
    figures: [
      'metric,unit,2022,2023,source',
      ...names.map((name, row) => `${name.toLowerCase()},EUR mn,${210 + row},${310 + row},R1`),
    ],
    charts: [`type: small-multiples\nperiods: [2022, 2023]\npanels: ${panels}`],
  })
  if (!model) throw new Error('no chart')
  return {
    texts: textBoxes(drawSvg(model, defaultTheme, size)).map(({ text }) => text),
    missing: leftOut(model, size).values,
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
