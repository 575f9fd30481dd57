import { describe, expect, it } from 'vitest'
import { lineAcross } from './line-across.ts'

const bar = (y: number, length: number) => ({
  box: { x: 100, y, width: length, height: 40 },
  value: { x: 100 + length, y: y + 8, width: 60, height: 24 },
})
const room = {
  plot: { x: 100, y: 0, width: 1000, height: 180 },
  range: { min: 0, max: 100 },
  bars: [bar(10, 1000), bar(70, 450), bar(130, 200)],
  width: 50,
}

describe('a line through bars', () => {
  it('stands at its value, and leaves a bar free whose value it would meet', () => {
    const far = lineAcross({ own: { lineAt: 80, lineText: '80%' } }, room)
    expect([far?.x, far?.spans]).toEqual([900, [[0, 180]]])
    const near = lineAcross({ own: { lineAt: 50, lineText: '50%' } }, room)
    expect(near?.spans).toEqual([
      [0, 64],
      [116, 180],
    ])
  })

  it('has no stub under the last bar that it leaves free', () => {
    const last = { ...room, bars: [bar(10, 1000), bar(70, 200), bar(130, 450)] }
    expect(lineAcross({ own: { lineAt: 50, lineText: '50%' } }, last)?.spans).toEqual([[0, 124]])
  })

  it('has its own value beside the lowest bar that leaves it room', () => {
    expect(lineAcross({ own: { lineAt: 50, lineText: '50%' } }, room)?.label).toEqual({ x: 612, y: 150 })
    const crowded = { ...room, bars: [bar(10, 1000), bar(70, 490), bar(130, 480)] }
    expect(lineAcross({ own: { lineAt: 50, lineText: '50%' } }, crowded)?.label.y).toBe(120) // between the last two bars
    const longer = { ...room, bars: [bar(10, 200), bar(70, 1000)] }
    expect(lineAcross({ own: { lineAt: 50, lineText: '50%' } }, longer)?.label.y).toBe(30)
  })

  it.each([
    ['without a value', undefined],
    ['at the start of the bars', 0],
    ['beyond all of them', 100],
  ])('is not drawn %s', (_, line) => {
    expect(lineAcross(line === undefined ? {} : { own: { lineAt: line, lineText: '' } }, room)).toBeUndefined()
  })
})
