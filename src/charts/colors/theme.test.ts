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
  const { palette: slots, ...others } = defaultTheme
  expect(palette).toEqual(slots)
  expect(others).toMatchObject({ upColor, downColor, totalColor, textColor, surfaceColor })
})
