import { describe, expect, test } from 'vitest'
import { calmColor, fullColor } from '../../../charts/colors/fill.ts'
import { type ChartTheme, defaultTheme, onGround, themeFrom } from '../../../charts/colors/theme.ts'
import { isDark } from '../../../format/colors/chart-colors.ts'
import { contrast, hueDistance } from '../../../format/colors/color.ts'
import { readBrand } from './brand.ts'

const colorsOf = (colors: string): Readonly<Record<string, string>> =>
  readBrand([{ path: 'data/deck.yaml', kind: 'text', text: `brand:\n  colors: {${colors}}\n` }])?.brand.properties ?? {}

/** "#rrggbb" of a hue in degrees, saturation and lightness. */
function hsl(hue: number, saturation: number, lightness: number): string {
  const channel = (offset: number): string => {
    const at = (offset + hue / 30) % 12
    const part = lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(at - 3, 9 - at, 1))
    return Math.round(part * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

const every = (step: number): readonly number[] => Array.from({ length: 360 / step }, (_, index) => index * step)
const brands = [
  ...every(10).flatMap((hue) =>
    [0, 0.3, 0.6, 1].flatMap((saturation) => [0.15, 0.3, 0.45, 0.6, 0.8].map((light) => hsl(hue, saturation, light))),
  ),
  ...['#000000', '#ffffff'],
]

/** The lowest of what is measured of all brands on one ground, and the brand that has it. */
function least(ground: string, measure: (theme: ChartTheme, own: Readonly<Record<string, string>>) => number) {
  const measured = brands.flatMap((brand) => {
    const own = colorsOf(`brand: "${brand}"${ground && `, ground: "${ground}"`}`)
    const theme = themeFrom((name) => own[name] ?? '')
    return [theme, onGround(theme, 'dark')].map((each) => ({ brand, value: measure(each, own) }))
  })
  return measured.reduce((lowest, each) => (each.value < lowest.value ? each : lowest))
}

const first = ({ palette }: ChartTheme): string => palette[1] ?? ''
const slots = ({ palette }: ChartTheme, odd: 0 | 1): readonly string[] =>
  palette.filter((_, slot) => slot % 2 === odd && slot < 9)

describe.each(['', '#101418', '#2b2b3a'])(
  'every brand colour, on the ground "%s" and on its dark slides,',
  (ground) => {
    const atLeast = (limit: number, measure: Parameters<typeof least>[1]): void => {
      const { brand, value } = least(ground, measure)
      expect(value, brand).toBeGreaterThanOrEqual(limit)
    }

    test('has a strong shade for the bar that matters and a calm one beside it, 2 : 1', () => {
      atLeast(1.93, (theme) => contrast(fullColor(first(theme), theme), calmColor(first(theme), theme)))
      atLeast(3.1, (theme) => contrast(calmColor(first(theme), theme), theme.surfaceColor))
    })

    test('is another hue than falls, in full and in calm bars; falls are another than rises', () => {
      atLeast(0.065, (theme) => hueDistance(first(theme), theme.downColor))
      atLeast(0.065, (theme) => hueDistance(calmColor(first(theme), theme), calmColor(theme.downColor, theme)))
      atLeast(0.12, (theme) => hueDistance(theme.upColor, theme.downColor))
    })

    test('is another hue than the second series, as each has it on slides', () => {
      atLeast(0.04, (theme) => hueDistance(first(theme), theme.palette[2] ?? ''))
    })

    test('is apart from each light slot in grey print, as the other dark slots are', () => {
      atLeast(2, (theme) =>
        Math.min(...slots(theme, 1).flatMap((odd) => slots(theme, 0).map((even) => contrast(odd, even)))),
      )
    })

    test('has rules between groups of bars that are seen on its dark ground', () => {
      atLeast(1.5, (theme) => (isDark(theme.surfaceColor) ? contrast(theme.gridColor, theme.surfaceColor) : 21))
    })

    test('can be read as words, and words on it', () => {
      const own = (name: string, colors: Readonly<Record<string, string>>): string => colors[`--qd-${name}`] ?? ''
      atLeast(4.5, (_, colors) => contrast(own('brand', colors), ground || '#ffffff'))
      atLeast(4.5, (_, colors) => contrast(own('brand', colors), own('tint', colors)))
      atLeast(4.5, (_, colors) => contrast(own('on-brand', colors), own('brand', colors)))
      atLeast(4.5, (_, colors) => contrast(own('on-chart-1', colors), own('chart-1', colors)))
    })
  },
)

test('falls are red beside a blue and a green brand, violet beside red and orange, ochre beside a rose one', () => {
  const fallOf = (brand: string): string | undefined => colorsOf(`brand: "${brand}"`)['--qd-chart-down']
  const { palette } = defaultTheme
  expect(['#0a5aa0', '#1f6b4f'].map(fallOf)).toEqual([undefined, undefined])
  expect(['#e2001a', '#c4611a'].map(fallOf)).toEqual([palette[5], palette[5]])
  expect(fallOf('#95507e')).toBe(palette[7])
})

test('the second series is orange, and light blue beside an orange brand and its brown shade', () => {
  const second = (brand: string): string | undefined =>
    themeFrom((name) => colorsOf(`brand: "${brand}"`)[name] ?? '').palette[2]
  const { palette } = defaultTheme
  expect(['#0a5aa0', '#d7263d', '#1f6b4f'].map(second)).toEqual([palette[2], palette[2], palette[2]])
  expect(['#f27405', '#c4611a', '#8b4513'].map(second)).toEqual([palette[6], palette[6], palette[6]])
})

test('the fall that a brand chooses stays, as light as it must be in words and bars on the dark ground', () => {
  const own = colorsOf('brand: "#e2001a", down: "#8c1d2f"')
  expect(own['--qd-chart-down']).toBe('#8c1d2f')
  expect(own['--qd-deep-chart-down']).toBe(themeFrom((name) => own[name] ?? '').deep.downColor)
})
