import { type ChartColors, deepColors, isDark, lightColors } from '../../format/colors/chart-colors.ts'
import { lightEnough } from '../../format/colors/color.ts'
import type { TextFace } from '../../format/letters/text-face.ts'
import { lossSlot } from '../../model/chart.ts'

/** Colours and font of charts. */
export interface ChartTheme extends ChartColors {
  /** A CSS font-family list. */
  readonly font: string
  /** The colours on the dark ground. */
  readonly deep: ChartColors
  /** What text beyond Latin is drawn with; for measuring, which only the build does. */
  readonly faces?: readonly TextFace[]
}

export const defaultTheme: ChartTheme = {
  font: '"Inter Variable", Inter, "Helvetica Neue", Arial, sans-serif',
  ...lightColors,
  deep: deepColors,
}

/** The theme with the colours of a chart's ground. */
export const onGround = (theme: ChartTheme, ground: 'dark' | undefined): ChartTheme =>
  ground === 'dark' ? { ...theme, ...theme.deep } : theme

const properties = {
  textColor: '--qd-ink',
  mutedColor: '--qd-muted',
  lineColor: '--qd-chart-line',
  gridColor: '--qd-chart-grid',
  surfaceColor: '--qd-ground',
  upColor: '--qd-chart-up',
  downColor: '--qd-chart-down',
  totalColor: '--qd-chart-total',
} as const

const deepProperties = {
  textColor: '--qd-on-deep',
  mutedColor: '--qd-on-deep-muted',
  lineColor: '--qd-deep-chart-line',
  gridColor: '--qd-deep-chart-grid',
  surfaceColor: '--qd-deep',
  upColor: '--qd-deep-chart-up',
  downColor: '--qd-deep-chart-down',
  totalColor: '--qd-deep-chart-total',
} as const

type Read = (property: string) => string

/** The colours of a ground with whatever custom properties are set. */
function colorsFrom(
  read: Read,
  defaults: ChartColors,
  { names, slots }: { readonly names: Readonly<Record<keyof typeof properties, string>>; readonly slots: string },
): ChartColors {
  const named = Object.entries(names).map(([key, property]) => [key, hexColor(read(property))] as const)
  return {
    ...defaults,
    ...Object.fromEntries(named.filter(([, value]) => value !== undefined)),
    palette: defaults.palette.map(
      (value, slot) => hexColor(read(slot === lossSlot ? names.downColor : `${slots}${slot}`)) ?? value,
    ),
  }
}

/** The colours of a brand that has its own on white but none on the dark ground: its own, as light as they must be there. */
function lightened(light: ChartColors, surface: string): ChartColors {
  const known: readonly (readonly [keyof ChartColors, string])[] = [
    ['upColor', light.upColor],
    ['downColor', light.downColor],
    ['totalColor', light.totalColor],
  ]
  const change = (color: string, shipped: string, fallback: string, least: number): string =>
    color === shipped ? fallback : lightEnough(color, surface, least)
  return {
    ...deepColors,
    ...Object.fromEntries(
      known.map(([key, color]) => [key, change(color, String(defaultTheme[key]), String(deepColors[key]), vivid)]),
    ),
    palette: light.palette.map((color, slot) =>
      change(color, defaultTheme.palette[slot] ?? '', deepColors.palette[slot] ?? color, slot % 2 === 1 ? vivid : calm),
    ),
  }
}

/** Contrasts with the dark ground: of odd slots, and of even ones, which stay at 3 : 1 where it is lighter in a corner. */
const [vivid, calm] = [10, 5]

/**
 * The theme with whatever custom properties are set; `read` yields "" for those that are not. Only hex colours are
 * taken, since charts mix them.
 */
export function themeFrom(read: Read): ChartTheme {
  const ground = hexColor(read(properties.surfaceColor)) ?? lightColors.surfaceColor
  const shipped = isDark(ground) ? deepColors : lightColors
  const light = colorsFrom(read, shipped, { names: properties, slots: '--qd-chart-' })
  const surface = hexColor(read(deepProperties.surfaceColor)) ?? deepColors.surfaceColor
  const dark = isDark(ground) ? light : lightened(light, surface)
  return {
    ...light,
    font: read('--qd-font').trim() || defaultTheme.font,
    deep: colorsFrom(read, dark, { names: deepProperties, slots: '--qd-deep-chart-' }),
  }
}

/** Reads custom properties out of CSS text, following `var()` one property at a time; for Node, where no style is computed. */
export function customProperties(css: string): (property: string) => string {
  const values = new Map<string, string>()
  for (const [, name, value] of css.matchAll(/(--qd-[\w-]+)\s*:\s*([^;}]+)[;}]/g)) {
    if (name && value && !values.has(name)) values.set(name, value.trim())
  }
  const read = (property: string, depth: number): string => {
    const value = values.get(property) ?? ''
    const reference = /^var\(\s*(--[\w-]+)\s*\)$/.exec(value)?.[1]
    return reference && depth < 8 ? read(reference, depth + 1) : value
  }
  return (property) => read(property, 0)
}

function hexColor(text: string): string | undefined {
  const value = text.trim().toLowerCase()
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/.test(value) ? value : undefined
}
