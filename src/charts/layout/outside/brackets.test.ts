import { describe, expect, it } from 'vitest'
import { defaultTheme } from '../../colors/theme.ts'
import { bracketLevels, bracketLook, isShownByLeg, legsApart, nearLane, roomOfLanes } from './brackets.ts'

describe('ends of brackets', () => {
  it('stand in the middle of their columns while they are alone there', () => {
    expect(legsApart([{ from: 0, to: 2 }], [[100, 300]], 30)).toEqual([[100, 300]])
  })

  it('that meet at one column stand side by side, the longer outside, so that none crosses another', () => {
    const arrows = [
      { from: 0, to: 2 },
      { from: 1, to: 2 },
    ]
    const ends = [[100, 300] as const, [200, 300] as const]
    expect(legsApart(arrows, ends, 30)).toEqual([
      [100, 315],
      [200, 285],
    ])
  })

  it('of a chain come from the left at the left, and go to the right at the right', () => {
    const arrows = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]
    const ends = [[100, 200] as const, [200, 300] as const]
    expect(legsApart(arrows, ends, 20)).toEqual([
      [100, 190],
      [210, 300],
    ])
  })

  it('leave out what has no ends, as a series that is switched off', () => {
    expect(legsApart([{ from: 0, to: 1 }], [undefined], 20)).toEqual([undefined])
  })
})

describe('the level of a bracket', () => {
  const tops = [100, 300, 280]
  const levels = (arrows: { from: number; to: number }[], lanes: number[], near = nearLane({ labelSize: 28 })) =>
    bracketLevels(arrows, { lanes, laneHeight: 60, over: 80, near, topOf: (category) => tops[category] ?? 0 })

  it('is close over what stands between its ends, not over the highest column of the chart', () => {
    expect(levels([{ from: 1, to: 2 }], [0])).toEqual([280 - 14 - 30])
    expect(levels([{ from: 2, to: 0 }], [0])).toEqual([100 - 14 - 30])
  })

  it('is its lane where it would be no further below than a value is larger than others: level with that of a chart beside it', () => {
    expect(levels([{ from: 2, to: 0 }], [0], nearLane({ labelSize: 28, decisiveSize: 48 }))).toEqual([80 - 30])
  })

  it('is over the brackets that stand below it', () => {
    const [long = 0, short = 0] = levels(
      [
        { from: 0, to: 2 },
        { from: 1, to: 2 },
      ],
      [1, 0],
    )
    expect(short - long).toBeGreaterThanOrEqual(60)
    const [upper, lower] = levels(
      [
        { from: 1, to: 2 },
        { from: 1, to: 2 },
      ],
      [1, 0],
    )
    expect([upper, lower]).toEqual([236 - 60, 236])
  })
})

describe('the look of a bracket', () => {
  const arrow = {
    kind: 'difference',
    from: 0,
    to: 1,
    series: null,
    label: 'vs FY07',
    text: '+4.3%',
    fact: null,
  } as const
  const scene = { theme: defaultTheme, compact: false }

  it.each([
    ['good', defaultTheme.upColor],
    ['bad', defaultTheme.downColor],
    [undefined, defaultTheme.totalColor],
  ] as const)('of a change that is %s has the colour %s, and its figure stands light on it', (tone, color) => {
    const look = bracketLook({ ...arrow, ...(tone && { tone }) }, 0, scene)
    expect(look).toMatchObject({ line: color, fill: color, text: defaultTheme.surfaceColor })
  })

  it('that is not the first of its chart is thinner and only outlined', () => {
    const [lead, other] = [bracketLook(arrow, 0, scene), bracketLook(arrow, 1, scene)]
    expect(other.width).toBeLessThan(lead.width)
    expect(other).toMatchObject({ fill: defaultTheme.surfaceColor, text: defaultTheme.totalColor })
  })
})

describe('room for brackets over the plot', () => {
  it.each([
    ['none without brackets', [], [], 0],
    ['a lane for one over the highest mark', [0], [0], 60],
    ['less for one over lower marks', [0], [40], 34],
    ['none for one that stands in the plot', [0], [200], 0],
    ['by the higher of two in one lane', [0, 0], [200, 40], 34],
    ['a lane each where one is over another', [0, 1], [200, 200], 120],
  ] as const)('is %s', (_, lanes, under, room) => {
    expect(roomOfLanes(lanes, { laneHeight: 60, under, near: 0 })).toBe(room)
  })

  it('is a whole lane for one so little lower that it is level with its lane', () => {
    expect(roomOfLanes([0], { laneHeight: 60, under: [40], near: 20 })).toBe(60)
  })
})

describe('the leg from which a bracket comes', () => {
  it('says where it comes from: a plate names another only', () => {
    const categories = ['4Q07', '3Q08', '4Q08'].map((label) => ({ label }))
    const arrow = { kind: 'difference', text: '+9.1%', fact: null, from: 0, to: 2, series: null } as const
    expect(isShownByLeg({ ...arrow, label: 'vs 4Q07' }, categories)).toBe(true)
    expect(isShownByLeg({ ...arrow, label: 'CAGR FY05–FY08' }, categories)).toBe(false)
  })
})
