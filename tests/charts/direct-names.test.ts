import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

type TextBox = ReturnType<typeof textBoxes>[number]

const names = ['Letters', 'Parcels', 'Freight']

function boxesOf(values: readonly (readonly [string, string])[], height: number): readonly TextBox[] {
  const ids = ['mail', 'parcel', 'freight'].slice(0, values.length)
  const [chart] = chartsIn({
    metrics: ids.map((id, at) => metric(id, names[at] ?? '')),
    figures: ['metric,unit,H1 2022,H1 2023,source', ...ids.map((id, at) => `${id},EUR mn,${values[at]?.join(',')},R1`)],
    charts: [`type: grouped-column\nseries: [${ids.join(', ')}]\nperiods: [H1 2022, H1 2023]`],
  })
  if (!chart) throw new Error('no chart')
  return textBoxes(drawSvg(chart, defaultTheme, { width: 832, height }))
}

const meet = (a: TextBox, b: TextBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('direct names of grouped columns', () => {
  test.each([
    [
      'of equal ends',
      [
        ['61', '50'],
        ['33', '50'],
        ['20', '50'],
      ],
      408,
    ],
    [
      'of ends near zero',
      [
        ['61', '1'],
        ['33', '2'],
        ['20', '1'],
      ],
      408,
    ],
    [
      'on both sides of zero',
      [
        ['12', '3'],
        ['-8', '-2'],
      ],
      320,
    ],
    [
      'in a low chart',
      [
        ['61', '47'],
        ['33', '48'],
        ['20', '46'],
      ],
      240,
    ],
  ] as const)('overlap neither each other nor a value: %s', (_, values, height) => {
    const boxes = boxesOf(values, height)
    const shown = boxes.filter(({ text }) => names.includes(text))
    expect(shown).toHaveLength(values.length)
    for (const [at, one] of shown.entries())
      for (const other of [...shown.slice(at + 1), ...boxes.filter((box) => !shown.includes(box))])
        expect(meet(one, other), `${one.text} and ${other.text}`).toBe(false)
  })
})
