import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, readableColor, textColorOn } from '../../format/colors/color.ts'
import { calmColor } from './fill.ts'
import { customProperties, defaultTheme, themeFrom } from './theme.ts'

describe('the default theme', () => {
  it.each(defaultTheme.palette.map((color, slot) => [slot, color] as const))(
    'has a colour in slot %i that stands out from the background, also beside the bar that matters',
    (_, color) => {
      expect(contrast(color, defaultTheme.surfaceColor)).toBeGreaterThanOrEqual(3)
      expect(contrast(calmColor(color, defaultTheme), defaultTheme.surfaceColor)).toBeGreaterThanOrEqual(3)
      expect(
        contrast(textColorOn(color, defaultTheme.textColor, defaultTheme.surfaceColor), color),
      ).toBeGreaterThanOrEqual(4.5)
      expect(
        contrast(readableColor(color, defaultTheme.textColor, defaultTheme.surfaceColor), '#ffffff'),
      ).toBeGreaterThanOrEqual(4.5)
    },
  )
})

it('calm colours are tints of their own hue: blue stays blue and red red, none is washed out to grey', () => {
  const parts = (color: string): readonly number[] =>
    [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  for (const color of [defaultTheme.totalColor, defaultTheme.downColor, defaultTheme.upColor]) {
    const [own, calm] = [parts(color), parts(calmColor(color, defaultTheme))]
    const order = (channels: readonly number[]): readonly number[] =>
      [0, 1, 2].sort((a, b) => (channels[b] ?? 0) - (channels[a] ?? 0))
    expect(order(calm)).toEqual(order(own))
    expect(Math.max(...calm) - Math.min(...calm)).toBeGreaterThanOrEqual(90)
  }
})

describe('on the dark ground', () => {
  const { deep } = defaultTheme
  const lightest = '#0a4377' // where the ground is lightest, in its corner

  it.each(deep.palette.map((color, slot) => [slot, color] as const))(
    'slot %i stands out, also in the light corner',
    (_, color) => {
      expect(contrast(color, lightest)).toBeGreaterThanOrEqual(3)
      expect(contrast(calmColor(color, { ...defaultTheme, ...deep }), deep.surfaceColor)).toBeGreaterThanOrEqual(3)
      expect(contrast(textColorOn(color, deep.textColor, deep.surfaceColor), color)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('odd slots stay apart from even ones in grey print', () => {
    const odd = deep.palette.filter((_, slot) => slot % 2 === 1 && slot < 9)
    const even = deep.palette.filter((_, slot) => slot % 2 === 0)
    for (const one of odd) for (const other of even) expect(contrast(one, other)).toBeGreaterThanOrEqual(2)
  })

  it('a brand with colours of its own has them lighter, and those that it chooses for it as they are', () => {
    const own = themeFrom(
      customProperties(':root { --qd-chart-1: #7a1030; --qd-chart-3: #204060; --qd-deep-chart-3: #ffcc00 }'),
    )
    expect(contrast(own.deep.palette[1] ?? '', deep.surfaceColor)).toBeGreaterThanOrEqual(10)
    expect(own.deep.palette[1]).not.toBe(deep.palette[1])
    expect(own.deep.palette[3]).toBe('#ffcc00')
    expect(own.deep.palette[2]).toBe(deep.palette[2])
  })
})

describe('themeFrom', () => {
  it('takes what the style sheet sets, first come first served, and follows references', () => {
    const css = ':root { --qd-brand: #123456; --qd-chart-1: var(--qd-brand); --qd-ink: #000 } :root { --qd-ink: #111 }'
    const theme = themeFrom(customProperties(css))
    expect(theme.palette[1]).toBe('#123456')
    expect(theme.textColor).toBe('#000')
    expect(theme.palette[2]).toBe(defaultTheme.palette[2])
  })

  it('keeps to its own where a colour is not a plain one, since charts mix them', () => {
    expect(themeFrom(() => 'rebeccapurple').textColor).toBe(defaultTheme.textColor)
  })
})

it('the shipped brand draws charts in the colours that they have without one', () => {
  const brand = readFileSync(new URL('../../../templates/brand.css', import.meta.url), 'utf8')
  const { palette, upColor, downColor, totalColor, textColor, surfaceColor } = themeFrom(customProperties(brand))
  const { palette: slots, font: _, deep, ...others } = defaultTheme
  expect(palette).toEqual(slots)
  expect(themeFrom(customProperties(brand)).deep).toEqual(deep)
  expect(others).toMatchObject({ upColor, downColor, totalColor, textColor, surfaceColor })
})
