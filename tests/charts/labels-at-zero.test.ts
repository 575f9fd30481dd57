import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

/** The height of a text in a chart of columns with these values. */
function heights(values: readonly [number, number, number], more = ''): (text: string) => number {
  const [chart] = chartsIn({
    metrics: [metric('tax', 'Tax')],
    figures: ['metric,unit,H1 2022,H2 2022,H1 2023,source', `tax,EUR mn,${values.join(',')},R1`],
    charts: [`type: column\nseries: [tax]\nperiods: [H1 2022, H2 2022, H1 2023]${more}`],
  })
  const boxes = chart ? textBoxes(drawSvg(chart, defaultTheme, { width: 900, height: 500 })) : []
  return (text) => boxes.find((box) => box.text === text)?.y ?? Number.NaN
}

describe('the names of columns', () => {
  test('stand at the zero line, on the side that the column leaves free', () => {
    const at = heights([50, -200, 60])
    expect(at('H1 2022')).toBeGreaterThan(at('50'))
    expect(at('H1 2022')).toBeLessThan(at('(200)'))
    expect(at('H2 2022')).toBeLessThan(at('H1 2022'))
    expect(at('H1 2023')).toBe(at('H1 2022'))
  })

  test('stand under the plot where all columns go one way, and where a bracket or a row needs them there', () => {
    const upward = heights([50, 20, 60])
    expect(upward('H2 2022')).toBe(upward('H1 2022'))
    for (const more of ['\ndifferences: [{from: H1 2022, to: H1 2023}]', '\nrows: [tax]']) {
      const at = heights([50, -200, 60], more)
      expect(at('H2 2022')).toBe(at('H1 2022'))
      expect(at('H2 2022')).toBeGreaterThan(300)
    }
  })
})
