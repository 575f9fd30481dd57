import { describe, expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { leftOut } from '../../src/charts/left-out.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { type ChartDeck, chartsIn, compileCharts, metric } from './_small-deck.ts'
import { textBoxes } from './svg-shapes.ts'

const size = { width: 832, height: 408 }
const deck = (values: readonly number[]): ChartDeck => ({
  metrics: values.map((_, index) => metric(`p${index}`, `Division ${index}`)),
  figures: ['metric,unit,H1 2023,source', ...values.map((value, index) => `p${index},EUR mn,${value},R1`)],
  charts: [`type: doughnut\nitems: [${values.map((_, index) => `p${index}`).join(', ')}]\nperiod: H1 2023`],
})

/** The last stretch of each leader, from the middle of the ring. */
function leaders(svg: string): readonly { readonly from: readonly number[]; readonly to: readonly number[] }[] {
  const paths = [...svg.matchAll(/<path d="(M[^"Z]*)"[^>]*stroke=/g)].map(([, path = '']) => path)
  const points = paths.map((path) =>
    [...path.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)(?=[A-Z]|$)/g)].map(([, x, y]) => [
      Number(x) - size.width / 2,
      Number(y) - size.height / 2,
    ]),
  )
  return points.flatMap((path) => {
    const [from, to] = [path.at(-2), path.at(-1)]
    return path.length >= 3 && from && to ? [{ from, to }] : []
  })
}

const cross = ([ax = 0, ay = 0]: readonly number[], [bx = 0, by = 0]: readonly number[]): number => ax * by - ay * bx
const minus = ([ax = 0, ay = 0]: readonly number[], [bx = 0, by = 0]: readonly number[]) => [ax - bx, ay - by]

function meet(a: ReturnType<typeof leaders>[number], b: ReturnType<typeof leaders>[number]): boolean {
  const side = (one: typeof a, at: readonly number[]) => cross(minus(one.to, one.from), minus(at, one.from))
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0
}

describe.each([
  ['two', [60, 40]],
  ['one of them tiny', [2400, 3]],
  ['three, two tiny', [4, 1800, 6]],
  ['five, the small ones last', [900, 8, 6, 5, 3]],
  ['seven, the large one in the middle', [3, 2, 4, 1500, 2, 1, 5]],
  ['eight, the small ones first', [1, 2, 2, 3, 3, 4, 5, 2000]],
  ['eight, the small ones last', [2000, 5, 4, 3, 3, 2, 2, 1]],
  ['eight in three groups', [5, 4, 1200, 3, 2, 800, 2, 1]],
])('a ring of %s', (_name, values) => {
  const [chart] = chartsIn(deck(values))
  const svg = chart ? drawSvg(chart, defaultTheme, size) : ''

  test('prints each name and value, none over another', () => {
    expect(chart && leftOut(chart, size).labels).toEqual([])
    const boxes = textBoxes(svg)
    const isAlone = values.map((value, index) => {
      const texts = boxes.map(({ text }) => text)
      return texts.includes(`Division ${index}`) && texts.some((text) => text.trim() === value.toLocaleString('en'))
    })
    expect(isAlone).not.toContain(false)
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(
          a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 4 && b.y < a.y + a.height - 4,
        ).toBe(false)
  })

  test('has leaders that cross neither it nor each other', () => {
    const lines = leaders(svg)
    expect(lines.length).toBe(values.length)
    const radius = (size.height - 2 * (values.length > 4 ? 26 : 14)) / 2
    for (const [index, line] of lines.entries()) {
      for (let part = 0; part <= 1; part += 0.05) {
        const at = [0, 1].map((axis) => (line.from[axis] ?? 0) * (1 - part) + (line.to[axis] ?? 0) * part)
        expect(Math.hypot(...at)).toBeGreaterThan(radius + 2)
      }
      for (const other of lines.slice(index + 1)) expect(meet(line, other)).toBe(false)
    }
  })
})

test.each([[[95, 5]], [[70, 30]], [[5, 95]]])(
  'a leader alone in its quarter goes on level to its label, of %j',
  (values) => {
    const [chart] = chartsIn(deck(values))
    const lines = leaders(chart ? drawSvg(chart, defaultTheme, { width: 900, height: 832 }) : '')
    expect(lines.map(({ from, to }) => Math.abs((from[1] ?? 0) - (to[1] ?? 9)) < 0.06)).toEqual([true, true])
  },
)

describe('the share that a ring is about', () => {
  const shared = (values: readonly number[], first = 'Division 0'): ChartDeck => {
    const { metrics, figures, charts } = deck(values)
    return {
      metrics: metrics.map((one) => one.replace('Division 0', first)),
      figures,
      charts: charts.map((one) => `${one}\nshare: p0`),
    }
  }
  const drawn = (values: readonly number[], box: typeof size, first?: string) => {
    const [chart] = chartsIn(shared(values, first))
    const svg = chart ? drawSvg(chart, defaultTheme, box) : ''
    return { texts: textBoxes(svg).map(({ text }) => text), boxes: textBoxes(svg) }
  }

  test('has the name and value of its part under it, which stand beside the ring no more', () => {
    const { boxes, texts } = drawn([95, 5], { width: 900, height: 832 })
    expect(texts.filter((text) => text === 'Division 0')).toHaveLength(1)
    const middle = ['95.0%', 'Division 0', '95'].map((text) => boxes.find((box) => box.text === text))
    const [share, name, value] = middle.map((box) => box?.y ?? Number.NaN)
    expect([(share ?? 0) < (name ?? 0), (name ?? 0) < (value ?? 0)]).toEqual([true, true])
    const hole = ((832 - 2 * 14) / 2) * 0.62
    for (const box of middle) {
      const corners = [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)].flatMap((x) =>
        [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)].map((y) => Math.hypot(x - 450, y - 416)),
      )
      expect(Math.max(...corners)).toBeLessThan(hole)
    }
  })

  test('is named beside the ring, where its name is longer than the hole is wide', () => {
    const long = 'Systems operation and maintenance services'
    const { texts } = drawn([95, 5], { width: 520, height: 320 }, long)
    expect(texts.join(' ')).toContain('Systems')
    expect(texts).not.toContain(long)
  })
})

describe('nothing but zeros', () => {
  const zeros: ChartDeck = {
    metrics: [metric('n0', 'North'), metric('n1', 'South')],
    figures: ['metric,unit,H1 2023,H2 2023,source', 'n0,EUR mn,0,4,R1', 'n1,EUR mn,0,9,R1'],
    charts: [],
  }
  test.each([
    ['a ring', 'type: doughnut\nitems: [n0, n1]\nperiod: H1 2023'],
    ['a column of shares', 'type: stacked-column-100\nseries: [n0, n1]\nperiods: [H1 2023, H2 2023]'],
  ])('makes no %s: it is refused with a hint', (_name, chart) => {
    const [found] = compileCharts({ ...zeros, charts: [chart] }).diagnostics
    expect(found).toMatchObject({ code: 'unsupported-chart-part', severity: 'error' })
    expect(found?.hint).toContain('zero in H1 2023')
  })
})

test.each(['n0', 'nowhere', 'H1 2023'])('a ring takes no highlight, and is told what does: %s', (highlight) => {
  const { diagnostics } = compileCharts({
    metrics: [metric('n0', 'North'), metric('n1', 'South')],
    figures: ['metric,unit,H1 2023,source', 'n0,EUR mn,3,R1', 'n1,EUR mn,9,R1'],
    charts: [`type: doughnut\nitems: [n0, n1]\nperiod: H1 2023\nhighlight: ${highlight}`],
  })
  expect(diagnostics.map(({ code }) => code)).toEqual(['unsupported-chart-part'])
  expect(diagnostics[0]?.hint).toContain('"share: ')
})
