import type { TextFace } from '../../format/letters/text-face.ts'
import { lossSlot } from '../../model/chart.ts'

/** Colours and font of charts; every colour is "#rrggbb". */
export interface ChartTheme {
  /** A CSS font-family list. */
  readonly font: string
  readonly textColor: string
  readonly mutedColor: string
  readonly lineColor: string
  readonly gridColor: string
  readonly surfaceColor: string
  /** Slot 0 is the context grey, 1–8 the series, 9 losses, which have the colour of falls. */
  readonly palette: readonly string[]
  readonly upColor: string
  readonly downColor: string
  readonly totalColor: string
  /** What text beyond Latin is drawn with; for measuring, which only the build does. */
  readonly faces?: readonly TextFace[]
}

export const defaultTheme: ChartTheme = {
  font: '"Inter Variable", Inter, "Helvetica Neue", Arial, sans-serif',
  textColor: '#0b1f33',
  mutedColor: '#4a5b6b',
  lineColor: '#8593a1',
  gridColor: '#e3e8ed',
  surfaceColor: '#ffffff',
  palette: [
    '#87929e',
    '#0a5aa0',
    '#d8762a',
    '#07604e',
    '#b874a6',
    '#5d3a7a',
    '#4795cc',
    '#6b4f00',
    '#2fa08c',
    '#8c1d2f',
  ],
  upColor: '#07604e',
  downColor: '#8c1d2f',
  totalColor: '#0a5aa0',
}

const properties = {
  textColor: '--qd-ink',
  mutedColor: '--qd-muted',
  lineColor: '--qd-chart-line',
  gridColor: '--qd-chart-grid',
  surfaceColor: '--qd-chart-surface',
  upColor: '--qd-chart-up',
  downColor: '--qd-chart-down',
  totalColor: '--qd-chart-total',
} as const

/**
 * The theme with whatever custom properties are set; `read` yields "" for those that are not. Only hex colours are
 * taken, since charts mix them.
 */
export function themeFrom(read: (property: string) => string): ChartTheme {
  const color = (property: string, otherwise: string): string => hexColor(read(property)) ?? otherwise
  const named = Object.entries(properties).map(([key, property]) => [key, hexColor(read(property))] as const)
  return {
    ...defaultTheme,
    ...Object.fromEntries(named.filter(([, value]) => value !== undefined)),
    font: read('--qd-font').trim() || defaultTheme.font,
    palette: defaultTheme.palette.map((value, slot) =>
      color(slot === lossSlot ? properties.downColor : `--qd-chart-${slot}`, value),
    ),
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
