import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

const size = { width: 832, height: 408 }

/** Where the names begin, and where the longest level line ends. */
function drawn(block: string, last: readonly number[]) {
  const ids = ['net', 'flow', 'profit']
  const [chart] = chartsIn({
    metrics: ids.map((id) => metric(id, `The ${id}`)),
    figures: [
      'metric,unit,H1 2022,H2 2022,H1 2023,source',
      ...ids.map((id, at) => `${id},EUR mn,42,36,${last[at]},R1`),
    ],
    charts: [`${block}\nseries: [${ids.join(', ')}]\nperiods: [H1 2022, H2 2022, H1 2023]`],
  })
  const svg = chart ? drawSvg(chart, defaultTheme, size) : ''
  const names = textBoxes(svg).filter(({ text }) => text.startsWith('The'))
  const lines = [...svg.matchAll(/d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)]
    .map(([, x1, y1, x2, y2]) => ({ from: Number(x1), to: Number(x2), y: Number(y1), isLevel: y1 === y2 }))
    .filter(({ isLevel }) => isLevel)
  const base = lines.sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  return { names, base }
}

describe('a base line that runs through the plot ends before the names beside it', () => {
  test.each([
    ['columns side by side', 'type: grouped-column', [47, -62, 115]],
    ['a stack', 'type: stacked-column', [47, -62, 15]],
    ['lines', 'type: line', [2, -3, 1]],
  ])('of %s', (_name, block, last) => {
    const { names, base } = drawn(block, last)
    expect(names).toHaveLength(3)
    for (const { x, width } of names) {
      expect(x).toBeGreaterThan(base?.to ?? size.width)
      expect(x + width).toBeLessThanOrEqual(size.width)
    }
  })

  test('and names over one at the foot stay close to the last columns', () => {
    const { names, base } = drawn('type: grouped-column', [47, 62, 115])
    expect(Math.min(...names.map(({ x }) => x))).toBeLessThan(base?.to ?? 0)
  })
})
